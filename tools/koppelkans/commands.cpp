#include <vector>

#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

std::vector<Command> all_commands() {
    std::vector<Command> commands;
    commands.push_back(run_command());
    commands.push_back(check_command());
    commands.push_back(init_command());
    commands.push_back(report_command());
    commands.push_back(soorten_command());
    return commands;
}

}  // namespace koppelkans::tools
