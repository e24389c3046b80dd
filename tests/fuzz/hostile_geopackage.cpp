#include "tests/fuzz/hostile_geopackage.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

#include "engine/io/result_file_sqlite.h"
#include "tests/fuzz/hostile_shape.h"

namespace koppelkans::fuzz {

namespace {

/// A connection whose every failure is one of the test itself.
class Database {
  public:
    explicit Database(const std::string& path)
        : connection_((std::filesystem::remove(path), std::ofstream(path), path),
                      io::SqliteMode::read_write, 0) {}
    void run(const std::string& sql) { check(connection_.run(sql), sql); }
    void check(bool well, const std::string& what) {
        if (!well) {
            throw std::runtime_error(what + ": " + connection_.message());
        }
    }
    sqlite3* handle() { return connection_.handle(); }

  private:
    io::SqliteConnection connection_;
};

void append_double(std::string& bytes, double value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// The head that GeoPackage puts before the WKB: right most of the time.
std::string head_of(Dice& dice, const Shape& shape) {
    static const std::vector<std::int32_t> odd_srs = {4326, 0, -1, 99999,
                                                      std::numeric_limits<std::int32_t>::min()};
    constexpr std::size_t doubles_of_envelope[] = {0, 4, 6, 6, 8, 0, 0, 0};
    std::string head = "GP";
    head += static_cast<char>(dice.one_in(40) ? dice.below(256) : 0);
    const std::size_t envelope = dice.one_in(25) ? 5 + dice.below(3) : dice.below(5);
    const bool is_empty = shape.points.empty() && shape.parts.empty();
    const std::size_t empty_flag = (is_empty != dice.one_in(40)) ? 0x10 : 0;
    head += static_cast<char>(1 | envelope << 1U | empty_flag | (dice.one_in(60) ? 0x20 : 0));
    const std::int32_t id = dice.harm_in(2) ? dice.of(odd_srs) : 28992;
    head.append(reinterpret_cast<const char*>(&id), sizeof id);
    for (std::size_t i = 0; i < doubles_of_envelope[envelope]; ++i) {
        append_double(head, dice.one_in(20) ? std::nan("") : 174000 + dice.share() * 300000);
    }
    return head;
}

void spoil(Dice& dice, std::string& bytes) {
    if (bytes.empty()) {
        return;
    }
    switch (dice.below(4)) {
        case 0:
            bytes.resize(dice.below(bytes.size()));
            break;
        case 1:
            bytes += std::string(dice.below(40), '\x01');
            break;
        case 2:
            bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
            break;
        default:  // a count, most likely
            bytes.replace(std::min<std::size_t>(13, bytes.size()), 4, "\xFF\xFF\xFF\x7F");
            break;
    }
}

Cell geometry_cell(Dice& dice, Extent extent) {
    static const std::vector<Cell> odd = {Cell(),
                                          Cell(),
                                          Cell(Blob{}),
                                          Cell(std::string("POINT (1 1)")),
                                          Cell(std::int64_t{5}),
                                          Cell(Blob{"GP"}),
                                          Cell(Blob{std::string(8, '\0')})};
    if (dice.harm_in(12)) {
        return dice.of(odd);
    }
    const Shape shape = hostile_shape(dice, extent);
    std::string bytes = head_of(dice, shape);
    bytes += wkb_of(shape, dice.one_in(6) ? Endian::big : Endian::little);
    if (dice.harm_in(15)) {
        spoil(dice, bytes);
    }
    return Blob{bytes};
}

/// What is bound must live until the step.
void bind(io::SqliteStatement& statement, int at, const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        statement.bind(at, *whole);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        statement.bind(at, *real);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        statement.bind_text(at, *text);
    } else if (const auto* blob = std::get_if<Blob>(&cell)) {
        statement.bind_bytes(at, blob->bytes);
    } else {
        statement.bind_null(at);
    }
}

void make_tables_of_contents(Dice& dice, Database& database, std::int64_t rows) {
    static const std::vector<std::string> kinds = {"GEOMETRY", "GEOMETRY", "GEOMETRY", "POLYGON",
                                                   "POINT",    "CURVE",    "geometry", "ONBEKEND"};
    static const std::vector<std::string> extents = {
        "NULL, NULL, NULL, NULL", "174000, 442000, 175000, 443000", "1e300, -1e300, 5, 'x'",
        "9, 9, -9, -9", "-180, -90, 180, 90"};
    database.run(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, "
        "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT "
        "NOT NULL, description TEXT);"
        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, "
        "identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, "
        "min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);"
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
        "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT "
        "NOT NULL);"
        "CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER);"
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('RD', 28992, 'EPSG', 28992, '', ''), ('none', 0, "
        "'NONE', 0, 'undefined', ''), ('none', -1, 'NONE', -1, 'undefined', ''), ('WGS 84', 4326, "
        "'EPSG', 4326, '', ''), ('lie', 7, 'EPSG', 28992, 'GEOGCS[\"\"', '');");
    static const std::vector<int> odd_srs = {4326, 0, -1, 7, 31370};
    const int id = dice.harm_in(2) ? dice.of(odd_srs) : 28992;
    database.run(
        fmt::format("INSERT INTO gpkg_contents VALUES ('plannen', 'features', 'plannen', "
                    "'', 'gisteren', {}, {});",
                    dice.of(extents), id));
    database.run(fmt::format(
        "INSERT INTO gpkg_geometry_columns VALUES ('plannen', 'geom', '{}', {}, {}, {});",
        dice.of(kinds), id, dice.below(4), dice.below(3)));
    static const std::vector<std::int64_t> claims = {0, -5, 1,
                                                     std::numeric_limits<std::int64_t>::max()};
    if (dice.one_in(2)) {
        database.run(fmt::format("INSERT INTO gpkg_ogr_contents VALUES ('plannen', {});",
                                 dice.one_in(2) ? rows : dice.of(claims)));
    }
}

/// The row's own number: small, or any that SQLite takes.
Cell row_number(Dice& dice, std::int64_t row, bool odd) {
    if (!odd) {
        return row + 1;
    }
    return static_cast<std::int64_t>(dice.one_in(2) ? std::numeric_limits<std::int64_t>::max() - row
                                                    : -row - 1);
}

void fill(Dice& dice, Database& database, const std::vector<Column>& columns, std::int64_t rows) {
    std::string definition = "fid INTEGER PRIMARY KEY";
    std::string marks = "?, ?";
    for (const Column& column : columns) {
        definition += fmt::format(", \"{}\" {}", column.name, column.declared);
        marks += ", ?";
    }
    database.run("CREATE TABLE plannen (" + definition + ", geom BLOB);");
    io::SqliteStatement statement(database.handle(), "INSERT INTO plannen VALUES (" + marks + ")");
    const bool odd_numbers = dice.one_in(8);
    for (std::int64_t row = 0; row < rows; ++row) {
        std::vector<Cell> cells = {row_number(dice, row, odd_numbers)};
        for (const Column& column : columns) {
            cells.push_back(hostile_cell(dice, column, static_cast<std::size_t>(row)));
        }
        cells.push_back(geometry_cell(dice, extent_among(rows)));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            bind(statement, static_cast<int>(i) + 1, cells[i]);
        }
        database.check(statement.step(), "a row");
    }
}

}  // namespace

void write_hostile_geopackage(Dice& dice, const std::vector<Column>& columns, std::int64_t rows,
                              const std::string& path) {
    Database database(path);
    database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    database.run("PRAGMA application_id = 1196444487; PRAGMA user_version = 10300; BEGIN;");
    make_tables_of_contents(dice, database, rows);
    fill(dice, database, columns, rows);
    database.run("COMMIT;");
}

}  // namespace koppelkans::fuzz
