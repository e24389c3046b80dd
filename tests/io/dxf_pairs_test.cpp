#include "engine/io/dxf_pairs.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

/// The pairs of a text that comes in pieces of so many bytes.
std::vector<DxfPair> cut(std::string_view text, std::size_t piece) {
    DxfPairs pairs;
    std::vector<DxfPair> found;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        pairs.follow(text.substr(at, piece), [&](const DxfPair& pair) { found.push_back(pair); });
    }
    return found;
}

std::vector<std::pair<int, std::string>> pairs(std::string_view text) {
    std::vector<std::pair<int, std::string>> found;
    for (const DxfPair& pair : cut(text, 3)) {
        found.emplace_back(pair.code, pair.value);
    }
    return found;
}

TEST(DxfPairsTest, ALineEndsByALineFeedACarriageReturnOrBoth) {
    const auto two = ElementsAre(Pair(0, "LINE"), Pair(8, ""));
    EXPECT_THAT(pairs("  0\nLINE\n  8\n\n"), two);
    EXPECT_THAT(pairs("  0\rLINE\r  8\r\r"), two);
    EXPECT_THAT(pairs("  0\r\nLINE\r\n  8\r\n\r\n"), two);
    EXPECT_THAT(pairs("  0\n\rLINE\n\r  8\n\r\n\r"), two);
}

TEST(DxfPairsTest, ACodeIsTheNumberThatItsLineBeginsWith) {
    EXPECT_THAT(pairs("+2\na\n 2x\nb\n-7\nc\nLINE\nd\n4294967304\ne\n"),
                ElementsAre(Pair(2, "a"), Pair(2, "b"), Pair(-7, "c"), Pair(0, "d"), Pair(8, "e")));
}

TEST(DxfPairsTest, ABlankCodeIsTheNumberThatComesNext) {
    EXPECT_THAT(pairs("\n2\n  8\na\n"), ElementsAre(Pair(2, "2"), Pair(8, "a")));
    // Two blank pairs give one pair without a value, by the code of the pair behind them.
    EXPECT_THAT(pairs("\n\n \n\n  8\na\n"), ElementsAre(Pair(8, ""), Pair(8, "a")));
}

TEST(DxfPairsTest, WhatIsNotAWholePairIsLeftOut) {
    EXPECT_THAT(pairs("  0\nEOF\n  8\nno end"), ElementsAre(Pair(0, "EOF")));
}

TEST(DxfPairsTest, LongLinesAreCutAndToldOf) {
    const std::string name(300, 'a');
    const std::string endless(1'000'001, 'a');
    const std::string code = std::string(300, ' ') + "7";
    const std::string text = "  1\n" + name + "\n  1\n" + endless + "\n" + code + "\na\n  1\na\n";
    for (const std::size_t piece : {std::size_t{100}, text.size()}) {
        const std::vector<DxfPair> found = cut(text, piece);
        ASSERT_EQ(found.size(), 4U);
        EXPECT_EQ(found[0].value, name.substr(0, 256));
        EXPECT_FALSE(found[0].is_too_long);
        EXPECT_EQ(found[1].value, name.substr(0, 256));
        EXPECT_TRUE(found[1].is_too_long);
        EXPECT_EQ(found[2].code, 7);
        EXPECT_TRUE(found[2].is_too_long);
        EXPECT_FALSE(found[3].is_too_long);
    }
}

}  // namespace
}  // namespace koppelkans::io
