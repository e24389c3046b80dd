#include "engine/io/source_postgres.h"

#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

// A server is asked in tests/postgis; here, what is made of its driver's words.

TEST(CutOffText, IsTheWholeTextOfItsColumn) {
    const std::vector<std::string> warnings = {
        "Value '2 years 3 mons' of field p.t.looptijd parsed incompletely to integer 2.",
        "Value '1 year 6 mons' of field p.t.duur parsed incompletely to integer 1."};
    EXPECT_EQ(cut_off_text(warnings, "duur"), "1 year 6 mons");
    EXPECT_EQ(cut_off_text(warnings, "looptijd"), "2 years 3 mons");
    EXPECT_EQ(cut_off_text(warnings, "uur"), "");
    EXPECT_EQ(cut_off_text({}, "duur"), "");
    EXPECT_EQ(cut_off_text({"Value 'x' of field p.t.duur is wrong"}, "duur"), "");
}

TEST(CutOff, IsSaidOfNothingElse) {
    EXPECT_TRUE(is_cut_off("Value '1 day' of field t.duur parsed incompletely to integer 1."));
    EXPECT_FALSE(is_cut_off("Invalid content for record 2 in column start: april 2027"));
}

}  // namespace
}  // namespace koppelkans::io
