#include "engine/io/job.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/analysis/analyse.h"
#include "engine/analysis/draw.h"
#include "engine/analysis/gather.h"
#include "engine/io/file_place.h"
#include "engine/io/job_inputs.h"
#include "engine/io/output_links.h"
#include "engine/io/output_lock.h"
#include "engine/io/project_file.h"

namespace koppelkans::io {

namespace {

using analysis::Phase;

std::int64_t expected_rows(const std::vector<Source>& sources) {
    // A GeoPackage may claim any number; with more than this it is not to be believed.
    constexpr std::int64_t most = std::int64_t{1} << 40;
    std::int64_t rows = 0;
    for (const Source& source : sources) {
        const std::int64_t claimed = source.row_count();
        if (claimed < 0 || claimed > most) {
            return -1;
        }
        rows += claimed;
    }
    return rows;
}

analysis::Plans gather_plans(std::vector<Source>& sources, const analysis::Rules& rules, int jobs,
                             analysis::Progress& progress, Stopwatch& watch) {
    const std::int64_t expected = expected_rows(sources);
    progress.begin(Phase::sources, expected);
    analysis::Gather gather(rules, jobs, progress);
    if (expected > 0) {
        gather.expect(static_cast<std::size_t>(expected));
    }
    for (Source& source : sources) {
        gather.add_source(
            source.bron(), source.transformation(),
            [&source](domain::InputRow& row) { return source.next(row); },
            [&progress](std::int64_t rows) { progress.advance(rows); });
    }
    analysis::Plans plans = gather.finish();
    progress.end();
    watch.finish("sources");
    return plans;
}

std::vector<std::string> names_of(const std::vector<Source>& sources) {
    std::vector<std::string> names;
    for (const Source& source : sources) {
        names.push_back(source.naam());
    }
    return names;
}

/// A source of which no row is in place is more often wrong than elsewhere.
void warn_of_sources_elsewhere(Summary& summary) {
    for (SourceSummary& source : summary.sources) {
        const auto outside = source.afgekeurd.find(domain::Reden::buiten_gebied);
        if (outside != source.afgekeurd.end() && source.account.geanalyseerd == 0 &&
            2 * outside->second.count > source.account.gelezen) {
            source.warnings.push_back(
                fmt::format("{} of its {} rows lie outside all buurten and none lies in one; is "
                            "its CRS right, and "
                            "are x and y not exchanged?",
                            outside->second.count, source.account.gelezen));
        }
    }
}

Summary summary_of(const Configuration& configuration, const Inputs& inputs,
                   const analysis::Plans& plans, std::size_t rows_shown) {
    Summary summary;
    summary.peildatum = configuration.settings.peildatum;
    summary.horizon = configuration.settings.horizon.horizon;
    const ReadBuurten& buurten = inputs.buurten;
    summary.buurten = {
        buurten.pad,     buurten.laag,    buurten.buurten.size(), buurten.buurten.jaar(),
        buurten.columns, buurten.warnings};
    for (std::size_t i = 0; i < inputs.sources.size(); ++i) {
        const Source& source = inputs.sources[i];
        SourceSummary one;
        one.naam = source.naam();
        one.pad = source.pad();
        one.laag = source.laag();
        one.crs = source.crs();
        one.nauwkeurigheid_m = source.nauwkeurigheid_m();
        one.fields = source.fields();
        one.soort_explained = source.soort_explained();
        one.account = plans.accounts[i];
        one.warnings = source.warnings();
        summary.sources.push_back(std::move(one));
    }
    for (const domain::Problem& problem : plans.problems) {
        RedenSummary& reden = summary.sources[problem.bron].afgekeurd[problem.reden];
        ++reden.count;
        if (reden.first.size() < rows_shown) {
            reden.first.push_back({problem.bron_fid, problem.id, problem.detail});
        }
    }
    warn_of_sources_elsewhere(summary);
    return summary;
}

/// Counts what goes into each layer, for the summary.
class LayerCounts {
  public:
    explicit LayerCounts(const std::vector<std::string>& lagen) : lagen_(lagen) {}
    void add(const std::string& laag, std::size_t rows) {
        rows_[laag] += static_cast<std::int64_t>(rows);
    }
    void add(const analysis::BuurtResult& found) {
        add("koppelkansen", found.koppelkansen.size());
        add("gebiedskansen", found.gebiedskansen.size());
        add("combinaties", found.combinaties.size());
        add("risicos", found.risicos.size());
        add("buurten", 1);
    }
    std::vector<LayerSummary> in_order() const {
        std::vector<LayerSummary> layers;
        for (const std::string& laag : lagen_) {
            const auto found = rows_.find(laag);
            if (found != rows_.end()) {
                layers.push_back({laag, found->second});
            }
        }
        return layers;
    }

