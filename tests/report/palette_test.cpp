#include "engine/report/palette.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/report_words.h"

namespace koppelkans::test {

namespace {

using report::OpgaveRow;
using report::Palette;
using testing::Each;
using testing::MatchesRegex;

std::vector<OpgaveRow> of_soorten(const std::vector<std::string>& soorten) {
    std::vector<OpgaveRow> opgaven;
    for (const std::string& soort : soorten) {
        opgaven.emplace_back().soort = soort;
    }
    return opgaven;
}

const Palette small{{{"riool", "#000001"}}, {"#000011", "#000012"}, "#0000FF", {}};

TEST(Palettes, give_a_soort_its_colour) {
    EXPECT_EQ(small.of("riool"), "#000001");
    EXPECT_EQ(small.of("eigen"), "#0000FF");
}

TEST(Palettes, fitted_give_own_soorten_spare_colours_by_name) {
    const Palette palette = report::fitted(small, of_soorten({"zon", "riool", "aard", "zon"}));
    EXPECT_EQ(palette.of("aard"), "#000011");
    EXPECT_EQ(palette.of("zon"), "#000012");
    EXPECT_EQ(palette.of("riool"), "#000001");
    EXPECT_EQ(palette.of("water"), "#0000FF") << "no opgave is of it";
}

TEST(Palettes, fitted_give_the_rest_one_colour) {
    const Palette palette = report::fitted(small, of_soorten({"a", "b", "c", "d"}));
    EXPECT_EQ(palette.of("b"), "#000012");
    EXPECT_EQ(palette.of("c"), "#0000FF");
    EXPECT_EQ(palette.of("d"), "#0000FF");
}

TEST(Palettes, that_ship_are_those_of_the_styles) {
    const Palette palette = io::report_palette();
    EXPECT_EQ(palette.of("rioolvervanging"), "#0B4F8A");
    EXPECT_EQ(palette.other, "#808080");
    EXPECT_EQ(palette.soorten.size(), 34U);
    EXPECT_EQ(palette.spare.size(), 6U);
    EXPECT_EQ(palette.spare.front(), "#117733");
    EXPECT_EQ(palette.ramp.front(), "#E3EEF9") << "white is for none";
    EXPECT_THAT(palette.ramp, Each(MatchesRegex("#[0-9A-F]{6}")));
}

}  // namespace

}  // namespace koppelkans::test
