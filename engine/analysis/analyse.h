#pragma once

#include <functional>
#include <vector>

#include "engine/analysis/buurt_result.h"
#include "engine/analysis/gather.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"

namespace koppelkans::analysis {

/// What is known of each opgave when all buurten are done; positions as in Plans::opgaven.
struct OpgaveTotals {
    /// Rows of koppelkansen in which it figures.
    std::vector<std::int64_t> koppelkansen;
    /// Its werkgebied overlaps no buurt, however little (SPEC §7, buiten_gebied).
    std::vector<bool> outside;
};

/// The order of the steps: place, pair, overlap, couple, and in their turn combine, risk,
/// summarise. Buurten are worked on by `jobs` threads and handed to `on_buurt` one at a time,
/// ordered by buurtcode; at most a few are in memory at once. The outcome does not depend on the
/// threads.
OpgaveTotals analyse(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
                     Progress& progress, const std::function<void(BuurtResult)>& on_buurt);

/// Only which opgaven lie outside every buurt: for a check.
std::vector<bool> outside_all_buurten(const std::vector<domain::Opgave>& opgaven,
                                      const Rules& rules, int jobs, Progress& progress);

/// Moves the opgaven that lie outside every buurt to the problems; the opgaven themselves stay in
/// place, since positions refer to them.
void leave_out_outside(const std::vector<bool>& outside, Plans& plans);

}  // namespace koppelkans::analysis
