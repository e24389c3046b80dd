#include "tools/koppelkans/folder_survey.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/geometry/projection.h"
#include "engine/io/source.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* rd_polygon =
    R"({"type":"FeatureCollection","name":"%","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[{"type":"Feature","properties":{@},"geometry":{"type":"Polygon","coordinates":[[[174000,442000],[174500,442000],[174500,442500],[174000,442500],[174000,442000]]]}}]})";

std::string layer(const std::string& name, const std::string& properties) {
    std::string text = rd_polygon;
    text.replace(text.find('%'), 1, name);
    return text.replace(text.find('@'), 1, properties);
}

class FolderSurveyTest : public testing::Test {
  protected:
    FolderSurveyTest() {
        folder_.write("buurten.geojson",
                      layer("buurten", R"("buurtcode":"BU03410001","buurtnaam":"Een")"));
    }
    FolderSurvey look() const { return survey(folder_.path(), target(), run_); }
    std::string target() const { return folder_ / "koppelkans.toml"; }
    std::string draft() const { return draft_of(look(), target(), {"groen", "warmtenet"}); }

    ScratchFolder folder_;
    io::Configuration run_ = io::default_configuration(*time::Day::from_ymd(2026, 11, 21));
};

TEST_F(FolderSurveyTest, FindsBuurtenAndSources) {
    folder_.write("warmtenet.geojson", layer("w", R"("code":"W1","start":"2027","fase":"DO")"));
    const FolderSurvey found = look();
    ASSERT_THAT(found.buurten, SizeIs(1));
    EXPECT_EQ(found.buurten[0].buurten.bron, folder_ / "buurten.geojson");
    ASSERT_THAT(found.sources, SizeIs(1));
    const SurveyedSource& source = found.sources[0];
    EXPECT_THAT(source.fault, IsEmpty());
    EXPECT_EQ(source.bron.naam, "warmtenet");
    EXPECT_EQ(source.bron.soort, "warmtenet");
    EXPECT_EQ(source.bron.velden.at(domain::Veld::id), "code");
    EXPECT_EQ(source.bron.velden.at(domain::Veld::start), "start");
    EXPECT_EQ(source.bron.velden.at(domain::Veld::status), "fase");
    EXPECT_TRUE(source.is_in_space);
}

TEST_F(FolderSurveyTest, TheDraftIsReadAsItIs) {
    folder_.write("warmtenet.geojson", layer("w", R"("code":"W1","start":"2027")"));
    folder_.write("koppelkans.toml", draft());
    const io::Configuration read =
        io::read_configuration(folder_ / "koppelkans.toml", *time::Day::from_ymd(2026, 11, 21));
    EXPECT_TRUE(std::filesystem::equivalent(read.buurten.bron, folder_ / "buurten.geojson"));
    ASSERT_THAT(read.bronnen, SizeIs(1));
    EXPECT_EQ(read.bronnen[0].soort, "warmtenet");
    EXPECT_TRUE(std::filesystem::equivalent(read.bronnen[0].bron, folder_ / "warmtenet.geojson"));
}

TEST_F(FolderSurveyTest, PathsAreRelativeToTheDraft) {
    std::filesystem::create_directory(folder_ / "elders");
    EXPECT_THAT(draft_of(look(), folder_ / "elders/k.toml", {}),
                HasSubstr("bron = \"../buurten.geojson\"\n"));
    EXPECT_THAT(draft(), HasSubstr("bron = \"buurten.geojson\"\n"));
}

TEST_F(FolderSurveyTest, ASourceWithoutASoortIsKeptAsAComment) {
    folder_.write("werken.geojson", layer("werken", R"("code":"W1","start":"2027")"));
    const FolderSurvey found = look();
    ASSERT_THAT(found.sources, SizeIs(1));
    EXPECT_THAT(found.sources[0].fault, HasSubstr("neither a column nor a name tells its soort"));
    EXPECT_THAT(draft(), HasSubstr("# soort = \"\"\n"));
    EXPECT_THAT(draft(), HasSubstr("# The soorten to choose from: groen, warmtenet.\n"));
    EXPECT_THAT(draft(), Not(HasSubstr("\n[[bronnen]]")));
}

TEST_F(FolderSurveyTest, SaysWhatWasNotRecognised) {
    folder_.write("groen.geojson", layer("groen", R"("code":"G1","start":"2027")"));
    EXPECT_THAT(draft(), HasSubstr("# Not recognised: naam, eind, status, trekker;"));
}

TEST_F(FolderSurveyTest, TheCrsOfTheCommandLineIsWrittenWhereAFileHasNone) {
    folder_.write("groen.csv", "id,start,wkt\n1,2027,\"POINT (174100 442100)\"\n");
    EXPECT_THAT(look().sources.at(0).fault, HasSubstr("CRS"));
    run_.crs_of_nameless = "EPSG:28992";
    const FolderSurvey found = look();
    EXPECT_THAT(found.sources.at(0).fault, IsEmpty());
    EXPECT_EQ(found.sources.at(0).bron.crs, "EPSG:28992");
}

TEST_F(FolderSurveyTest, AFileWithItsOwnCrsKeepsIt) {
    run_.crs_of_nameless = "EPSG:31370";
    folder_.write("groen.geojson", layer("groen", R"("code":"G1","start":"2027")"));
    EXPECT_EQ(look().sources.at(0).bron.crs, std::nullopt);
}

