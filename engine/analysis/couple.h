#pragma once

#include <vector>

#include "engine/analysis/overlap.h"
#include "engine/analysis/place.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/domain/kansen.h"

namespace koppelkans::analysis {

/// The koppelkansen and gebiedskansen of one buurt, each ordered by opgave_a, opgave_b.
struct Couples {
    std::vector<domain::Koppelkans> koppelkansen;
    std::vector<domain::Koppelkans> gebiedskansen;
};

/// Every pair of plans of a buurt that may be joined: rol plan, different soort (unless the
/// configuration pairs all), within the horizon, and sharing ground (SPEC §3, §4).
Couples couple(const Scene& scene, const std::vector<Meeting>& meetings, const Rules& rules,
               const Stop& stop);

}  // namespace koppelkans::analysis
