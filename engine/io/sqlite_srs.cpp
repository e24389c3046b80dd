#include "engine/io/sqlite_srs.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/io/sqlite_guard.h"
#include "engine/io/sqlite_reals.h"

namespace koppelkans::io {

namespace {

/// Where a geometry of the format begins to say things.
struct Format {
    const char* layers;  ///< its column of geometry and its CRS, by the name of a table
    std::size_t order;   ///< the byte of which the last bit is set where the lowest byte is first
    std::size_t srs;     ///< where its four bytes begin
    std::size_t mark;    ///< a byte that other blobs do not have there
    unsigned char marked;
};
constexpr std::array<Format, 2> formats = {{
    // GeoPackage 1.3, clause 2.1.3.1.1: GP, a version, flags, srs_id
    {"SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?1)", 3,
     4, 1, 'P'},
    // BLOB-Geometry of SpatiaLite: 0, the order, SRID, a box, 0x7C
    {"SELECT f_geometry_column, srid FROM geometry_columns WHERE lower(f_table_name) = lower(?1)",
     1, 2, 38, 0x7C},
}};
constexpr int begin_of_blob = 39;

struct Layer {
    const Format* format;
    std::string column;
    std::int64_t srs;
};

std::optional<Layer> layer_of(sqlite3* connection, const std::string& table) {
    for (const Format& format : formats) {
        const SqliteStatement layer = prepared(connection, format.layers);
        if (layer == nullptr) {
            continue;
        }
        sqlite3_bind_text(layer.get(), 1, table.c_str(), -1, SQLITE_TRANSIENT);
        sqlite_gave_a_row();
        if (sqlite3_step(layer.get()) != SQLITE_ROW) {
            continue;
        }
        const auto* name = reinterpret_cast<const char*>(sqlite3_column_text(layer.get(), 0));
        return Layer{&format, name == nullptr ? "" : name, sqlite3_column_int64(layer.get(), 1)};
    }
    return std::nullopt;
}

/// Of the begin of a geometry; 0 where it says none.
std::int32_t srs_of(const unsigned char* bytes, std::size_t count, const Format& format) {
    if (bytes == nullptr || count <= format.mark || count < format.srs + 4 ||
        bytes[format.mark] != format.marked) {
        return 0;
    }
    const bool is_little = (bytes[format.order] & 1U) != 0;
    std::uint32_t srs = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        srs = (srs << 8U) | bytes[format.srs + (is_little ? 3 - i : i)];
    }
    return static_cast<std::int32_t>(srs);
}

}  // namespace

std::string told_of_other_srs(void* connection, const std::string& table, const std::string& key) {
    auto* const database = static_cast<sqlite3*>(connection);
    const std::optional<Layer> layer =
        database == nullptr ? std::nullopt : layer_of(database, table);
    if (!layer) {
        return {};
    }
    const SqliteStatement rows = prepared(
        database,
        fmt::format("SELECT substr({}, 1, {}), {} FROM {}", sqlite_name(layer->column),
                    begin_of_blob, key.empty() ? "_rowid_" : sqlite_name(key), sqlite_name(table)));
    if (rows == nullptr) {
        return {};
    }
    std::int64_t count = 0;
    std::int64_t first_row = 0;
    std::int32_t first_srs = 0;
    sqlite_gave_a_row();
    while (sqlite3_step(rows.get()) == SQLITE_ROW) {
        sqlite_gave_a_row();
        const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(rows.get(), 0));
        const std::int32_t srs = srs_of(
            bytes, static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), 0)), *layer->format);
        if (srs > 0 && srs != layer->srs && count++ == 0) {
            first_row = sqlite3_column_int64(rows.get(), 1);
            first_srs = srs;
        }
    }
    return count == 0 ? std::string()
                      : fmt::format(
                            "geometries of {} {} say another CRS than their layer: the "
                            "first, of row {}, says srs_id {}, and the layer {}, as which "
                            "all are read",
                            count, count == 1 ? "row" : "rows", first_row, first_srs, layer->srs);
}

}  // namespace koppelkans::io
