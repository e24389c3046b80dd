#include "engine/io/sqlite_reals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::AllOf;
using ::testing::HasSubstr;

class SqliteRealsTest : public SourceTest {
  protected:
    /// Three plans of which SQL says the width.
    std::string file(const std::string& driver, const std::string& width) {
        LayerSpec layer;
        layer.columns = {"id:real", "werkafstand:real", "start"};
        layer.options = {"SPATIAL_INDEX=NO"};
        layer.rows = {{"1714100000730123", "2.5", "2027", "POINT (155000 463000)"},
                      {"2", "0.1", "2027", "POINT (155000 463000)"},
                      {"3", "NULL", "2027", "POINT (155000 463000)"}};
        std::string name = path(driver + (driver == "GPKG" ? ".gpkg" : ".sqlite"));
        write_dataset(driver, name, {layer});
        run_sql(name, "UPDATE plannen SET werkafstand = " + width + " WHERE id = 2");
        return name;
    }
    std::vector<std::string> widths_of(const BronConfiguration& bron) {
        Source source(bron, run_, rd_);
        std::vector<std::string> widths;
        for (const InputRow& row : all_rows(source)) {
            widths.push_back(row.text(Veld::werkafstand));
            ids_.push_back(row.text(Veld::id));
        }
        return widths;
    }
    std::vector<std::string> ids_;
};

TEST_F(SqliteRealsTest, ATextAmongRealNumbersStaysWhatItIs) {
    for (const char* driver : {"GPKG", "SQLite"}) {
        for (const char* width : {"2,5", "5 m", "voorjaar"}) {
            ids_.clear();
            EXPECT_THAT(widths_of(riool(file(driver, std::string("'") + width + "'"))),
                        testing::ElementsAre("2.5", width, ""));
            EXPECT_THAT(ids_, testing::ElementsAre("1714100000730123", "2", "3"));
        }
    }
}

TEST_F(SqliteRealsTest, NumbersAreReadToTheirLastDigit) {
    EXPECT_THAT(widths_of(riool(file("GPKG", "0.1 + 0.2"))),
                testing::ElementsAre("2.5", "0.30000000000000004", ""));
}

TEST_F(SqliteRealsTest, AViewWithSuchATextIsRefusedAndOneWithoutIsRead) {
    for (const char* width : {"'2,5'", "2"}) {
        BronConfiguration bron = riool(file("GPKG", width));
        run_sql(bron.bron,
                "CREATE VIEW v AS SELECT * FROM plannen; INSERT INTO gpkg_contents (table_name, "
                "identifier, data_type, srs_id) VALUES ('v', 'v', 'attributes', 0)");
        bron.laag = "v";
        if (width[0] == '\'') {
            EXPECT_THAT(input_error([&] { widths_of(bron); }),
                        AllOf(HasSubstr("its column werkafstand of numbers holds texts"),
                              HasSubstr("save it as a table")));
        } else {
            EXPECT_THAT(widths_of(bron), testing::ElementsAre("2.5", "2", ""));
        }
    }
}

TEST_F(SqliteRealsTest, ATableWithoutAKeyIsLookedUpByItsRowid) {
    BronConfiguration bron = riool(file("SQLite", "2"));
    bron.laag = "de \"plannen";
    for (const char* sql :
         {"CREATE TABLE \"de \"\"plannen\" (id TEXT, start TEXT, werkafstand REAL)",
          "INSERT INTO \"de \"\"plannen\" VALUES ('a', '2027', '2,5'), ('b', '2027', 3), "
          "('c', '2027', '4,5')",
          "DELETE FROM \"de \"\"plannen\" WHERE id = 'a'"}) {
        run_sql(bron.bron, sql);
    }
    EXPECT_THAT(widths_of(bron), testing::ElementsAre("3", "4,5"));
}

}  // namespace
}  // namespace koppelkans::io
