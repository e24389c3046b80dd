#pragma once

#include <string>
#include <vector>

#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

/// What a command line asks for.
enum class Wish { run, help, version };

struct ParsedLine {
    Wish wish = Wish::help;
    /// The command to run or to explain; null: the program as a whole.
    const Command* command = nullptr;
};

/// Reads a command line (without the program's name) and puts the values where the options of the
/// command want them. `-h` wins over everything behind it. Throws domain::UsageError with the
/// nearest known option or command for one that does not exist. CLI11 stays behind this header: it
/// costs ten seconds a file to compile.
ParsedLine parse_command_line(const std::vector<std::string>& arguments,
                              const std::vector<Command>& commands);

}  // namespace koppelkans::tools
