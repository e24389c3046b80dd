#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tools/koppelkans/progress_bar.h"

namespace koppelkans::tools {

// What the values of options that several commands share mean. Each throws domain::UsageError for
// what it cannot be.

/// The names in "a,b" and in repeated options, trimmed, in their order.
std::vector<std::string> read_list(const std::vector<std::string>& typed);

/// `--jobs`: 0 (every core, also where nothing was typed) to 1024.
int read_jobs(const std::optional<std::string>& typed);

/// `--max-vertices`: 1 or more; io::default_max_vertices where nothing was typed.
std::size_t read_max_vertices(const std::optional<std::string>& typed);

/// `--progress`, which `--quiet` overrules.
ProgressMode read_progress(const std::optional<std::string>& typed, bool is_quiet);

/// `--crs`: a horizontal CRS that PROJ knows, whether or not a file turns out to need it.
void check_crs(const std::optional<std::string>& typed);

}  // namespace koppelkans::tools
