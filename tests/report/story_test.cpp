#include "engine/report/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::Dossier;
using report::GebiedKind;
using report::ResultData;
using testing::ElementsAre;
using testing::SizeIs;

/// The scene without what the third sentence could be about.
ResultData quiet_scene() {
    ResultData data = scene();
    data.combinaties->clear();
    data.risicos->clear();
    for (report::BuurtRow& buurt : data.buurten) {
        buurt.max_gelijktijdig = 1;
    }
    return data;
}

std::vector<std::string> story(const Report& report, const std::string& buurtcode) {
    return report::story_of(report.buurt(buurtcode), report.run(), report.texts());
}

/// Noord with only its first `count` opgaven, which no row names.
std::vector<std::string> story_of_opgaven(std::size_t count, ResultData data = quiet_scene()) {
    data.koppelkansen.clear();
    data.gebiedskansen->clear();
    data.buurten[0].aantal_opgaven = static_cast<std::int64_t>(count);
    Report report(std::move(data));
    std::set<std::string> here;
    for (std::size_t i = 0; i < count; ++i) {
        here.insert(report.data().opgaven[i].opgave_id);
    }
    report.places = {{"BU00010001", here}};
    return story(report, "BU00010001");
}

TEST(Story, tells_of_kansen_the_best_and_where_three_meet) {
    EXPECT_THAT(
        story(Report(), "BU00010001"),
        ElementsAre("Noord telt 5 opgaven en 3 koppelkansen, samen op 480 m², waarvan 2 kansrijk.",
                    "De beste kans is Riool Dorpsstraat samen met Warmtenet Noord: 300 m² "
                    "gedeelde grond, aanhaken kan tot en met 1 maart 2027.",
                    "Drie of meer soorten werk komen samen in één combinatie; de grootste beslaat "
                    "75 m²."));
}

TEST(Story, is_told_in_english_too) {
    EXPECT_THAT(
        story(Report(scene(), "en"), "BU00010001"),
        ElementsAre(
            "Noord has 5 opgaven and 3 koppelkansen, together on 480 m², of which 2 promising.",
            "The best chance is Riool Dorpsstraat together with Warmtenet Noord: "
            "300 m² of shared ground, with time to join up to 1 March 2027.",
            "Three or more kinds of work meet in one combination; the largest takes 75 m²."));
}

TEST(Story, puts_risicos_before_all_else_and_a_pressing_kans_by_its_start) {
    EXPECT_THAT(
        story(Report(), "BU00010003"),
        ElementsAre(
            "Haven telt 3 opgaven en 2 koppelkansen, samen op 930 m², waarvan geen kansrijk.",
            "De beste kans is Kabel Kade samen met Asfalt Kade: 900 m² gedeelde "
            "grond, maar de eerste start kan al op 1 april 2027 zijn.",
            "Let op: bij 2 paren opgaven zou grond binnen de graafrust opnieuw opengaan; het "
            "zwaarst is Kabel Kade na Asfalt Kade, op 900 m²."));
}

TEST(Story, says_none_of_them_in_english) {
    EXPECT_EQ(
        story(Report(scene(), "en"), "BU00010003")[0],
        "Haven has 3 opgaven and 2 koppelkansen, together on 930 m², of which none promising.");
}

TEST(Story, tells_of_risicos_rather_than_combinaties) {
    ResultData data = scene();
    data.risicos->resize(1);
    data.risicos->at(0).buurtcode = "BU00010001";
    EXPECT_EQ(story(Report(data), "BU00010001")[2],
              "Let op: bij één paar opgaven zou grond binnen de graafrust opnieuw opengaan; het "
              "zwaarst is Asfalt Kade na Markt bestraat, op 60 m².");
}

