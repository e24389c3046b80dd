#pragma once

#include <optional>

#include "engine/analysis/rules.h"
#include "engine/domain/opgave.h"

namespace koppelkans::analysis {

// What can be said of two opgaven before looking at their ground: cheap, so it comes first.

/// Rol plan, and with a date unless the configuration takes the undated along (SPEC §3): it can be
/// part of a koppelkans or combinatie.
bool takes_part(const domain::Opgave& opgave, const domain::Settings& settings);

/// Both take part, are of different soort (unless the configuration pairs all) and lie within the
/// horizon: how sure that is (SPEC §3, §4). Empty: no koppelkans.
std::optional<time::TijdZekerheid> may_couple(const domain::Opgave& a, const domain::Opgave& b,
                                              const domain::Settings& settings);

/// `later` would dig within the graafrust of `first` (SPEC §6): how sure that is, and until when
/// the rest runs. Empty: no risico.
struct Reopening {
    time::TijdZekerheid zekerheid = time::TijdZekerheid::mogelijk;
    time::Day graafrust_tot;
};
std::optional<Reopening> may_reopen(const domain::Opgave& first, const domain::Opgave& later,
                                    const domain::SoortCatalogus& soorten);

}  // namespace koppelkans::analysis
