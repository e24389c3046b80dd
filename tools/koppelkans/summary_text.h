#pragma once

#include <string>
#include <vector>

#include "engine/io/job.h"

namespace koppelkans::tools {

/// Whether a summary tells how long each phase took: no two runs take the same.
enum class Timings { left_out, shown };

/// A summary for people: what was read and how it was understood, source by source; then the
/// account of all rows, the layers, and where the result lies. A summary without `uitvoer` is one
/// of a check. `notes`: files that were passed over, a sentence each.
std::string summary_text(const io::Summary& summary, const std::vector<std::string>& notes = {},
                         Timings timings = Timings::left_out);

/// What to do where gebiedskansen has more than a million rows; empty where it has not.
std::string told_of_gebiedskansen(const io::Summary& summary);

}  // namespace koppelkans::tools