TEST_F(FolderSurveyTest, WithoutBuurtenTheDraftSaysWhereTheyGo) {
    std::filesystem::remove(folder_ / "buurten.geojson");
    EXPECT_THAT(look().buurten, IsEmpty());
    EXPECT_THAT(draft(),
                HasSubstr("# No neighbourhoods were found. Put the name of their file here.\n"
                          "[buurten]\nbron = \"buurten.gpkg\"\n"));
}

TEST_F(FolderSurveyTest, ASecondFileOfBuurtenIsAComment) {
    folder_.write("wijkbuurten.geojson",
                  layer("wijkbuurten", R"("buurtcode":"BU03410002","buurtnaam":"Twee")"));
    ASSERT_THAT(look().buurten, SizeIs(2));
    EXPECT_THAT(draft(), HasSubstr("\n# [buurten]\n# bron = \"wijkbuurten.geojson\"\n"));
}

TEST_F(FolderSurveyTest, WhatIsReadyIsReadAgainWhateverItsName) {
    const std::string plan = layer("w", R"("code":"W1","start":"2027")");
    const std::vector<std::string> names = {"PG:riool",
                                            "riool",
                                            "riool:oost",
                                            "<riool",
                                            "{riool}",
                                            "-riool",
                                            "~riool",
                                            "  riool ",
                                            "riool \"q'",
                                            "riool\\n",
                                            "riool\nzuid",
                                            "riool#1",
                                            "riool %41",
                                            "riool?x=1",
                                            "vsizip.riool",
                                            "riool'x'",
                                            "riool_" + std::string(230, 'r')};
    for (const std::string& name : names) {
        folder_.write(name + ".geojson", plan);
    }
    const FolderSurvey found = look();
    ASSERT_THAT(found.sources, SizeIs(names.size()));
    folder_.write("koppelkans.toml", draft());
    const io::Configuration read = io::read_configuration(target(), run_.settings.peildatum);
    ASSERT_THAT(read.bronnen, SizeIs(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_THAT(found.sources[i].fault, IsEmpty());
        EXPECT_TRUE(std::filesystem::equivalent(read.bronnen[i].bron, found.sources[i].bron.bron))
            << read.bronnen[i].bron;
        EXPECT_NO_THROW(io::Source(read.bronnen[i], read, geometry::Crs("EPSG:28992")));
    }
}

/// The bytes of a name in Latin-1, a control character, and what is taken for a password.
TEST_F(FolderSurveyTest, AFileThatNoConfigurationCanNameIsTold) {
    const std::string plan = layer("w", R"("code":"W1","start":"2027")");
    for (const char* name : {"riool_caf\xE9", "riool\x1B[31m", "riool token=geheim"}) {
        folder_.write(std::string(name) + ".geojson", plan);
    }
    folder_.write("groen.geojson", plan);
    const FolderSurvey found = look();
    ASSERT_THAT(found.sources, SizeIs(1));
    EXPECT_THAT(found.notes, Contains(AllOf(HasSubstr("riool_caf"), HasSubstr("is no UTF-8"),
                                            HasSubstr("rename it"))));
    EXPECT_THAT(found.notes, Contains(AllOf(HasSubstr("[31m"), HasSubstr("holds signs"))));
    EXPECT_THAT(found.notes, Contains(AllOf(HasSubstr("token=***"), HasSubstr("holds signs"))));
    folder_.write("koppelkans.toml", draft());
    EXPECT_THAT(io::read_configuration(target(), run_.settings.peildatum).bronnen, SizeIs(1));
}

/// As of a result that another program wrote.
TEST_F(FolderSurveyTest, AColumnThatNoConfigurationCanNameIsLeftToTheRun) {
    folder_.write("groen.csv", "code,start \x01,wkt\n1,2027,\"POINT (174100 442100)\"\n");
    run_.crs_of_nameless = "EPSG:28992";
    ASSERT_THAT(look().sources, SizeIs(1));
    folder_.write("koppelkans.toml", draft());
    EXPECT_NO_THROW(io::read_configuration(target(), run_.settings.peildatum));
}

TEST_F(FolderSurveyTest, AFolderThatIsALinkIsFoundFromBesideIt) {
    std::filesystem::create_directories(folder_ / "ver/weg");
    std::filesystem::create_directory_symlink(folder_ / "ver/weg", folder_ / "link");
    folder_.write("groen.geojson", layer("groen", R"("code":"G1","start":"2027")"));
    const std::string there = folder_ / "link/koppelkans.toml";
    folder_.write("link/koppelkans.toml",
                  draft_of(survey(folder_.path(), there, run_), there, {"groen"}));
    const io::Configuration read = io::read_configuration(there, run_.settings.peildatum);
    ASSERT_THAT(read.bronnen, SizeIs(1));
    EXPECT_TRUE(std::filesystem::equivalent(read.bronnen[0].bron, folder_ / "groen.geojson"));
}

TEST_F(FolderSurveyTest, AFolderThatIsNotThereIsAnError) {
    EXPECT_THROW(survey(folder_ / "nergens", target(), run_), domain::InputError);
}

}  // namespace
}  // namespace koppelkans::tools
