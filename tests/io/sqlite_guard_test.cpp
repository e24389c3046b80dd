#include "engine/io/sqlite_guard.h"

#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/io/loopback.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;

TEST(ModuleOf, ReadsTheStatementAsSqliteDoes) {
    const std::pair<const char*, const char*> cases[] = {
        {"CREATE VIRTUAL TABLE t USING VirtualText('x.csv')", "VirtualText"},
        {"create virtual table if not exists t using rtree(id, a, b)", "rtree"},
        {"CREATE VIRTUAL TABLE if USING rtree(id, a, b)", "rtree"},
        {"CREATE VIRTUAL TABLE main.t USING rtree", "rtree"},
        {"CREATE VIRTUAL TABLE \"a using rtree\" USING \"VirtualText\"(1)", "VirtualText"},
        {"CREATE VIRTUAL TABLE 'it''s' USING [VirtualText]", "VirtualText"},
        {"CREATE/* USING rtree */VIRTUAL--x\nTABLE `t` USING/**/VirtualXL ('x.xls')", "VirtualXL"},
        {"CREATE VIRTUAL TABLE t", "?"},
        {"CREATE VIRTUAL TABLE t USING", "?"},
        {"CREATE VIRTUAL VIEW t", "?"},
        {"CREATE VIRTUAL /* USING rtree", "?"},
        {"CREATE TABLE virtual (id)", ""},
        {"CREATE TABLE t (a DEFAULT 'CREATE VIRTUAL TABLE t USING x')", ""},
        {"CREATE VIEW v AS SELECT 1", ""},
        {"", ""},
    };
    for (const auto& [statement, module] : cases) {
        EXPECT_EQ(module_of(statement), module) << statement;
    }
}

class SqliteSource : public SourceTest {
  protected:
    /// A database of two tables of plans, one of them with a geometry, and what `sql` adds; in both
    /// kinds of file.
    std::vector<std::string> databases(const std::string& sql) {
        std::vector<std::string> files;
        for (const char* driver : {"SQLite", "GPKG"}) {
            LayerSpec layer;
            layer.columns = {"id", "start"};
            layer.rows = {{"een", "2027", "POINT (170000 440000)"}};
            files.push_back(path(std::string("plannen.") + (driver[0] == 'G' ? "gpkg" : "sqlite")));
            std::filesystem::remove(files.back());
            write_dataset(driver, files.back(), {layer});
            run_plain(files.back(), sql);
            if (driver[0] == 'G') {
                run_plain(files.back(),
                          "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) "
                          "SELECT name, "
                          "'attributes', name FROM sqlite_master WHERE name IN ('lek', 'blik')");
            }
        }
        return files;
    }
    /// By SQLite alone, without GDAL's functions and tables.
    static void run_plain(const std::string& file, const std::string& sql) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
        char* fault = nullptr;
        EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &fault), SQLITE_OK)
            << fault << sql;
        sqlite3_close(database);
    }
    /// A virtual table as a hostile file has it: no program that writes it knows its module.
    static std::string virtual_table(const std::string& statement) {
        return fmt::format(
            "PRAGMA writable_schema = ON; INSERT INTO sqlite_master (type, name, tbl_name, "
            "rootpage, sql) VALUES "
            "('table', 'lek', 'lek', 0, '{}')",
            statement);
    }
    std::string outcome(const std::string& file, const std::string& laag) {
        BronConfiguration bron = riool(file);
        bron.laag = laag;
        try {
            Source source(bron, run_, rd_);
            std::string text;
            for (const domain::InputRow& row : all_rows(source)) {
                text += row.text(domain::Veld::id) + " " + row.text(domain::Veld::naam) + ";";
            }
            return text;
        } catch (const domain::InputError& error) {
            return error.what();
        }
    }
};

TEST_F(SqliteSource, ATableThatIsAFileElsewhereIsRefused) {
    const std::string secret = write("geheim.csv", "id;naam;start\n7;GEHEIM;2027\n");
    const Loopback server;
    for (const std::string& statement :
         {fmt::format("CREATE VIRTUAL TABLE lek USING VirtualText(\"{}\", \"UTF-8\", 1, POINT, "
                      "NONE, \";\")",
                      secret),
          fmt::format("CREATE VIRTUAL TABLE lek USING VirtualOGR(\"{}\", 0, \"geheim\")", secret),
          fmt::format("CREATE VIRTUAL TABLE lek USING VirtualOGR(\"/vsicurl/{}\", 0, \"x\")",
                      server.address("x.csv")),
          fmt::format("create/**/virtual table lek using \"virtualshape\"(\"{}\")", path("x"))}) {
        for (const std::string& file : databases(virtual_table(statement))) {
            // Whichever table is asked for: opening the file looks at all of them.
            for (const char* laag : {"lek", "plannen"}) {
                EXPECT_THAT(outcome(file, laag),
                            AllOf(HasSubstr("its table lek is a window on something else"),
                                  HasSubstr("save")))
                    << statement;
            }
        }
    }
    EXPECT_FALSE(server.was_called());
}

