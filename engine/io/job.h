#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/analysis/step_clock.h"
#include "engine/domain/bron.h"
#include "engine/domain/problem.h"
#include "engine/io/configuration.h"
#include "engine/io/result_file.h"
#include "engine/io/source.h"
#include "engine/io/stopwatch.h"

namespace koppelkans::io {

/// A row that was left out, for the user to look up.
struct LeftOut {
    std::int64_t fid = 0;
    std::string id;
    std::string detail;
};

struct RedenSummary {
    std::int64_t count = 0;
    std::vector<LeftOut> first;  ///< the first few rows, in the order of the file
};

struct SourceSummary {
    std::string naam;
    std::string pad;
    std::string laag;
    std::string crs;  ///< empty: no geometry
    std::optional<double> nauwkeurigheid_m;
    std::vector<FieldMatch> fields;
    std::string soort_explained;
    domain::BronAccount account;
    std::map<domain::Reden, RedenSummary> afgekeurd;
    std::vector<std::string> warnings;
};

struct BuurtenSummary {
    std::string pad;
    std::string laag;
    std::size_t count = 0;
    std::optional<int> jaar;
    std::vector<std::string> columns;
    std::vector<std::string> warnings;
};

struct LayerSummary {
    std::string laag;
    std::int64_t rows = 0;
};

/// What a run or a check found, for people and for --json.
struct Summary {
    time::Day peildatum;
    time::Period horizon;
    BuurtenSummary buurten;
    std::vector<SourceSummary> sources;
    std::vector<LayerSummary> layers;  ///< empty for a check
    std::string uitvoer;               ///< empty for a check
    std::string project;               ///< the QGIS project beside it; empty: none
    /// Rows of koppelkansen by aanhaken: how many are kansrijk, krap, lopend.
    std::int64_t kansrijk = 0;
    std::int64_t krap = 0;
    std::int64_t lopend = 0;
    std::vector<Timing> timings;     ///< of each phase, in their order
    analysis::StepTimes step_times;  ///< within the analysis
};

struct JobOptions {
    Overwrite overwrite = Overwrite::no;
    int jobs = 0;  ///< threads; 0: every core
    /// Of the QGIS project (.qgz) to write beside the result, which holds one as well; empty: none.
    std::string project;
    /// Told the name of each file that is only there while the run lasts, as soon as it exists, so
    /// that a signal can remove it; called with an empty text when they are gone.
    std::function<void(const std::string&)> on_temporary_file;
    /// Told when only renames are left: from then on the process must not be ended by force, or the
    /// result would be new and the project beside it old.
    std::function<void()> on_placing;
    std::size_t rows_shown = 3;  ///< how many rows a RedenSummary keeps
};

/// The whole way from a configuration to a result file (SPEC §7). Everything that can be wrong
/// before the work starts (target, buurten, sources, CRS) is found before the work starts. Throws
/// domain::InputError or domain::Cancelled; no file is left behind then.
Summary run(const Configuration& configuration, const JobOptions& options,
            analysis::Progress& progress);

/// Reads everything, analyses nothing, writes nothing: what would be taken and what left out.
/// `buiten_gebied` is judged too. Where a configuration names a result that a run could not write,
/// it throws as that would; one that is there already is fine.
Summary check(const Configuration& configuration, const JobOptions& options,
              analysis::Progress& progress);

/// The version of the program, as in CMakeLists.txt.
std::string version();

}  // namespace koppelkans::io
