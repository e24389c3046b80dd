#include "engine/time/tijdlijn.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

const Day peildatum = *Day::from_ymd(2026, 11, 21);

std::string describe(Day first, Day last) {
    const auto name = [](Day day) {
        return day == Day::open_before() ? "<" : day == Day::open_after() ? ">" : iso(day);
    };
    return first == last ? name(first) : name(first) + ".." + name(last);
}

/// `2027-01-01..2027-12-31 / 2028-05-01`: the days of the start and of the eind; `<` and `>` are
/// open.
std::string describe(const Tijdlijn& tijdlijn) {
    return describe(tijdlijn.s1, tijdlijn.s2) + " / " + describe(tijdlijn.e1, tijdlijn.e2) +
           (tijdlijn.tijd_onbekend ? " tijd_onbekend" : "") +
           (tijdlijn.eind_onbekend ? " eind_onbekend" : "");
}

std::string build(const TijdlijnTexts& texts) {
    const auto built = build_tijdlijn(texts, peildatum, TimeZone());
    if (const auto* const fault = std::get_if<TijdlijnFault>(&built)) {
        const bool unreadable = fault->kind == TijdlijnFault::Kind::datum_ongeldig;
        return (unreadable ? "datum_ongeldig: " : "eind_voor_start: ") + fault->detail;
    }
    return describe(std::get<Tijdlijn>(built));
}

struct TijdlijnCase {
    TijdlijnTexts texts;
    std::string expected;
};

void expect_built(const std::vector<TijdlijnCase>& cases) {
    for (const TijdlijnCase& c : cases) {
        EXPECT_EQ(build(c.texts), c.expected)
            << c.texts.start << " | " << c.texts.eind << " | " << c.texts.duur;
    }
}

const std::string as_a_date = ": write it as 15-04-2027, april 2027, Q2 2027 or 2027";
const std::string as_a_duur = ": write it as 18 maanden, P18M or a number of days";

TEST(BuildTijdlijn, TakesStartAndEindAsTheyAre) {
    expect_built({
        {{"2027-04-15", "2027-06-30", ""}, "2027-04-15 / 2027-06-30"},
        {{"2027-04-15", "2027-04-15", ""}, "2027-04-15 / 2027-04-15"},
        {{"april 2027", "2028", ""}, "2027-04-01..2027-04-30 / 2028-01-01..2028-12-31"},
        {{"2027-2029", "2031", ""}, "2027-01-01..2029-12-31 / 2031-01-01..2031-12-31"},
        {{"2027", "2029-2030", ""}, "2027-01-01..2027-12-31 / 2029-01-01..2030-12-31"},
        {{"voor 2028", "2030", ""}, "<..2027-12-31 / 2030-01-01..2030-12-31"},
        {{"2027", "na 2030", ""}, "2027-01-01..2027-12-31 / 2031-01-01..>"},
    });
}

TEST(BuildTijdlijn, CutsStartAndEindToEachOther) {
    expect_built({
        {{"2027", "2027", ""}, "2027-01-01..2027-12-31 / 2027-01-01..2027-12-31"},
        {{"2027", "2027-05-01", ""}, "2027-01-01..2027-05-01 / 2027-05-01"},
        {{"2027-05-01", "2027", ""}, "2027-05-01 / 2027-05-01..2027-12-31"},
        {{"Q2 2027", "eind april 2027", ""}, "2027-04-01..2027-04-30 / 2027-04-21..2027-04-30"},
        {{"medio 2027", "2026-2027", ""}, "2027-05-01..2027-08-31 / 2027-05-01..2027-12-31"},
        {{"na 2030", "2035", ""}, "2031-01-01..2035-12-31 / 2035-01-01..2035-12-31"},
        {{"2027", "uiterlijk 2028", ""}, "2027-01-01..2027-12-31 / 2027-01-01..2028-12-31"},
        {{"voor 2030", "2028", ""}, "<..2028-12-31 / 2028-01-01..2028-12-31"},
        {{"na 2030", "na 2028", ""}, "2031-01-01..> / 2031-01-01..>"},
        {{"uiterlijk 2030", "uiterlijk 2028", ""}, "<..2028-12-31 / <..2028-12-31"},
        {{"vanaf 2027", "uiterlijk 2028", ""}, "2027-01-01..2028-12-31 / 2027-01-01..2028-12-31"},
    });
}

