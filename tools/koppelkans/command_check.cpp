#include <memory>

#include "tools/koppelkans/command.h"
#include "tools/koppelkans/job_arguments.h"

namespace koppelkans::tools {
namespace {

CommandText check_text() {
    return {"check",
            "read everything, analyse nothing, write nothing",
            {"CONFIG [options]", "--buurten FILE PLAN... [options]"},
            {"Prints for each source what would be taken and what left out and why, with the first "
             "rows of each reason, so that faults can be mended before a run."},
            {{"koppelkans check plannen/koppelkans.toml --strict",
              "Says whether every row can be used; ends with 1 where one cannot."}}};
}

}  // namespace

Command check_command() {
    const auto arguments = std::make_shared<JobArguments>();
    Command command;
    command.text = check_text();
    command.positionals = job_positionals(*arguments);
    command.options = shared_options(*arguments);
    command.run = [arguments] {
        const JobPlan plan = understood(*arguments, today());
        return job_outcome(plan, carry_out(io::check, plan));
    };
    return command;
}

}  // namespace koppelkans::tools
