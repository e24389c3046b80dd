#include "engine/io/shapefile_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace fs = std::filesystem;
using domain::InputError;

namespace {

// ESRI Shapefile Technical Description (1998): lengths and offsets are in words of two bytes.
constexpr std::int64_t bytes_a_word = 2;
constexpr std::int64_t header_bytes = 100;
constexpr std::int64_t length_at = 24;  ///< of the file, in its header
constexpr std::size_t index_bytes = 8;  ///< an entry of the .shx, and what stands before a shape
constexpr std::int64_t rows_at = 4;     ///< in the header of a .dbf
constexpr std::size_t entries_a_read = 1 << 15;

std::int64_t big_endian(const unsigned char* bytes) {
    return std::int64_t{bytes[0]} << 24 | std::int64_t{bytes[1]} << 16 |
           std::int64_t{bytes[2]} << 8 | std::int64_t{bytes[3]};
}

std::int64_t little_endian(const unsigned char* bytes) {
    return std::int64_t{bytes[3]} << 24 | std::int64_t{bytes[2]} << 16 |
           std::int64_t{bytes[1]} << 8 | std::int64_t{bytes[0]};
}

template <std::size_t N>
std::optional<std::array<unsigned char, N>> bytes_at(VSILFILE* file, std::int64_t at) {
    std::array<unsigned char, N> bytes{};
    if (file == nullptr || VSIFSeekL(file, static_cast<vsi_l_offset>(at), SEEK_SET) != 0 ||
        VSIFReadL(bytes.data(), 1, N, file) != N) {
        return std::nullopt;
    }
    return bytes;
}

std::string file_of(const std::vector<std::string>& files, const std::string& layer,
                    std::string_view ending) {
    for (const std::string& file : files) {
        if (fs::path(file).stem() == layer &&
            domain::folded(fs::path(file).extension().string()) == ending) {
            return file;
        }
    }
    return {};
}

struct Index {
    std::int64_t shapes = 0;
    std::int64_t end = header_bytes;  ///< behind the last shape that it knows, in the .shp
};

/// Empty where the file ends before it should, which GDAL tells itself.
std::optional<Index> index_of(const std::string& shx) {
    const VsiFile file = open_vsi_file(shx);
    const auto length = bytes_at<4>(file.get(), length_at);
    if (!length || !bytes_at<1>(file.get(), header_bytes - 1)) {
        return std::nullopt;
    }
    Index index;
    index.shapes =
        std::max<std::int64_t>((bytes_a_word * big_endian(length->data()) - header_bytes) /
                                   static_cast<std::int64_t>(index_bytes),
                               0);
    std::vector<unsigned char> bytes(entries_a_read * index_bytes);
    for (std::int64_t read = 0; read < index.shapes;) {
        const auto wanted =
            static_cast<std::size_t>(std::min<std::int64_t>(index.shapes - read, entries_a_read));
        if (VSIFReadL(bytes.data(), index_bytes, wanted, file.get()) != wanted) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < wanted; ++i) {
            const unsigned char* entry = bytes.data() + i * index_bytes;
            const std::int64_t end = bytes_a_word * (big_endian(entry) + big_endian(entry + 4)) +
                                     static_cast<std::int64_t>(index_bytes);
            index.end = std::max(index.end, end);
        }
        read += static_cast<std::int64_t>(wanted);
    }
    return index;
}

/// Where the .shx ends the .shp goes on with the next shape. Any other number is a shape as it was
/// before it was edited.
bool holds_more(const std::string& shp, const Index& index) {
    const VsiFile file = open_vsi_file(shp);
    const auto length = bytes_at<4>(file.get(), length_at);
    const auto before_shape = bytes_at<index_bytes>(file.get(), index.end);
    if (!length || !before_shape) {
        return false;
    }
    const std::int64_t end = index.end + static_cast<std::int64_t>(index_bytes) +
                             bytes_a_word * big_endian(before_shape->data() + 4);
    return big_endian(before_shape->data()) == index.shapes + 1 &&
           end <= bytes_a_word * big_endian(length->data());
}

/// A column of texts in a .dbf, and where it stands in a row.
struct TextColumn {
    std::string name;
    std::size_t at = 0;
    std::size_t length = 0;
};

struct Rows {
    std::int64_t begin = 0;
    std::size_t length = 0;  ///< of a row; 0 where the header cannot be read
    std::vector<TextColumn> texts;
    std::vector<std::string> memos;
};

