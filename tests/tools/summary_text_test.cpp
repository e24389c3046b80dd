#include "tools/koppelkans/summary_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/toy_summary.h"

namespace koppelkans::tools {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

TEST(SummaryText, OfARun) {
    EXPECT_EQ(summary_text(toy_summary()),
              "Peildatum 2026-11-21, horizon P2Y\n"
              "\n"
              "Buurten\n"
              "  file        buurten.gpkg, layer buurten\n"
              "  buurten     40, edition 2025\n"
              "  columns     buurtcode from bu_code\n"
              "\n"
              "Source riool\n"
              "  file        riool.gpkg, layer strengen\n"
              "  crs         EPSG:4258, transformed with an accuracy of 0.25 m\n"
              "  soort       rioolvervanging, by the name of the file\n"
              "  configured  id from streng\n"
              "  recognised  start\n"
              "  left out    6 of 120\n"
              "    datum_ongeldig               2  fault    row 12, R-12: \"kwartaal 5 2027\"\n"
              "                                             row 14, R-14: \"46000\"\n"
              "    vervallen                    4  by rule  row 5, R-5\n"
              "\n"
              "Source sociaal\n"
              "  file        sociaal.csv\n"
              "  crs         none: this source has no geometry\n"
              "  soort       by the column thema\n"
              "  recognised  no column\n"
              "\n"
              "Rows        gelezen  geanalyseerd  samengevoegd  afgekeurd  faults\n"
              "  riool         120            14           100          6       2\n"
              "  sociaal         9             9             0          0       0\n"
              "  total         129            23           100          6       2\n"
              "\n"
              "Layers                        rows\n"
              "  koppelkansen                 123  45 kansrijk, 60 krap, 18 lopend\n"
              "  afgekeurd                      6\n"
              "\n"
              "The result is uit/koppelkansen.gpkg\n"
              "Drag it into QGIS and take the project Koppelkansen in it, or its layers.\n"
              "2 rows have faults to mend at the source: see the layer afgekeurd.\n");
}

TEST(SummaryText, TimingsOnlyWhereAskedFor) {
    io::Summary summary = toy_summary();
    summary.timings = {{"sources", 1.5, 2.75, 120}, {"analysis", 4, 7.5, 300}};
    summary.step_times.add(analysis::Step::combine, 3.25);
    EXPECT_THAT(summary_text(summary), Not(HasSubstr("peak MiB")));
    EXPECT_THAT(summary_text(summary, {}, Timings::shown),
                AllOf(HasSubstr("\nTime            wall s     CPU s  peak MiB\n"
                                "  sources         1.50      2.75       120\n"
                                "  analysis        4.00      7.50       300\n"
                                "    place                   0.00\n"),
                      HasSubstr("    combine                 3.25\n"),
                      HasSubstr("  all             5.50     10.25       300\n\nThe result is")));
}

TEST(SummaryText, NamesTheProjectThatWasWritten) {
    io::Summary summary = toy_summary();
    EXPECT_THAT(summary_text(summary), Not(HasSubstr("same project")));
    summary.project = "uit/kansen.qgz";
    EXPECT_THAT(summary_text(summary), HasSubstr("\nThe same project is uit/kansen.qgz\n"));
}

TEST(SummaryText, OfACheckSaysThatNothingWasWritten) {
    io::Summary summary = toy_summary();
    summary.uitvoer.clear();
    summary.layers.clear();
    EXPECT_THAT(summary_text(summary),
                AllOf(EndsWith("\nNothing was analysed or written; koppelkans run does that.\n"),
                      Not(HasSubstr("Layers"))));
}

TEST(SummaryText, DoesNotSendToALayerThatWasNotWritten) {
    io::Summary summary = toy_summary();
    summary.layers = {{"koppelkansen", 123}};
    EXPECT_THAT(summary_text(summary), EndsWith("\n2 rows have faults to mend at the source.\n"));
}

TEST(SummaryText, OneSourceNeedsNoTotal) {
    io::Summary summary = toy_summary();
    summary.sources.pop_back();
    EXPECT_THAT(summary_text(summary), Not(HasSubstr("total")));
}

TEST(SummaryText, SaysHowAccurateATransformationIs) {
    io::Summary summary = toy_summary();
    summary.sources[0].nauwkeurigheid_m = 0;
    EXPECT_THAT(summary_text(summary), HasSubstr("  crs         EPSG:4258\n"));
    summary.sources[0].nauwkeurigheid_m.reset();
    EXPECT_THAT(summary_text(summary),
                HasSubstr("EPSG:4258, transformed with an accuracy that PROJ does not state\n"));
}

TEST(SummaryText, ShowsNoControlCharactersOfASource) {
    io::Summary summary = toy_summary();
    summary.sources[0].afgekeurd[domain::Reden::datum_ongeldig].first[0].detail = "\x1b[2Jx\ny\x7f";
    EXPECT_THAT(summary_text(summary), HasSubstr("row 12, R-12:  [2Jx y \n"));
}

TEST(SummaryText, CutsLongTexts) {
    io::Summary summary = toy_summary();
    summary.sources[0].afgekeurd[domain::Reden::datum_ongeldig].first[0].detail =
        std::string(5000, 'x');
    EXPECT_THAT(summary_text(summary), HasSubstr("R-12: " + std::string(120, 'x') + "...\n"));
}

TEST(SummaryText, KeepsColumnsStraightUnderAccents) {
    io::Summary summary = toy_summary();
    summary.sources[0].naam = "caf\u00e9";
    EXPECT_THAT(
        summary_text(summary),
        HasSubstr("\n  caf\u00e9          120            14           100          6       2\n"));
}

TEST(SummaryText, PrintsWarnings) {
    io::Summary summary = toy_summary();
    summary.sources[1].warnings = {"texts are read as CP1252"};
    EXPECT_THAT(summary_text(summary), HasSubstr("\n  warning     texts are read as CP1252\n"));
}

}  // namespace
}  // namespace koppelkans::tools