TEST(Story, tells_of_the_busiest_day_where_nothing_else_is) {
    EXPECT_THAT(
        story(Report(), "BU00010002"),
        ElementsAre("Zuid telt 3 opgaven en één koppelkans, samen op 200 m², waarvan 1 kansrijk.",
                    "De beste kans is Riool Dorpsstraat samen met Warmtenet Noord: 200 m² "
                    "gedeelde grond, aanhaken kan tot en met 1 maart 2027.",
                    "Het drukst is het op 1 juni 2029, met 2 opgaven tegelijk."));
}

TEST(Story, leaves_out_a_busiest_day_with_one_at_work) {
    EXPECT_THAT(story(Report(quiet_scene()), "BU00010002"), SizeIs(2));
}

TEST(Story, of_no_opgaven_is_one_sentence) {
    EXPECT_THAT(story_of_opgaven(0), ElementsAre("In Noord zijn geen opgaven bekend."));
}

TEST(Story, counts_the_opgaven_as_the_result_does) {
    // Without the layer werkgebieden nobody knows which they are.
    ResultData data = quiet_scene();
    data.koppelkansen.clear();
    data.gebiedskansen->clear();
    data.buurten[0].aantal_opgaven = 7;
    Report report(std::move(data));
    report.places.clear();
    EXPECT_THAT(story(report, "BU00010001"),
                ElementsAre("In Noord nemen 7 opgaven grond in, maar geen twee daarvan vormen "
                            "een koppelkans binnen 2 jaar."));
}

TEST(Story, of_one_opgave_says_that_it_takes_two) {
    EXPECT_THAT(story_of_opgaven(1),
                ElementsAre("In Noord is één opgave bekend; om te koppelen zijn er twee nodig."));
}

TEST(Story, of_opgaven_that_do_not_meet_says_so) {
    EXPECT_THAT(story_of_opgaven(3),
                ElementsAre("In Noord nemen 3 opgaven grond in, maar geen twee daarvan vormen "
                            "een koppelkans binnen 2 jaar."));
}

TEST(Story, tells_of_kansen_with_a_whole_gebied_where_there_are_no_others) {
    ResultData data = quiet_scene();
    data.koppelkansen.clear();
    EXPECT_THAT(story(Report(data), "BU00010002"),
                ElementsAre("In Zuid nemen 3 opgaven grond in, maar geen twee daarvan vormen "
                            "een koppelkans binnen 2 jaar.",
                            "Er is één koppelkans met opgaven die voor een heel gebied gelden."));
    data.gebiedskansen->push_back(data.gebiedskansen->back());
    data.gebiedskansen->back().opgave_a = "warmte:1";
    data.gebiedskansen->back().opgave_b = "sociaal:1";
    EXPECT_EQ(story(Report(data), "BU00010002")[1],
              "Er zijn 2 koppelkansen met opgaven die voor een heel gebied gelden.");
}

TEST(Story, has_three_sentences_at_most) {
    for (const std::size_t count : {0U, 1U, 3U}) {
        EXPECT_LE(story_of_opgaven(count, scene()).size(), 3U);
    }
    ResultData data = scene();
    data.koppelkansen.clear();
    EXPECT_THAT(story(Report(data), "BU00010001"), SizeIs(3));
}

TEST(Story, does_not_praise_what_is_one_project_already) {
    ResultData data = scene();
    data.koppelkansen[2].al_samen = true;
    EXPECT_EQ(story(Report(data), "BU00010001")[1],
              "De beste kans is Groen Dorpsstraat samen met Riool Dorpsstraat: 120 m² gedeelde "
              "grond, aanhaken kan tot en met 1 maart 2027.");
    for (report::KansRow& row : data.koppelkansen) {
        row.al_samen = true;
    }
    EXPECT_EQ(story(Report(data), "BU00010001")[1],
              "Alle koppelkansen hier horen volgens de bronnen al bij één project.");
}