TEST(BuildTijdlijn, RefusesAnEindBeforeTheStart) {
    expect_built({
        {{"2027", "2026", ""}, "eind_voor_start: eind \"2026\" lies before start \"2027\""},
        {{"2027-04-15", "2027-04-14", "P1Y"},
         "eind_voor_start: eind \"2027-04-14\" lies before start \"2027-04-15\""},
        {{"na 2030", "2030", ""}, "eind_voor_start: eind \"2030\" lies before start \"na 2030\""},
        {{"2027-2029", "2026", ""},
         "eind_voor_start: eind \"2026\" lies before start \"2027-2029\""},
        {{"2028", "voor 2028", ""},
         "eind_voor_start: eind \"voor 2028\" lies before start \"2028\""},
    });
}

TEST(BuildTijdlijn, NamesTheTextThatIsNoDate) {
    expect_built({
        {{"31-02-2027", "2028", ""}, "datum_ongeldig: start \"31-02-2027\"" + as_a_date},
        {{"2027", "week 54 2027", ""}, "datum_ongeldig: eind \"week 54 2027\"" + as_a_date},
        {{"46127", "", ""},
         "datum_ongeldig: start \"46127\": looks like the day number of a spreadsheet"},
        {{"", "46127.0", ""},
         "datum_ongeldig: eind \"46127.0\": looks like the day number of a spreadsheet"},
        {{"fout", "ook fout", "en dit"}, "datum_ongeldig: start \"fout\"" + as_a_date},
        {{"2027", "", "een tijdje"}, "datum_ongeldig: duur \"een tijdje\"" + as_a_duur},
        {{"", "2027", "-3"}, "datum_ongeldig: duur \"-3\"" + as_a_duur},
        {{"2029-2027", "", ""}, "datum_ongeldig: start \"2029-2027\": ends before it begins"},
    });
}

TEST(BuildTijdlijn, KnowsNever) {
    expect_built({
        {{"2027", "doorlopend", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "structureel", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "9999-12-31", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "01/01/3000", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "2100", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "na 2099", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "9999-12-31T23:59:59Z", ""}, "2027-01-01..2027-12-31 / >"},
        {{"2027", "2099", ""}, "2027-01-01..2027-12-31 / 2099-01-01..2099-12-31"},
        {{"2027", "2099-2101", ""}, "2027-01-01..2027-12-31 / 2099-01-01..>"},
        {{"2027", "uiterlijk 2100", ""}, "2027-01-01..2027-12-31 / 2027-01-01..>"},
        {{"na 2030", "doorlopend", ""}, "2031-01-01..> / >"},
        {{"doorlopend", "doorlopend", ""}, "<..2026-11-20 / >"},
        {{"doorlopend", "", ""}, "<..2026-11-20 / >"},
        {{"", "doorlopend", ""}, "<..2026-11-20 / >"},
        {{"", "9999-12-31", "P1Y"}, "<..2026-11-20 / >"},
        {{"onbekend", "2100", "onleesbaar"}, "datum_ongeldig: duur \"onleesbaar\"" + as_a_duur},
        {{"2027-9999", "", ""}, "2027-01-01..2027-12-31 / >"},
    });
}

