#pragma once

#include <vector>

#include "engine/analysis/overlap.h"
#include "engine/analysis/place.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/domain/kansen.h"

namespace koppelkans::analysis {

/// The risico's of opening a street twice in one buurt, ordered by eerst, daarna (SPEC §6): for
/// each meeting, in both directions, whatever the horizon and the soort. `koppelkansen` are those
/// of the same buurt: the one of the same pair is named, since coupling takes the risk away.
std::vector<domain::Risico> risk(const Scene& scene, const std::vector<Meeting>& meetings,
                                 const std::vector<domain::Koppelkans>& koppelkansen,
                                 const Rules& rules, const Stop& stop);

}  // namespace koppelkans::analysis
