#include "engine/io/result_file.h"

#include <array>
#include <cassert>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>
#include <gdal.h>
#include <sqlite3.h>

#include "engine/io/file_place.h"
#include "engine/io/project_file.h"
#include "engine/io/result_file_facts.h"
#include "engine/io/result_file_gdal.h"
#include "engine/io/result_file_layer.h"
#include "engine/io/result_file_rows.h"
#include "engine/io/result_file_sqlite.h"
#include "engine/io/result_file_tables.h"
#include "engine/publish/project.h"

namespace koppelkans::io {

namespace {

using Wanted = std::array<bool, domain::layer_count>;

Wanted wanted_layers(const std::vector<std::string>& lagen) {
    Wanted wanted{};
    const auto want = [&wanted](domain::Layer layer) {
        wanted[static_cast<std::size_t>(layer)] = true;
    };
    for (const std::string& name : lagen) {
        const std::optional<domain::Layer> layer = domain::layer_named(name);
        if (!layer) {
            throw std::invalid_argument(fmt::format("there is no layer {}", name));
        }
        want(*layer);
    }
    want(domain::Layer::bronnen);
    want(domain::Layer::run);
    return wanted;
}

}  // namespace

struct ResultFile::State {
    State(const std::string& path, ResultContext given);
    ~State();

    LayerWriter* writer(domain::Layer layer) {
        return writers[static_cast<std::size_t>(layer)].get();
    }
    std::vector<domain::Layer> layers() const;
    void check_rows(SqliteConnection& written) const;
    void describe(const publish::ResultFacts& known);

    ResultContext context;
    std::string timestamp = result_timestamp();
    bool has_view = false;
    FactsGathering facts{context};
    // Destroyed from the last to the first: writers hold on to the dataset, the dataset to its
    // file.
    Target target;
    GdalFailure errors;
    std::unique_ptr<GpkgDataset> dataset;
    std::array<std::unique_ptr<LayerWriter>, domain::layer_count> writers;
};

ResultFile::State::State(const std::string& path, ResultContext given)
    : context(std::move(given)), target(path) {
    assert(context.opgaven != nullptr && context.buurten != nullptr && context.soorten != nullptr);
}

ResultFile::State::~State() {
    const GdalScope scope(errors, timestamp);
    writers = {};
    dataset.reset();
}

std::vector<domain::Layer> ResultFile::State::layers() const {
    std::vector<domain::Layer> all;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        const bool is_view = layer.kind == domain::LayerKind::view;
        if (is_view ? has_view : writers[static_cast<std::size_t>(layer.layer)] != nullptr) {
            all.push_back(layer.layer);
        }
    }
    return all;
}

/// What is in the file beside its rows, for people and for map viewers.
void ResultFile::State::describe(const publish::ResultFacts& known) {
    write_data_columns(*dataset, known.layers);
    write_metadata(*dataset, known);
    write_styles(*dataset, known);
    const std::string file =
        std::filesystem::path(resolved(target.path(), "--output")).filename().string();
    write_project_table(*dataset, project_archive(publish::project_qgs(known, "./" + file)),
                        timestamp);
}

/// GDAL says of most failures something, of all nobody knows: what counts is what the file holds.
/// No row is ever deleted, so the last fid is the number of rows, and SQLite finds it in no time.
void ResultFile::State::check_rows(SqliteConnection& written) const {
    for (const auto& writer : writers) {
        if (!writer) {
            continue;
        }
        const std::string expected = std::to_string(writer->rows());
        const char* name = writer->definition().name;
        const std::optional<std::string> last =
            written.first_value(fmt::format("SELECT coalesce(max(fid), 0) FROM \"{}\"", name));
        const std::optional<std::string> count = written.first_value(fmt::format(
            "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '{}'", name));
        if (last != expected || count != expected) {
            fail_to_write(target.path(),
                          fmt::format("layer {} holds {} rows where {} were written ({})", name,
                                      last.value_or("no"), expected, written.message()));
        }
    }
}

ResultFile::ResultFile(const std::string& path, const std::vector<std::string>& lagen,
                       ResultContext context)
    : state_(std::make_unique<State>(path, std::move(context))) {
    State& state = *state_;
    const Wanted wanted = wanted_layers(lagen);
    const GdalScope scope(state.errors, state.timestamp);
    state.dataset = std::make_unique<GpkgDataset>(state.target.temporary_path(), path,
                                                  state.context.crs, state.errors);
    const auto is_table = [&wanted](const domain::LayerDefinition& layer) {
        return wanted[static_cast<std::size_t>(layer.layer)] &&
               layer.kind == domain::LayerKind::table;
    };
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        if (is_table(layer)) {
            state.dataset->create_layer(layer);
        }
    }
    state.dataset->finish_creation();
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        if (is_table(layer)) {
            state.writers[static_cast<std::size_t>(layer.layer)] =
                std::make_unique<LayerWriter>(*state.dataset, layer);
        }
    }
    state.has_view = wanted[static_cast<std::size_t>(domain::Layer::koppelkansen_totaal)] &&
                     state.writer(domain::Layer::koppelkansen) != nullptr;
}

ResultFile::~ResultFile() = default;

const std::string& ResultFile::temporary_path() const {
    return state_->target.temporary_path();
}

