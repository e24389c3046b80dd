#pragma once

#include <vector>

#include "engine/domain/embedded_file.h"

namespace koppelkans::io {

/// The catalogues, the palette, the texts of reports and the Python program that prints them.
const std::vector<domain::EmbeddedFile>& embedded_files();

}  // namespace koppelkans::io
