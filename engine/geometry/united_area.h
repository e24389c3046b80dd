#pragma once

#include <optional>
#include <vector>

#include "engine/geometry/area.h"

namespace koppelkans::geometry {

/// The ground that areas cover together, each m2 once: the area of their union, without making it.
/// The areas may overlap, touch and coincide as they like. Exact but for rounding: a sweep over the
/// heights at which an edge begins, ends or crosses another, between which the covered width
/// changes evenly. Cost: for each height the edges that reach it, some 20 µs for two werkgebieden;
/// where that grows past a million, GEOS makes the union after all.
///
///     united_area_m2(areas)      // as area_m2(united(...)), four times as fast
double united_area_m2(const std::vector<Area>& areas);

/// The ground that two areas have in common, by the same sweep over the heights that both reach:
/// how much, not where. Empty where that takes too long. Cost: some 5 µs for two werkgebieden.
std::optional<double> plain_common_m2(const Area& a, const Area& b);

}  // namespace koppelkans::geometry
