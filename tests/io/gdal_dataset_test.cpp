#include "engine/io/gdal_dataset.h"

#include <filesystem>
#include <set>
#include <thread>

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/io/source_file.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

TEST(GdalErrorsTest, CollectsFailuresOnceAndLeavesWarnings) {
    ::testing::internal::CaptureStderr();
    {
        GdalErrors errors;
        CPLError(CE_Warning, CPLE_AppDefined, "let op");
        EXPECT_FALSE(errors.failed());
        EXPECT_EQ(errors.text(), "");
        CPLError(CE_Failure, CPLE_AppDefined, "stuk \n");
        CPLError(CE_Failure, CPLE_AppDefined, "stuk");
        CPLError(CE_Failure, CPLE_AppDefined, "weg");
        EXPECT_TRUE(errors.failed());
        EXPECT_EQ(errors.text(), "stuk; weg");
        errors.clear();
        EXPECT_FALSE(errors.failed());
        EXPECT_EQ(errors.text(), "");
    }
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(GdalErrorsTest, NestsAndEndsWithItsScope) {
    GdalErrors outer;
    {
        GdalErrors inner;
        CPLError(CE_Failure, CPLE_AppDefined, "binnen");
        EXPECT_EQ(inner.text(), "binnen");
    }
    EXPECT_FALSE(outer.failed());
    CPLError(CE_Failure, CPLE_AppDefined, "buiten");
    EXPECT_EQ(outer.text(), "buiten");
}

TEST(GdalErrorsTest, IsOfItsThread) {
    GdalErrors here;
    register_drivers();
    std::thread([] {
        GdalErrors there;
        CPLError(CE_Failure, CPLE_AppDefined, "daar");
        EXPECT_EQ(there.text(), "daar");
    }).join();
    EXPECT_FALSE(here.failed());
}

TEST(GdalErrorsTest, ABrokenFileCannotFillTheMemory) {
    GdalErrors errors;
    for (int i = 0; i < 1000; ++i) {
        CPLError(CE_Failure, CPLE_AppDefined, "fout %d", i);
    }
    EXPECT_THAT(errors.text(), HasSubstr("fout 19"));
    EXPECT_THAT(errors.text(), Not(HasSubstr("fout 20")));
}

TEST(RegisterDriversTest, KnowsWhatTheReadmeListsAndNoMore) {
    register_drivers();
    register_drivers();
    GDALDriverManager& drivers = *GetGDALDriverManager();
    std::set<std::string> names;
    for (int i = 0; i < drivers.GetDriverCount(); ++i) {
        names.insert(drivers.GetDriver(i)->GetDescription());
    }
    EXPECT_THAT(names, ::testing::UnorderedElementsAre("GPKG", "SQLite", "ESRI Shapefile",
                                                       "GeoJSON", "GeoJSONSeq", "FlatGeobuf",
                                                       "OpenFileGDB", "XLSX", "ODS", "PostgreSQL",
                                                       "DXF", "GML", "LIBKML", "KML", "CSV"));
}

TEST(StemTest, LeavesOutFolderAndEndings) {
    EXPECT_EQ(stem_of("/data/plannen.csv"), "plannen");
    EXPECT_EQ(stem_of("/data/plannen.csv.gz"), "plannen");
    EXPECT_EQ(stem_of("/data/plannen.gdb/"), "plannen");
    EXPECT_EQ(stem_of("plannen"), "plannen");
    EXPECT_EQ(stem_of("a.b.gpkg"), "a.b");
}

using DatasetTest = SourceTest;

TEST_F(DatasetTest, ACompressedTableIsReadWhereItIs) {
    register_drivers();
    const std::string file = path("plan.csv.gz");
    VSILFILE* out = VSIFOpenL(("/vsigzip/" + file).c_str(), "wb");
    ASSERT_NE(out, nullptr);
    const std::string text = "id;naam\n1;a\n";
    VSIFWriteL(text.data(), 1, text.size(), out);
    VSIFCloseL(out);
    Source source(riool(file), run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 1U);
    EXPECT_THAT(source.files(), ::testing::ElementsAre(file));
    EXPECT_FALSE(std::filesystem::exists(file + ".properties"));
}

TEST_F(DatasetTest, IsNamedByTheArchiveThatItIsIn) {
    register_drivers();
    const std::string zip = path("plan.zip");
    VSILFILE* out = VSIFOpenL(("/vsizip/" + zip + "/plan.csv").c_str(), "wb");
    ASSERT_NE(out, nullptr);
    const std::string text = "id;naam\n1;a\n";
    VSIFWriteL(text.data(), 1, text.size(), out);
    VSIFCloseL(out);
    for (const std::string& name : {zip + "/plan.csv", "{" + zip + "}/plan.csv"}) {
        EXPECT_THAT(GdalDataset("/vsizip/" + name).files(), ::testing::ElementsAre(zip)) << name;
    }
}

TEST_F(DatasetTest, HidesWhatGisProgramsKeep) {
    std::vector<LayerSpec> layers;
    for (const char* name : {"plannen", "layer_styles", "qgis_projects"}) {
        LayerSpec layer;
        layer.name = name;
        layer.columns = {"naam"};
        layers.push_back(layer);
    }
    write_dataset("GPKG", path("p.gpkg"), layers);
    const GdalDataset dataset(path("p.gpkg"));
    ASSERT_EQ(dataset.layers().size(), 1U);
    EXPECT_EQ(dataset.driver(), "GPKG");
    EXPECT_FALSE(dataset.is_table());
    EXPECT_EQ(dataset.stem(), "p");
}

TEST_F(DatasetTest, FindsTheNearestFile) {
    write("wegonderhoud.csv", "id\n");
    EXPECT_EQ(nearest_file(path("wegonderhout.csv")), "wegonderhoud.csv");
    EXPECT_EQ(nearest_file(path("xyzzy")), "");
    EXPECT_EQ(nearest_file("/nergens/wegonderhoud.csv"), "");
}

class SpecialFileTest : public SourceTest {};

TEST_F(SpecialFileTest, IsRefusedInsteadOfWaitedFor) {
    const std::string pipe = path("pipe.csv");
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(input_error([&] { GdalDataset{pipe}; }),
              pipe + ": this is a pipe or a device; save what it gives as a file");
}

TEST_F(SpecialFileTest, IsRefusedWhereADriverWouldLookForIt) {
    const std::string csv = write("a.csv", "id;naam\n1;a\n");
    const std::string other = write("ander.csv", "id;naam\n1;a\n");
    std::filesystem::create_directory(path("map"));
    write("map/b.csv", "id;naam\n1;a\n");
    ASSERT_EQ(mkfifo(path("a.CSVT").c_str(), 0600), 0);
    ASSERT_EQ(mkfifo(path("map/x.shp").c_str(), 0600), 0);
    EXPECT_EQ(input_error([&] { GdalDataset{csv}; }),
              csv +
                  ": a.CSVT beside it is a pipe or a device, which would be waited for; take it "
                  "away");
    EXPECT_EQ(input_error([&] { GdalDataset{path("map")}; }),
              path("map") +
                  ": x.shp in it is a pipe or a device, which would be waited for; take "
                  "it away");
    EXPECT_EQ(GdalDataset{other}.driver(), "CSV");
    EXPECT_EQ(GdalDataset{path("map/b.csv")}.driver(), "CSV");
    std::filesystem::remove(path("a.CSVT"));
    std::filesystem::create_symlink(path("nergens"), path("a.csvt"));
    EXPECT_EQ(GdalDataset{csv}.driver(), "CSV");
    std::filesystem::remove(path("a.csvt"));
    std::filesystem::create_symlink("/dev/zero", path("a.prj"));
    EXPECT_THAT(input_error([&] { GdalDataset{csv}; }), HasSubstr("a.prj beside it"));
}

TEST_F(SpecialFileTest, IsRefusedAsAnArchive) {
    ASSERT_EQ(mkfifo(path("plan.zip").c_str(), 0600), 0);
    for (const char* rest : {"", "/plan.csv"}) {
        EXPECT_THAT(input_error([&] { GdalDataset{"/vsizip/" + path("plan.zip") + rest}; }),
                    HasSubstr("this is a pipe or a device"))
            << rest;
    }
}

TEST_F(SpecialFileTest, ALinkToItselfIsNotProposedInItsOwnPlace) {
    const std::string loop = path("loop.gpkg");
    std::filesystem::create_symlink(loop, loop);
    EXPECT_EQ(input_error([&] { GdalDataset{loop}; }), loop + ": this file does not exist");
}

}  // namespace
}  // namespace koppelkans::io
