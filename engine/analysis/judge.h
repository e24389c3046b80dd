#pragma once

#include <optional>
#include <string>

#include "engine/domain/opgave.h"
#include "engine/domain/problem.h"
#include "engine/domain/settings.h"
#include "engine/domain/soort.h"

namespace koppelkans::analysis {

/// Why a whole opgave (a row, or a group as one) is left out by rule.
struct Verdict {
    domain::Reden reden = domain::Reden::vervallen;
    std::string detail;
};

/// Judges vervallen, afgerond and venster (SPEC §3). An afgeronde opgave whose graafrust still runs
/// on the peildatum stays, with `rol = rust` and an eind that is cut to the peildatum where the
/// plan said later. Empty: the opgave takes part.
std::optional<Verdict> judge(domain::Opgave& opgave, const domain::Settings& settings,
                             const domain::SoortCatalogus& soorten);

}  // namespace koppelkans::analysis
