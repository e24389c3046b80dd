#include "tools/koppelkans/configuration_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::tools {
namespace {

time::Day any_day() {
    return *time::Day::from_ymd(2026, 11, 21);
}

TEST(TomlText, QuotesWhatTomlWouldReadOtherwise) {
    EXPECT_EQ(toml_text("riool"), "\"riool\"");
    EXPECT_EQ(toml_text("a \"b\" \\c"), "\"a \\\"b\\\" \\\\c\"");
    EXPECT_EQ(toml_text("a\tb\n\x7f"), "\"a\\u0009b\\u000A\\u007F\"");
    EXPECT_EQ(toml_text("caf\u00e9"), "\"caf\u00e9\"");
}

TEST(BuurtenBlock, SaysOnlyWhatDiffersFromTheDefault) {
    io::BuurtenConfiguration buurten;
    buurten.bron = "buurten.gpkg";
    EXPECT_EQ(buurten_block(buurten), "[buurten]\nbron = \"buurten.gpkg\"\n");
    buurten.laag = "wijkenbuurten";
    buurten.jaar = 2025;
    buurten.crs = "EPSG:28992";
    buurten.velden = {{"buurtcode", "bu_code"}, {"buurtnaam", "bu_naam"}};
    EXPECT_EQ(buurten_block(buurten),
              "[buurten]\nbron = \"buurten.gpkg\"\nlaag = \"wijkenbuurten\"\njaar = 2025\n"
              "crs = \"EPSG:28992\"\n"
              "velden = { buurtcode = \"bu_code\", buurtnaam = \"bu_naam\" }\n");
}

io::BronConfiguration full_bron() {
    io::BronConfiguration bron;
    bron.naam = "riool";
    bron.bron = "riool.gpkg";
    bron.laag = "strengen";
    bron.soort_veld = "type";
    bron.soort_waarden = {{"Riool - vervangen", "rioolvervanging"}};
    bron.werkafstand_m = 2.5;
    bron.groepeer = "project";
    bron.filter = "status <> 'concept'";
    bron.crs = "EPSG:28992";
    bron.ballpark = io::Ballpark::allowed;
    bron.encoding = "CP1252";
    bron.velden = {{domain::Veld::id, "streng"}, {domain::Veld::start, "jaar"}};
    return bron;
}

TEST(BronBlock, HoldsEveryKey) {
    EXPECT_EQ(bron_block(full_bron()),
              "[[bronnen]]\n"
              "naam = \"riool\"\n"
              "bron = \"riool.gpkg\"\n"
              "laag = \"strengen\"\n"
              "soort_veld = \"type\"\n"
              "soort_waarden = { \"Riool - vervangen\" = \"rioolvervanging\" }\n"
              "werkafstand = 2.5\n"
              "groepeer = \"project\"\n"
              "filter = \"status <> 'concept'\"\n"
              "crs = \"EPSG:28992\"\n"
              "crs_onzeker = true\n"
              "encoding = \"CP1252\"\n"
              "velden = { id = \"streng\", start = \"jaar\" }\n");
}

TEST(BronBlock, HidesPasswords) {
    io::BronConfiguration bron;
    bron.naam = "db";
    bron.bron = "PG:dbname=plannen password=geheim";
    EXPECT_EQ(bron_block(bron).find("geheim"), std::string::npos);
    EXPECT_NE(bron_block(bron).find("PG:dbname=plannen"), std::string::npos);
}

TEST(ConfigurationText, IsReadBackAsItWas) {
    io::Configuration run = io::default_configuration(any_day());
    run.buurten.bron = "/data/buurten.gpkg";
    run.buurten.jaar = 2025;
    run.bronnen = {full_bron()};
    run.bronnen[0].bron = "/data/riool.gpkg";
    const io::Configuration again =
        io::parse_configuration(configuration_text(run), "/data/koppelkans.toml", any_day());
    EXPECT_EQ(again.buurten.bron, "/data/buurten.gpkg");
    EXPECT_EQ(again.buurten.jaar, 2025);
    ASSERT_EQ(again.bronnen.size(), 1U);
    const io::BronConfiguration& bron = again.bronnen[0];
    EXPECT_EQ(bron.naam, "riool");
    EXPECT_EQ(bron.bron, "/data/riool.gpkg");
    EXPECT_EQ(bron.soort_veld, "type");
    EXPECT_EQ(bron.soort_waarden, full_bron().soort_waarden);
    EXPECT_EQ(bron.werkafstand_m, 2.5);
    EXPECT_EQ(bron.groepeer, "project");
    EXPECT_EQ(bron.filter, "status <> 'concept'");
    EXPECT_EQ(bron.ballpark, io::Ballpark::allowed);
    EXPECT_EQ(bron.velden, full_bron().velden);
}

TEST(CommentedOut, LeavesNothingThatIsRead) {
    EXPECT_EQ(commented_out("[[bronnen]]\nnaam = \"a\"\n"), "# [[bronnen]]\n# naam = \"a\"\n");
    EXPECT_EQ(commented_out(""), "");
}

TEST(CommentLines, StayOneLineEach) {
    EXPECT_EQ(comment_lines({"caf\xE9"}), "# caf\uFFFD\n") << "TOML is UTF-8";
    EXPECT_EQ(comment_lines({"Rows: 3", "", "a\nb = 1"}), "# Rows: 3\n#\n# a b = 1\n");
}

}  // namespace
}  // namespace koppelkans::tools
