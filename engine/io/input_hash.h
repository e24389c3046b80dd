#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/progress.h"

namespace koppelkans::io {

/// SHA-256 over the bytes of all files of a dataset in the order given, as 64 hex digits (SPEC §7,
/// run). Empty for what has no files, a database or a source of the network. Throws
/// domain::InputError for a file that cannot be read, domain::Cancelled when the user stops. Cost:
/// one pass over the files.
std::optional<std::string> hash_of_files(const std::vector<std::string>& files,
                                         const analysis::Progress& progress);

}  // namespace koppelkans::io
