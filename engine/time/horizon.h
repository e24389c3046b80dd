#pragma once

#include <cstdint>
#include <optional>

#include "engine/time/period.h"
#include "engine/time/tijdlijn.h"

namespace koppelkans::time {

/// What the horizon is measured between (SPEC §3).
enum class Tijdregel { tussentijd, start };
/// How sure it is that two tijdlijnen lie within the horizon.
enum class TijdZekerheid { zeker, mogelijk };
enum class Verband { gelijktijdig, mogelijk_gelijktijdig, na_elkaar };
/// The room that is left to join.
enum class Aanhaken { kansrijk, krap, lopend };

struct HorizonRule {
    Period horizon{24, 0};
    Tijdregel regel = Tijdregel::tussentijd;
};

/// Whether a and b lie within the horizon, in calendar arithmetic; symmetric. Empty: not even
/// possible, so no koppelkans. Equal to the horizon is within it.
std::optional<TijdZekerheid> within_horizon(const Tijdlijn& a, const Tijdlijn& b,
                                            const HorizonRule& rule);

/// Days between the end of the one and the start of the other; 0 where they can overlap.
/// Empty where unbounded.
struct Tussentijd {
    std::optional<std::int64_t> min_days;
    std::optional<std::int64_t> max_days;
};
Tussentijd tussentijd(const Tijdlijn& a, const Tijdlijn& b);

Verband verband(const Tussentijd& tussentijd);

/// The room to join works whose first possible start is `s1`: s1 <= peildatum or open is `lopend`,
/// before peildatum + aanloop is `krap`, later is `kansrijk`.
Aanhaken aanhaken(Day s1, Day peildatum, Period aanloop);

}  // namespace koppelkans::time