Rows rows_of(VSILFILE* dbf) {
    constexpr std::size_t column_bytes = 32;
    const auto header = bytes_at<column_bytes>(dbf, 0);
    Rows rows;
    if (!header) {
        return rows;
    }
    rows.begin = (*header)[8] | (*header)[9] << 8;
    rows.length = static_cast<std::size_t>((*header)[10] | (*header)[11] << 8);
    std::size_t place = 1;  // behind the mark of a deleted row
    for (std::int64_t at = column_bytes; at + 1 < rows.begin; at += column_bytes) {
        const auto column = bytes_at<column_bytes>(dbf, at);
        constexpr unsigned char end_of_columns = 0x0D;
        if (!column || (*column)[0] == end_of_columns) {
            break;
        }
        const auto* const letters = reinterpret_cast<const char*>(column->data());
        const std::string name(letters, strnlen(letters, 11));
        const std::size_t length = (*column)[16];
        if ((*column)[11] == 'C' && place + length <= rows.length) {
            rows.texts.push_back({name, place, length});
        } else if ((*column)[11] == 'M') {
            rows.memos.push_back(name);
        }
        place += length;
    }
    return rows;
}

/// Something else than blanks and more of them stands behind a byte 0.
bool goes_on_behind_zero(std::string_view text) {
    const std::size_t zero = text.find('\0');
    return zero != text.npos &&
           text.find_first_not_of(std::string_view("\0 ", 2), zero) != text.npos;
}

}  // namespace

void check_shapefile(const std::vector<std::string>& files, const std::string& layer,
                     const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    const std::string shp = file_of(files, layer, ".shp");
    if (shp.empty()) {
        return;
    }
    const std::string dbf = file_of(files, layer, ".dbf");
    if (dbf.empty()) {
        throw InputError(place,
                         "the .dbf beside this .shp is missing; a shapefile is at least .shp, .shx "
                         "and .dbf, so ask for all of its files");
    }
    const std::optional<Index> index = index_of(file_of(files, layer, ".shx"));
    const auto rows = bytes_at<4>(open_vsi_file(dbf).get(), rows_at);
    if (!index || !rows) {
        return;
    }
    if (index->shapes != little_endian(rows->data())) {
        throw InputError(
            place, fmt::format("its .shx counts {} shapes and its .dbf {} rows, so rows would be "
                               "lost or get the shape of another; these files do not belong "
                               "together, so ask for all of them again",
                               index->shapes, little_endian(rows->data())));
    }
    if (holds_more(shp, *index)) {
        throw InputError(
            place, fmt::format("its .shp holds a shape {} and its .shx counts {} shapes, so rows "
                               "would be lost; these files do not belong together, so ask for all "
                               "of them again",
                               index->shapes + 1, index->shapes));
    }
}

LostTexts memos_of(const std::vector<std::string>& files, const std::string& layer) {
    const GdalErrors errors;
    const std::string dbf = file_of(files, layer, ".dbf");
    LostTexts lost;
    for (const std::string& memo :
         dbf.empty() ? std::vector<std::string>() : rows_of(open_vsi_file(dbf).get()).memos) {
        lost.emplace(domain::folded(memo),
                     "it is a memo, of which a .dbf holds the number of a place in another file; "
                     "ask for it as a column of texts");
    }
    return lost;
}

std::string told_of_zeros(const std::vector<std::string>& files, const std::string& layer) {
    const GdalErrors errors;
    const std::string dbf = file_of(files, layer, ".dbf");
    const VsiFile file = open_vsi_file(dbf);
    const Rows rows = dbf.empty() ? Rows() : rows_of(file.get());
    if (rows.length == 0 ||
        VSIFSeekL(file.get(), static_cast<vsi_l_offset>(rows.begin), SEEK_SET) != 0) {
        return {};
    }
    const std::size_t rows_a_read = std::max<std::size_t>((1 << 20) / rows.length, 1);
    std::string bytes(rows_a_read * rows.length, '\0');
    std::set<std::string> columns;
    for (std::size_t read = rows_a_read; read == rows_a_read;) {
        read = VSIFReadL(bytes.data(), rows.length, rows_a_read, file.get());
        const std::string_view part(bytes.data(), read * rows.length);
        // Most parts hold none, which is soon found.
        for (std::size_t zero = part.find('\0'); zero != part.npos;) {
            const std::string_view row = part.substr(zero / rows.length * rows.length, rows.length);
            for (const TextColumn& column : rows.texts) {
                if (row[0] != '*' && goes_on_behind_zero(row.substr(column.at, column.length))) {
                    columns.insert(column.name);
                }
            }
            zero = part.find('\0', (zero / rows.length + 1) * rows.length);
        }
    }
    return columns.empty()
               ? std::string()
               : fmt::format(
                     "texts of {} go on behind a byte 0 in the .dbf; they are read up to "
                     "there, as all programs read them",
                     fmt::join(columns, ", "));
}

}  // namespace koppelkans::io
