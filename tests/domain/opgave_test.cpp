#include "engine/domain/opgave.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

TEST(OpgaveTexts, AreEmptyUntilTheyAreSet) {
    const OpgaveTexts texts;
    for (const Veld veld : alle_velden()) {
        EXPECT_EQ(texts.of(veld), "");
    }
}

TEST(OpgaveTexts, KeepEachTextApart) {
    OpgaveTexts texts;
    for (const Veld veld : OpgaveTexts::kept) {
        texts.set(veld, std::string("de ") + to_text(veld));
    }
    for (const Veld veld : OpgaveTexts::kept) {
        EXPECT_EQ(texts.of(veld), std::string("de ") + to_text(veld));
    }
    EXPECT_EQ(texts.of(Veld::id), "") << "not kept";
}

TEST(OpgaveTexts, CanBeSetInAnyOrderAndAgain) {
    OpgaveTexts texts;
    texts.set(Veld::budget, "\xE2\x82\xAC 10");
    texts.set(Veld::naam, "Kerkstraat");
    texts.set(Veld::project, "p");
    texts.set(Veld::naam, "Laan");
    EXPECT_EQ(texts.of(Veld::naam), "Laan");
    EXPECT_EQ(texts.of(Veld::project), "p");
    EXPECT_EQ(texts.of(Veld::budget), "\xE2\x82\xAC 10");
    texts.set(Veld::project, "");
    EXPECT_EQ(texts.of(Veld::project), "");
    EXPECT_EQ(texts.of(Veld::budget), "\xE2\x82\xAC 10");
}

}  // namespace
}  // namespace koppelkans::domain