TEST(BuildTijdlijn, TakesDoorlopendAsStartForBeforeThePeildatum) {
    expect_built({
        {{"doorlopend", "2028", ""}, "<..2026-11-20 / 2028-01-01..2028-12-31"},
        {{"doorlopend", "2020", ""}, "<..2020-12-31 / 2020-01-01..2020-12-31"},
        {{"structureel", "uiterlijk 2028", ""}, "<..2026-11-20 / <..2028-12-31"},
        {{"doorlopend", "", "P1Y"}, "<..2026-11-20 / <..2027-11-19"},
    });
}

TEST(BuildTijdlijn, TakesAStartIn2100OrLaterForNoDate) {
    expect_built({
        {{"9999-12-31", "", ""}, "<..> / <..> tijd_onbekend"},
        {{"2100", "2028", ""}, "2028-01-01..2028-12-31 / 2028-01-01..2028-12-31"},
        {{"na 2099", "", ""}, "<..> / <..> tijd_onbekend"},
        {{"01/01/3000", "9999-12-31", ""}, "<..2026-11-20 / >"},
        {{"2099-12-31", "", ""}, "2099-12-31 / 2099-12-31 eind_onbekend"},
        {{"na 2098", "", ""}, "2099-01-01..> / 2099-01-01..> eind_onbekend"},
    });
}

TEST(BuildTijdlijn, AddsTheDurationToTheStart) {
    expect_built({
        {{"2027-01-01", "", "18 maanden"}, "2027-01-01 / 2028-06-30"},
        {{"2027-01-01", "", "P18M"}, "2027-01-01 / 2028-06-30"},
        {{"2027-01-01", "", "18 mnd"}, "2027-01-01 / 2028-06-30"},
        {{"2027-01-01", "", "1"}, "2027-01-01 / 2027-01-01"},
        {{"2027-01-01", "", "90"}, "2027-01-01 / 2027-03-31"},
        {{"2027-01-01", "", "90.0"}, "2027-01-01 / 2027-03-31"},
        {{"2028-02-29", "", "P1Y"}, "2028-02-29 / 2029-02-27"},
        {{"2027-01-31", "", "1 maand"}, "2027-01-31 / 2027-02-27"},
        {{"2027", "", "1 jaar"}, "2027-01-01..2027-12-31 / 2027-12-31..2028-12-30"},
        {{"april 2027", "", "P2M"}, "2027-04-01..2027-04-30 / 2027-05-31..2027-06-29"},
        {{"2027-2029", "", "1 jaar"}, "2027-01-01..2029-12-31 / 2027-12-31..2030-12-30"},
        {{"na 2030", "", "1 jaar"}, "2031-01-01..> / 2031-12-31..>"},
        {{"uiterlijk 2028", "", "1 jaar"}, "<..2028-12-31 / <..2029-12-30"},
        {{"2027", "onbekend", "1 jaar"}, "2027-01-01..2027-12-31 / 2027-12-31..2028-12-30"},
        {{"2027", "", "9999 jaar"}, "2027-01-01..2027-12-31 / >"},
    });
}

TEST(BuildTijdlijn, CountsBackFromTheEind) {
    expect_built({
        {{"", "2028-06-30", "18 maanden"}, "2026-12-31 / 2028-06-30"},
        {{"", "2027-06-30", "P3M"}, "2027-03-31 / 2027-06-30"},
        {{"", "2027-06-30", "1"}, "2027-06-30 / 2027-06-30"},
        {{"", "2028", "1 jaar"}, "2027-01-02..2028-01-01 / 2028-01-01..2028-12-31"},
        {{"", "na 2030", "1 jaar"}, "2030-01-02..> / 2031-01-01..>"},
        {{"", "uiterlijk 2028", "1 jaar"}, "<..2028-01-01 / <..2028-12-31"},
        {{"9999-12-31", "2027-06-30", "P3M"}, "2027-03-31 / 2027-06-30"},
        {{"", "2027-9999", "P3M"}, "2026-10-02..> / 2027-01-01..>"},
        {{"", "0005", "9999 jaar"}, "<..0001-01-01 / 0005-01-01..0005-12-31"},
    });
}

