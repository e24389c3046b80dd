#include "engine/io/result_reader.h"

#include <filesystem>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/geometry/geometry.h"
#include "engine/io/result_file_sqlite.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using io::ResultGeometry;
using testing::ElementsAre;
using testing::HasSubstr;

/// The scene as a file, read back.
class ReadBack : public testing::Test {
  protected:
    ReadBack() : path_(folder_.file("x.gpkg")) {
        Scene().write(path_);
        data_ = io::read_result(path_);
    }
    const report::ResultData& data() const { return data_; }

    const TestFolder folder_;
    const std::string path_;
    report::ResultData data_;
};

TEST_F(ReadBack, holds_the_run_and_its_sources) {
    EXPECT_EQ(data().run.version, "0.1.0");
    EXPECT_EQ(data().run.peildatum, day("2026-11-21"));
    EXPECT_EQ(data().run.horizon, (time::Period{30, 0}));
    EXPECT_EQ(data().run.buurten_jaar, 2025);
    ASSERT_EQ(data().bronnen.size(), 3U);
    EXPECT_EQ(data().bronnen[0].gelezen, 3);
    EXPECT_EQ(data().bronnen[1].pad, "PG:dbname=x password=***");
}

TEST_F(ReadBack, holds_what_was_found) {
    ASSERT_EQ(data().koppelkansen.size(), 2U);
    const report::KansRow& kans = data().koppelkansen[0];
    EXPECT_EQ(kans.koppelkans_id, "BU0001-0123456789ab");
    EXPECT_EQ(kans.opgave_a, "groen:1");
    EXPECT_EQ(kans.tussentijd_min, 122);
    EXPECT_EQ(kans.eerste_start, day("2027-01-01"));
    EXPECT_EQ(kans.aanhaken, "krap");
    EXPECT_EQ(kans.gedeeld_m3, 60.5);
    EXPECT_TRUE(kans.volgorde_strijdig);
    EXPECT_FALSE(data().koppelkansen[1].eerste_start) << "an open start is none";
    EXPECT_FALSE(data().koppelkansen[1].gedeeld_m3);
    ASSERT_TRUE(data().gebiedskansen);
    EXPECT_EQ(data().gebiedskansen->size(), 2U);
    ASSERT_TRUE(data().combinaties);
    EXPECT_THAT(data().combinaties->front().opgaven,
                ElementsAre("groen:1", "riool:7", "sociaal:a;b"))
        << "a ; in an id is none between ids";
    ASSERT_TRUE(data().risicos);
    EXPECT_EQ(data().risicos->front().graafrust_tot, day("2031-01-31"));
    EXPECT_EQ(data().risicos->front().ernst, 1.75);
}

TEST_F(ReadBack, holds_buurten_opgaven_and_what_was_left_out) {
    ASSERT_EQ(data().buurten.size(), 3U);
    EXPECT_EQ(data().buurten[1].titel(), "D'n Höek");
    EXPECT_EQ(data().buurten[2].titel(), "BU0003");
    EXPECT_EQ(data().buurten[0].aantal_koppelkansen, 2);
    ASSERT_EQ(data().opgaven.size(), 5U);
    EXPECT_EQ(data().opgaven[0].titel(), "Bomen \"Laan\"");
    EXPECT_EQ(data().opgaven[0].budget, "€ 10.000");
    EXPECT_TRUE(data().opgaven[1].eind_onbekend);
    EXPECT_FALSE(data().opgaven[1].eind);
    EXPECT_TRUE(data().opgaven[3].tijd_onbekend);
    ASSERT_TRUE(data().afgekeurd);
    EXPECT_EQ(data().afgekeurd->at(1).detail, "start 'ooit'");
}

TEST_F(ReadBack, holds_wijken_and_gemeenten_by_their_codes) {
    ASSERT_TRUE(data().wijken);
    ASSERT_FALSE(data().wijken->empty());
    EXPECT_EQ(data().wijken->front().code, "WK01");
    ASSERT_TRUE(data().gemeenten);
    EXPECT_EQ(data().gemeenten->front().code, "GM0001");
}