void ResultFile::add(const analysis::BuurtResult& found) {
    State& state = *state_;
    state_->facts.add(found);
    const GdalScope scope(state.errors, state.timestamp);
    if (LayerWriter* layer = state.writer(domain::Layer::koppelkansen)) {
        for (const domain::Koppelkans& koppelkans : found.koppelkansen) {
            write_koppelkans(*layer, state.context, koppelkans);
        }
    }
    if (LayerWriter* layer = state.writer(domain::Layer::gebiedskansen)) {
        for (const domain::Koppelkans& gebiedskans : found.gebiedskansen) {
            write_koppelkans(*layer, state.context, gebiedskans);
        }
    }
    if (LayerWriter* layer = state.writer(domain::Layer::combinaties)) {
        for (const domain::Combinatie& combinatie : found.combinaties) {
            write_combinatie(*layer, state.context, combinatie);
        }
    }
    if (LayerWriter* layer = state.writer(domain::Layer::risicos)) {
        for (const domain::Risico& risico : found.risicos) {
            write_risico(*layer, state.context, risico);
        }
    }
    if (LayerWriter* layer = state.writer(domain::Layer::buurten)) {
        write_buurt(*layer, *state.context.buurten, found.buurt, found.counts);
    }
}

void ResultFile::add_wijken(const std::vector<analysis::GebiedResult>& wijken) {
    const GdalScope scope(state_->errors, state_->timestamp);
    if (LayerWriter* layer = state_->writer(domain::Layer::wijken)) {
        for (const analysis::GebiedResult& wijk : wijken) {
            write_gebied(*layer, state_->context.buurten->jaar(), wijk);
        }
    }
}

void ResultFile::add_gemeenten(const std::vector<analysis::GebiedResult>& gemeenten) {
    const GdalScope scope(state_->errors, state_->timestamp);
    if (LayerWriter* layer = state_->writer(domain::Layer::gemeenten)) {
        for (const analysis::GebiedResult& gemeente : gemeenten) {
            write_gebied(*layer, state_->context.buurten->jaar(), gemeente);
        }
    }
}

void ResultFile::add_opgaven(const std::vector<analysis::OpgaveResult>& results) {
    State& state = *state_;
    const std::vector<domain::Opgave>& opgaven = *state.context.opgaven;
    assert(results.size() == opgaven.size());
    const GdalScope scope(state.errors, state.timestamp);
    if (LayerWriter* layer = state.writer(domain::Layer::opgaven)) {
        for (std::size_t i = 0; i < opgaven.size(); ++i) {
            if (results[i].inside) {
                write_opgave(*layer, state.context, opgaven[i], results[i]);
            }
        }
    }
    for (std::size_t i = 0; i < opgaven.size(); ++i) {
        if (results[i].inside) {
            state.facts.add_opgave(opgaven[i]);
        }
    }
}

void ResultFile::add_werkgebieden(std::size_t first, const std::vector<geometry::Wkb>& grounds) {
    State& state = *state_;
    const GdalScope scope(state.errors, state.timestamp);
    if (LayerWriter* layer = state.writer(domain::Layer::werkgebieden)) {
        for (std::size_t i = 0; i < grounds.size(); ++i) {
            if (!grounds[i].empty()) {
                write_werkgebied(*layer, state.context, (*state.context.opgaven)[first + i],
                                 grounds[i]);
            }
        }
    }
}

bool ResultFile::has(const std::string& laag) const {
    const std::optional<domain::Layer> layer = domain::layer_named(laag);
    return layer && state_->writer(*layer) != nullptr;
}

void ResultFile::add_afgekeurd(const std::vector<domain::Problem>& problems) {
    const GdalScope scope(state_->errors, state_->timestamp);
    if (LayerWriter* layer = state_->writer(domain::Layer::afgekeurd)) {
        for (const domain::Problem& problem : problems) {
            write_problem(*layer, state_->context, problem);
            state_->facts.add_problem(problem);
        }
    }
}

void ResultFile::add_run(const RunRecord& run, const std::vector<BronRecord>& bronnen) {
    const GdalScope scope(state_->errors, state_->timestamp);
    for (const BronRecord& bron : bronnen) {
        write_bron(*state_->writer(domain::Layer::bronnen), bron);
    }
    write_run(*state_->writer(domain::Layer::run), run);
    state_->facts.add_run(run);
}

void ResultFile::finish(const std::function<void()>& before_placing) {
    State& state = *state_;
    const GdalScope scope(state.errors, state.timestamp);
    GpkgDataset& dataset = *state.dataset;
    for (const auto& writer : state.writers) {
        if (writer) {
            writer->finish();
        }
    }
    dataset.restore_triggers();
    if (state.has_view) {
        create_totals_view(dataset, state.timestamp);
    }
    const publish::ResultFacts known = state.facts.finish(state.layers(), state.timestamp);
    state.describe(known);
    dataset.commit_and_close();
    {
        SqliteConnection written(state.target.temporary_path(), SqliteMode::read_only, 0);
        state.check_rows(written);
    }
    // Whatever can go wrong with the project goes wrong while the old result is still there.
    std::optional<ProjectFile> project;
    if (!state.context.project.empty()) {
        project.emplace(state.context.project);
        project->write(project_archive(publish::project_qgs(
            known, data_source_for(state.context.project, state.target.path()))));
    }
    state.target.make_ready();
    if (before_placing) {
        before_placing();
    }
    state.target.replace();
    if (project) {
        project->replace();
        project->settle();
    }
    state.target.settle();
}

std::vector<std::pair<std::string, std::int64_t>> ResultFile::rows() const {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    for (const auto& writer : state_->writers) {
        if (writer) {
            counts.emplace_back(writer->definition().name, writer->rows());
        }
    }
    return counts;
}

std::string gdal_version() {
    return GDALVersionInfo("RELEASE_NAME");
}

std::string sqlite_version() {
    return sqlite3_libversion();
}

}  // namespace koppelkans::io
