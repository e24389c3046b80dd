#include "engine/io/report_workbook.h"

#include "engine/io/workbook_cover.h"
#include "engine/io/workbook_file.h"
#include "engine/io/workbook_table.h"

namespace koppelkans::io {

WorkbookCounts write_workbook(const std::string& path, const WorkbookContent& content) {
    WorkbookFile file(path, content);
    lxw_worksheet* cover = file.add_sheet(content.cover.blad, SheetRows::kept);
    std::vector<RowsLeftOut> left_out;
    for (const report::Table& table : content.tables) {
        lxw_worksheet* sheet = file.add_sheet(table.titel, SheetRows::streamed);
        const std::int64_t rows = write_table_sheet(file, sheet, table, content.link_of_buurt);
        file.counts().left_out_rows += rows;
        left_out.push_back({table.titel, rows});
    }
    // Only now is it known what the cover has to tell.
    const WorkbookCounts counts = file.counts();
    write_cover(file, cover, content.cover, left_out);
    file.finish();
    return counts;
}

}  // namespace koppelkans::io
