#pragma once

#include <vector>

#include "engine/domain/embedded_file.h"

namespace koppelkans::io {

/// The catalogues, the palette and the texts of reports.
const std::vector<domain::EmbeddedFile>& embedded_files();

}  // namespace koppelkans::io
