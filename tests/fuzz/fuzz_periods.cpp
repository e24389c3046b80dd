// A line of a horizon or duration, and lines of start and eind of the two opgaven that it is held
// against.

#include <algorithm>

#include "engine/time/horizon.h"
#include "engine/time/period.h"
#include "tests/fuzz/spellings.h"
#include "tests/fuzz/target.h"

namespace koppelkans::time {
namespace {

using fuzz::expect;

void expect_sound(const std::optional<Period>& period) {
    if (!period) {
        return;
    }
    expect(period->months >= 0 && period->days >= 0, "no period is negative");
    expect(read_period(iso(*period)) == period, "a period reads back from its ISO text");
    expect(read_duration(iso(*period)) == period, "and so does a duration");
    for (const char* text : {"0001-01-01", "2028-02-29", "2026-12-31", "9999-12-31"}) {
        const Day day = *day_of_iso(text);
        expect(plus(day, *period) >= day, "later is not before");
        expect(minus(day, *period) <= day, "earlier is not behind");
    }
}

void read_text(const std::string& text) {
    const auto period = read_period(text);
    const auto duration = read_duration(text);
    expect_sound(period);
    expect_sound(duration);
    expect(!period || duration == period, "a period is a duration too");
    for (const std::string& other : fuzz::other_spellings(text)) {
        expect(read_period(other) == period && read_duration(other) == duration,
               "another spelling reads the same");
    }
}

void hold_against(const Tijdlijn& a, const Tijdlijn& b, Period horizon) {
    for (const Tijdregel regel : {Tijdregel::tussentijd, Tijdregel::start}) {
        expect(within_horizon(a, b, {horizon, regel}) == within_horizon(b, a, {horizon, regel}),
               "either way round lies within the horizon");
    }
    const Tussentijd between = tussentijd(a, b);
    const Tussentijd back = tussentijd(b, a);
    expect(between.min_days == back.min_days && between.max_days == back.max_days,
           "the time between is that either way round");
    expect(!between.min_days || *between.min_days >= 0, "no time between is negative");
    expect(!between.min_days || !between.max_days || *between.min_days <= *between.max_days,
           "the least time between is the least");
    verband(between);
    aanhaken(std::min(a.s1, b.s1), *Day::from_ymd(2026, 11, 21), horizon);
}

}  // namespace
}  // namespace koppelkans::time

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace time = koppelkans::time;
    static const time::TimeZone zone;
    const std::vector<std::string> lines = koppelkans::fuzz::lines_of(data, size, 5);
    time::read_text(lines[0]);
    const time::Day peildatum = *time::Day::from_ymd(2026, 11, 21);
    const auto a = time::build_tijdlijn({lines[1], lines[2], lines[0]}, peildatum, zone);
    const auto b = time::build_tijdlijn({lines[3], lines[4], {}}, peildatum, zone);
    const auto period = time::read_period(lines[0]);
    if (period && a.index() == 0 && b.index() == 0) {
        time::hold_against(std::get<time::Tijdlijn>(a), std::get<time::Tijdlijn>(b), *period);
    }
    return 0;
}
