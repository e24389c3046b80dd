#include "engine/io/csv_check.h"

#include <string_view>

#include <fmt/format.h>

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

}  // namespace

void check_csv(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    CsvQuotes quotes;
    for (VsiParts parts(name); parts.next();) {
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
}

}  // namespace koppelkans::io
