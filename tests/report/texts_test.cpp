#include "engine/report/texts.h"

#include <limits>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/report_words.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::OpgaveRow;
using report::Texts;

Texts made_up(const std::string& text) {
    return {"nl",
            {{"een.zin", text},
             {"getal.duizend", "."},
             {"aantal.geen", "geen"},
             {"aantal.vissen.een", "één vis"},
             {"aantal.vissen.meer", "{n} vissen"}}};
}

std::string reason_of(const std::function<void()>& fails) {
    try {
        fails();
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "no std::logic_error";
}

class Language : public testing::Test {
  protected:
    const Texts nl = io::report_texts("nl");
    const Texts en = io::report_texts("en");
};

TEST(Texts, find_a_text_by_its_key) {
    EXPECT_EQ(made_up("Kaart")("een.zin"), "Kaart");
    EXPECT_EQ(made_up("").language(), "nl");
}

TEST(Texts, take_a_missing_key_for_a_mistake_of_ours) {
    EXPECT_EQ(reason_of([] { made_up("")("geen.zin"); }), "the catalogue nl has no text geen.zin");
    EXPECT_THROW(made_up("").filled("geen.zin", {}), std::logic_error);
    EXPECT_THROW(made_up("").counted("vogels", 2), std::logic_error);
}

TEST(Texts, are_filled_by_name) {
    EXPECT_EQ(made_up("{a} met {b}, {a}!").filled("een.zin", {{"a", "Riool"}, {"b", "Groen"}}),
              "Riool met Groen, Riool!");
    EXPECT_EQ(made_up("niets te vullen").filled("een.zin", {{"a", "Riool"}}), "niets te vullen");
    EXPECT_EQ(made_up("{a}").filled("een.zin", {{"a", ""}}), "");
}

TEST(Texts, do_not_look_again_at_what_was_filled_in) {
    EXPECT_EQ(made_up("{a} en {b}").filled("een.zin", {{"a", "{b}"}, {"b", "{{a}} {"}}),
              "{b} en {{a}} {");
}

TEST(Texts, leave_a_brace_that_nothing_closes) {
    EXPECT_EQ(made_up("half { open").filled("een.zin", {}), "half { open");
    EXPECT_EQ(made_up("half } dicht").filled("een.zin", {}), "half } dicht");
}

TEST(Texts, take_a_missing_filling_for_a_mistake_of_ours) {
    EXPECT_EQ(reason_of([] {
                  made_up("{a} met {naam}").filled("een.zin", {{"a", "Riool"}});
              }),
              "the text een.zin is filled without {naam}");
}

TEST(Texts, count_none_one_and_more) {
    const Texts texts = made_up("");
    EXPECT_EQ(texts.counted("vissen", 0), "geen vissen");
    EXPECT_EQ(texts.counted("vissen", 1), "één vis");
    EXPECT_EQ(texts.counted("vissen", 2), "2 vissen");
    EXPECT_EQ(texts.counted("vissen", 1001), "1.001 vissen");
}

TEST(Texts, have_a_sentence_for_one_and_one_for_more) {
    const Texts texts("nl", {{"getal.duizend", "."},
                             {"lijst.rest.een", "Eén van {alle} ontbreekt."},
                             {"lijst.rest.meer", "{n} van {alle} ontbreken."}});
    EXPECT_EQ(texts.by_count("lijst.rest", 1, {{"alle", "9"}}), "Eén van 9 ontbreekt.");
    EXPECT_EQ(texts.by_count("lijst.rest", 0, {{"alle", "9"}}), "0 van 9 ontbreken.");
    EXPECT_EQ(texts.by_count("lijst.rest", 1200, {{"alle", "{n}"}}), "1.200 van {n} ontbreken.");
    EXPECT_THROW(texts.by_count("lijst.rest", 2), std::logic_error);
}

TEST_F(Language, counts_as_its_readers_do) {
    EXPECT_EQ(nl.counted("koppelkansen", 0), "geen koppelkansen");
    EXPECT_EQ(nl.counted("koppelkansen", 1), "één koppelkans");
    EXPECT_EQ(nl.counted("buurten", 12345), "12.345 buurten");
    EXPECT_EQ(en.counted("opgaven", 0), "no opgaven");
    EXPECT_EQ(en.counted("paren", 1), "one pair");
    EXPECT_EQ(en.counted("paren", 1200), "1,200 pairs");
}

TEST_F(Language, puts_words_for_what_a_result_holds) {
    EXPECT_EQ(nl.word("soort", "hemelwater"), "Afkoppelen en hemelwaterriool");
    EXPECT_EQ(en.word("reden", "dubbel_id"), "An earlier row has the same id");
    EXPECT_EQ(nl.word("soort", "eigen_soort_van_ons"), "eigen soort van ons") << "no catalogue";
    EXPECT_EQ(nl.word("soort", ""), "");
}

TEST_F(Language, writes_numbers_with_its_own_marks) {
    EXPECT_EQ(nl.number(0), "0");
    EXPECT_EQ(nl.number(999), "999");
    EXPECT_EQ(nl.number(1000), "1.000");
    EXPECT_EQ(nl.number(1234567), "1.234.567");
    EXPECT_EQ(nl.number(-999), "-999");
    EXPECT_EQ(nl.number(-123456), "-123.456");
    EXPECT_EQ(en.number(1234567), "1,234,567");
    EXPECT_EQ(en.number(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

TEST_F(Language, writes_small_areas_with_a_decimal) {
    EXPECT_EQ(nl.area(3.54), "3,5 m²");
    EXPECT_EQ(en.area(3.55), "3.5 m²") << "the double lies below";
    EXPECT_EQ(nl.area(0), "0 m²");
    EXPECT_EQ(nl.area(0.1), "0,1 m²");
    EXPECT_EQ(nl.area(9.94), "9,9 m²");
    EXPECT_EQ(nl.area(9.96), "10 m²") << "and not 10,0";
    EXPECT_EQ(nl.area(10), "10 m²");
    EXPECT_EQ(nl.area(10.5), "11 m²");
    EXPECT_EQ(en.area(1234.4), "1,234 m²");
}

TEST_F(Language, writes_days_and_months_in_its_own_words) {
    EXPECT_EQ(nl.day(day(2028, 3, 1)), "1 maart 2028");
    EXPECT_EQ(en.day(day(2028, 2, 29)), "29 February 2028");
    EXPECT_EQ(nl.month(day(2028, 3, 31)), "mrt 2028");
    EXPECT_EQ(en.month(day(2028, 10, 1)), "Oct 2028");
}

TEST_F(Language, writes_periods_in_years_months_and_days) {
    EXPECT_EQ(nl.period({24, 0}), "2 jaar");
    EXPECT_EQ(nl.period({18, 0}), "1 jaar en 6 maanden");
    EXPECT_EQ(nl.period({1, 0}), "1 maand");
    EXPECT_EQ(nl.period({0, 1}), "1 dag");
    EXPECT_EQ(en.period({27, 14}), "2 years, 3 months and 14 days");
    EXPECT_EQ(nl.period({0, 0}), "0 dagen");
    EXPECT_EQ(en.period({0, 0}), "0 days");
}

TEST_F(Language, lists_parts) {
    EXPECT_EQ(nl.listed({}), "");
    EXPECT_EQ(nl.listed({"a"}), "a");
    EXPECT_EQ(nl.listed({"a", "b"}), "a en b");
    EXPECT_EQ(nl.listed({"a", "b", "c"}), "a, b en c");
    EXPECT_EQ(en.listed({"a", "b", "c", "d"}), "a, b, c and d");
}

OpgaveRow lasting(std::optional<time::Day> start, std::optional<time::Day> eind) {
    OpgaveRow row;
    row.start = start;
    row.eind = eind;
    return row;
}

TEST_F(Language, says_when_work_is_done) {
    EXPECT_EQ(nl.when(lasting(day(2028, 4, 15), day(2029, 9, 1))), "apr 2028 – sep 2029");
    EXPECT_EQ(nl.when(lasting(day(2028, 4, 15), std::nullopt)), "vanaf apr 2028");
    EXPECT_EQ(nl.when(lasting(std::nullopt, day(2029, 9, 1))), "tot en met sep 2029");
    EXPECT_EQ(nl.when(lasting(std::nullopt, std::nullopt)), "doorlopend");
    EXPECT_EQ(en.when(lasting(day(2028, 5, 1), day(2028, 5, 31))), "May 2028 – May 2028");
}

TEST_F(Language, says_what_is_not_known_of_when_work_is_done) {
    OpgaveRow row = lasting(day(2028, 4, 15), day(2028, 4, 30));
    row.eind_onbekend = true;
    EXPECT_EQ(nl.when(row), "vanaf apr 2028, eind onbekend");
    EXPECT_EQ(en.when(row), "from Apr 2028, end unknown");
    row.start.reset();
    EXPECT_EQ(nl.when(row), "begint uiterlijk apr 2028, eind onbekend");
    EXPECT_EQ(en.when(row), "begins by Apr 2028, end unknown");
    row.tijd_onbekend = true;
    EXPECT_EQ(nl.when(row), "datum onbekend");
}

}  // namespace

}  // namespace koppelkans::test
