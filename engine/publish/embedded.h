#pragma once

#include <vector>

#include "engine/domain/embedded_file.h"

namespace koppelkans::publish {

/// The files of styles/ that the program packs into its results.
const std::vector<domain::EmbeddedFile>& embedded_files();

}  // namespace koppelkans::publish
