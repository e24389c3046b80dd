#include "engine/io/zero_bytes.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <cpl_vsi.h>

#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t bytes_a_read = 1 << 20;

struct FileClose {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

}  // namespace

std::optional<std::int64_t> line_of_zero_byte(const std::string& name) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    const std::unique_ptr<VSILFILE, FileClose> file(VSIFOpenL(name.c_str(), "rb"));
    std::vector<char> buffer(file ? bytes_a_read : 0);
    std::int64_t line = 1;
    while (file) {
        const std::size_t size = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        const auto end = buffer.begin() + static_cast<std::ptrdiff_t>(size);
        const auto zero = std::find(buffer.begin(), end, '\0');
        line += std::count(buffer.begin(), zero, '\n');
        if (zero != end) {
            return line;
        }
        if (size < buffer.size()) {
            break;
        }
    }
    return std::nullopt;
}

}  // namespace koppelkans::io
