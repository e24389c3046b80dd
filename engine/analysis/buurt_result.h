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

/// The counts of a wijk or gemeente and its outline, united from its buurten.
struct GebiedResult {
    std::string code;
    std::string gemeentecode;  ///< of a wijk; empty for a gemeente
    domain::GebiedCounts counts;
    geometry::Wkb polygon;
};

}  // namespace koppelkans::analysis
