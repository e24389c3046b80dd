#pragma once

#include <string>
#include <vector>

#include "engine/io/job.h"
#include "tools/koppelkans/summary_text.h"

namespace koppelkans::tools {

/// A summary as one JSON object (UTF-8, indented, ends in a line end), for scripts. The keys are
/// those of io::Summary; what is unknown is null; `uitvoer` is null for a check.
/// `notes` are the `opmerkingen`: files that were passed over. Timings are `tijden`.
std::string summary_json(const io::Summary& summary, const std::vector<std::string>& notes = {},
                         Timings timings = Timings::left_out);

}  // namespace koppelkans::tools
