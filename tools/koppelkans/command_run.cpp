#include <memory>

#include "tools/koppelkans/command.h"
#include "tools/koppelkans/job_arguments.h"

namespace koppelkans::tools {
namespace {

CommandText run_text() {
    return {
        "run",
        "find the koppelkansen and write them to a GeoPackage",
        {"CONFIG [options]", "--buurten FILE PLAN... [--output FILE] [options]"},
        {"Reads all plans, finds per buurt which of them meet in space and time, and writes the "
         "result "
         "beside its target; it takes the target's place when it is whole. Prints what was read, "
         "how "
         "it was understood, and what was left out and why.",
         "With a configuration the sources, rules and output stand in that file, and options on "
         "the "
         "command line come before it. Without one, the columns are recognised by their usual "
         "Dutch "
         "and English names and the soort by the name of the file or layer.",
         "Rows with a fault are counted, kept in the layer afgekeurd, and the run goes on."},
        {{"koppelkans run plannen/koppelkans.toml --overwrite",
          "Runs what koppelkans.toml says and replaces last month's result."},
         {"koppelkans run --buurten buurten.gpkg rioolvervanging.gpkg warmtenet.shp "
          "--output kansen.gpkg",
          "Runs on two files without a configuration. The names of the files tell the soort."}}};
}

}  // namespace

Command run_command() {
    const auto arguments = std::make_shared<JobArguments>();
    Command command;
    command.text = run_text();
    command.positionals = job_positionals(*arguments);
    command.options = result_options(*arguments);
    const std::vector<Option> shared = shared_options(*arguments);
    command.options.insert(command.options.end(), shared.begin(), shared.end());
    command.run = [arguments] {
        const JobPlan plan = understood(*arguments, today());
        return job_outcome(plan, carry_out(io::run, plan));
    };
    return command;
}

}  // namespace koppelkans::tools
