#pragma once

#include <string>
#include <vector>

#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

/// What help and man page say of the program as a whole.
struct ProgramText {
    std::string summary;
    std::vector<std::string> description;
    std::vector<std::pair<std::string, std::string>> exit_codes;
    std::vector<Example> examples;
};
const ProgramText& program_text();

/// Breaks a text at blanks into lines of at most `width` characters (UTF-8 counted as characters);
/// a longer word gets a line of its own.
std::vector<std::string> wrapped(const std::string& text, std::size_t width);

/// The text behind `koppelkans -h`: what it is, the commands, an example; 80 columns at most.
std::string program_help(const std::vector<Command>& commands);

/// The text behind `koppelkans COMMAND -h`: usage, description, options, a worked example.
std::string command_help(const Command& command);

}  // namespace koppelkans::tools
