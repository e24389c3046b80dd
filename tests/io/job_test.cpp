#include "engine/io/job.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

/// A run over sources in a folder of its own, within one buurt of a kilometre.
class JobTest : public SourceTest {
  protected:
    void SetUp() override {
        SourceTest::SetUp();
        write_dataset("GeoJSON", path("buurten.geojson"),
                      {{"buurten",
                        "EPSG:28992",
                        "POLYGON",
                        {"buurtcode"},
                        {{"BU1",
                          "POLYGON ((174000 442000, 175000 442000, 175000 443000, 174000 443000, "
                          "174000 442000))"}},
                        {}}});
        run_.buurten.bron = path("buurten.geojson");
        run_.buurten.crs = "EPSG:28992";
        run_.uitvoer = path("uit.gpkg");
    }

    Summary summary_of_run() {
        analysis::Progress progress;
        return run(run_, {}, progress);
    }
};

/// The number of rows that GDAL keeps in a GeoPackage is any number that someone wrote there.
TEST_F(JobTest, TakesNoClaimOfRowsForTheirNumber) {
    for (const char* name : {"een", "twee"}) {
        const std::string file = path(std::string(name) + ".gpkg");
        write_dataset(
            "GPKG", file,
            {{"plannen", "EPSG:28992", "POINT", {"id"}, {{"1", "POINT (174500 442500)"}}, {}}});
        run_sql(file, "UPDATE gpkg_ogr_contents SET feature_count = 9223372036854775807");
        BronConfiguration bron = riool(file);
        bron.naam = name;
        run_.bronnen.push_back(bron);
    }
    const Summary summary = summary_of_run();
    ASSERT_EQ(summary.sources.size(), 2U);
    EXPECT_EQ(summary.sources[0].account.gelezen, 1);
    EXPECT_EQ(summary.sources[1].account.gelezen, 1);
}

std::string bytes_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A look at what lies in the place of a result takes it out of WAL mode; so an input is told
/// before that look.
TEST_F(JobTest, AnInputIsNotTouchedWhereTheOutputNamesIt) {
    const std::string file = path("plan.gpkg");
    write_dataset(
        "GPKG", file,
        {{"plannen", "EPSG:28992", "POINT", {"id"}, {{"1", "POINT (174500 442500)"}}, {}}});
    run_sql(file, "PRAGMA journal_mode=WAL");
    run_.bronnen.push_back(riool(file));
    std::filesystem::create_hard_link(file, path("uit.gpkg"));
    const std::string before = bytes_of(file);
    ASSERT_EQ(before.at(18), '\2') << "in WAL mode";

    JobOptions options;
    options.overwrite = Overwrite::yes;
    analysis::Progress progress;
    EXPECT_THAT(input_error([&] { run(run_, options, progress); }), HasSubstr("is an input"));
    EXPECT_TRUE(bytes_of(file) == before);
    EXPECT_FALSE(std::filesystem::exists(file + "-wal"));
}

}  // namespace
}  // namespace koppelkans::io
