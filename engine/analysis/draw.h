#pragma once

#include <functional>
#include <vector>

#include "engine/analysis/analyse.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/domain/opgave.h"

namespace koppelkans::analysis {

/// Takes the ground of some opgaven: that at position i, a Polygon or MultiPolygon, is of opgave
/// `first` + i; no bytes for one that lies in no buurt.
using OnGrounds = std::function<void(std::size_t first, const std::vector<geometry::Wkb>& grounds)>;

/// Draws all the ground of every opgave that lies in a buurt, on `jobs` threads, and hands it out
/// in the order of the opgaven, some at a time; only a few are in memory at once. Throws
/// GeometryError where buurten cannot be united.
void draw_all(const std::vector<domain::Opgave>& opgaven, const Totals& totals, const Rules& rules,
              int jobs, const Progress& progress, const OnGrounds& on_grounds);

}  // namespace koppelkans::analysis
