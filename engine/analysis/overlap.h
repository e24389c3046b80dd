#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/analysis/place.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"

namespace koppelkans::analysis {

/// Two members of a scene, by position, a before b.
struct Pair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// Calls `visit` with the pairs of members whose boxes meet in the buurt, ascending, and `stop`
/// once a member. A member that takes the whole buurt meets all. They are not kept: of 20,000 plans
/// for a whole buurt there are 200 million. Cost: an index over the members.
void for_each_neighbours(const Scene& scene, const Stop& stop,
                         const std::function<void(const Pair&)>& visit);

/// The ground that two members share inside the buurt (SPEC §2).
struct Overlap {
    double area_m2 = 0;
    /// None where both take the whole buurt.
    std::vector<geometry::Area> ground;
};

/// The shared ground of two members: empty when it is not above 0 or below `min_oppervlakte_m2`.
/// Touching is no overlap.
std::optional<Overlap> overlap(const Member& a, const Member& b, double min_oppervlakte_m2);

/// Two opgaven that share ground in a buurt and whose soort and time say that it matters.
struct Meeting {
    std::uint32_t a = 0;  ///< position in the scene, a before b
    std::uint32_t b = 0;
    Overlap shared;
    /// The ground is `min_oppervlakte_m2` at least: less makes no koppelkans and no risico, but
    /// still bounds the ground of a combinatie.
    bool counts = true;
};

/// Every pair of the scene that shares ground and may be a koppelkans or a risico, ascending: the
/// overlay is made once, for all steps that follow.
std::vector<Meeting> meetings(const Scene& scene, const Rules& rules, const Stop& stop);

}  // namespace koppelkans::analysis
