// Sweeps over whole calendars and over hostile texts, where a table of examples would miss a day.
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/time/date_reader.h"

namespace koppelkans::time {
namespace {

Day day(int year, int month, int day_of_month) {
    return Day::from_ymd(year, month, day_of_month).value();
}

const std::vector<std::string>& month_names() {
    static const std::vector<std::string> names = {"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
    return names;
}

/// Every notation of one day.
std::vector<std::string> notations(const CalendarDate& d) {
    const std::string& name = month_names()[static_cast<std::size_t>(d.month - 1)];
    return {
        fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day),
        fmt::format("{:04}/{:02}/{:02}", d.year, d.month, d.day),
        fmt::format("{:04}{:02}{:02}", d.year, d.month, d.day),
        fmt::format("{:02}-{:02}-{:04}", d.day, d.month, d.year),
        fmt::format("{}/{}/{:04}", d.day, d.month, d.year),
        fmt::format("{:02}.{:02}.{:04}", d.day, d.month, d.year),
        fmt::format("{} {} {:04}", d.day, name, d.year),
        fmt::format("{} {}. {:04}", d.day, d.month == 3 ? "mrt" : name.substr(0, 3), d.year),
        fmt::format("{:04}-{:02}-{:02}T12:00:00Z", d.year, d.month, d.day),
        fmt::format("{:04}/{:02}/{:02} 12:00:00+00", d.year, d.month, d.day),
    };
}

TEST(ReadDateSweep, ReadsEveryDayOfFiveYearsInEveryNotation) {
    const TimeZone zone;
    for (std::int32_t n = day(2024, 1, 1).days(); n <= day(2028, 12, 31).days(); ++n) {
        const Day expected = Day::from_days(n);
        for (const std::string& text : notations(calendar_date(expected))) {
            const DateReading reading = read_date(text, zone);
            ASSERT_EQ(reading.kind, DateKind::interval) << text;
            ASSERT_EQ(reading.interval, (Interval{expected, expected})) << text;
        }
    }
}

/// The year and number of the ISO week of a day, found from the Thursday of its week.
std::pair<int, int> iso_week(Day of_day) {
    const std::int32_t days_behind_monday = ((of_day.days() + 3) % 7 + 7) % 7;
    const Day thursday = plus_days(of_day, 3 - days_behind_monday);
    const int year = calendar_date(thursday).year;
    const auto days_into_year = *days_between(day(year, 1, 1), thursday);
    return {year, static_cast<int>(days_into_year / 7) + 1};
}

TEST(ReadDateSweep, EveryDayLiesInTheWeekThatIsoGivesIt) {
    const TimeZone zone;
    for (std::int32_t n = day(2020, 1, 1).days(); n <= day(2050, 12, 31).days(); ++n) {
        const auto [year, week] = iso_week(Day::from_days(n));
        const DateReading reading = read_date(fmt::format("{}-W{:02}", year, week), zone);
        ASSERT_EQ(reading.kind, DateKind::interval);
        ASSERT_LE(reading.interval.first.days(), n);
        ASSERT_GE(reading.interval.last.days(), n);
        ASSERT_EQ(reading.interval.last.days() - reading.interval.first.days(), 6);
    }
}

TEST(ReadDateSweep, MonthsQuartersHalvesAndThirdsTileTheYear) {
    const TimeZone zone;
    const std::vector<std::vector<std::string>> tilings = {
        {"H1 {}", "H2 {}"},
        {"Q1 {}", "{}-Q2", "kw3 {}", "4e kwartaal {}"},
        {"begin {}", "medio {}", "eind {}"},
        {"{}-01", "02-{}", "mrt {}", "april {}", "5/{}", "jun. {}", "07-{}", "aug {}", "sept {}",
         "{}-10", "nov. {}", "begin december {}", "medio december {}", "eind december {}"},
    };
    for (int year = 2023; year <= 2101; ++year) {
        for (const auto& tiling : tilings) {
            Day next = day(year, 1, 1);
            for (const std::string& text : tiling) {
                const auto reading = read_date(fmt::format(fmt::runtime(text), year), zone);
                ASSERT_EQ(reading.kind, DateKind::interval) << text << year;
                ASSERT_EQ(reading.interval.first, next) << text << year;
                next = plus_days(reading.interval.last, 1);
            }
            ASSERT_EQ(next, day(year + 1, 1, 1));
        }
    }
}

void expect_sound(const DateReading& reading, const std::string& text) {
    if (reading.kind != DateKind::interval) {
        EXPECT_FALSE(reading.first_unit || reading.last_unit) << text;
        return;
    }
    EXPECT_LE(reading.interval.first, reading.interval.last) << text;
    EXPECT_NE(reading.interval.first, Day::open_after()) << text;
    EXPECT_NE(reading.interval.last, Day::open_before()) << text;
    EXPECT_EQ(reading.first_unit.has_value(), reading.last_unit.has_value()) << text;
    if (reading.first_unit && reading.last_unit) {
        EXPECT_EQ(reading.first_unit->first, reading.interval.first) << text;
        EXPECT_EQ(reading.last_unit->last, reading.interval.last) << text;
    }
}

TEST(ReadDateSweep, SurvivesRandomBytes) {
    const TimeZone zone;
    std::mt19937 random(20270415);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 260);
    for (int round = 0; round < 20000; ++round) {
        std::string text(static_cast<std::size_t>(length(random)), ' ');
        for (char& c : text) {
            c = static_cast<char>(byte(random));
        }
        expect_sound(read_date(text, zone), text);
    }
}

TEST(ReadDateSweep, SurvivesRandomSequencesOfItsOwnWords) {
    const TimeZone zone;
    const std::vector<std::string> words = {
        "2027",   "2028",     "'27",   "'",         "1",      "15",         "04",       "31",
        "14",     "20270415", "-",     " - ",       "/",      ".",          ":",        ",",
        " ",      "t/m",      "april", "feb.",      "begin",  "eind",       "Q2",       "Q",
        "H1",     "week",     "-W",    "2e",        "tweede", "kwartaal",   "helft",    "winter",
        "zomer",  "na",       "voor",  "uiterlijk", "ca.",    "\u00B1",     "T10:00",   "Z",
        "+02:00", "10:00:00", "0",     "9999",      "0001",   "doorlopend", "onbekend", "?",
        "46127",  ".0"};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> word(0, words.size() - 1);
    std::uniform_int_distribution<int> length(1, 9);
    int readable = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text;
        for (int n = length(random); n > 0; --n) {
            text += words[word(random)];
        }
        const DateReading reading = read_date(text, zone);
        readable += reading.kind == DateKind::interval ? 1 : 0;
        expect_sound(reading, text);
    }
    // Enough of them must be dates for the sweep to mean something.
    EXPECT_GT(readable, 300);
}

TEST(ReadDateSweep, EndsOnLongTexts) {
    const TimeZone zone;
    const std::vector<std::string> texts = {
        std::string(201, '2'),
        std::string(200, '2'),
        std::string(1000000, '9'),
        std::string(1000000, 'x'),
        std::string(1000000, '-') + "2027",
        "2027" + std::string(196, '-'),
        "2027" + std::string(1, '\0') + "-04",
        std::string("2027-04-15\0", 11),
        "2027-04-15 " + std::string(300, '0'),
        std::string(48, '2') + std::string(48, '-'),
    };
    for (const std::string& text : texts) {
        EXPECT_EQ(read_date(text, zone).kind, DateKind::unreadable) << text.substr(0, 40);
    }
    std::string many_joiners = "2027";
    for (int n = 0; n < 30; ++n) {
        many_joiners += " t/m 2028";
    }
    EXPECT_EQ(read_date(many_joiners, zone).kind, DateKind::unreadable);
    const std::string padded = std::string(1000000, ' ') + "2027" + std::string(1000000, ' ');
    EXPECT_EQ(read_date(padded, zone).interval.first, day(2027, 1, 1));
}

}  // namespace
}  // namespace koppelkans::time
