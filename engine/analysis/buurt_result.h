#pragma once

#include <cstdint>
#include <vector>

#include "engine/domain/kansen.h"

namespace koppelkans::analysis {

/// All that was found in one buurt, each list in the order of SPEC §7. Buurten come out in the
/// order of their code, so that a writer can pass them on as they come.
struct BuurtResult {
    std::uint32_t buurt = 0;
    std::vector<domain::Koppelkans> koppelkansen;
    std::vector<domain::Koppelkans> gebiedskansen;
    std::vector<domain::Combinatie> combinaties;
    std::vector<domain::Risico> risicos;
    domain::GebiedCounts counts;
};

/// What was found out of one opgave.
struct OpgaveResult {
    std::int64_t koppelkansen = 0;  ///< rows of koppelkansen in which it figures
    double werkgebied_m2 = 0;       ///< all the ground it takes
    /// Its werkgebied overlaps a buurt, however little (SPEC §7, buiten_gebied).
    bool inside = false;
};

/// The counts of a wijk or gemeente and its outline, united from its buurten.
struct GebiedResult {
    std::string code;
    std::string gemeentecode;  ///< of a wijk; empty for a gemeente
    domain::GebiedCounts counts;
    geometry::Wkb polygon;
};

}  // namespace koppelkans::analysis
