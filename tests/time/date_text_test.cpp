#include "engine/time/date_text.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

std::string plain(std::string_view text) {
    return std::string(PlainText(text).view());
}

/// A character below U+10000 as UTF-8.
std::string utf8(unsigned c) {
    const auto behind_lead = [](unsigned bits) {
        return static_cast<char>(0x80U | (bits & 0x3FU));
    };
    if (c < 0x80) {
        return {static_cast<char>(c)};
    }
    if (c < 0x800) {
        return {static_cast<char>(0xC0U | (c >> 6U)), behind_lead(c)};
    }
    return {static_cast<char>(0xE0U | (c >> 12U)), behind_lead(c >> 6U), behind_lead(c)};
}

/// What each character is read as; those that are not listed are read as no character of a date.
std::map<unsigned, std::string> readings() {
    std::map<unsigned, std::string> read;
    for (unsigned c = '!'; c <= '~'; ++c) {
        read[c] = std::string(1, static_cast<char>(c));
    }
    for (unsigned c = 'A'; c <= 'Z'; ++c) {
        read[c] = std::string(1, static_cast<char>(c - 'A' + 'a'));
    }
    const std::vector<std::pair<std::string, std::vector<unsigned>>> alike = {
        {" ", {'\t',   '\n',   '\v',   '\f',   '\r',   ' ',    0xA0,   0x1680,
               0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
               0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}},
        {"-",
         {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D}},
        {"'", {'\'', '`', 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032}},
        {"", {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF}},
        {std::string(1, approx_mark), {0xB1}},
        {"a", {0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5}},
        {"c", {0xC7, 0xE7}},
        {"e", {0xC8, 0xC9, 0xCA, 0xCB, 0xE8, 0xE9, 0xEA, 0xEB}},
        {"i", {0xCC, 0xCD, 0xCE, 0xCF, 0xEC, 0xED, 0xEE, 0xEF}},
        {"n", {0xD1, 0xF1}},
        {"o", {0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD8, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF8}},
        {"u", {0xD9, 0xDA, 0xDB, 0xDC, 0xF9, 0xFA, 0xFB, 0xFC}},
        {"y", {0xDD, 0xFD, 0xFF}},
    };
    for (const auto& [reading, characters] : alike) {
        for (const unsigned c : characters) {
            read[c] = reading;
        }
    }
    for (unsigned accent = 0x300; accent <= 0x36F; ++accent) {
        read[accent] = "";
    }
    return read;
}

TEST(PlainText, ReadsEveryCharacterAsItIsListed) {
    const std::map<unsigned, std::string> read = readings();
    for (unsigned c = 0; c < 0x10000; ++c) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;  // no characters of their own
        }
        const auto listed = read.find(c);
        ASSERT_EQ(plain("x" + utf8(c) + "y"),
                  "x" + (listed == read.end() ? std::string(1, '\x01') : listed->second) + "y")
            << "U+" << std::hex << c;
    }
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
