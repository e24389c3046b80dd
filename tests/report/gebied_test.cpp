#include "engine/report/gebied.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::Gebied;
using report::GebiedKind;
using report::ResultData;
using report::ResultIndex;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes_of(const std::vector<Gebied>& gebieden) {
    std::vector<std::string> codes;
    for (const Gebied& gebied : gebieden) {
        codes.push_back(gebied.code);
    }
    return codes;
}

std::vector<std::string> chosen(const ResultData& data, GebiedKind kind,
                                const std::vector<std::string>& codes) {
    return codes_of(report::only(report::gebieden_of(data, kind), data, codes));
}

TEST(Gebieden, are_buurten_by_code_with_their_names) {
    ResultData data = scene();
    std::swap(data.buurten[0], data.buurten[2]);
    const std::vector<Gebied> gebieden = report::gebieden_of(data, GebiedKind::buurt);
    EXPECT_THAT(codes_of(gebieden), ElementsAre("BU00010001", "BU00010002", "BU00010003"));
    EXPECT_EQ(gebieden[0].naam, "Noord");
    EXPECT_EQ(gebieden[0].titel(), "Noord");
    EXPECT_THAT(gebieden[0].buurten, ElementsAre(2U)) << "where it stands in the data";
    EXPECT_EQ(gebieden[0].kind, GebiedKind::buurt);
}

TEST(Gebieden, are_wijken_with_their_buurten) {
    const std::vector<Gebied> gebieden = report::gebieden_of(scene(), GebiedKind::wijk);
    EXPECT_THAT(codes_of(gebieden), ElementsAre("WK000101", "WK000102"));
    EXPECT_THAT(gebieden[0].buurten, ElementsAre(0U, 1U));
    EXPECT_THAT(gebieden[1].buurten, ElementsAre(2U));
    EXPECT_EQ(gebieden[0].titel(), "WK000101") << "a wijk has no name";
    EXPECT_EQ(gebieden[0].kind, GebiedKind::wijk);
}

TEST(Gebieden, are_gemeenten_with_their_buurten) {
    const std::vector<Gebied> gebieden = report::gebieden_of(scene(), GebiedKind::gemeente);
    EXPECT_THAT(codes_of(gebieden), ElementsAre("GM0001"));
    EXPECT_THAT(gebieden[0].buurten, ElementsAre(0U, 1U, 2U));
}

TEST(Gebieden, take_buurten_without_a_wijk_together) {
    ResultData data = scene();
    data.buurten[0].wijkcode.clear();
    data.buurten[2].wijkcode.clear();
    const std::vector<Gebied> gebieden = report::gebieden_of(data, GebiedKind::wijk);
    EXPECT_THAT(codes_of(gebieden), ElementsAre("", "WK000101"));
    EXPECT_THAT(gebieden[0].buurten, ElementsAre(0U, 2U));
}

TEST(Gebieden, of_no_buurten_are_none) {
    EXPECT_THAT(report::gebieden_of({}, GebiedKind::gemeente), IsEmpty());
}

TEST(Only, without_codes_is_all) {
    EXPECT_EQ(chosen(scene(), GebiedKind::buurt, {}).size(), 3U);
}

TEST(Only, takes_a_buurt_in_any_case_and_with_blanks) {
    EXPECT_THAT(chosen(scene(), GebiedKind::buurt, {" bu00010002 "}), ElementsAre("BU00010002"));
}

TEST(Only, takes_all_buurten_of_a_wijk_or_gemeente) {
    EXPECT_THAT(chosen(scene(), GebiedKind::buurt, {"wk000101"}),
                ElementsAre("BU00010001", "BU00010002"));
    EXPECT_EQ(chosen(scene(), GebiedKind::buurt, {"GM0001"}).size(), 3U);
    EXPECT_THAT(chosen(scene(), GebiedKind::wijk, {"gm0001"}), ElementsAre("WK000101", "WK000102"));
}

TEST(Only, keeps_the_order_and_takes_none_twice) {
    EXPECT_THAT(chosen(scene(), GebiedKind::buurt, {"BU00010003", "BU00010001", "WK000101"}),
                ElementsAre("BU00010001", "BU00010002", "BU00010003"));
}

TEST(Only, compares_codes_of_the_result_in_any_case_too) {
    ResultData data = scene();
    data.buurten[2].buurtcode = "bu00010003";
    EXPECT_THAT(chosen(data, GebiedKind::buurt, {"BU00010003"}), ElementsAre("bu00010003"));
}

