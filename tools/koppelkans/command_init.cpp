#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "tools/koppelkans/command.h"
#include "tools/koppelkans/folder_survey.h"
#include "tools/koppelkans/job_arguments.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;

struct InitArguments {
    std::vector<std::string> positionals;
    std::optional<std::string> output;
    std::optional<std::string> crs;
    bool overwrite = false;
};

CommandText text() {
    return {"init",
            "write a koppelkans.toml for a folder of files",
            {"DIR [--output FILE] [--crs CRS] [--overwrite]"},
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
    if (!files::exists(folder)) {
        throw domain::InputError(fmt::format("{}: there is no such folder", folder));
    }
    if (!files::is_directory(folder)) {
        throw domain::InputError(
            fmt::format("{} is not a folder; init looks at a folder of files", folder));
    }
    return folder;
}

/// Written beside its place and moved there, so that a full disk leaves the old file as it was.
void write_file(const std::string& path, const std::string& text) {
    const std::string beside = path + ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    std::error_code failed;
    if (file) {
        files::rename(beside, path, failed);
    } else {
        failed = std::error_code(errno, std::generic_category());
    }
    if (failed) {
        std::error_code ignored;
        files::remove(beside, ignored);
        throw domain::InputError(fmt::format("{}: cannot be written: {}", path, failed.message()));
    }
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
    if (!arguments.overwrite && files::exists(target)) {
        throw domain::InputError(fmt::format(
            "{} is there already; --overwrite replaces it, --output names another", target));
    }
    io::Configuration run = io::default_configuration(today());
    run.crs_of_nameless = arguments.crs;
    const FolderSurvey found = survey(folder, run);
    write_file(target, draft_of(found, target, run.soorten.codes()));
    return {ExitCode::done, account(found, target), ""};
}

}  // namespace

Command init_command() {
    const auto arguments = std::make_shared<InitArguments>();
    Command command;
    command.text = text();
    command.positionals = {"DIR", "The folder to look at.", &arguments->positionals};
    command.options = {
        {"--output", "FILE", "Where to write. Default: koppelkans.toml in DIR.",
         &arguments->output},
        {"--crs", "CRS", "The CRS of files that have none, such as EPSG:28992.", &arguments->crs},
        {"--overwrite", "", "Replace the file if it is there already.", &arguments->overwrite}};
    command.run = [arguments] { return init(*arguments); };
    return command;
}

}  // namespace koppelkans::tools
