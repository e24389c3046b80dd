#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/overlap.h"
#include "engine/analysis/place.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/domain/kansen.h"

namespace koppelkans::analysis {

/// The combinaties of one buurt, ordered by their opgaven (SPEC §5): the ground is cut by all
/// werkgebieden of niveau plek, rol plan; of each piece, every maximal subset of the opgaven that
/// cover it whose days meet and that has three or more soorten is a combinatie. Pieces with the
/// same subset are one row, so each m2 counts once for a subset. Slivers not wider than a
/// micrometre, which overlay leaves where edges coincide, are no ground. `meetings` are those of
/// the scene. Cost: nothing where no three soorten meet, else it follows the number of pieces.
/// `stop` is asked now and then and may throw.
std::vector<domain::Combinatie> combine(const Scene& scene, const std::vector<Meeting>& meetings,
                                        const Rules& rules, const Stop& stop);

/// When an opgave can take part: the closed run of days [first, last].
struct Span {
    time::Day first;
    time::Day last;
};

/// All maximal subsets of the spans that share a day, as positions, each ascending, in the order of
/// their last start. Spans that meet pairwise share a day, so a sweep finds them all: at most one
/// a span. Cost: n log n plus the size of the answer.
std::vector<std::vector<std::uint32_t>> maximal_meetings(const std::vector<Span>& spans);

}  // namespace koppelkans::analysis
