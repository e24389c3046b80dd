#include "engine/domain/errors.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

TEST(InputError, NamesWhatIsKnownOfThePlace) {
    EXPECT_STREQ(InputError({"plan.gpkg", "riool", 7}, "no").what(),
                 "plan.gpkg, layer riool, row 7: no");
    EXPECT_STREQ(InputError({"plan.gpkg", "", {}}, "no").what(), "plan.gpkg: no");
    EXPECT_STREQ(InputError({"", "riool", {}}, "no").what(), "layer riool: no");
    EXPECT_STREQ(InputError("no").what(), "no");
}

}  // namespace
}  // namespace koppelkans::domain
