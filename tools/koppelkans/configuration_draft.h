#pragma once

#include <string>
#include <vector>

#include "engine/io/configuration.h"

namespace koppelkans::tools {

/// What stands above a block of the draft, a line each, without the `#`.
using Comments = std::vector<std::string>;

/// A text as a TOML string: quoted and escaped, control characters as \uXXXX.
std::string toml_text(const std::string& text);

/// The block [buurten] or [[bronnen]] (SPEC §8) with every key that differs from its default.
std::string buurten_block(const io::BuurtenConfiguration& buurten);
std::string bron_block(const io::BronConfiguration& bron);

/// Every line as a comment, so that a block can be kept without being used.
std::string commented_out(const std::string& block);

/// The comment lines.
std::string comment_lines(const Comments& comments);

/// A run without a file as koppelkans.toml: what the result keeps as its configuration, and what
/// could be saved and run again. Passwords are written as ***.
std::string configuration_text(const io::Configuration& run);

/// The sources that plans stand for, and what was passed over and why.
struct PlanSources {
    std::vector<io::BronConfiguration> bronnen;
    std::vector<std::string> notes;
};

/// The sources in the files and folders behind `--buurten`: each layer one, with a number behind a
/// name that was there already. The file of the neighbourhoods (`run.buurten`) is no plan. Throws
/// domain::InputError for a path that does not exist, a file that cannot be read, and a folder that
/// holds no source at all: whoever names it means it to count.
PlanSources sources_of_plans(const std::vector<std::string>& plans, const io::Configuration& run);

}  // namespace koppelkans::tools
