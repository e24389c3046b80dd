#pragma once

#include <vector>

#include "engine/domain/opgave.h"

namespace koppelkans::analysis {

/// The rows of one group as one opgave (SPEC §4, `groepeer`): werkgebieden united, start = [min s1,
/// min s2], eind = [max e1, max e2], the first text that is not empty, the soort of the first row,
/// the largest werkafstand, a line only if all rows are. A group of which any row takes a whole
/// gebied is itself of niveau gebied: its werkgebied is one. `rows` are opgaven of one row each, in
/// the order of the file, not empty.
domain::Opgave merged(std::vector<domain::Opgave> rows);

}  // namespace koppelkans::analysis
