#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/domain/soort.h"
#include "engine/geometry/box.h"

namespace koppelkans::analysis {

/// Two grounds of different soort that share ground and a day.
struct Edge {
    std::uint32_t a = 0;  ///< number, below b
    std::uint32_t b = 0;
    geometry::Box box;  ///< of what they share
};

/// A rectangle in which three soorten may meet, and all grounds that may be among them there.
struct Zone {
    geometry::Box box;
    std::vector<std::uint32_t> numbers;  ///< ascending
};

/// Where combinaties can lie. Whatever three grounds of three soorten share lies wholly in one
/// zone, among the grounds of that zone; the boxes of zones do not meet. Most ground is in none,
/// which is what makes it worth asking. `soorten[n]` is the soort of ground n. Cost: for each edge
/// the grounds that meet both of its ends.
std::vector<Zone> zones(const std::vector<Edge>& edges,
                        const std::vector<domain::SoortIndex>& soorten, const Stop& stop);

}  // namespace koppelkans::analysis
