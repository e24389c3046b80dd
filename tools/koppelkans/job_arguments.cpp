#include "tools/koppelkans/job_arguments.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/read_rights.h"
#include "engine/time/date_reader.h"
#include "tools/koppelkans/configuration_draft.h"
#include "tools/koppelkans/memory_watch.h"
#include "tools/koppelkans/option_values.h"
#include "tools/koppelkans/summary_json.h"
#include "tools/koppelkans/summary_text.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;

constexpr const char* configuration_name = "koppelkans.toml";

/// Of a pipe nothing says whether somebody will ever write to it.
void check_ordinary(const std::string& path) {
    std::error_code ignored;
    if (!files::is_regular_file(path, ignored)) {
        throw domain::InputError(fmt::format("{}: this is not an ordinary file", path));
    }
}

/// The configuration in a folder that was named.
std::string configuration_in(const std::string& folder) {
    std::error_code ignored;
    std::string inside = (files::path(folder) / configuration_name).string();
    io::check_rights(inside);
    if (!files::exists(inside, ignored)) {
        throw domain::InputError(
            fmt::format("{}: this folder has no {}; koppelkans init {} writes one", folder,
                        configuration_name, folder));
    }
    check_ordinary(inside);
    return inside;
}

/// The only positional of a run with a configuration: the file, or a folder that holds one.
std::string configuration_path(const JobArguments& arguments) {
    if (arguments.positionals.empty()) {
        throw domain::UsageError(
            "name a configuration (koppelkans.toml), or --buurten FILE and the files with plans; "
            "koppelkans init DIR writes a configuration for a folder");
    }
    const std::string& typed = arguments.positionals.front();
    if (arguments.positionals.size() > 1) {
        throw domain::UsageError(fmt::format(
            "one configuration at a time, but there are {} arguments; for a run on plans "
            "without a configuration name the neighbourhoods by --buurten FILE",
            arguments.positionals.size()));
    }
    std::error_code ignored;
    if (files::is_directory(typed, ignored)) {
        return configuration_in(typed);
    }
    io::check_rights(typed);
    if (!files::exists(typed, ignored)) {
        throw domain::InputError(fmt::format(
            "{}: there is no such file; koppelkans init DIR writes a configuration for a folder",
            typed));
    }
    check_ordinary(typed);
    if (files::path(typed).extension() != ".toml") {
        throw domain::UsageError(fmt::format(
            "{} is not named like a configuration (.toml); for a run on plans without a "
            "configuration name the neighbourhoods by --buurten FILE",
            typed));
    }
    return typed;
}

/// A configuration and what was passed over on the way to it.
struct Input {
    io::Configuration configuration;
    std::vector<std::string> notes;
};

/// What only the command line can say.
void apply_limits(const JobArguments& arguments, io::Configuration& configuration) {
    configuration.network = arguments.allow_network ? io::Network::allowed : io::Network::refused;
    configuration.max_vertices = read_max_vertices(arguments.max_vertices);
}

Input from_plans(const JobArguments& arguments, time::Day today) {
    if (arguments.positionals.empty()) {
        throw domain::UsageError("--buurten needs the files or folders with plans behind it");
    }
    for (const std::string& typed : arguments.positionals) {
        if (files::path(typed).extension() == ".toml") {
            throw domain::UsageError(fmt::format(
                "--buurten goes with plans, and {} is a configuration; it names its own buurten",
                typed));
        }
    }
    io::Configuration run = io::default_configuration(today);
    apply_limits(arguments, run);
    run.crs_of_nameless = arguments.crs;
    run.buurten.bron = *arguments.buurten;
    PlanSources found = sources_of_plans(arguments.positionals, run);
    run.bronnen = std::move(found.bronnen);
    if (run.bronnen.empty()) {
        throw domain::InputError(fmt::format(
            "there is no source of plans in {}{}{}", fmt::join(arguments.positionals, ", "),
            found.notes.empty() ? "" : ": ", fmt::join(found.notes, "; ")));
    }
    run.text = configuration_text(run);
    return {std::move(run), std::move(found.notes)};
}