  private:
    const std::vector<std::string>& lagen_;
    std::map<std::string, std::int64_t> rows_;
};

void count_aanhaken(const analysis::BuurtResult& found, Summary& summary) {
    for (const domain::Koppelkans& pair : found.koppelkansen) {
        if (pair.aanhaken) {
            ++(*pair.aanhaken == time::Aanhaken::kansrijk ? summary.kansrijk
               : *pair.aanhaken == time::Aanhaken::krap   ? summary.krap
                                                          : summary.lopend);
        }
    }
}

/// Tells the caller which files must go if the process is stopped the hard way.
class TemporaryFileNotice {
  public:
    explicit TemporaryFileNotice(const JobOptions& options) : options_(options) {}
    TemporaryFileNotice(const TemporaryFileNotice&) = delete;
    TemporaryFileNotice& operator=(const TemporaryFileNotice&) = delete;
    ~TemporaryFileNotice() { tell(""); }

    void add(const std::string& path) const {
        if (!path.empty()) {
            tell(path);
        }
    }

  private:
    void tell(const std::string& path) const {
        if (options_.on_temporary_file) {
            options_.on_temporary_file(path);
        }
    }
    const JobOptions& options_;
};

std::vector<BronRecord> records_of(const std::vector<Source>& sources,
                                   const std::vector<domain::BronAccount>& accounts) {
    std::vector<BronRecord> records;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        records.push_back({sources[i].naam(), sources[i].pad(), sources[i].laag(), sources[i].crs(),
                           sources[i].nauwkeurigheid_m(), accounts[i]});
    }
    return records;
}

/// In this order: who is stopped in between has not begun.
void begin_placing(const JobOptions& options, const analysis::Progress& progress) {
    if (options.on_placing) {
        options.on_placing();
    }
    progress.stop_if_cancelled();
}

/// The steps behind the reading: analyse, write, and account for it.
Summary analyse_and_write(const Configuration& configuration, const JobOptions& options,
                          const Inputs& inputs, const analysis::Rules& rules, analysis::Plans plans,
                          const TemporaryFileNotice& notice, analysis::Progress& progress,
                          Stopwatch& watch) {
    const std::vector<std::string> names = names_of(inputs.sources);
    ResultFile file(configuration.uitvoer, configuration.lagen,
                    {&plans.opgaven, &inputs.buurten.buurten, &configuration.soorten, names,
                     inputs.crs.definition(), configuration.settings, options.project});
    notice.add(file.temporary_path());
    LayerCounts counts(configuration.lagen);
    Summary found_aanhaken;
    progress.begin(Phase::analysis, static_cast<std::int64_t>(inputs.buurten.buurten.size()));
    const analysis::Totals totals =
        analysis::analyse(plans.opgaven, rules, analysis::steps_for(configuration.lagen),
                          options.jobs, progress, [&](const analysis::BuurtResult& found) {
                              file.add(found);
                              counts.add(found);
                              count_aanhaken(found, found_aanhaken);
                          });
    progress.end();
    watch.finish("analysis");
    analysis::leave_out_outside(totals, plans);
    analysis::sort_problems(plans.problems, names);

    progress.begin(Phase::writing, -1);
    file.add_wijken(totals.wijken);
    file.add_gemeenten(totals.gemeenten);
    file.add_opgaven(totals.opgaven);
    if (file.has("werkgebieden")) {
        analysis::draw_all(plans.opgaven, totals, rules, options.jobs, progress,
                           [&file](std::size_t first, const std::vector<geometry::Wkb>& grounds) {
                               file.add_werkgebieden(first, grounds);
                           });
    }
    file.add_afgekeurd(plans.problems);
    file.add_run({version(), configuration.settings, configuration.text,
                  hash_inputs(inputs, progress), inputs.buurten.buurten.jaar()},
                 records_of(inputs.sources, plans.accounts));
    progress.stop_if_cancelled();
    watch.finish("writing");
    file.finish([&] { begin_placing(options, progress); });
    progress.end();
    watch.finish("indexing");

    const auto kept = static_cast<std::size_t>(
        std::count_if(totals.opgaven.begin(), totals.opgaven.end(),
                      [](const analysis::OpgaveResult& opgave) { return opgave.inside; }));
    counts.add("wijken", totals.wijken.size());
    counts.add("gemeenten", totals.gemeenten.size());
    counts.add("opgaven", kept);
    counts.add("werkgebieden", kept);
    counts.add("afgekeurd", plans.problems.size());
    Summary summary = summary_of(configuration, inputs, plans, options.rows_shown);
    summary.layers = counts.in_order();
    summary.uitvoer = configuration.uitvoer;
    summary.project = options.project;
    summary.kansrijk = found_aanhaken.kansrijk;
    summary.krap = found_aanhaken.krap;
    summary.lopend = found_aanhaken.lopend;
    summary.timings = watch.timings();
    summary.step_times = totals.times;
    return summary;
}

}  // namespace

