#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "engine/time/day.h"
#include "engine/time/time_zone.h"

namespace koppelkans::time {

/// When an opgave starts and ends, each as the days that it can be: start in [s1, s2], eind in
/// [e1, e2] (SPEC §3). Valid: s1 <= s2 <= e2 and s1 <= e1 <= e2; sides may be open.
/// With `tijd_onbekend` all four are open: any day.
struct Tijdlijn {
    Day s1 = Day::open_before();
    Day s2 = Day::open_after();
    Day e1 = Day::open_before();
    Day e2 = Day::open_after();
    bool tijd_onbekend = false;
    bool eind_onbekend = false;
    constexpr bool operator==(const Tijdlijn&) const = default;
};

/// Why no tijdlijn could be made: SPEC §7 `datum_ongeldig` or `eind_voor_start`.
struct TijdlijnFault {
    enum class Kind { datum_ongeldig, eind_voor_start };
    Kind kind = Kind::datum_ongeldig;
    /// The text as it was and, where there is one, a hint; for the column `detail`.
    std::string detail;
};

/// The texts of a row, as its source has them.
struct TijdlijnTexts {
    std::string_view start;
    std::string_view eind;
    std::string_view duur;
};

/// Turns the texts of a row into its tijdlijn by the rules of SPEC §3 behind the table: missing
/// eind, duur, periods as start, doorlopend, 2100 and later, eind before start.
std::variant<Tijdlijn, TijdlijnFault> build_tijdlijn(const TijdlijnTexts& texts, Day peildatum,
                                                     const TimeZone& zone);

/// The tijdlijn of a group of rows: start = [min s1, min s2], eind = [max e1, max e2]; rows without
/// dates do not count beside rows with dates; eind_onbekend if any counted row's is (SPEC §4).
Tijdlijn united(const Tijdlijn& one, const Tijdlijn& other);

}  // namespace koppelkans::time
