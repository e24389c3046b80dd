#include "engine/io/workbook_file.h"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <utility>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/domain/readable_text.h"
#include "engine/io/file_place.h"
#include "engine/io/workbook_check.h"
#include "engine/io/workbook_text.h"

namespace koppelkans::io {

namespace {

constexpr lxw_color_t head_grey = 0xE6E6E6;
constexpr lxw_color_t link_blue = 0x0563C1;
constexpr double titel_points = 16;

lxw_row_t row_of(const WorkbookPlace& place) {
    return static_cast<lxw_row_t>(place.row);
}
lxw_col_t column_of(const WorkbookPlace& place) {
    return static_cast<lxw_col_t>(place.column);
}

/// Why a stream takes nothing more: another byte fails for the same reason.
int error_of(std::FILE* file) {
    errno = 0;
    static_cast<void>(std::fputc(' ', file));
    static_cast<void>(std::fflush(file));
    return errno == 0 ? EIO : errno;
}

/// Writes a cell by what it holds.
struct PutCell {
    WorkbookFile& file;
    const WorkbookPlace& place;
    const CellFormats& formats;

    std::size_t operator()(std::monostate) const { return 0; }

    std::size_t operator()(const std::string& raw) const {
        const CellText shown = cell_text(raw);
        file.counts().shortened_texts += shown.is_shortened ? 1 : 0;
        file.counts().repaired_texts += shown.is_repaired ? 1 : 0;
        file.check(worksheet_write_string(place.sheet, row_of(place), column_of(place),
                                          shown.text.c_str(), formats.text));
        return domain::utf16_units(shown.text);
    }

    std::size_t operator()(std::int64_t number) const {
        // A double would round it.
        return number > most_integer || number < -most_integer
                   ? (*this)(fmt::format("{}", number))
                   : (*this)(static_cast<double>(number));
    }

    std::size_t operator()(double number) const {
        // A file with a number that is none does not open.
        if (!std::isfinite(number)) {
            return (*this)(fmt::format("{}", number));
        }
        file.check(worksheet_write_number(place.sheet, row_of(place), column_of(place), number,
                                          formats.number));
        return 0;
    }

    std::size_t operator()(time::Day day) const {
        const std::optional<double> number = excel_day(day);
        if (!number) {
            return (*this)(time::iso(day));
        }
        file.check(worksheet_write_number(place.sheet, row_of(place), column_of(place), *number,
                                          formats.day));
        return 0;
    }

