#include "engine/io/dxf_elements.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string dxf(const std::string& elements, const std::string& layers = "") {
    return "0\nSECTION\n2\nHEADER\n9\n$NAAM\n40\nvrij\n0\nENDSEC\n0\nSECTION\n2\nTABLES\n"
           "0\nTABLE\n2\nLAYER\n" +
           layers + "0\nENDTAB\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + elements +
           "0\nENDSEC\n0\nSECTION\n2\nOBJECTS\n0\nXRECORD\n10\nvrij\n0\nENDSEC\n0\nEOF\n";
}

/// An element with these pairs of a code and a value.
std::string element(const std::string& kind, const std::string& pairs) {
    return "0\n" + kind + "\n8\nplan\n10\n155000\n20\n463000\n" + pairs;
}

std::string line(const std::string& pairs = "") {
    return element("LINE", pairs + "11\n155010\n21\n463000\n");
}

DxfElements followed(const std::string& text) {
    DxfPairs pairs;
    DxfElements elements;
    pairs.follow(text, [&elements](const DxfPair& pair) { elements.take(pair); });
    elements.finish();
    return elements;
}

TEST(DxfElementsTest, ATextThatIsNoNumberIsTold) {
    for (const auto& [code, text] :
         std::vector<std::pair<const char*, const char*>>{{"10", "155000,75"},
                                                          {"11", "x"},
                                                          {"20", "46 0000"},
                                                          {"21", ""},
                                                          {"40", "5m"},
                                                          {"42", "nan"},
                                                          {"50", "1.2.3"},
                                                          {"210", "0x10"}}) {
        const std::string pairs = fmt::format("{}\n{}\n", code, text);
        EXPECT_EQ(followed(dxf(element("ARC", pairs))).fault(),
                  fmt::format("36 says \"{}\" where a number should stand (ARC)", text))
            << code;
    }
}

TEST(DxfElementsTest, ANumberMayBeWrittenInAnyWayThatDxfKnows) {
    for (const auto& [code, text] :
         std::vector<std::pair<const char*, const char*>>{{"10", "  155000.0"},
                                                          {"10", "-155000."},
                                                          {"10", "+.5"},
                                                          {"20", "4.63E+05"},
                                                          {"30", ""},  // the height plays no part
                                                          {"50", "1e-400"},
                                                          {"1", "155000,75"},
                                                          {"60", "x"},
                                                          {"1010", "x"}}) {
        const std::string pairs = fmt::format("{}\n{}\n", code, text);
        EXPECT_EQ(followed(dxf(element("ARC", pairs))).fault(), "") << code << " " << text;
    }
    EXPECT_EQ(followed(dxf(element("IMAGE", "10\nx\n"))).fault(), "");
}

TEST(DxfElementsTest, KindsThatAreNotReadAreCounted) {
    EXPECT_THAT(followed(dxf(line() + "0\nMLINE\n40\n1\n0\nMLINE\n41\n1\n0\nRegion\n0\nREGION\n"
                                      "0\nVIEWPORT\n0\nPOLYLINE\n0\nVERTEX\n0\nSEQEND\n"))
                    .warnings(),
                ElementsAre(AllOf(HasSubstr("left out, 3 in all: 1 MLINE, 2 REGION; draw"))));
    std::string many;
    for (int i = 0; i < 50; ++i) {
        many += fmt::format("0\nSOORT{}\n", i);
    }
    EXPECT_THAT(followed(dxf(many)).warnings(), Contains(HasSubstr("30 of other kinds")));
}

TEST(DxfElementsTest, ElementsThatAreNotShownAreCounted) {
    const std::string layers =
        "0\nLAYER\n2\nUit\n70\n0\n62\n-7\n0\nLAYER\n2\nkoud\n70\n5\n62\n7\n"
        "0\nLAYER\n2\nplan\n70\n4\n62\n7\n";
    const std::string hidden =
        line("8\nuit\n") + line("8\nKoud\n") + line("60\n1\n") + line("67\n1\n8\nuit\n");
    EXPECT_THAT(followed(dxf(line() + hidden, layers)).warnings(),
                ElementsAre(HasSubstr("1 in paper space, 2 on layers that are off or frozen, 1 "
                                      "invisible; leave out")));
    EXPECT_THAT(followed(dxf(line("60\n0\n67\n0\n"), layers)).warnings(), IsEmpty());
}

using DxfElementsOfASource = SourceTest;

TEST_F(DxfElementsOfASource, ANumberThatIsNoneIsRefusedAndTheOthersAreToldOf) {
    run_.crs_of_nameless = "EPSG:28992";
    const std::string bad = write("fout.dxf", dxf(line() + line("10\n155000,75\n")));
    EXPECT_EQ(
        input_error([&] { Source(riool(bad), run_, rd_); }),
        bad +
            ": its line 48 says \"155000,75\" where a number should stand (LINE), which would be "
            "read as another; write numbers with a point and nothing else, or save it "
            "again from the program it comes from");
    BronConfiguration bron =
        riool(write("goed.dxf", dxf(line() + line("67\n1\n") + "0\nREGION\n8\nplan\n1\nx\n")));
    Source source(bron, run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 2U);
    EXPECT_THAT(source.warnings(), AllOf(Contains(HasSubstr("1 in all: 1 REGION")),
                                         Contains(HasSubstr("1 in paper space"))));
    bron.filter = "PaperSpace IS NULL";  // as the sentence says
    Source filtered(bron, run_, rd_);
    EXPECT_EQ(all_rows(filtered).size(), 1U);
    Source shown(riool(write("alles.dxf", dxf(line()))), run_, rd_);
    EXPECT_THAT(shown.warnings(), Not(Contains(HasSubstr("elements"))));
}

}  // namespace
}  // namespace koppelkans::io
