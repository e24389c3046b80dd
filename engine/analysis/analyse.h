#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/analysis/buurt_result.h"
#include "engine/analysis/gather.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/analysis/step_clock.h"

namespace koppelkans::analysis {

/// Which steps a run needs: what no layer asks for is not worked out.
struct Steps {
    bool combine = true;
    bool risk = true;
    bool summarise = true;  ///< the counts of buurten, wijken and gemeenten; needs the others
};

/// The steps behind the layers asked for.
Steps steps_for(const std::vector<std::string>& lagen);

/// What is known when all buurten are done.
struct Totals {
    std::vector<OpgaveResult> opgaven;  ///< positions as in Plans::opgaven
    /// Those whose ground could not be drawn, with what GEOS said.
    std::map<domain::OpgaveIndex, std::string> undrawn;
    std::vector<GebiedResult> wijken;     ///< ordered by code; empty without `summarise`
    std::vector<GebiedResult> gemeenten;  ///< likewise
    StepTimes times;                      ///< of all buurten together
};

/// The order of the steps: place, pair, overlap, couple, and in their turn combine, risk,
/// summarise. Buurten are worked on by `jobs` threads and handed to `on_buurt` one at a time,
/// ordered by buurtcode; at most a few are in memory at once. The outcome does not depend on the
/// threads.
Totals analyse(const std::vector<domain::Opgave>& opgaven, const Rules& rules, const Steps& steps,
               int jobs, Progress& progress, const std::function<void(BuurtResult)>& on_buurt);

/// Only where the opgaven lie: for a check.
Totals place_all(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
                 Progress& progress);

/// Moves the opgaven that lie outside every buurt, or could not be drawn, to the problems; the
/// opgaven themselves stay in place, since positions refer to them.
void leave_out_outside(const Totals& totals, Plans& plans);

}  // namespace koppelkans::analysis
