#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/io/draft_file.h"
#include "engine/io/read_rights.h"
#include "tools/koppelkans/command.h"
#include "tools/koppelkans/folder_survey.h"
#include "tools/koppelkans/job_arguments.h"
#include "tools/koppelkans/memory_watch.h"
#include "tools/koppelkans/option_values.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;

struct InitArguments {
    std::vector<std::string> positionals;
    std::optional<std::string> output;
    std::optional<std::string> crs;
    std::optional<std::string> max_memory;
    bool overwrite = false;
};

CommandText init_text() {
    return {"init",
            "write a koppelkans.toml for a folder of files",
            {"DIR [--output FILE] [--crs CRS] [--overwrite] [--max-memory SIZE]"},
            {"Looks at the vector files and tables in DIR (not in the folders below it), "
             "recognises the "
             "neighbourhoods, the columns and the soort of each source, and writes a commented "
             "configuration that koppelkans run takes as it is. A source that is not ready, "
             "because its "
             "soort or its CRS is not known, stands in it as a comment with the reason."},
            {{"koppelkans init plannen", "Writes plannen/koppelkans.toml."}}};
}

std::string folder_of(const InitArguments& arguments) {
    if (arguments.positionals.size() != 1) {
        throw domain::UsageError("init takes one folder: koppelkans init DIR");
    }
    const std::string& folder = arguments.positionals.front();
    std::error_code ignored;
    io::check_rights(folder);
    if (!files::exists(folder, ignored)) {
        throw domain::InputError(fmt::format("{}: there is no such folder", folder));
    }
    if (!files::is_directory(folder, ignored)) {
        throw domain::InputError(
            fmt::format("{} is not a folder; init looks at a folder of files", folder));
    }
    return folder;
}

std::string account(const FolderSurvey& survey, const std::string& target) {
    std::string text;
    std::size_t ready = 0;
    for (const SurveyedSource& source : survey.sources) {
        ready += source.fault.empty() ? 1 : 0;
    }
    text +=
        fmt::format("Wrote {}: {} of {} sources ready.\n", target, ready, survey.sources.size());
    if (survey.buurten.empty()) {
        text += "No neighbourhoods were found: put the name of their file behind [buurten].\n";
    } else {
        text += fmt::format("Neighbourhoods: {}.\n", survey.buurten.front().buurten.bron);
    }
    for (const SurveyedSource& source : survey.sources) {
        if (!source.fault.empty()) {
            text += fmt::format("Not ready: {}: {}.\n", source.bron.naam, source.fault);
        }
    }
    for (const std::string& note : survey.notes) {
        text += note + "\n";
    }
    text += fmt::format("Next: koppelkans check {}\n", target);
    return text;
}

Outcome init(const InitArguments& arguments) {
    const std::string folder = folder_of(arguments);
    const std::string target =
        arguments.output.value_or((files::path(folder) / "koppelkans.toml").string());
    const io::Overwrite overwrite = arguments.overwrite ? io::Overwrite::yes : io::Overwrite::no;
    const MemoryLimit memory = memory_limit(arguments.max_memory);
    check_crs(arguments.crs);
    io::check_draft(target, overwrite);
    io::Configuration run = io::default_configuration(today());
    run.crs_of_nameless = arguments.crs;
    analysis::Progress progress;
    return watched(memory, progress, [&](StopSignal& stop) -> Outcome {
        const FolderSurvey found =
            survey(folder, target, run, [&] { progress.stop_if_cancelled(); });
        io::DraftNotices notices;
        notices.on_temporary_file = [&](const std::string& path) { stop.add_temporary_file(path); };
        notices.before_placing = [&] {
            stop.let_finish();
            progress.stop_if_cancelled();
        };
        io::write_draft(target, draft_of(found, target, run.soorten.codes()), overwrite, notices);
        return {ExitCode::done, account(found, target), "", target};
    });
}

}  // namespace

Command init_command() {
    const auto arguments = std::make_shared<InitArguments>();
    Command command;
    command.text = init_text();
    command.positionals = {"DIR", "The folder to look at.", &arguments->positionals};
    command.options = {
        {"--output", "FILE", "Where to write. Default: koppelkans.toml in DIR.",
         &arguments->output},
        {"--crs", "CRS", "The CRS of files that have none, such as EPSG:28992.", &arguments->crs},
        {"--overwrite", "", "Replace the configuration if it is there already.",
         &arguments->overwrite},
        {"--max-memory", "SIZE",
         "End with a message when more memory is needed, such as 500M or 4G. Default: nine tenths "
         "of what the machine or its container has.",
         &arguments->max_memory}};
    command.run = [arguments] { return init(*arguments); };
    return command;
}

}  // namespace koppelkans::tools
