#include "engine/io/result_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using io::result_table;
using report::Cell;
using report::ColumnKind;
using report::Table;
using testing::HasSubstr;

using Row = std::vector<Cell>;

std::vector<Row> all_rows(const Table& table) {
    std::vector<Row> rows;
    for (Row cells; table.next(cells);) {
        rows.push_back(cells);
    }
    return rows;
}

/// The value of a column by its name.
Cell at(const Table& table, const Row& row, const std::string& name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].name == name) {
            return row.at(i);
        }
    }
    throw std::out_of_range(name);
}

Cell text(const char* value) {
    return std::string(value);
}

/// Changes a result behind the back of its spatial indexes, whose triggers need functions of GDAL.
void change(const std::string& path, const std::string& sql) {
    std::string all;
    for (const std::string& drop :
         rows_of(path,
                 "SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_master "
                 "WHERE type = 'trigger'")) {
        all += drop;
    }
    all += sql;
    sqlite3* file = nullptr;
    sqlite3_open(path.c_str(), &file);
    EXPECT_EQ(sqlite3_exec(file, all.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(file);
    sqlite3_close(file);
}

/// The scene as a file.
class ResultTables : public testing::Test {
  protected:
    ResultTables() : path_(folder_.file("x.gpkg")) { Scene().write(path_); }

    const TestFolder folder_;
    const std::string path_;
};

TEST_F(ResultTables, have_a_column_a_field) {
    const Table table = result_table(path_, Layer::koppelkansen, {"Koppelkansen", {}});
    EXPECT_EQ(table.name, "koppelkansen");
    EXPECT_EQ(table.titel, "Koppelkansen");
    const auto& fields = domain::definition(Layer::koppelkansen).fields;
    ASSERT_EQ(table.columns.size(), fields.size());
    EXPECT_EQ(table.columns[2].name, "buurtnaam");
    EXPECT_EQ(table.columns[2].titel, "Buurt");
    const auto kind = [&table](const std::string& name) {
        return std::find_if(table.columns.begin(), table.columns.end(),
                            [&name](const auto& column) { return column.name == name; })
            ->kind;
    };
    EXPECT_EQ(kind("naam_a"), ColumnKind::text);
    EXPECT_EQ(kind("tussentijd_min"), ColumnKind::integer);
    EXPECT_EQ(kind("oppervlakte_m2"), ColumnKind::real);
    EXPECT_EQ(kind("start_a"), ColumnKind::date);
    EXPECT_EQ(kind("al_samen"), ColumnKind::boolean);
}

TEST_F(ResultTables, take_their_titels_from_the_caller) {
    const Table table = result_table(
        path_, Layer::risicos,
        {"Risks", [](const domain::Field& field) { return std::string(field.name) + "!"; }});
    EXPECT_EQ(table.titel, "Risks");
    EXPECT_EQ(table.columns[0].titel, "risico_id!");
}

TEST_F(ResultTables, give_the_rows_of_the_file) {
    const Table table = result_table(path_, Layer::koppelkansen, {});
    const std::vector<Row> rows = all_rows(table);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(at(table, rows[0], "koppelkans_id"), text("BU0001-0123456789ab"));
    EXPECT_EQ(at(table, rows[0], "tussentijd_min"), Cell(std::int64_t{122}));
    EXPECT_EQ(at(table, rows[0], "gedeeld_m3"), Cell(60.5));
    EXPECT_EQ(at(table, rows[0], "eerste_start"), Cell(day("2027-01-01")));
    EXPECT_EQ(at(table, rows[0], "volgorde_strijdig"), Cell(true));
    EXPECT_EQ(at(table, rows[1], "eerste_start"), Cell()) << "an open start is NULL";
    EXPECT_EQ(at(table, rows[1], "gedeeld_m3"), Cell());
    const Table opgaven = result_table(path_, Layer::opgaven, {});
    EXPECT_EQ(at(opgaven, all_rows(opgaven).at(0), "tijd_onbekend"), Cell(false));
}

TEST_F(ResultTables, end_once_and_for_all) {
    const Table table = result_table(path_, Layer::buurten, {});
    EXPECT_EQ(all_rows(table).size(), 3U);
    Row cells;
    EXPECT_FALSE(table.next(cells));
    EXPECT_FALSE(table.next(cells));
}

TEST_F(ResultTables, can_be_made_of_every_layer) {
    for (const domain::LayerDefinition& definition : domain::layer_definitions()) {
        EXPECT_TRUE(io::result_has(path_, definition.layer)) << definition.name;
        const Table table = result_table(path_, definition.layer, {});
        for (const Row& row : all_rows(table)) {
            EXPECT_EQ(row.size(), table.columns.size()) << definition.name;
        }
    }
}

TEST_F(ResultTables, follow_the_fid_whatever_the_order_in_the_file) {
    change(path_, "UPDATE afgekeurd SET fid = 1000 WHERE fid = 1");
    const Table table = result_table(path_, Layer::afgekeurd, {});
    const std::vector<Row> rows = all_rows(table);
    ASSERT_GE(rows.size(), 2U);
    EXPECT_EQ(at(table, rows.front(), "detail"), text("start 'ooit'"));
}

TEST_F(ResultTables, keep_what_is_no_day_as_a_text) {
    change(path_, "UPDATE opgaven SET start = 'ooit', eind = ''");
    const Table table = result_table(path_, Layer::opgaven, {});
    const std::vector<Row> rows = all_rows(table);
    EXPECT_EQ(at(table, rows.at(0), "start"), text("ooit"));
    EXPECT_EQ(at(table, rows.at(0), "eind"), text(""));
}

TEST_F(ResultTables, keep_the_bytes_of_a_text) {
    change(path_, "UPDATE opgaven SET naam = CAST(x'61FF00620D0A' AS TEXT)");
    const Table table = result_table(path_, Layer::opgaven, {});
    EXPECT_EQ(at(table, all_rows(table).at(0), "naam"), Cell(std::string("a\xFF\0b\r\n", 6)));
}

TEST(ResultTableFaults, name_the_file) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    EXPECT_EQ(refusal([&] { result_table(path, Layer::risicos, {}); }),
              path + ": there is no such file");
    write_bytes(path, "text that is no database, and long enough to have a header of one ...");
    EXPECT_THAT(refusal([&] { io::result_has(path, Layer::risicos); }),
                HasSubstr("cannot read " + path));
    Scene().write(folder.file("few.gpkg"), {"koppelkansen", "buurten", "opgaven"});
    EXPECT_FALSE(io::result_has(folder.file("few.gpkg"), Layer::risicos));
    EXPECT_EQ(refusal([&] { result_table(folder.file("few.gpkg"), Layer::risicos, {}); }),
              folder.file("few.gpkg") + ": it does not hold the layer risicos");
    change(folder.file("few.gpkg"), "ALTER TABLE opgaven DROP COLUMN budget");
    EXPECT_THAT(refusal([&] { result_table(folder.file("few.gpkg"), Layer::opgaven, {}); }),
                HasSubstr("no such column: opgaven.budget"));
}

}  // namespace

}  // namespace koppelkans::test
