#include "tools/koppelkans/folder_survey.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

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
    FolderSurvey look() const { return survey(folder_.path(), run_); }
    std::string draft() const {
        return draft_of(look(), folder_ / "koppelkans.toml", {"groen", "warmtenet"});
    }

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

TEST_F(FolderSurveyTest, AFolderThatIsNotThereIsAnError) {
    EXPECT_THROW(survey(folder_ / "nergens", run_), domain::InputError);
}

}  // namespace
}  // namespace koppelkans::tools