TEST_F(ReadBack, gives_geometry_when_asked) {
    ResultGeometry ground(path_);
    const geometry::Wkb found = ground.of(Layer::koppelkansen, 1);
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(found)), 36);
    EXPECT_TRUE(ground.of(Layer::gebiedskansen, 2).empty()) << "it has none";
    EXPECT_TRUE(ground.of(Layer::koppelkansen, 99).empty()) << "there is no such row";
    EXPECT_EQ(geometry::to_wkt(ground.of(Layer::opgaven, 3)), "POINT (15 15)");
}

TEST_F(ReadBack, finds_the_rows_that_lie_in_a_box) {
    ResultGeometry ground(path_);
    EXPECT_TRUE(ground.has(Layer::opgaven));
    EXPECT_THAT(ground.meeting(Layer::opgaven, {14, 14, 16, 16}), testing::Contains(3));
    EXPECT_THAT(ground.meeting(Layer::opgaven, {900, 900, 901, 901}), testing::IsEmpty());
    EXPECT_THAT(ground.meeting(Layer::opgaven, {}), testing::IsEmpty());
}

/// So that a row may be made what no program makes it.
void drop_triggers(io::SqliteConnection& file, const std::string& path) {
    for (const std::string& trigger :
         rows_of(path, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
        ASSERT_TRUE(file.run("DROP TRIGGER " + trigger)) << file.message();
    }
}

TEST(ReadResult, leaves_out_layers_that_are_not_there) {
    const TestFolder folder;
    Scene().write(folder.file("x.gpkg"), {"koppelkansen", "buurten", "opgaven"});
    const report::ResultData data = io::read_result(folder.file("x.gpkg"));
    EXPECT_FALSE(data.risicos);
    EXPECT_FALSE(data.combinaties);
    EXPECT_FALSE(data.gebiedskansen);
    EXPECT_FALSE(data.afgekeurd);
    EXPECT_FALSE(data.wijken);
    EXPECT_FALSE(ResultGeometry(folder.file("x.gpkg")).has(Layer::werkgebieden));
}

TEST(ReadResult, says_what_is_wrong_with_a_file) {
    const TestFolder folder;
    EXPECT_THAT(refusal([&] { io::read_result(folder.file("no.gpkg")); }),
                HasSubstr("there is no such file"));
    EXPECT_THAT(refusal([&] { io::read_result(folder.path()); }), HasSubstr("this is no file"));
    write_bytes(folder.file("text.gpkg"), "text");
    EXPECT_THAT(refusal([&] { io::read_result(folder.file("text.gpkg")); }),
                HasSubstr("no result of koppelkans"));
    Scene().write(folder.file("few.gpkg"), {"buurten", "opgaven"});
    EXPECT_THAT(refusal([&] { io::read_result(folder.file("few.gpkg")); }),
                HasSubstr("the layer koppelkansen is missing"));
}

TEST(ReadResult, refuses_a_layer_that_lacks_a_column) {
    const TestFolder folder;
    Scene().write(folder.file("x.gpkg"));
    // The triggers of the spatial index call functions that SQLite alone does not have.
    io::SqliteConnection file(folder.file("x.gpkg"), io::SqliteMode::read_write, 0);
    for (const std::string& trigger :
         rows_of(folder.file("x.gpkg"), "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
        ASSERT_TRUE(file.run("DROP TRIGGER " + trigger)) << file.message();
    }
    ASSERT_TRUE(file.run("ALTER TABLE opgaven DROP COLUMN budget")) << file.message();
    EXPECT_THAT(refusal([&] { io::read_result(folder.file("x.gpkg")); }), HasSubstr("budget"));
}

TEST(ReadResult, refuses_a_run_without_a_day) {
    const TestFolder folder;
    Scene().write(folder.file("x.gpkg"));
    io::SqliteConnection file(folder.file("x.gpkg"), io::SqliteMode::read_write, 0);
    ASSERT_TRUE(file.run("UPDATE run SET peildatum = NULL")) << file.message();
    EXPECT_THAT(refusal([&] { io::read_result(folder.file("x.gpkg")); }),
                testing::AllOf(HasSubstr("x.gpkg"), HasSubstr("no peildatum")));
}

TEST(ReadResult, takes_an_infinite_number_for_none_and_names_a_row_that_is_broken) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    Scene().write(path);
    io::SqliteConnection file(path, io::SqliteMode::read_write, 0);
    drop_triggers(file, path);
    ASSERT_TRUE(file.run("UPDATE koppelkansen SET oppervlakte_m2 = -9e999"));
    ASSERT_TRUE(file.run("UPDATE buurten SET geom = x'4750' WHERE fid = 2"));
    ASSERT_TRUE(file.run("UPDATE buurten SET koppel_m2 = -1e308"));
    EXPECT_EQ(io::read_result(path).koppelkansen[0].oppervlakte_m2, 0);
    EXPECT_EQ(io::read_result(path).buurten[0].koppel_m2, 0);
    EXPECT_THAT(refusal([&] { ResultGeometry(path).of(Layer::buurten, 2); }),
                testing::AllOf(HasSubstr("x.gpkg"), HasSubstr("layer buurten, row 2")));
}

TEST(ReadResult, refuses_a_coordinate_that_lies_nowhere) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    Scene().write(path);
    io::SqliteConnection file(path, io::SqliteMode::read_write, 0);
    drop_triggers(file, path);
    const std::string number_bytes[] = {"000000000000F07F", "000000000000F87F",
                                        "A0C8EB85F3CCE17F"};  // infinite, none, 1e308
    for (const std::string& x : number_bytes) {
        const std::string point =
            "47500001"
            "407F0000"
            "0101000000" +
            x + "0000000000000000";
        ASSERT_TRUE(file.run("UPDATE buurten SET geom = x'" + point + "' WHERE fid = 2"));
        EXPECT_THAT(refusal([&] { ResultGeometry(path).of(Layer::buurten, 2); }),
                    HasSubstr("x.gpkg: layer buurten, row 2: a coordinate is no finite number"))
            << x;
    }
}

