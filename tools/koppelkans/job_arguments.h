#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/io/configuration.h"
#include "engine/io/job.h"
#include "tools/koppelkans/command.h"
#include "tools/koppelkans/memory_limit.h"
#include "tools/koppelkans/progress_bar.h"
#include "tools/koppelkans/summary_text.h"

namespace koppelkans::tools {

/// What was typed behind `run` or `check`, as text.
struct JobArguments {
    std::vector<std::string> positionals;
    std::optional<std::string> buurten;
    std::optional<std::string> crs;
    std::optional<std::string> peildatum;
    std::optional<std::string> horizon;
    std::optional<std::string> output;
    std::optional<std::string> project;
    std::optional<std::string> jobs;
    std::optional<std::string> max_memory;
    std::optional<std::string> max_vertices;
    std::optional<std::string> progress;
    std::vector<std::string> lagen;
    bool allow_network = false;
    bool overwrite = false;
    bool strict = false;
    bool quiet = false;
    bool json = false;
    bool timings = false;
};

/// What becomes of rows with faults.
enum class Faults { counted, failure };
/// What goes to stdout.
enum class Report { text, json, none };

/// What it means: command line over file over default (SPEC §8).
struct JobPlan {
    io::Configuration configuration;
    io::JobOptions options;
    MemoryLimit memory;
    ProgressMode progress = ProgressMode::automatic;
    Faults faults = Faults::counted;
    Report report = Report::text;
    Timings timings = Timings::left_out;
    std::vector<std::string> notes;  ///< what was passed over in the folders, a sentence each
};

/// The options that `run` and `check` share, and those that only a result needs.
std::vector<Option> shared_options(JobArguments& arguments);
std::vector<Option> result_options(JobArguments& arguments);
/// CONFIG, or PLAN... beside --buurten.
Positionals job_positionals(JobArguments& arguments);

/// Works out what was typed: reads the configuration, or makes one from --buurten and the plans.
/// `today`: the peildatum where nothing says otherwise. Throws domain::UsageError for what cannot
/// be carried out as typed and domain::InputError for a configuration with a fault.
JobPlan understood(const JobArguments& arguments, time::Day today);

/// The day it is now in the Netherlands.
time::Day today();

/// Runs or checks with progress on stderr and signals watched. Throws Stopped.
using Job = io::Summary (*)(const io::Configuration&, const io::JobOptions&, analysis::Progress&);
io::Summary carry_out(Job job, const JobPlan& plan);

/// What the command prints and how it ends, for a summary.
Outcome job_outcome(const JobPlan& plan, const io::Summary& summary);

}  // namespace koppelkans::tools