TEST(Story, names_a_best_kans_that_runs_or_that_no_one_dates) {
    ResultData data = scene();
    data.koppelkansen.resize(5);
    data.koppelkansen[4].al_samen = false;
    EXPECT_EQ(story(Report(data), "BU00010003")[1],
              "De beste kans is Kabel Kade samen met Sloop loods: 40 m² gedeelde grond, waar het "
              "eerste werk al bezig kan zijn.");
    data.koppelkansen.resize(1);
    EXPECT_EQ(story(Report(data), "BU00010001")[1],
              "De grootste kans is bomen:1 samen met Riool Dorpsstraat: 80 m² gedeelde grond, maar "
              "een datum ontbreekt.");
}

TEST(Names, of_gebieden_are_names_or_codes) {
    ResultData data = scene();
    data.buurten[0].wijkcode.clear();
    data.buurten[0].gemeentecode.clear();
    data.buurten[1].buurtnaam.clear();
    const Report report(data);
    const auto name = [&](GebiedKind kind, const std::string& code) {
        return report::name_of(report.gebied(kind, code), report.texts());
    };
    EXPECT_EQ(name(GebiedKind::buurt, "BU00010001"), "Noord");
    EXPECT_EQ(name(GebiedKind::buurt, "BU00010002"), "BU00010002");
    EXPECT_EQ(name(GebiedKind::wijk, "WK000101"), "Wijk WK000101");
    EXPECT_EQ(name(GebiedKind::gemeente, "GM0001"), "Gemeente GM0001");
    EXPECT_EQ(name(GebiedKind::wijk, ""), "Buurten zonder wijk");
    EXPECT_EQ(name(GebiedKind::gemeente, ""), "Buurten zonder gemeente");
}

TEST(Names, beside_one_that_is_the_same_tell_the_soort_or_the_id) {
    ResultData data = scene();
    report::OpgaveRow& riool = opgave_in(data, "riool:1");
    report::OpgaveRow& groen = opgave_in(data, "groen:1");
    const report::Texts texts = Report().texts();
    EXPECT_EQ(report::name_beside(riool, groen, texts), "Riool Dorpsstraat");
    riool.naam = "Dorpsstraat";
    groen.naam = "dorpsstraat ";
    EXPECT_EQ(report::name_beside(riool, groen, texts), "Dorpsstraat (Rioolvervanging)");
    EXPECT_EQ(report::name_beside(groen, riool, texts), "dorpsstraat  (Groen)");
    groen.soort = "rioolvervanging";
    EXPECT_EQ(report::name_beside(riool, groen, texts), "Dorpsstraat (riool:1)");
}

std::vector<std::string> advice(const Report& report, const std::string& buurtcode,
                                std::size_t place, bool has_risico = false) {
    const Dossier dossier = report.buurt(buurtcode);
    return report::advice_of(dossier.koppelkansen.at(place), has_risico, report.run(),
                             report.texts());
}

TEST(Advice, is_to_meet_in_time_while_there_is_room) {
    EXPECT_THAT(
        advice(Report(), "BU00010001", 0),
        ElementsAre(
            "Breng Gemeente en Warmtebedrijf uiterlijk 1 maart 2027 bij elkaar: nog 3 maanden.",
            "Riool Dorpsstraat hoort eerst te gaan."));
}

TEST(Advice, of_one_party_is_to_align_its_own_works) {
    ResultData data = scene();
    opgave_in(data, "warmte:1").trekker = "Gemeente";
    EXPECT_EQ(advice(Report(data), "BU00010001", 0)[0],
              "Laat Gemeente beide werken uiterlijk 1 maart 2027 op elkaar afstemmen: nog 3 "
              "maanden.");
}

TEST(Advice, is_to_join_now_where_the_start_is_near) {
    EXPECT_THAT(
        advice(Report(), "BU00010003", 0, true),
        ElementsAre(
            "Haak nu aan: de eerste start kan op 1 april 2027 zijn, over 4 maanden.",
            "Kabel Kade hoort eerst te gaan maar staat later gepland: draai de volgorde om.",
            "Samen uitvoeren voorkomt dat de grond binnen de graafrust opnieuw opengaat."));
    ResultData data = scene();
    data.koppelkansen[5].eerste_start.reset();
    EXPECT_EQ(advice(Report(data), "BU00010003", 0)[0],
              "Haak nu aan: de eerste start is dichtbij.");
}