TEST_F(SqliteSource, AViewCallsNoFunctionThatReachesOut) {
    const Loopback server;
    const std::string secret = write("geheim.txt", "GEHEIM");
    for (const std::string& call :
         {fmt::format("load_extension('{}')", path("x.so")),
          fmt::format("CAST(BlobFromFile('{}') AS text)", secret),
          fmt::format("XB_LoadXML('{}')", server.address("x.xml")),
          fmt::format("XB_Create(CAST('<a/>' AS blob), 1, '{}')", server.address("x.xsd")),
          fmt::format("PROJ_SetDatabasePath('{}')", secret),
          std::string("SqlProc_FromText('SELECT 1', 'UTF-8')"),
          fmt::format("AsText(ST_Transform(MakePoint(5, 52, 4326), 28992, NULL, '+proj=pipeline "
                      "+step +proj=hgridshift +grids={}'))",
                      secret),
          fmt::format("ogr_geocode('{}')", server.address("x")),
          fmt::format("ogr_datasource_load_layers('/vsicurl/{}')", server.address("x.csv"))}) {
        for (const std::string& file : databases(
                 fmt::format("CREATE VIEW lek AS SELECT ogc_fid, 'een' AS id, {} AS naam FROM "
                             "(SELECT 1 AS ogc_fid)",
                             call))) {
            const std::string said = outcome(file, "lek");
            EXPECT_THAT(said, AnyOf(HasSubstr("cannot be"), HasSubstr("no layer lek")))
                << call << " in " << file;
            EXPECT_EQ(said.find("GEHEIM"), std::string::npos) << said;
        }
    }
    EXPECT_FALSE(server.was_called());
}

/// A file that is opened must not be looked for either: PROJ would say whether it is there.
TEST_F(SqliteSource, WhatReachesOutIsNamed) {
    for (const std::string& file :
         databases("CREATE VIEW lek AS SELECT ogc_fid, 'een' AS id, \"PROJ_SetDatabasePath\" /* */ "
                   "('x') AS naam FROM (SELECT 1 AS ogc_fid)")) {
        EXPECT_THAT(outcome(file, "plannen"),
                    AllOf(HasSubstr("lek calls PROJ_SetDatabasePath"), HasSubstr("save")));
    }
}

TEST_F(SqliteSource, AViewThatGivesNoRowIsGivenUp) {
    const int before = set_sqlite_patience(2);
    for (const std::string& file : databases(
             "CREATE VIEW lek AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM "
             "n) SELECT x AS ogc_fid, 'een' AS id, '2027' AS start FROM n WHERE x < 0")) {
        EXPECT_THAT(outcome(file, "lek"),
                    AnyOf(HasSubstr("interrupted"), HasSubstr("no layer lek")))
            << file;
    }
    set_sqlite_patience(before);
    EXPECT_EQ(before, 3000);
}

TEST_F(SqliteSource, WhatOrdinaryDatabasesHoldIsRead) {
    for (const std::string& file : databases("CREATE VIRTUAL TABLE zoek USING fts4(tekst);"
                                             "CREATE VIEW blik AS SELECT 1 AS ogc_fid, 'een' AS "
                                             "id, upper('naam') || ' van ' || count(*) AS naam, "
                                             "date('2027-01-01') AS start FROM plannen")) {
        EXPECT_EQ(outcome(file, "plannen"), "een ;") << file;
        EXPECT_EQ(outcome(file, "blik"), "een NAAM van 1;") << file;
    }
}

TEST_F(SqliteSource, TheGuardIsForTheThreadThatAsksForIt) {
    const std::string file =
        databases(virtual_table("CREATE VIRTUAL TABLE lek USING VirtualText(\"x\")"))[0];
    {
        const SqliteGuard guard;
        run_plain(file, "SELECT 1");
        EXPECT_THAT(guard.refusal(), HasSubstr("VirtualText"));
        std::thread([&file] { run_plain(file, "ATTACH ':memory:' AS more"); }).join();
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, "ATTACH ':memory:' AS more", nullptr, nullptr, nullptr),
                  SQLITE_ERROR);
        sqlite3_close(database);
    }
    run_plain(file, "ATTACH ':memory:' AS more");
}

}  // namespace
}  // namespace koppelkans::io