TEST(ReadResult, tells_a_file_that_was_cut_off_from_one_that_is_no_result) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    Scene().write(path);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 4096);
    EXPECT_THAT(refusal([&] { io::read_result(path); }),
                HasSubstr("x.gpkg: this file is shorter than it says itself"));
    std::filesystem::resize_file(path, 5000);
    EXPECT_THAT(refusal([&] { io::read_result(path); }), HasSubstr("it was cut off"));
}

/// A view is a program, and this one never ends.
TEST(ReadResult, reads_no_view) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    Scene().write(path);
    io::SqliteConnection file(path, io::SqliteMode::read_write, 0);
    const std::string endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
    ASSERT_TRUE(file.run("DROP TABLE rtree_buurten_geom; CREATE VIEW rtree_buurten_geom AS " +
                         endless + "i AS id, 0 AS minx, 0 AS maxx, 0 AS miny, 0 AS maxy FROM n"))
        << file.message();
    ResultGeometry ground(path);
    const geometry::Box box{0, 0, 1e6, 1e6};
    EXPECT_THAT(refusal([&] { ground.meeting(Layer::buurten, box); }),
                HasSubstr("x.gpkg: it has a view where a result has a table"));
    EXPECT_EQ(refusal([&] { ground.meeting(Layer::koppelkansen, box); }), "");
}

TEST(ReadResult, plays_back_no_journal) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    Scene().write(path);
    write_bytes(path + "-journal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    EXPECT_THAT(refusal([&] { io::read_result(path); }),
                HasSubstr("x.gpkg: a program was stopped while it wrote to it"));
}

TEST(GeopackageGeometry, is_wkb_behind_a_header) {
    const geometry::Wkb point = wkb("POINT (1 2)");
    const std::string srs(4, '\0');
    const auto header = [&srs](char flags) { return std::string("GP\0", 3) + flags + srs; };
    EXPECT_EQ(io::wkb_of_geopackage(header('\x01') + point.bytes), point);
    EXPECT_EQ(io::wkb_of_geopackage(header('\x03') + std::string(32, '\0') + point.bytes), point);
    EXPECT_TRUE(io::wkb_of_geopackage(header('\x11') + point.bytes).empty());
    for (const std::string& bytes : {std::string("GP"), std::string("XX345678"),
                                     header('\x03') + std::string(31, '\0'), header('\x0F')}) {
        EXPECT_NE(refusal([&bytes] { io::wkb_of_geopackage(bytes); }), "") << bytes.size();
    }
}

}  // namespace

}  // namespace koppelkans::test
