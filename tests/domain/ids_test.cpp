#include "engine/domain/ids.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

// The expected digests were taken with coreutils' sha256sum.

TEST(Sha256, KnowsTheEmptyTextAndAbc) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(StableId, IsTheBuurtAndTwelveDigitsOfTheJoinedIds) {
    // printf 'riool:1\037warmte:2' | sha256sum
    EXPECT_EQ(stable_id("BU02890001", {"riool:1", "warmte:2"}),
              "BU02890001-" + sha256_hex("riool:1\x1Fwarmte:2").substr(0, 12));
    EXPECT_EQ(stable_id("BU02890001", {"riool:1", "warmte:2"}), "BU02890001-f4d925c0fd4d");
}

TEST(StableId, DependsOnOrderAndOnWhereOneIdEnds) {
    EXPECT_NE(stable_id("B", {"a", "b"}), stable_id("B", {"b", "a"}));
    EXPECT_NE(stable_id("B", {"ab", "c"}), stable_id("B", {"a", "bc"}));
    EXPECT_NE(stable_id("B", {"a", "b"}), stable_id("C", {"a", "b"}));
}

}  // namespace
}  // namespace koppelkans::domain