void apply_peildatum(const std::string& text, domain::Settings& settings) {
    const time::DateReading reading = time::read_date(text, settings.tijdzone);
    const bool is_day = reading.kind == time::DateKind::interval &&
                        reading.interval.first == reading.interval.last &&
                        !reading.interval.first.is_open();
    if (!is_day) {
        throw domain::UsageError(fmt::format(
            "--peildatum \"{}\" is no single day; write it as 2027-04-15 or 15 april 2027{}", text,
            reading.hint.empty() ? std::string() : fmt::format(" ({})", reading.hint)));
    }
    settings.peildatum = reading.interval.first;
}

time::Period read_horizon(const std::string& text) {
    const auto period = time::read_period(text);
    if (!period) {
        throw domain::UsageError(fmt::format(
            "--horizon \"{}\" is no period; write it as P2Y, \"2 jaar\" or \"24 maanden\"", text));
    }
    return *period;
}

/// The names, each a layer of SPEC §7.
std::vector<std::string> read_lagen(const std::vector<std::string>& typed) {
    const std::vector<std::string> lagen = read_list(typed);
    try {
        return io::chosen_lagen(lagen);
    } catch (const domain::InputError& error) {
        throw domain::UsageError(fmt::format("--lagen: {}", error.what()));
    }
}

/// What the command line changed stands in the result beside the file's own text.
void note(io::Configuration& configuration, const char* option, const std::string& value) {
    configuration.text += fmt::format("# command line: {} {}\n", option, io::masked(value));
}

void apply(const JobArguments& arguments, io::Configuration& configuration) {
    if (!configuration.text.empty() && configuration.text.back() != '\n') {
        configuration.text += '\n';
    }
    if (arguments.crs) {
        configuration.crs_of_nameless = *arguments.crs;
        note(configuration, "--crs", *arguments.crs);
    }
    if (arguments.peildatum) {
        apply_peildatum(*arguments.peildatum, configuration.settings);
        note(configuration, "--peildatum", time::iso(configuration.settings.peildatum));
    }
    if (arguments.horizon) {
        configuration.settings.horizon.horizon = read_horizon(*arguments.horizon);
        note(configuration, "--horizon", time::iso(configuration.settings.horizon.horizon));
    }
    if (!arguments.lagen.empty()) {
        configuration.lagen = read_lagen(arguments.lagen);
        note(configuration, "--lagen", fmt::format("{}", fmt::join(configuration.lagen, ",")));
    }
    if (arguments.output) {
        configuration.uitvoer = *arguments.output;
        configuration.uitvoer_named_in.reset();
    }
}

std::int64_t count_faults(const io::Summary& summary) {
    std::int64_t faults = 0;
    for (const io::SourceSummary& source : summary.sources) {
        for (const auto& [reden, found] : source.afgekeurd) {
            faults += domain::is_fault(reden) ? found.count : 0;
        }
    }
    return faults;
}

}  // namespace

std::vector<Option> shared_options(JobArguments& arguments) {
    return {
        {"--buurten", "FILE",
         "The file with neighbourhoods; makes the arguments plans, in place of a configuration.",
         &arguments.buurten},
        {"--crs", "CRS",
         "The CRS of files that have none, such as EPSG:28992. Files that have one keep it.",
         &arguments.crs},
        {"--peildatum", "DATE",
         "The day from which the plans are looked at, in any form that is one day. Default: today.",
         &arguments.peildatum},
        {"--horizon", "PERIOD",
         "How far two opgaven may lie apart in time: P2Y, \"2 jaar\", \"24 maanden\". Default: "
         "P2Y.",
         &arguments.horizon},
        {"--jobs", "N", "How many threads work. Default: every core.", &arguments.jobs},
        {"--allow-network", "",
         "Read sources over a network too: databases (PG:...) and web addresses behind /vsicurl/ "
         "and the like. Without it a configuration from someone else reads files of this machine "
         "alone.",
         &arguments.allow_network},
        {"--max-memory", "SIZE",
         "End with a message when more memory is needed, such as 500M or 4G. Default: nine tenths "
         "of what the machine or its container has.",
         &arguments.max_memory},
        {"--max-vertices", "N",
         "Leave out a row whose geometry has more vertices. Default: 5000000.",
         &arguments.max_vertices},
        {"--strict", "",
         "End with 1 when there are rows with faults. Rows left out by rule (vervallen, afgerond, "
         "buiten_venster, buiten_gebied) are none.",
         &arguments.strict},
        {"--quiet", "", "Print nothing but errors, and the summary only where --json asks for it.",
         &arguments.quiet},
        {"--progress", "WHEN",
         "auto (a bar where stderr is a terminal), always (elsewhere a line a phase) or never. "
         "Default: auto.",
         &arguments.progress},
        {"--json", "", "Print the summary as JSON, and nothing else, to stdout.", &arguments.json},
        {"--timings", "", "Let the summary say how much time and memory each phase took.",
         &arguments.timings},
    };
}

