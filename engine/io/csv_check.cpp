#include "engine/io/csv_check.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/io/csv_quotes.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t bytes_a_read = 1 << 20;

void refuse(const domain::InputPlace& place, const std::optional<std::string>& fault) {
    if (fault) {
        throw domain::InputError(place, *fault);
    }
}

}  // namespace

void check_csv(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    const VsiFile file = open_vsi_file(name);
    std::vector<char> buffer(file ? bytes_a_read : 0);
    CsvQuotes quotes;
    while (file) {
        const std::size_t size = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        const std::string_view text(buffer.data(), size);
        const std::size_t zero = text.find('\0');
        quotes.follow(text.substr(0, zero));
        if (zero != std::string_view::npos) {
            throw domain::InputError(
                place, fmt::format("line {} of this CSV holds a byte 0, behind which rows would be "
                                   "lost; take such bytes out first, as tr -d '\\000' does",
                                   quotes.line()));
        }
        if (size < buffer.size()) {
            break;
        }
    }
    refuse(place, quotes.finish());
}

}  // namespace koppelkans::io