TEST(Only, takes_no_gemeente_for_one_of_its_wijken) {
    EXPECT_THROW(chosen(scene(), GebiedKind::gemeente, {"WK000101"}), domain::UsageError);
    ResultData one_wijk = scene();
    one_wijk.buurten[2].wijkcode = "WK000101";
    EXPECT_THAT(chosen(one_wijk, GebiedKind::gemeente, {"WK000101"}), ElementsAre("GM0001"))
        << "all of it lies in that wijk";
}

TEST(Only, says_that_a_buurt_is_smaller_than_a_page) {
    for (const auto& [kind, code] :
         {std::pair(GebiedKind::wijk, "bu00010001"), std::pair(GebiedKind::gemeente, "WK000102")}) {
        try {
            chosen(scene(), kind, {code});
            FAIL() << code;
        } catch (const domain::UsageError& error) {
            EXPECT_EQ(error.what(), std::string("--only ") + code +
                                        ": it is a part of what there is a page for; say --per "
                                        "buurt, or name the whole");
        }
    }
}

TEST(Only, refuses_a_code_that_names_nothing) {
    for (const char* code : {"BU99999999", "", " "}) {
        try {
            chosen(scene(), GebiedKind::buurt, {"BU00010001", code});
            FAIL() << code;
        } catch (const domain::UsageError& error) {
            EXPECT_EQ(error.what(), std::string("--only ") + code +
                                        ": the result has no buurt, wijk or gemeente of that code");
        }
    }
}

TEST(Only, does_not_take_no_code_for_the_buurten_without_a_wijk) {
    ResultData data = scene();
    data.buurten[0].wijkcode.clear();
    EXPECT_THROW(chosen(data, GebiedKind::wijk, {""}), domain::UsageError);
}

TEST(ResultIndexes, know_the_rows_of_each_buurt) {
    const ResultData data = scene();
    const ResultIndex index(data);
    EXPECT_THAT(index.koppelkansen("BU00010001"), ElementsAre(0U, 1U, 2U));
    EXPECT_THAT(index.koppelkansen("BU00010003"), ElementsAre(4U, 5U));
    EXPECT_THAT(index.koppelkansen("BU99999999"), IsEmpty());
    EXPECT_THAT(index.gebiedskansen("BU00010002"), ElementsAre(1U));
    EXPECT_THAT(index.combinaties("BU00010001"), ElementsAre(0U));
    EXPECT_THAT(index.risicos("BU00010003"), ElementsAre(0U, 1U));
    EXPECT_EQ(index.opgave("riool:1"), &data.opgaven[4]);
    EXPECT_EQ(index.opgave("riool:2"), nullptr);
}

TEST(ResultIndexes, of_layers_that_are_absent_are_empty) {
    ResultData data = scene();
    data.gebiedskansen.reset();
    data.combinaties.reset();
    data.risicos.reset();
    const ResultIndex index(data);
    EXPECT_THAT(index.gebiedskansen("BU00010001"), IsEmpty());
    EXPECT_THAT(index.combinaties("BU00010001"), IsEmpty());
    EXPECT_THAT(index.risicos("BU00010003"), IsEmpty());
    EXPECT_FALSE(index.takes_risico_away("BU00010003-kabel:1-weg:1"));
}

TEST(ResultIndexes, name_a_buurt_or_give_its_code) {
    ResultData data = scene();
    data.buurten[1].buurtnaam.clear();
    const ResultIndex index(data);
    EXPECT_EQ(index.name_of_buurt("BU00010001"), "Noord");
    EXPECT_EQ(index.name_of_buurt("BU00010002"), "BU00010002");
    EXPECT_EQ(index.name_of_buurt("BU99999999"), "BU99999999");
}

TEST(ResultIndexes, know_which_koppelkans_takes_a_risico_away) {
    const ResultData data = scene();
    const ResultIndex index(data);
    EXPECT_TRUE(index.takes_risico_away("BU00010003-kabel:1-weg:1"));
    EXPECT_FALSE(index.takes_risico_away("BU00010003-kabel:1-sloop:1"));
    EXPECT_FALSE(index.takes_risico_away("")) << "though a risico names no koppelkans";
}

}  // namespace

}  // namespace koppelkans::test
