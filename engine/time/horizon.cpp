#include "engine/time/horizon.h"

#include <algorithm>

namespace koppelkans::time {

namespace {

/// A tijdlijn as the rule compares it: with `start` the starts stand in for the einden.
struct Compared {
    Interval start;
    Interval eind;
};

Compared compared(const Tijdlijn& tijdlijn, Tijdregel regel) {
    const Interval start{tijdlijn.s1, tijdlijn.s2};
    return {start, regel == Tijdregel::start ? start : Interval{tijdlijn.e1, tijdlijn.e2}};
}

/// Days from an eind until a start, 0 where the start lies before it; empty where they have no
/// bound.
std::optional<std::int64_t> gap(Day eind, Day start) {
    if (start <= eind) {
        return 0;
    }
    const auto days = days_between(eind, start);
    return days ? std::optional(*days) : std::nullopt;
}

/// The larger of the two ways round; empty where either has no bound.
std::optional<std::int64_t> larger(std::optional<std::int64_t> one,
                                   std::optional<std::int64_t> other) {
    return one && other ? std::optional(std::max(*one, *other)) : std::nullopt;
}

}  // namespace

std::optional<TijdZekerheid> within_horizon(const Tijdlijn& a, const Tijdlijn& b,
                                            const HorizonRule& rule) {
    const Compared in_a = compared(a, rule.regel);
    const Compared in_b = compared(b, rule.regel);
    const Period horizon = rule.horizon;
    const bool possible = in_a.start.first <= plus(in_b.eind.last, horizon) &&
                          in_b.start.first <= plus(in_a.eind.last, horizon);
    if (!possible) {
        return std::nullopt;
    }
    const bool certain = in_a.start.last <= plus(in_b.eind.first, horizon) &&
                         in_b.start.last <= plus(in_a.eind.first, horizon);
    return certain ? TijdZekerheid::zeker : TijdZekerheid::mogelijk;
}

Tussentijd tussentijd(const Tijdlijn& a, const Tijdlijn& b) {
    return {larger(gap(b.e2, a.s1), gap(a.e2, b.s1)), larger(gap(b.e1, a.s2), gap(a.e1, b.s2))};
}

Verband verband(const Tussentijd& tussentijd) {
    if (tussentijd.max_days == 0) {
        return Verband::gelijktijdig;
    }
    return tussentijd.min_days == 0 ? Verband::mogelijk_gelijktijdig : Verband::na_elkaar;
}

Aanhaken aanhaken(Day s1, Day peildatum, Period aanloop) {
    if (s1 <= peildatum) {
        return Aanhaken::lopend;
    }
    return s1 < plus(peildatum, aanloop) ? Aanhaken::krap : Aanhaken::kansrijk;
}

}  // namespace koppelkans::time