TEST(BuildTijdlijn, LooksAtTheDurationOnlyWhereItIsNeeded) {
    expect_built({
        {{"2027", "2028", "onleesbaar"}, "2027-01-01..2027-12-31 / 2028-01-01..2028-12-31"},
        {{"", "", "onleesbaar"}, "datum_ongeldig: duur \"onleesbaar\"" + as_a_duur},
        {{"2027", "doorlopend", "onleesbaar"}, "2027-01-01..2027-12-31 / >"},
        {{"", "", "P1Y"}, "<..> / <..> tijd_onbekend"},
    });
    for (const std::string none : {"0", "0.0", "0 maanden", "P0D", "", " ", "n.v.t.", "onbekend"}) {
        EXPECT_EQ(build({"april 2027", "", none}),
                  "2027-04-01..2027-04-30 / 2027-04-01..2027-04-30 eind_onbekend")
            << none;
        EXPECT_EQ(build({"", "april 2027", none}),
                  "2027-04-01..2027-04-30 / 2027-04-01..2027-04-30")
            << none;
    }
}

TEST(BuildTijdlijn, TakesARangeAsStartForAPeriod) {
    expect_built({
        {{"2027-2029", "", ""}, "2027-01-01..2027-12-31 / 2029-01-01..2029-12-31"},
        {{"2027/2028", "nvt", "0"}, "2027-01-01..2027-12-31 / 2028-01-01..2028-12-31"},
        {{"april t/m juni 2027", "", ""}, "2027-04-01..2027-04-30 / 2027-06-01..2027-06-30"},
        {{"15 april t/m 3 mei 2027", "", ""}, "2027-04-15 / 2027-05-03"},
        {{"2027-2027", "", ""}, "2027-01-01..2027-12-31 / 2027-01-01..2027-12-31"},
        {{"april 2027 - 2027", "", ""}, "2027-04-01..2027-04-30 / 2027-04-01..2027-12-31"},
        {{"2027 - april 2027", "", ""}, "2027-01-01..2027-04-30 / 2027-04-01..2027-04-30"},
        {{"winter 2027/2028", "", ""},
         "2027-12-01..2028-02-29 / 2027-12-01..2028-02-29 eind_onbekend"},
    });
}

TEST(BuildTijdlijn, FillsTheMissingSideFromTheOther) {
    expect_built({
        {{"2027", "", ""}, "2027-01-01..2027-12-31 / 2027-01-01..2027-12-31 eind_onbekend"},
        {{"2027-04-15", "1900-01-01", ""}, "2027-04-15 / 2027-04-15 eind_onbekend"},
        {{"na 2030", "", ""}, "2031-01-01..> / 2031-01-01..> eind_onbekend"},
        {{"uiterlijk 2028", "?", ""}, "<..2028-12-31 / <..2028-12-31 eind_onbekend"},
        {{"", "2028", ""}, "2028-01-01..2028-12-31 / 2028-01-01..2028-12-31"},
        {{"-", "uiterlijk 2028", ""}, "<..2028-12-31 / <..2028-12-31"},
        {{"n.t.b.", "na 2030", ""}, "2031-01-01..> / 2031-01-01..>"},
        {{"1900-01-01", "2027-2029", ""}, "2027-01-01..2029-12-31 / 2027-01-01..2029-12-31"},
        {{"", "", ""}, "<..> / <..> tijd_onbekend"},
        {{"onbekend", "1899-12-30", ""}, "<..> / <..> tijd_onbekend"},
    });
}

