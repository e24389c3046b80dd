#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/io/file_beside.h"
#include "engine/io/report_workbook.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace koppelkans::io {

/// How cells look; each belongs to one workbook.
struct WorkbookFormats {
    lxw_format* titel = nullptr;
    lxw_format* head = nullptr;  ///< bold, wrapped, on grey
    lxw_format* number_head = nullptr;
    lxw_format* bold = nullptr;
    lxw_format* link = nullptr;
    lxw_format* integer = nullptr;
    lxw_format* real = nullptr;     ///< one decimal
    lxw_format* aandeel = nullptr;  ///< three decimals
    lxw_format* day = nullptr;
    lxw_format* left = nullptr;
    lxw_format* left_day = nullptr;
    lxw_format* note = nullptr;  ///< wrapped
};

/// Where the rows of a sheet are until the end: one at a time and written in their order, or all in
/// memory.
enum class SheetRows { streamed, kept };

struct WorkbookPlace {
    lxw_worksheet* sheet = nullptr;
    std::int64_t row = 0;
    std::size_t column = 0;
};

/// The formats of a cell: which one is taken depends on what it holds. Null: the plain one.
struct CellFormats {
    lxw_format* text = nullptr;
    lxw_format* number = nullptr;
    lxw_format* day = nullptr;
};

/// A workbook that is being written by libxlsxwriter: its handle, its formats and its counts. Every
/// call throws domain::InputError with the path where the library reports an error. Internal to
/// report_workbook.
class WorkbookFile {
  public:
    WorkbookFile(const std::string& path, const WorkbookContent& content);
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    ~WorkbookFile();

    lxw_worksheet* add_sheet(const std::string& titel, SheetRows rows);
    /// Writes a cell and counts what was done to its text. NULL leaves it empty. Answers how wide
    /// it is in characters, an estimate.
    std::size_t put(const WorkbookPlace& place, const report::Cell& cell,
                    const CellFormats& formats);
    /// A text with a link to a file; plain where the link is empty or too long.
    std::size_t put_linked(const WorkbookPlace& place, const std::string& text,
                           const std::string& path);
    /// Throws where a call of the library failed.
    void check(int lxw_error);
    /// Throws where rows of a streamed sheet found no place on the disk.
    void check_rows(lxw_worksheet* sheet);
    /// Writes the file, reads it back and puts it in its place.
    void finish();

    lxw_workbook* handle() { return handle_; }
    const WorkbookFormats& formats() const { return formats_; }
    WorkbookCounts& counts() { return counts_; }

  private:
    void make_formats();
    lxw_format* format();
    void set_properties(const WorkbookContent& content);

    std::string path_;
    FileBeside place_;
    lxw_workbook* handle_ = nullptr;
    WorkbookFormats formats_;
    WorkbookCounts counts_;
    std::vector<std::string> names_;
    std::vector<lxw_worksheet*> streamed_;
};

}  // namespace koppelkans::io
