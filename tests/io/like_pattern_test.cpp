// LIKE in bounded time, with the answers of OGR.
#include "engine/io/like_pattern.h"

#include <random>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <ogr_feature.h>
#include <ogr_swq.h>

namespace koppelkans::io {
namespace {

TEST(LikePattern, FitsTheWholeText) {
    struct Case {
        const char* text;
        const char* pattern;
        bool fits;
    };
    for (const auto& [text, pattern, fits] : {Case{"riool", "riool", true},
                                              {"riool", "rio", false},
                                              {"rio", "riool", false},
                                              {"riool", "r%", true},
                                              {"riool", "%l", true},
                                              {"riool", "%o%o%", true},
                                              {"riool", "%o%o%o%", false},
                                              {"riool", "_iool", true},
                                              {"riool", "_riool", false},
                                              {"riool", "riool_", false},
                                              {"riool", "RIOOL", false},
                                              {"", "", true},
                                              {"", "%", true},
                                              {"", "_", false},
                                              {"a", "", false},
                                              {"aab", "%ab", true},
                                              {"ab", "ab%%", true}}) {
        EXPECT_EQ(fits_like(text, pattern, {}), fits) << text << " LIKE " << pattern;
    }
}

TEST(LikePattern, AnEscapedCharacterStandsForItself) {
    EXPECT_TRUE(fits_like("100%", "100!%", {'!'}));
    EXPECT_FALSE(fits_like("1000", "100!%", {'!'}));
    EXPECT_TRUE(fits_like("a!b", "a!!b", {'!'}));
    EXPECT_FALSE(fits_like("a!", "a!", {'!'}));
    EXPECT_TRUE(fits_like("%x", "%%x", {'%'}));
}

/// What OGR's own operator answers.
bool ogr_fits(const std::string& text, const std::string& pattern, const LikeRules& rules) {
    swq_expr_node like(rules.ignores_case ? SWQ_ILIKE : SWQ_LIKE);
    like.field_type = SWQ_BOOLEAN;
    // A node of an operation puts its parts in as its parser reads them: last one first.
    if (rules.escape != '\0') {
        like.PushSubExpression(new swq_expr_node(std::string(1, rules.escape).c_str()));
    }
    like.PushSubExpression(new swq_expr_node(pattern.c_str()));
    like.PushSubExpression(new swq_expr_node(text.c_str()));
    like.ReverseSubExpressions();
    const std::unique_ptr<swq_expr_node> answer(like.Evaluate(nullptr, nullptr));
    return answer->int_value != 0;
}

TEST(LikePattern, AnswersAsOgrDoes) {
    std::mt19937 random(20261128);
    const auto any_of = [&random](std::string_view letters, std::size_t most) {
        std::string text;
        for (std::size_t length = random() % (most + 1); text.size() < length;) {
            text += letters[random() % letters.size()];
        }
        return text;
    };
    int fitting = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = any_of("abA%_!\xc3\xa9", 6);
        const std::string pattern = any_of("abA%%__!\xc3\xa9", 6);
        if (pattern.size() > 1 && pattern.substr(pattern.size() - 2) == "%%") {
            continue;  // OGR takes the second for a sign of its own; the class says so
        }
        const LikeRules rules{random() % 2 == 0 ? '!' : '\0', random() % 2 == 0};
        const bool expected = ogr_fits(text, pattern, rules);
        fitting += expected ? 1 : 0;
        EXPECT_EQ(fits_like(text, pattern, rules), expected)
            << text << " LIKE " << pattern << (rules.escape != '\0' ? " ESCAPE '!'" : "")
            << (rules.ignores_case ? ", any case" : "");
    }
    EXPECT_GT(fitting, 1'000);
}

TEST(LikePattern, GivesUpOnAPatternOfARowThatTakesTooLong) {
    const std::string text(200'000, 'a');
    const std::string pattern = "%" + std::string(2'000, 'a') + "b";
    EXPECT_THROW(fits_like(text, pattern, {}), std::runtime_error);
    EXPECT_TRUE(fits_like(text + "b", "%ab", {}));
}

}  // namespace
}  // namespace koppelkans::io
