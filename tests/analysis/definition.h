#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/domain/buurt.h"
#include "engine/domain/kansen.h"
#include "engine/domain/opgave.h"
#include "engine/domain/settings.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {

// The rules straight from the contract, by GEOS alone: no index, no short ways, no pruning but that
// of boxes that lie apart. What the engine does fast is held against this. Opgaven must have their
// werkgebied drawn.

/// A row of koppelkansen or gebiedskansen.
struct DefinedRow {
    std::string key;  ///< buurtcode, opgave_a, opgave_b
    double area_m2 = 0;
    double aandeel_a = 0;
    double aandeel_b = 0;
    std::optional<double> lengte_a_m;
    std::optional<double> lengte_b_m;
    std::optional<double> afstand_m;  ///< of two opgaven of niveau plek
};

/// Every row that the contract asks for, of both layers, in order. Cost: all pairs of each buurt.
std::vector<DefinedRow> rows_by_definition(const std::vector<domain::Opgave>& opgaven,
                                           const domain::BuurtRegister& buurten,
                                           const domain::Settings& settings);

/// The same rows as the engine found them.
std::vector<DefinedRow> rows_by_engine(const std::vector<domain::Opgave>& opgaven,
                                       const domain::BuurtRegister& buurten,
                                       const std::vector<analysis::BuurtResult>& found);

/// Fails the test where they differ: in a row, or in a figure by more than `relative` (lengths: a
/// tenth of a millimetre, since along a border rounding decides on which side a line lies).
void expect_same_rows(const std::vector<DefinedRow>& wanted, const std::vector<DefinedRow>& found,
                      double relative, const std::string& scene);

using Subset = std::vector<domain::OpgaveIndex>;

/// Whether all can take part on one day.
bool share_a_day(const Subset& subset, const std::vector<domain::Opgave>& opgaven,
                 const domain::Settings& settings);
bool has_three_soorten(const Subset& subset, const std::vector<domain::Opgave>& opgaven);

/// Every subset of a cover that shares a day, has three soorten, and that no other opgave of the
/// cover can join; by trying all, so for covers of up to 20.
std::vector<Subset> maximal_subsets(const Subset& cover, const std::vector<domain::Opgave>& opgaven,
                                    const domain::Settings& settings);

/// The ground where a subset is a combinatie: what all of it covers, less everyone who could join.
double combinatie_m2(const Subset& subset, const std::vector<domain::Opgave>& opgaven,
                     const domain::Buurt& buurt, const domain::Settings& settings);

}  // namespace koppelkans::test