Summary run(const Configuration& configuration, const JobOptions& options,
            analysis::Progress& progress) {
    Stopwatch watch;
    if (configuration.uitvoer_named_in) {
        refuse_to_leave(*configuration.uitvoer_named_in, configuration.uitvoer, "--output");
    }
    refuse_to_touch_an_input(configuration.uitvoer, configuration);
    refuse_to_touch_an_input(options.project, configuration);
    const TemporaryFileNotice notice(options);
    const OutputLock lock(configuration.uitvoer, result_output);
    notice.add(lock.file());
    check_target(configuration.uitvoer, options.overwrite);
    std::optional<OutputLock> project_lock;
    if (!options.project.empty()) {
        check_project_path(options.project, configuration.uitvoer, options.overwrite);
        project_lock.emplace(options.project, project_output);
        notice.add(project_lock->file());
    }
    Inputs inputs = open_inputs(configuration, progress, watch);
    refuse_to_overwrite_an_input(configuration.uitvoer, inputs);
    refuse_to_overwrite_an_input(options.project, inputs);
    const analysis::Rules rules{configuration.settings, configuration.soorten, configuration.fasen,
                                inputs.buurten.buurten};
    analysis::Plans plans = gather_plans(inputs.sources, rules, options.jobs, progress, watch);
    return analyse_and_write(configuration, options, inputs, rules, std::move(plans), notice,
                             progress, watch);
}

Summary check(const Configuration& configuration, const JobOptions& options,
              analysis::Progress& progress) {
    Stopwatch watch;
    if (configuration.uitvoer_named_in) {
        refuse_to_leave(*configuration.uitvoer_named_in, configuration.uitvoer, "--output");
        check_target_named(configuration.uitvoer);
    }
    Inputs inputs = open_inputs(configuration, progress, watch);
    if (configuration.uitvoer_named_in) {
        refuse_to_overwrite_an_input(configuration.uitvoer, inputs);
    }
    const analysis::Rules rules{configuration.settings, configuration.soorten, configuration.fasen,
                                inputs.buurten.buurten};
    analysis::Plans plans = gather_plans(inputs.sources, rules, options.jobs, progress, watch);
    progress.begin(Phase::analysis, static_cast<std::int64_t>(inputs.buurten.buurten.size()));
    const analysis::Totals totals =
        analysis::place_all(plans.opgaven, rules, options.jobs, progress);
    progress.end();
    watch.finish("analysis");
    analysis::leave_out_outside(totals, plans);
    analysis::sort_problems(plans.problems, names_of(inputs.sources));
    Summary summary = summary_of(configuration, inputs, plans, options.rows_shown);
    summary.timings = watch.timings();
    return summary;
}

std::string version() {
    return KOPPELKANS_VERSION;
}

}  // namespace koppelkans::io
