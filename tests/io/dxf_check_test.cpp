#include "engine/io/dxf_check.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const char* const line = "  0\nLINE\n  8\n0\n 10\n155000\n 20\n463000\n 11\n155010\n 21\n463000\n";

std::string insert(const std::string& block, const std::string& more = "") {
    return "  0\nINSERT\n  8\n0\n  2\n" + block + "\n 10\n0\n 20\n0\n" + more;
}

std::string block(const std::string& name, const std::string& elements) {
    return "  0\nBLOCK\n  8\n0\n  2\n" + name + "\n 70\n0\n 10\n0\n 20\n0\n" + elements +
           "  0\nENDBLK\n  8\n0\n";
}

std::string dxf(const std::string& blocks, const std::string& elements) {
    return "  0\nSECTION\n  2\nHEADER\n  0\nENDSEC\n  0\nSECTION\n  2\nTABLES\n  0\nENDSEC\n"
           "  0\nSECTION\n  2\nBLOCKS\n" +
           blocks + "  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n" + elements +
           "  0\nENDSEC\n  0\nEOF\n";
}

/// Each block places the one before it so many times.
std::string chain(int depth, int times) {
    std::string blocks = block("B0", line);
    for (int i = 1; i < depth; ++i) {
        std::string places;
        for (int k = 0; k < times; ++k) {
            places += insert(fmt::format("B{}", i - 1));
        }
        blocks += block(fmt::format("B{}", i), places);
    }
    return blocks;
}

DxfBlocks::Count unfolded(const std::string& text) {
    DxfBlocks blocks;
    for (std::size_t at = 0; at < text.size(); at += 7) {
        blocks.follow(std::string_view(text).substr(at, 7));
    }
    return blocks.unfolded();
}

TEST(DxfBlocksTest, CountsWhatBlocksUnfoldTo) {
    const DxfBlocks::Count plain = unfolded(dxf("", std::string(line) + line));
    EXPECT_EQ(plain.blocks, 0);
    EXPECT_EQ(plain.drawing, 2);
    // B0: 1; B1: 2 places and 2 lines; B2: 2 places and 2 * 4.
    const DxfBlocks::Count nested = unfolded(dxf(chain(3, 2), insert("B2") + line));
    EXPECT_EQ(nested.blocks, 1 + 4 + 10);
    EXPECT_EQ(nested.drawing, 2 + 10);
}

TEST(DxfBlocksTest, CountsColumnsAndRowsAndBlocksThatComeLater) {
    const std::string blocks = block("B", insert("A", " 70\n3\n 71\n5\n")) + block("A", line);
    EXPECT_EQ(unfolded(dxf(blocks, insert("B", " 70\n2\n"))).drawing, 1 + 2 * 16);
    EXPECT_EQ(unfolded(dxf("", insert("nergens"))).drawing, 1);
}

TEST(DxfBlocksTest, ABlockThatPlacesItselfAndOneOfAnyDepthComeToAnEnd) {
    const std::string round = block("A", line + insert("B")) + block("B", line + insert("A"));
    EXPECT_LT(unfolded(dxf(round, insert("A"))).blocks, 10);
    EXPECT_EQ(unfolded(dxf(chain(20000, 1), insert("B19999"))).drawing, 1 + 20000);
}

class DxfCheckTest : public SourceTest {
  protected:
    void SetUp() override {
        SourceTest::SetUp();
        run_.crs_of_nameless = "EPSG:28992";
    }
};

TEST_F(DxfCheckTest, ABombIsRefusedBeforeItGoesOff) {
    const std::string bomb = write("bom.dxf", dxf(chain(30, 4), insert("B29")));
    EXPECT_THAT(input_error([&] { Source(riool(bomb), run_, rd_); }),
                HasSubstr("its blocks place one another so often that 118 elements unfold to"));
    const std::string field = write(
        "veld.dxf", dxf(block("A", line), insert("A", " 70\n32767\n 71\n32767\n 44\n1\n 45\n1\n")));
    EXPECT_THAT(input_error([&] { Source(riool(field), run_, rd_); }),
                HasSubstr("its blocks place one another so often"));
}

TEST_F(DxfCheckTest, SymbolsInADrawingAreRead) {
    std::string symbol;
    std::string places;
    for (int i = 0; i < 200; ++i) {
        symbol += line;
        places += insert("BOOM");
    }
    Source source(riool(write("bomen.dxf", dxf(block("BOOM", symbol), places))), run_, rd_);
    EXPECT_GE(all_rows(source).size(), 200U);
    EXPECT_THAT(source.warnings(), Not(Contains(HasSubstr("blocks"))));
}

TEST_F(DxfCheckTest, BlocksThatGdalLeavesOutAreToldOf) {
    const std::string deep = chain(1000, 1);
    const std::string said = "Dangerous block recursion detected";
    Source none(riool(write("diep.dxf", dxf(deep, insert("B999")))), run_, rd_);
    EXPECT_EQ(all_rows(none).size(), 0U);
    EXPECT_THAT(none.warnings(), Contains(HasSubstr("GDAL says near the end: " + said)));
    Source one(riool(write("een.dxf", dxf(deep, insert("B999") + line))), run_, rd_);
    EXPECT_EQ(all_rows(one).size(), 1U);
    EXPECT_THAT(one.warnings(), Contains(HasSubstr("GDAL says near row 0: " + said)));
}

}  // namespace
}  // namespace koppelkans::io
