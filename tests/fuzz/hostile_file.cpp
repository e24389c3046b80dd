#include "tests/fuzz/hostile_file.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/fuzz/hostile_cells.h"
#include "tests/fuzz/hostile_geopackage.h"
#include "tests/fuzz/hostile_shape.h"

namespace koppelkans::fuzz {

namespace {

std::size_t row_count(Dice& dice) {
    return dice.one_in(20) ? 0 : dice.one_in(200) ? 300 : 1 + dice.below(25);
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) {
        throw std::runtime_error("cannot write " + path);
    }
}

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            json += c;
        }
    }
    return json + "\"";
}

/// A value of JSON, now and then one that holds others.
std::string json_value(Dice& dice, const Cell& cell) {
    static const std::vector<std::string> odd = {
        "[]", "{}", "[1,\"a\",null]", "true", R"({"a":1})", "-0", "1e999", "[[]]", R"("\ud800")"};
    if (dice.harm_in(25)) {
        return dice.of(odd);
    }
    if (std::holds_alternative<std::monostate>(cell)) {
        return "null";
    }
    if (std::holds_alternative<std::int64_t>(cell)) {
        return text_of_cell(cell);
    }
    if (const auto* real = std::get_if<double>(&cell)) {
        return *real > 1e307 ? "1e308" : fmt::format("{}", *real);
    }
    return json_text(text_of_cell(cell));
}

std::string json_feature(Dice& dice, const std::vector<Column>& columns, std::size_t row,
                         Extent extent) {
    static const std::vector<std::string> ids = {
        "1", "-1", "0", "\"R-1\"", "9223372036854775807", "1.5", "null"};
    std::string feature = R"({"type":"Feature")";
    if (dice.one_in(6)) {
        feature += R"(,"id":)" + dice.of(ids);
    }
    std::string properties;
    for (const Column& column : columns) {
        if (column.name == "rij" || !dice.one_in(10)) {
            properties +=
                fmt::format("{}{}:{}", properties.empty() ? "" : ",", json_text(column.name),
                            json_value(dice, hostile_cell(dice, column, row)));
        }
    }
    feature += R"(,"properties":{)" + properties + "}";
    const std::string geometry =
        dice.harm_in(12) ? "null" : geojson_of(hostile_shape(dice, extent));
    return feature + R"(,"geometry":)" + geometry + "}";
}

HostileFile write_geojson(Dice& dice, const std::vector<Column>& columns, const std::string& stem) {
    static const std::vector<std::string> crs = {
        R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},)",
        R"("crs":{"type":"name","properties":{"name":"EPSG:28992"}},)",
        R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)",
        R"("crs":null,)", ""};
    HostileFile file{stem + ".geojson", static_cast<std::int64_t>(row_count(dice))};
    const Extent extent = extent_among(file.rows);
    const std::size_t which = dice.harm_in(4) ? dice.below(crs.size()) : 0;
    std::string text = R"({"type":"FeatureCollection",)" + crs[which];
    if (dice.one_in(5)) {
        text += R"("bbox":[0,"a",1e400,null],"name":"warmtenet",)";
    }
    text += R"("features":[)";
    for (std::int64_t row = 0; row < file.rows; ++row) {
        text += (row == 0 ? "\n" : ",\n") +
                json_feature(dice, columns, static_cast<std::size_t>(row), extent);
    }
    write_text(file.path, text + "\n]}\n");
    return file;
}

std::string csv_value(std::string_view text) {
    std::string value = "\"";
    for (const char c : text) {
        value += c == '"' ? "\"\"" : std::string(1, c);
    }
    return value + "\"";
}

HostileFile write_csv(Dice& dice, const std::vector<Column>& columns, const std::string& stem) {
    const std::vector<std::string> numbers = {"174100,5", "442100.25", "1e300", "nan", "",
                                              "0x1p3",    "1e-400",    "-inf",  "drie"};
    HostileFile file{stem + ".csv", static_cast<std::int64_t>(row_count(dice))};
    const Extent extent = extent_among(file.rows);
    const char mark = dice.one_in(3) ? ';' : ',';
    const bool has_wkt = !dice.harm_in(4);
    std::string text = dice.one_in(4) ? "\xEF\xBB\xBF" : "";
    for (const Column& column : columns) {
        text += column.name + mark;
    }
    text += has_wkt ? "wkt\n" : std::string("x") + mark + "y\n";
    for (std::int64_t row = 0; row < file.rows; ++row) {
        for (const Column& column : columns) {
            text +=
                csv_value(text_of_cell(hostile_cell(dice, column, static_cast<std::size_t>(row)))) +
                mark;
        }
        text += has_wkt ? csv_value(wkt_of(hostile_shape(dice, extent)))
                        : csv_value(dice.of(numbers)) + mark + csv_value(dice.of(numbers));
        text += dice.one_in(2) ? "\r\n" : "\n";
    }
    write_text(file.path, text);
    return file;
}

}  // namespace

HostileFile write_hostile_file(Dice& dice, Role role, const std::string& stem) {
    std::vector<Column> columns = hostile_columns(dice);
    if (role == Role::buurten) {
        columns.push_back({"bu_code", "TEXT", About::id});
    }
    const std::size_t kind = dice.below(role == Role::buurten ? 5 : 7);
    if (kind < 2) {
        return write_geojson(dice, columns, stem);
    }
    if (kind < 5) {
        const auto rows = static_cast<std::int64_t>(row_count(dice));
        write_hostile_geopackage(dice, columns, rows, stem + ".gpkg");
        return {stem + ".gpkg", rows};
    }
    return write_csv(dice, columns, stem);
}

}  // namespace koppelkans::fuzz
