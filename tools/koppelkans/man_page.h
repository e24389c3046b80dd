#pragma once

#include <string>
#include <vector>

#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

/// A man page (section 1, mdoc) with the name of its file.
struct ManPage {
    std::string file;  ///< "koppelkans-run.1"
    std::string text;
};

/// The pages of the program and of every command, from the texts that the help prints.
/// The same input gives the same bytes: the date is that of the last change to the texts.
std::vector<ManPage> man_pages(const std::vector<Command>& commands);

}  // namespace koppelkans::tools
