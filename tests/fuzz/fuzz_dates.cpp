// Date texts: lines of a start, an eind and a duur.

#include "engine/time/date_reader.h"
#include "engine/time/tijdlijn.h"
#include "tests/fuzz/spellings.h"
#include "tests/fuzz/target.h"

namespace koppelkans::time {
namespace {

using fuzz::expect;

void expect_in_order(const Interval& interval) {
    expect(interval.first <= interval.last, "an interval runs forward");
    for (const Day day : {interval.first, interval.last}) {
        expect(day.is_open() || day == clamped_to_calendar(day), "a day lies in the calendar");
    }
}

void expect_reads_back(Day day, const TimeZone& zone) {
    if (day.is_open()) {
        return;
    }
    const DateReading again = read_date(iso(day), zone);
    // Four days stand for no date at all, such as 1900-01-01.
    expect(again.kind == DateKind::no_date || again.interval == Interval{day, day},
           "a day reads back from its ISO text");
    expect(day_of_iso(iso(day)) == day, "iso and day_of_iso undo one another");
}

void expect_sound(const DateReading& reading, const TimeZone& zone) {
    if (reading.kind != DateKind::interval) {
        return;
    }
    expect_in_order(reading.interval);
    expect_reads_back(reading.interval.first, zone);
    expect_reads_back(reading.interval.last, zone);
    expect(reading.first_unit.has_value() == reading.last_unit.has_value(), "two forms or none");
    if (reading.first_unit && reading.last_unit) {
        expect_in_order(*reading.first_unit);
        expect_in_order(*reading.last_unit);
        expect(reading.first_unit->first == reading.interval.first &&
                   reading.last_unit->last == reading.interval.last,
               "two forms are the ends of their interval");
    }
}

void expect_same(const DateReading& a, const DateReading& b) {
    expect(a.kind == b.kind && a.interval == b.interval && a.first_unit == b.first_unit &&
               a.last_unit == b.last_unit && a.hint == b.hint,
           "another spelling reads the same");
}

void expect_valid(const Tijdlijn& line) {
    expect(line.s1 <= line.s2 && line.s2 <= line.e2 && line.s1 <= line.e1 && line.e1 <= line.e2,
           "a tijdlijn is valid");
}

void read_line(const std::string& text, const TimeZone& zone) {
    const DateReading reading = read_date(text, zone);
    expect_sound(reading, zone);
    expect(!is_no_date_text(text) || reading.kind == DateKind::no_date, "no date is no date");
    for (const std::string& other : fuzz::other_spellings(text)) {
        expect_same(reading, read_date(other, zone));
    }
}

}  // namespace
}  // namespace koppelkans::time

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace time = koppelkans::time;
    static const time::TimeZone zone;
    const std::vector<std::string> lines = koppelkans::fuzz::lines_of(data, size, 3);
    for (const std::string& line : lines) {
        time::read_line(line, zone);
    }
    const auto made = time::build_tijdlijn({lines[0], lines[1], lines[2]},
                                           *time::Day::from_ymd(2026, 11, 21), zone);
    if (const auto* line = std::get_if<time::Tijdlijn>(&made)) {
        time::expect_valid(*line);
    }
    return 0;
}
