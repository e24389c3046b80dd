#include "engine/io/csv_check.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/csv_quotes.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

void refuse(const domain::InputPlace& place, const std::optional<std::string>& fault) {
    if (fault) {
        throw domain::InputError(place, *fault);
    }
}

/// `sep=;` and the like, alone on the first line: a hint for Excel.
void refuse_hint(std::string_view text, const domain::InputPlace& place) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    constexpr std::string_view hint = "sep=";
    text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
    const std::string line(text.substr(0, std::min(text.find_first_of("\r\n"), hint.size() + 2)));
    if (line.size() == hint.size() + 1 && domain::folded(line).rfind(hint, 0) == 0) {
        throw domain::InputError(
            place, fmt::format("the first line of this CSV, {}, is a hint for Excel that would be "
                               "taken for the names of its columns; take that line out",
                               domain::trimmed(line)));
    }
}

std::string told_of_width(const CsvQuotes& lines) {
    if (lines.wide_rows() == 0) {
        return {};
    }
    return fmt::format(
        "{} more values than the header has columns{} line {}: what stands behind the last column "
        "is not read, and a separator inside a value, such as a decimal comma, shifts all values "
        "behind it; put such values between quotes",
        lines.wide_rows() == 1 ? std::string("1 row has")
                               : fmt::format("{} rows have", lines.wide_rows()),
        lines.wide_rows() == 1 ? ", on" : ", the first on", lines.wide_line());
}

}  // namespace

std::string check_csv(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    CsvQuotes quotes;
    bool is_begin = true;
    for (VsiParts parts(name); parts.next(); is_begin = false) {
        if (is_begin) {
            refuse_hint(parts.part(), place);
        }
        const std::size_t zero = parts.part().find('\0');
        quotes.follow(parts.part().substr(0, zero));
        if (zero != std::string_view::npos) {
            throw domain::InputError(
                place, fmt::format("line {} of this CSV holds a byte 0, behind which rows would be "
                                   "lost; take such bytes out first, as tr -d '\\000' does",
                                   quotes.line()));
        }
    }
    refuse(place, quotes.finish());
    return told_of_width(quotes);
}

}  // namespace koppelkans::io
