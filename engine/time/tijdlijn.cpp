#include "engine/time/tijdlijn.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "engine/time/date_reader.h"
#include "engine/time/period.h"

namespace koppelkans::time {

namespace {

using Result = std::variant<Tijdlijn, TijdlijnFault>;

/// A year from 2100 on is no plan: as an eind it stands for never, as a start for no date.
bool is_in_2100_or_later(Day day) {
    static const Day first_day = *Day::from_ymd(2100, 1, 1);
    return day >= first_day;
}

bool begins_in_2100_or_later(const Interval& interval) {
    return is_in_2100_or_later(interval.first);
}

constexpr Interval never{Day::open_after(), Day::open_after()};

/// Of something that goes on all the time: it began at some day before the peildatum.
Interval before(Day peildatum) {
    return {Day::open_before(), plus_days(peildatum, -1)};
}

bool is_start(const DateReading& reading) {
    return reading.kind == DateKind::doorlopend ||
           (reading.kind == DateKind::interval && !begins_in_2100_or_later(reading.interval));
}

Interval start_interval(const DateReading& start, Day peildatum) {
    return start.kind == DateKind::doorlopend ? before(peildatum) : start.interval;
}

/// The same, as far as it lies before 2100; from there on it is never: `2027 t/m 9999`.
Interval eind_interval(const Interval& interval) {
    return {begins_in_2100_or_later(interval) ? Day::open_after() : interval.first,
            is_in_2100_or_later(interval.last) ? Day::open_after() : interval.last};
}

Interval eind_interval(const DateReading& eind) {
    return eind.kind == DateKind::doorlopend ? never : eind_interval(eind.interval);
}

constexpr std::string_view how_to_write_a_date =
    "write it as 15-04-2027, april 2027, Q2 2027 or 2027";
constexpr std::string_view how_to_write_a_duur = "write it as 18 maanden, P18M or a number of days";

TijdlijnFault unreadable(std::string_view field, std::string_view text, std::string_view hint) {
    return {TijdlijnFault::Kind::datum_ongeldig, fmt::format("{} \"{}\": {}", field, text, hint)};
}

TijdlijnFault unreadable(std::string_view field, std::string_view text,
                         const DateReading& reading) {
    return unreadable(field, text, reading.hint.empty() ? how_to_write_a_date : reading.hint);
}

/// The column `duur`: no period where it is empty or 0.
std::variant<std::optional<Period>, TijdlijnFault> read_duur(std::string_view text) {
    if (is_no_date_text(text)) {
        return std::nullopt;
    }
    const auto period = read_duration(text);
    if (!period) {
        return unreadable("duur", text, how_to_write_a_duur);
    }
    return period->is_zero() ? std::nullopt : period;
}

Tijdlijn tijdlijn_of(const Interval& start, const Interval& eind) {
    Tijdlijn made;
    made.s1 = start.first;
    made.s2 = std::min(start.last, eind.last);
    made.e1 = std::max(eind.first, start.first);
    made.e2 = eind.last;
    return made;
}

/// Start and eind as the row has them.
Result from_both(const TijdlijnTexts& texts, const Interval& start, const Interval& eind) {
    if (eind.last < start.first) {
        return TijdlijnFault{
            TijdlijnFault::Kind::eind_voor_start,
            fmt::format("eind \"{}\" lies before start \"{}\"", texts.eind, texts.start)};
    }
    return tijdlijn_of(start, eind);
}

/// The last day of work that takes so long, both days included.
Day eind_after(Day start, Period duur) {
    return plus_days(plus(start, duur), -1);
}

/// The first day of work that takes so long, as SPEC §3 counts: back by the duur, then a day on. At
/// the end of a short month that is a day before the one from which `eind_after` leads to eind. An
/// eind so early that there is no such day gives the open end.
Day start_before(Day eind, Period duur) {
    return plus_days(minus(eind, duur), 1);
}

Tijdlijn from_start(const DateReading& start, std::optional<Period> duur, Day peildatum) {
    const Interval interval = start_interval(start, peildatum);
    if (duur) {
        return tijdlijn_of(interval,
                           {eind_after(interval.first, *duur), eind_after(interval.last, *duur)});
    }
    if (start.first_unit && start.last_unit) {
        return tijdlijn_of(*start.first_unit, eind_interval(*start.last_unit));
    }
    if (start.kind == DateKind::doorlopend) {
        return tijdlijn_of(interval, never);
    }
    Tijdlijn made = tijdlijn_of(interval, interval);
    made.eind_onbekend = true;
    return made;
}

Tijdlijn from_eind(const DateReading& eind, std::optional<Period> duur, Day peildatum) {
    const Interval interval = eind_interval(eind);
    if (interval == never) {
        return tijdlijn_of(before(peildatum), never);
    }
    if (!duur) {
        return tijdlijn_of(interval, interval);
    }
    const Interval start{start_before(interval.first, *duur), start_before(interval.last, *duur)};
    // A latest start before the calendar would be no day at all.
    return tijdlijn_of({start.first, std::max(start.last, clamped_to_calendar(Day::open_before()))},
                       interval);
}

}  // namespace

Result build_tijdlijn(const TijdlijnTexts& texts, Day peildatum, const TimeZone& zone) {
    const DateReading start = read_date(texts.start, zone);
    if (start.kind == DateKind::unreadable) {
        return unreadable("start", texts.start, start);
    }
    const DateReading eind = read_date(texts.eind, zone);
    if (eind.kind == DateKind::unreadable) {
        return unreadable("eind", texts.eind, eind);
    }
    const bool eind_known = eind.kind != DateKind::no_date;
    if (is_start(start) && eind_known) {
        return from_both(texts, start_interval(start, peildatum), eind_interval(eind));
    }
    // Where one of the two is missing, the duur counts, and it must be readable.
    const auto duur = read_duur(texts.duur);
    if (const auto* const fault = std::get_if<TijdlijnFault>(&duur)) {
        return *fault;
    }
    if (is_start(start)) {
        return from_start(start, std::get<0>(duur), peildatum);
    }
    if (eind_known) {
        return from_eind(eind, std::get<0>(duur), peildatum);
    }
    Tijdlijn unknown;
    unknown.tijd_onbekend = true;
    return unknown;
}

Tijdlijn united(const Tijdlijn& one, const Tijdlijn& other) {
    if (one.tijd_onbekend) {
        return other;
    }
    if (other.tijd_onbekend) {
        return one;
    }
    Tijdlijn both;
    both.s1 = std::min(one.s1, other.s1);
    both.s2 = std::min(one.s2, other.s2);
    both.e1 = std::max(one.e1, other.e1);
    both.e2 = std::max(one.e2, other.e2);
    both.eind_onbekend = one.eind_onbekend || other.eind_onbekend;
    return both;
}

}  // namespace koppelkans::time
