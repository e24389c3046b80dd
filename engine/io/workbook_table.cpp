#include "engine/io/workbook_table.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <xlsxwriter.h>

#include "engine/domain/readable_text.h"
#include "engine/io/workbook_text.h"

namespace koppelkans::io {

namespace {

using report::Cell;
using report::Column;
using report::ColumnKind;

constexpr std::size_t least_text_width = 18;
constexpr std::size_t most_text_width = 40;
constexpr double line_height = 15;          ///< in points
constexpr std::size_t room_for_filter = 4;  ///< its button stands over the end of the title

/// How wide a column is for its values alone, in characters.
std::size_t least_width(const Column& column) {
    switch (column.kind) {
        case ColumnKind::text:
            return least_text_width;
        case ColumnKind::date:
        case ColumnKind::real:
            return 12;
        case ColumnKind::integer:
        case ColumnKind::boolean:
            break;
    }
    return 10;
}

/// The lengths of the words of a title, in characters.
std::vector<std::size_t> words_of(const std::string& titel) {
    std::vector<std::size_t> words;
    for (std::size_t at = 0; at < titel.size();) {
        const std::size_t end = std::min(titel.find(' ', at), titel.size());
        words.push_back(domain::utf16_units(titel.substr(at, end - at)));
        at = end + 1;
    }
    return words;
}

/// The lines of a title that wraps between its words, where a line takes `room` characters.
std::size_t lines_of(const std::string& titel, std::size_t room) {
    std::size_t lines = 1;
    std::size_t used = 0;
    for (const std::size_t word : words_of(titel)) {
        if (used > 0 && used + 1 + word > room) {
            ++lines;
            used = 0;
        }
        used += word + (used > 0 ? 1 : 0);
    }
    return lines;
}

/// The least width in which a title takes two lines and no word is broken.
std::size_t title_width(const std::string& titel) {
    std::size_t room = 0;
    for (const std::size_t word : words_of(titel)) {
        room = std::max(room, word);
    }
    while (lines_of(titel, room) > 2) {
        ++room;
    }
    return std::min(room + room_for_filter, most_text_width);
}

/// Where a column of that name stands.
std::optional<std::size_t> place_of(const report::Table& table, std::string_view name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

/// One sheet that is being filled.
class TableSheet {
  public:
    TableSheet(WorkbookFile& file, lxw_worksheet* sheet, const report::Table& table)
        : file_(file),
          sheet_(sheet),
          table_(table),
          widest_(table.columns.size(), 0),
          code_(place_of(table, "buurtcode")),
          naam_(place_of(table, "buurtnaam")) {
        for (const Column& column : table.columns) {
            formats_.push_back({nullptr, number_format(column), file.formats().day});
        }
    }

    void write_head() {
        // LibreOffice leaves the height of a row as it is, whatever wraps.
        std::size_t lines = 1;
        for (const Column& column : table_.columns) {
            const std::size_t width = std::max(least_width(column), title_width(column.titel));
            lines = std::max(lines, lines_of(column.titel, width - room_for_filter));
        }
        file_.check(
            worksheet_set_row(sheet_, 0, line_height * static_cast<double>(lines), nullptr));
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const CellFormats head{file_.formats().head, nullptr, nullptr};
            file_.put({sheet_, 0, i}, table_.columns[i].titel, head);
        }
        ++rows_;
    }

    void write_row(const std::vector<Cell>& cells,
                   const std::function<std::string(const std::string&)>& link_of_buurt) {
        const std::string link = link_of_buurt ? link_of(cells, link_of_buurt) : std::string();
        for (std::size_t i = 0; i < std::min(cells.size(), formats_.size()); ++i) {
            const WorkbookPlace place{sheet_, rows_, i};
            const auto* text = std::get_if<std::string>(&cells[i]);
            const bool is_linked = !link.empty() && text != nullptr && (i == code_ || i == naam_) &&
                                   links_ < most_links;
            links_ += is_linked ? 1 : 0;
            const std::size_t width = is_linked ? file_.put_linked(place, *text, link)
                                                : file_.put(place, cells[i], formats_[i]);
            widest_[i] = std::max(widest_[i], width);
        }
        ++rows_;
        file_.check_rows(sheet_);
    }

    bool is_full() const { return rows_ == most_rows; }

    void lay_out() {
        worksheet_freeze_panes(sheet_, 1, 1);
        worksheet_set_landscape(sheet_);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet_, a4);
        file_.check(worksheet_repeat_rows(sheet_, 0, 0));
        if (table_.columns.empty()) {
            return;
        }
        const auto last_row = static_cast<lxw_row_t>(rows_ - 1);
        const auto last_column = static_cast<lxw_col_t>(table_.columns.size() - 1);
        file_.check(worksheet_autofilter(sheet_, 0, 0, last_row, last_column));
        // An id of digits is a text on purpose.
        file_.check(
            worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const auto at = static_cast<lxw_col_t>(i);
            file_.check(
                worksheet_set_column(sheet_, at, at, static_cast<double>(width(i)), nullptr));
        }
    }

  private:
    lxw_format* number_format(const Column& column) const {
        if (column.kind != ColumnKind::real) {
            return file_.formats().integer;
        }
        return column.name.starts_with("aandeel") ? file_.formats().aandeel : file_.formats().real;
    }

    std::string link_of(const std::vector<Cell>& cells,
                        const std::function<std::string(const std::string&)>& link_of_buurt) const {
        const auto* code = code_ ? std::get_if<std::string>(&cells.at(*code_)) : nullptr;
        return code == nullptr ? std::string() : link_of_buurt(*code);
    }

    std::size_t width(std::size_t i) const {
        const Column& column = table_.columns[i];
        return std::max({least_width(column), title_width(column.titel),
                         std::min(widest_[i] + 1, most_text_width)});
    }

    WorkbookFile& file_;
    lxw_worksheet* sheet_;
    const report::Table& table_;
    std::vector<CellFormats> formats_;
    std::vector<std::size_t> widest_;  ///< a text of each column, in characters
    std::optional<std::size_t> code_;
    std::optional<std::size_t> naam_;
    std::int64_t rows_ = 0;
    std::int64_t links_ = 0;
};

}  // namespace

std::int64_t write_table_sheet(
    WorkbookFile& file, lxw_worksheet* sheet, const report::Table& table,
    const std::function<std::string(const std::string&)>& link_of_buurt) {
    TableSheet writer(file, sheet, table);
    writer.write_head();
    std::int64_t left_out = 0;
    for (std::vector<Cell> cells; table.next(cells);) {
        if (writer.is_full()) {
            ++left_out;
        } else {
            writer.write_row(cells, link_of_buurt);
        }
    }
    writer.lay_out();
    return left_out;
}

}  // namespace koppelkans::io
