#include "engine/domain/buurt.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Buurt buurt(std::string code, std::string wijk = "", std::string gemeente = "") {
    Buurt one;
    one.buurtcode = std::move(code);
    one.wijkcode = std::move(wijk);
    one.gemeentecode = std::move(gemeente);
    return one;
}

BuurtRegister example() {
    return BuurtRegister(
        {buurt("BU02890002", "WK028900", "GM0289"), buurt("BU02890001", "WK028900", "GM0289"),
         buurt("BU0363A00a", "WK0363A0", "GM0363"), buurt("Noord")},
        2025);
}

TEST(BuurtRegister, IsOrderedByCode) {
    const BuurtRegister buurten = example();
    EXPECT_EQ(buurten[0].buurtcode, "BU02890001");
    EXPECT_EQ(buurten[3].buurtcode, "Noord");
    EXPECT_EQ(buurten.jaar(), 2025);
}

TEST(BuurtRegister, HasABoxRoundAll) {
    Buurt west = buurt("BU02890001");
    west.box = {0, 0, 10, 5};
    Buurt east = buurt("BU02890002");
    east.box = {20, -5, 30, 4};
    EXPECT_EQ(BuurtRegister({west, east}, {}).box(), (geometry::Box{0, -5, 30, 5}));
    EXPECT_TRUE(BuurtRegister({}, {}).box().empty());
}

TEST(BuurtRegister, FindsAnyKindWhereNoneIsNamed) {
    const BuurtRegister buurten = example();
    EXPECT_THAT(buurten.find("BU02890002", {}), ElementsAre(1));
    EXPECT_THAT(buurten.find("WK028900", {}), ElementsAre(0, 1));
    EXPECT_THAT(buurten.find("GM0363", {}), ElementsAre(2));
}

TEST(BuurtRegister, TrimsAndFoldsCase) {
    const BuurtRegister buurten = example();
    EXPECT_THAT(buurten.find("  bu0363a00A ", {}), ElementsAre(2));
    EXPECT_THAT(buurten.find("NOORD", GebiedSoort::buurt), ElementsAre(3));
}

TEST(BuurtRegister, CompletesPrefixAndZerosOfANamedKindOnly) {
    const BuurtRegister buurten = example();
    EXPECT_THAT(buurten.find("2890001", GebiedSoort::buurt), ElementsAre(0));
    EXPECT_THAT(buurten.find("BU2890001", GebiedSoort::buurt), ElementsAre(0));
    EXPECT_THAT(buurten.find("28900", GebiedSoort::wijk), ElementsAre(0, 1));
    EXPECT_THAT(buurten.find("289", GebiedSoort::gemeente), ElementsAre(0, 1));
    EXPECT_THAT(buurten.find("363", GebiedSoort::gemeente), ElementsAre(2));
    EXPECT_THAT(buurten.find("2890001", {}), IsEmpty());
}

TEST(BuurtRegister, AColumnOfOneKindKnowsNoOther) {
    EXPECT_THAT(example().find("WK028900", GebiedSoort::buurt), IsEmpty());
}

TEST(BuurtRegister, FindsNothingForWhatIsNotThere) {
    const BuurtRegister buurten = example();
    EXPECT_THAT(buurten.find("BU99999999", {}), IsEmpty());
    EXPECT_THAT(buurten.find("", GebiedSoort::buurt), IsEmpty());
    EXPECT_THAT(buurten.find("123456789012", GebiedSoort::buurt), IsEmpty());
}

TEST(BuurtRegister, ExactCaseComesBeforeAnyCase) {
    const BuurtRegister buurten({buurt("A00a"), buurt("A00A")}, {});
    EXPECT_EQ(buurten[buurten.find("A00a", {}).at(0)].buurtcode, "A00a");
    EXPECT_EQ(buurten[buurten.find("A00A", {}).at(0)].buurtcode, "A00A");
}

TEST(BuurtRegister, ABuurtWithoutWijkIsInNone) {
    EXPECT_EQ(example().members(GebiedSoort::wijk).size(), 2U);
    EXPECT_EQ(example().members(GebiedSoort::gemeente).size(), 2U);
}

TEST(BuurtRegister, RefusesRepeatedAndEmptyCodes) {
    EXPECT_THROW(BuurtRegister({buurt("x"), buurt("x")}, {}), std::invalid_argument);
    EXPECT_THROW(BuurtRegister({buurt("")}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace koppelkans::domain
