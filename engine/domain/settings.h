#pragma once

#include <optional>

#include "engine/time/day.h"
#include "engine/time/horizon.h"
#include "engine/time/period.h"
#include "engine/time/time_zone.h"

namespace koppelkans::domain {

/// Which opgaven may make a pair (SPEC §4).
enum class Koppel { verschillende_soort, verschillende_opgave };
/// What happens with an opgave without any date (SPEC §3).
enum class OnbekendeTijd { tonen, meenemen };

/// The rules of a run, as far as they bear on the answer (SPEC §8).
struct Settings {
    time::Day peildatum;
    time::HorizonRule horizon;
    time::Period aanloop{24, 0};
    std::optional<time::Interval> venster;
    double min_oppervlakte_m2 = 1.0;
    Koppel koppel = Koppel::verschillende_soort;
    OnbekendeTijd onbekende_tijd = OnbekendeTijd::tonen;
    time::TimeZone tijdzone;
};

}  // namespace koppelkans::domain