TEST(Advice, is_to_ask_for_a_date_or_to_tune_in) {
    EXPECT_THAT(advice(Report(), "BU00010001", 2),
                ElementsAre("Vraag een datum op bij de trekker van bomen:1."));
    ResultData data = scene();
    data.koppelkansen[4].al_samen = false;
    EXPECT_THAT(advice(Report(data), "BU00010003", 1),
                ElementsAre("Stem meteen af: het eerste werk kan al bezig zijn."));
}

TEST(Advice, has_nothing_to_arrange_where_there_is_one_project) {
    EXPECT_THAT(advice(Report(), "BU00010003", 1), ElementsAre());
    ResultData data = scene();
    data.koppelkansen[2].al_samen = true;
    EXPECT_THAT(advice(Report(data), "BU00010001", 0),
                ElementsAre("Riool Dorpsstraat hoort eerst te gaan."));
}

TEST(Who, is_each_trekker_once) {
    const auto who = [](const std::string& a, const std::string& b) {
        ResultData data = scene();
        opgave_in(data, "riool:1").trekker = a;
        opgave_in(data, "warmte:1").trekker = b;
        const Report report(data);
        const Dossier noord = report.buurt("BU00010001");
        return report::who(noord.koppelkansen[0], report.texts());
    };
    EXPECT_EQ(who("Gemeente", "Warmtebedrijf"), "Gemeente en Warmtebedrijf");
    EXPECT_EQ(who("Gemeente", "Gemeente"), "Gemeente");
    EXPECT_EQ(who("GEMEENTE ", "Gemeente"), "GEMEENTE ");
    EXPECT_EQ(who("", "Warmtebedrijf"), "de trekker van Riool Dorpsstraat en Warmtebedrijf");
    EXPECT_EQ(who("", ""), "de trekkers");
}

TEST(Room, is_told_in_whole_months_or_in_days) {
    const Report report;
    const auto room = [&](time::Day until) {
        return report::room_until(until, report.run().peildatum, report.texts());
    };
    EXPECT_EQ(room(day(2026, 11, 22)), "1 dag");
    EXPECT_EQ(room(day(2026, 12, 20)), "29 dagen");
    EXPECT_EQ(room(day(2026, 12, 21)), "1 maand");
    EXPECT_EQ(room(day(2027, 11, 20)), "11 maanden");
    EXPECT_EQ(room(day(2028, 3, 22)), "1 jaar en 4 maanden");
}

TEST(Room, at_the_end_of_months_is_counted_by_the_calendar) {
    const Report report;
    EXPECT_EQ(report::room_until(day(2027, 2, 28), day(2027, 1, 31), report.texts()), "1 maand");
    EXPECT_EQ(report::room_until(day(2027, 2, 27), day(2027, 1, 31), report.texts()), "27 dagen");
}

TEST(Room, that_is_gone_is_none) {
    const Report report;
    EXPECT_EQ(report::room_until(day(2026, 11, 21), day(2026, 11, 21), report.texts()), "0 dagen");
    EXPECT_EQ(report::room_until(day(2020, 1, 1), day(2026, 11, 21), report.texts()), "0 dagen");
}

TEST(ActBy, is_a_day_or_at_once_or_unknown) {
    const Report report;
    const auto by = [&](std::size_t row) {
        return report::act_by(report.data().koppelkansen[row], report.run(), report.texts());
    };
    EXPECT_EQ(by(2), "1 maart 2027");
    EXPECT_EQ(by(5), "vóór 1 april 2027");
    EXPECT_EQ(by(4), "meteen");
    EXPECT_EQ(by(0), "datum onbekend");
}

}  // namespace

}  // namespace koppelkans::test
