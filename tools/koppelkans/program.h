#pragma once

#include <string>
#include <vector>

#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

/// Carries out a command line (without the program's name) and prints what it gives: text to
/// stdout, messages to stderr, each line there starting with "koppelkans: ". A reader of stdout
/// that has gone away is no fault.
ExitCode run_program(const std::vector<std::string>& arguments);

/// "koppelkans 0.1.0" and the libraries it runs on, a line each.
std::string version_text();

/// Carries out what was parsed; an exception becomes the outcome that it stands for.
Outcome outcome_of(const std::vector<std::string>& arguments);

}  // namespace koppelkans::tools