TEST(BuildTijdlijn, IsValidForEveryPairOfTexts) {
    const std::vector<std::string> dates = {"",
                                            "2027",
                                            "2027-04-15",
                                            "2026-2030",
                                            "doorlopend",
                                            "na 2030",
                                            "voor 2028",
                                            "uiterlijk 2028",
                                            "vanaf 2027-04-15",
                                            "9999",
                                            "2099-2101",
                                            "0001",
                                            "na 9999",
                                            "winter 2027",
                                            "2010",
                                            "na 2098",
                                            "april 2027 - 2027"};
    const std::vector<std::string> durations = {"", "1", "P1M", "2 jaar", "9999 jaar"};
    const TimeZone zone;
    int valid = 0;
    for (const std::string& start : dates) {
        for (const std::string& eind : dates) {
            for (const std::string& duur : durations) {
                const auto built = build_tijdlijn({start, eind, duur}, peildatum, zone);
                if (const auto* const t = std::get_if<Tijdlijn>(&built)) {
                    ++valid;
                    EXPECT_TRUE(t->s1 <= t->s2 && t->s2 <= t->e2 && t->s1 <= t->e1 &&
                                t->e1 <= t->e2)
                        << start << " | " << eind << " | " << duur << ": " << describe(*t);
                    EXPECT_TRUE(t->tijd_onbekend || t->s2 != Day::open_before());
                    EXPECT_FALSE(t->s1 == Day::open_after() || t->e2 == Day::open_before());
                }
            }
        }
    }
    EXPECT_GT(valid, 800);
}

TEST(BuildTijdlijn, ReadsMomentsInTheZoneThatIsAskedFor) {
    const TijdlijnTexts texts{"2027-04-15T23:30:00Z", "2027-12-31T23:30:00Z", ""};
    const auto here = std::get<Tijdlijn>(build_tijdlijn(texts, peildatum, TimeZone()));
    EXPECT_EQ(describe(here), "2027-04-16 / 2028-01-01");
    const auto there =
        std::get<Tijdlijn>(build_tijdlijn(texts, peildatum, TimeZone("America/Curacao")));
    EXPECT_EQ(describe(there), "2027-04-15 / 2027-12-31");
}

Tijdlijn tijdlijn(std::string_view start, std::string_view eind) {
    return std::get<Tijdlijn>(build_tijdlijn({start, eind, ""}, peildatum, TimeZone()));
}

TEST(United, SpansTheRowsOfAGroup) {
    EXPECT_EQ(describe(united(tijdlijn("2027", "2030"), tijdlijn("2028-04-15", "2029"))),
              "2027-01-01..2027-12-31 / 2030-01-01..2030-12-31");
    EXPECT_EQ(describe(united(tijdlijn("2027-2029", "2030"), tijdlijn("2028", "na 2029"))),
              "2027-01-01..2028-12-31 / 2030-01-01..>");
    EXPECT_EQ(describe(united(tijdlijn("voor 2028", "2030"), tijdlijn("2026", "2031"))),
              "<..2026-12-31 / 2031-01-01..2031-12-31");
    EXPECT_EQ(describe(united(tijdlijn("2027", "2028"), tijdlijn("2026", "doorlopend"))),
              "2026-01-01..2026-12-31 / >");
}

TEST(United, DoesNotCountRowsWithoutDates) {
    const Tijdlijn known = tijdlijn("2027", "2028");
    const Tijdlijn unknown = tijdlijn("", "");
    EXPECT_EQ(united(known, unknown), known);
    EXPECT_EQ(united(unknown, known), known);
    EXPECT_EQ(united(unknown, unknown), unknown);
}

TEST(United, KeepsThatAnEindIsUnknown) {
    const Tijdlijn with = tijdlijn("2027", "2028");
    const Tijdlijn without = tijdlijn("2027", "");
    EXPECT_TRUE(united(with, without).eind_onbekend);
    EXPECT_TRUE(united(without, with).eind_onbekend);
    EXPECT_FALSE(united(with, with).eind_onbekend);
    EXPECT_EQ(describe(united(with, without)),
              "2027-01-01..2027-12-31 / 2028-01-01..2028-12-31 eind_onbekend");
}

}  // namespace
}  // namespace koppelkans::time