    std::size_t operator()(bool is_so) const {
        file.check(worksheet_write_boolean(place.sheet, row_of(place), column_of(place),
                                           is_so ? 1 : 0, nullptr));
        return 0;
    }
};

}  // namespace

WorkbookFile::WorkbookFile(const std::string& path, const WorkbookContent& content)
    : path_(path), place_(path, ".xlsx") {
    std::string folder = place_.folder();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    handle_ = workbook_new_opt(place_.written_to().c_str(), &options);
    if (handle_ == nullptr) {
        check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    make_formats();
    set_properties(content);
}

WorkbookFile::~WorkbookFile() {
    if (handle_ != nullptr) {
        // The library closes these only where it comes to writing the file.
        for (lxw_worksheet* sheet : streamed_) {
            std::fclose(sheet->optimize_tmpfile);
        }
        lxw_workbook_free(handle_);
    }
}

lxw_format* WorkbookFile::format() {
    lxw_format* made = workbook_add_format(handle_);
    if (made == nullptr) {
        check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    return made;
}

void WorkbookFile::make_formats() {
    const auto numbers = [this](const char* pattern) {
        lxw_format* made = format();
        format_set_num_format(made, pattern);
        return made;
    };
    const auto bold = [this] {
        lxw_format* made = format();
        format_set_bold(made);
        return made;
    };
    const auto head = [&bold] {
        lxw_format* made = bold();
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(made, head_grey);
        format_set_bottom(made, LXW_BORDER_THIN);
        return made;
    };
    formats_.titel = bold();
    format_set_font_size(formats_.titel, titel_points);
    formats_.head = head();
    formats_.number_head = head();
    format_set_align(formats_.number_head, LXW_ALIGN_RIGHT);
    formats_.bold = bold();
    formats_.link = format();
    format_set_font_color(formats_.link, link_blue);
    format_set_underline(formats_.link, LXW_UNDERLINE_SINGLE);
    formats_.integer = numbers("0");
    formats_.real = numbers("#,##0.0");
    formats_.aandeel = numbers("0.000");
    formats_.day = numbers("dd-mm-yyyy");
    formats_.left = format();
    format_set_align(formats_.left, LXW_ALIGN_LEFT);
    formats_.left_day = numbers("dd-mm-yyyy");
    format_set_align(formats_.left_day, LXW_ALIGN_LEFT);
    formats_.note = format();
    format_set_text_wrap(formats_.note);
    format_set_align(formats_.note, LXW_ALIGN_VERTICAL_TOP);
}

void WorkbookFile::set_properties(const WorkbookContent& content) {
    std::string titel = domain::readable(content.titel);
    std::string author = domain::readable(content.author);
    lxw_doc_properties properties{};
    properties.title = titel.data();
    properties.author = author.data();
    properties.created = content.created;
    check(workbook_set_properties(handle_, &properties));
}

lxw_worksheet* WorkbookFile::add_sheet(const std::string& titel, SheetRows rows) {
    names_.push_back(sheet_name(titel, names_));
    // The library decides for a whole workbook, yet looks at it sheet by sheet. What stands in
    // memory goes into the chart beside it, for viewers that look nothing up.
    handle_->options.constant_memory = rows == SheetRows::streamed ? LXW_TRUE : LXW_FALSE;
    lxw_worksheet* sheet = workbook_add_worksheet(handle_, names_.back().c_str());
    if (sheet == nullptr) {
        fail_to_write(path_, lxw_strerror(LXW_ERROR_CREATING_TMPFILE));
    }
    if (rows == SheetRows::streamed) {
        streamed_.push_back(sheet);
    }
    return sheet;
}

std::size_t WorkbookFile::put(const WorkbookPlace& place, const report::Cell& cell,
                              const CellFormats& formats) {
    return std::visit(PutCell{*this, place, formats}, cell);
}

std::size_t WorkbookFile::put_linked(const WorkbookPlace& place, const std::string& text,
                                     const std::string& path) {
    const std::string url = link_to(path);
    if (url.empty() || text.empty()) {
        return put(place, text, {});
    }
    // Without the prefix external:, which turns each slash of the text into a backslash.
    check(worksheet_write_url_opt(place.sheet, row_of(place), column_of(place), url.c_str(),
                                  formats_.link, " ", nullptr));
    return put(place, text, {formats_.link, nullptr, nullptr});
}

void WorkbookFile::check(int lxw_error) {
    if (lxw_error != LXW_NO_ERROR) {
        fail_to_write(path_, lxw_strerror(static_cast<::lxw_error>(lxw_error)));
    }
}

void WorkbookFile::check_rows(lxw_worksheet* sheet) {
    // The library itself does not look whether its files take what it writes.
    if (std::ferror(sheet->optimize_tmpfile) != 0) {
        fail_to_write(path_, reason_of(error_of(sheet->optimize_tmpfile)));
    }
}

namespace {

struct Closing {
    lxw_error error;
    int reason;  ///< an errno; 0: not known
};

/// The library prints its errors, with names of its own and of hidden files; ours say it better.
/// Nothing else is printed meanwhile.
Closing closed(lxw_workbook* workbook) {
    std::FILE* const printed_to = stderr;
    std::FILE* const nothing = std::fopen("/dev/null", "we");
    if (nothing != nullptr) {
        stderr = nothing;
    }
    errno = 0;
    Closing closing{workbook_close(workbook), 0};
    closing.reason = errno;
    stderr = printed_to;
    if (nothing != nullptr) {
        std::fclose(nothing);
    }
    return closing;
}

}  // namespace

void WorkbookFile::finish() {
    std::map<std::string, std::int64_t> bytes_of_rows;
    for (lxw_worksheet* sheet : streamed_) {
        lxw_worksheet_write_single_row(sheet);
        static_cast<void>(std::fflush(sheet->optimize_tmpfile));
        check_rows(sheet);
        if (const off_t bytes = ::ftello(sheet->optimize_tmpfile); bytes > 0) {
            bytes_of_rows.emplace(fmt::format("xl/worksheets/sheet{}.xml", sheet->index + 1),
                                  bytes);
        }
    }
    const auto [error, reason] = closed(std::exchange(handle_, nullptr));
    if (error != LXW_NO_ERROR) {
        fail_to_write(path_, reason == 0 ? lxw_strerror(error) : reason_of(reason));
    }
    check_workbook(place_.written_to(), path_, bytes_of_rows);
    place_.keep();
}

}  // namespace koppelkans::io
