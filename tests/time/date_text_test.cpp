#include "engine/time/date_text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

std::string plain(std::string_view text) {
    return std::string(PlainText(text).view());
}

TEST(PlainText, FoldsCaseBlanksDashesAndAccents) {
    EXPECT_EQ(plain("  Vóór\t1\u00A0MEI \u2013  2028\r\n"), "voor 1 mei - 2028");
    EXPECT_EQ(plain("2027\u20142029"), "2027-2029");
    EXPECT_EQ(plain("2027\u22122029"), "2027-2029");
    EXPECT_EQ(plain("2027\u2011 2029"), "2027- 2029");
    EXPECT_EQ(plain("APR \u201927"), "apr '27");
    EXPECT_EQ(plain("ÉÉN ëïöüàçñÿ"), "een eiouacny");
    EXPECT_EQ(plain("e\u0301e\u0301n"), "een");
    EXPECT_EQ(plain("\u200E15\u200F-4\u200B-2027\uFEFF"), "15-4-2027");
    EXPECT_EQ(plain("\u3000\u2009 "), "");
    EXPECT_EQ(plain(""), "");
}

TEST(PlainText, MarksWhatNoDateHas) {
    EXPECT_EQ(plain("±2027"), std::string(1, approx_mark) + "2027");
    EXPECT_EQ(plain("\x02"
                    "2027"),
              "\x01"
              "2027");
    EXPECT_EQ(plain(std::string_view("20\0"
                                     "27",
                                     5)),
              "20\x01"
              "27");
    EXPECT_EQ(plain("2027 \u20AC"), "2027 \x01");
    EXPECT_EQ(plain("×÷ßæ"), "\x01\x01\x01\x01");
    EXPECT_EQ(plain("\U0001F4C5"), "\x01");
}

TEST(PlainText, CountsBytesThatAreNoUtf8OneByOne) {
    EXPECT_EQ(plain("\xFF\xFE"), "\x01\x01");
    EXPECT_EQ(plain("\xE9"), "\x01");
    EXPECT_EQ(plain("\xE9t\xE9"), "\x01t\x01");
    EXPECT_EQ(plain("a\xE2\x80"), "a\x01\x01");
    EXPECT_EQ(plain("\xC0\xB1"), "\x01\x01");
    EXPECT_EQ(plain("\xF0\x9F\x93"), "\x01\x01\x01");
    EXPECT_EQ(plain("\x80"), "\x01");
}

TEST(PlainText, EndsAtItsLimit) {
    EXPECT_FALSE(PlainText(std::string(200, 'x')).too_long());
    EXPECT_TRUE(PlainText(std::string(201, 'x')).too_long());
    EXPECT_EQ(PlainText(std::string(5000, 'x')).view().size(), max_plain_length);
    EXPECT_FALSE(PlainText(std::string(5000, ' ') + "2027" + std::string(5000, ' ')).too_long());
    EXPECT_TRUE(PlainText(std::string(199, 'x') + " y").too_long());
    EXPECT_FALSE(PlainText(std::string(198, 'x') + " y").too_long());
}

TEST(Tokens, SplitsNumbersWordsAndMarks) {
    const std::string text = "2e kw2 - 08.5 apr";
    const Tokens tokens(text);
    const TokenSpan all = tokens.all();
    std::vector<std::string> texts;
    for (const Token& token : all) {
        texts.emplace_back(token.text);
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"2", "e", "kw", "2", "-", "08", ".", "5", "apr"}));
    EXPECT_EQ(all[5].value, 8);
    EXPECT_EQ(all[5].digits, 2U);
    EXPECT_TRUE(all[4].is_mark('-'));
    EXPECT_TRUE(all[4].blank_before);
    EXPECT_TRUE(all[4].blank_after);
    EXPECT_FALSE(all[6].blank_before);
    EXPECT_FALSE(all[6].blank_after);
    EXPECT_TRUE(all[8].is_word("apr"));
    EXPECT_TRUE(all[8].blank_before);
    EXPECT_FALSE(all[8].blank_after);
    EXPECT_FALSE(all[0].blank_before);
}

TEST(Tokens, BoundsNumbersAndCount) {
    const std::string long_number(150, '9');
    EXPECT_EQ(Tokens(long_number).all()[0].value, -1);
    EXPECT_EQ(Tokens(long_number).all()[0].digits, 150U);
    EXPECT_EQ(Tokens("999999999999999999").all()[0].value, 999999999999999999);
    EXPECT_FALSE(Tokens(std::string(48, '/')).too_many());
    EXPECT_TRUE(Tokens(std::string(49, '/')).too_many());
    EXPECT_TRUE(Tokens(std::string(49, '/')).all().empty());
    EXPECT_TRUE(Tokens("").all().empty());
}

TEST(Tokens, KnowsAFractionOfZeros) {
    EXPECT_TRUE(is_zeros(Tokens("000").all()[0]));
    EXPECT_FALSE(is_zeros(Tokens("001").all()[0]));
    EXPECT_FALSE(is_zeros(Tokens("x").all()[0]));
}

}  // namespace
}  // namespace koppelkans::time
