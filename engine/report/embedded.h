#pragma once

#include <vector>

#include "engine/domain/embedded_file.h"

namespace koppelkans::report {

/// The templates of reports.
const std::vector<domain::EmbeddedFile>& embedded_files();

}  // namespace koppelkans::report