std::vector<Option> result_options(JobArguments& arguments) {
    return {
        {"--output", "FILE",
         "The GeoPackage to write. Default: uitvoer of the configuration, else koppelkansen.gpkg.",
         &arguments.output},
        {"--project", "FILE",
         "A project for QGIS (.qgz) to write as well. The result holds the same project; a file of "
         "its own opens by a double click.",
         &arguments.project},
        {"--overwrite", "", "Replace the result if it is there already.", &arguments.overwrite},
        {"--lagen", "LAYERS",
         "The layers to write, such as koppelkansen,opgaven. Default: all; run and bronnen always.",
         &arguments.lagen},
    };
}

Positionals job_positionals(JobArguments& arguments) {
    return {
        "CONFIG|PLAN",
        "A configuration, or the folder that holds a koppelkans.toml. With --buurten: the files "
        "with plans, or folders of them.",
        &arguments.positionals};
}

JobPlan understood(const JobArguments& arguments, time::Day today) {
    JobPlan plan;
    plan.progress = read_progress(arguments.progress, arguments.quiet);
    plan.options.jobs = read_jobs(arguments.jobs);
    plan.memory = memory_limit(arguments.max_memory);
    check_crs(arguments.crs);
    plan.options.overwrite = arguments.overwrite ? io::Overwrite::yes : io::Overwrite::no;
    if (arguments.project && arguments.project->empty()) {
        throw domain::UsageError("--project \"\" names no file");
    }
    plan.options.project = arguments.project.value_or("");
    plan.faults = arguments.strict ? Faults::failure : Faults::counted;
    plan.timings = arguments.timings ? Timings::shown : Timings::left_out;
    plan.report = arguments.json ? Report::json : arguments.quiet ? Report::none : Report::text;
    Input input = arguments.buurten
                      ? from_plans(arguments, today)
                      : Input{io::read_configuration(configuration_path(arguments), today), {}};
    plan.configuration = std::move(input.configuration);
    plan.notes = std::move(input.notes);
    apply_limits(arguments, plan.configuration);
    apply(arguments, plan.configuration);
    return plan;
}

time::Day today() {
    return time::TimeZone().day_of(static_cast<std::int64_t>(std::time(nullptr)));
}

io::Summary carry_out(Job job, const JobPlan& plan) {
    ProgressBar progress(style_on_stderr(plan.progress), stderr_surface());
    return watched(plan.memory, progress, [&](StopSignal& stop) {
        io::JobOptions options = plan.options;
        options.on_temporary_file = [&stop](const std::string& path) {
            stop.add_temporary_file(path);
        };
        options.on_placing = [&stop] { stop.let_finish(); };
        return job(plan.configuration, options, progress);
    });
}

Outcome job_outcome(const JobPlan& plan, const io::Summary& summary) {
    Outcome outcome;
    outcome.written = summary.uitvoer;
    if (plan.report == Report::text) {
        outcome.text = summary_text(summary, plan.notes, plan.timings);
    } else if (plan.report == Report::json) {
        outcome.text = summary_json(summary, plan.notes, plan.timings);
    }
    const std::int64_t faults = count_faults(summary);
    if (plan.faults == Faults::failure && faults > 0) {
        outcome.code = ExitCode::failed;
        outcome.message = fmt::format("{} {} (--strict)", faults,
                                      faults == 1 ? "row has a fault" : "rows have faults");
    }
    return outcome;
}

}  // namespace koppelkans::tools
