#include "engine/io/source.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_feature.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/layer_choice.h"
#include "engine/io/shared_datasets.h"
#include "engine/io/source_crs.h"
#include "engine/io/source_fields.h"
#include "engine/io/source_geometry.h"
#include "engine/io/source_layer.h"
#include "engine/io/source_soort.h"

namespace koppelkans::io {

using domain::InputError;
using domain::Veld;

namespace {

constexpr int rows_of_a_sample = 1000;

SourceLayer open_source_layer(const BronConfiguration& configuration, const Configuration& run,
                              SharedDatasets* datasets) {
    SharedDatasets alone;
    SharedDatasets& opened = datasets == nullptr ? alone : *datasets;
    return open_layer(opened.open(configuration.bron, configuration.encoding, run.network),
                      {configuration.bron, configuration.laag, configuration.encoding, run.network,
                       run.max_vertices, OtherLayers::told},
                      [&configuration](const LayerSketch& sketch) {
                          return source_score(sketch, configuration);
                      });
}

domain::Bron bron_of(const SourceLayer& layer, const BronConfiguration& configuration,
                     const SoortChoice& soort, const domain::SoortCatalogus& catalogue) {
    domain::Bron bron;
    bron.naam = configuration.naam;
    bron.soort = soort.soort;
    bron.soort_waarden = soort_waarden(layer, configuration, catalogue);
    bron.werkafstand_m = configuration.werkafstand_m;
    bron.groepeer = configuration.groepeer ? domain::Groepeer::ja : domain::Groepeer::nee;
    return bron;
}

void set_geometry(SourceLayer& layer, const SourceFields& fields, OGRFeature& feature,
                  const std::string& crs, domain::InputRow& row) {
    switch (fields.geometry) {
        case GeometryFrom::layer:
            layer.take_geometry(feature, row);
            break;
        case GeometryFrom::xy:
            set_from_xy(row, layer.text(feature, fields.of(Veld::x)),
                        layer.text(feature, fields.of(Veld::y)));
            break;
        case GeometryFrom::wkt:
            set_from_wkt(row, layer.text(feature, fields.of(Veld::wkt)), layer.max_vertices(), crs);
            break;
        case GeometryFrom::nothing:
            break;
    }
}

/// Where the data lie; of a table, where its first rows lie.
geometry::Box extent_of(SourceLayer& layer, const SourceFields& fields) {
    if (fields.geometry == GeometryFrom::layer) {
        return layer.extent();
    }
    geometry::Box box;
    layer.rewind();
    for (int i = 0; i < rows_of_a_sample; ++i) {
        const Feature feature = layer.next();
        if (feature == nullptr) {
            break;
        }
        domain::InputRow row;
        set_geometry(layer, fields, *feature, "", row);
        box = united(box, geometry::bounds(row.geometry));
    }
    layer.rewind();
    return box;
}

}  // namespace

struct Source::State {
    State(const BronConfiguration& configuration, const Configuration& run,
          const geometry::Crs& analysis_crs, SharedDatasets* datasets)
        : layer(open_source_layer(configuration, run, datasets)) {
        if (configuration.filter) {
            layer.set_filter(*configuration.filter);
        }
        fields = choose_fields(layer, configuration);
        choose_id();
        note_missing_dates();
        note_names_twice();
        understand_soort(configuration, run.soorten);
        check_texts();
        understand_crs(configuration, run, analysis_crs);
        note_warnings();
    }

    void choose_id();
    void note_missing_dates();
    void note_names_twice();
    void understand_soort(const BronConfiguration& configuration,
                          const domain::SoortCatalogus& catalogue);
    void check_texts() const;
    void understand_crs(const BronConfiguration& configuration, const Configuration& run,
                        const geometry::Crs& analysis_crs);
    void note_warnings();

    SourceLayer layer;
    SourceFields fields;
    domain::Bron bron;
    std::string soort_explained;
    std::string crs;
    std::optional<geometry::Transformation> transformation;
    std::vector<std::string> own_warnings;
    std::vector<std::string> warnings;  ///< ours and the layer's
};

/// A shapefile often has no id: its row numbers will do, as long as nobody sorts it (SPEC §4).
void Source::State::choose_id() {
    if (fields.has(Veld::id) || fields.has(Veld::groep)) {
        return;
    }
    fields.column[static_cast<std::size_t>(Veld::id)] = fid_column;
    own_warnings.push_back(
        fmt::format("no column was recognised as the id, so the row number ({}) is used; ids then "
                    "change when rows are added or sorted, name one with velden.id",
                    layer.column_name(fid_column)));
}

void Source::State::note_missing_dates() {
    if (!fields.has(Veld::start) && !fields.has(Veld::eind)) {
        own_warnings.push_back(fmt::format(
            "no column was recognised as start or eind, so no row has a date; name them "
            "with velden.start and velden.eind. Its columns: {}",
            fmt::join(layer.columns(), ", ")));
    }
}

void Source::State::note_names_twice() {
    for (const FieldMatch& match : fields.matches) {
        const auto count = std::count(layer.columns().begin(), layer.columns().end(), match.column);
        if (count > 1) {
            own_warnings.push_back(
                fmt::format("it has {} columns named {}, of which the first is read; give the "
                            "others another name",
                            count, match.column));
        }
    }
}

void Source::State::understand_soort(const BronConfiguration& configuration,
                                     const domain::SoortCatalogus& catalogue) {
    const SoortChoice choice = choose_soort(layer, fields, configuration, catalogue);
    if (choice.explained.empty()) {
        throw InputError(
            layer.place(),
            fmt::format(
                "its soort is not known: no column tells it, nor does the name of the layer "
                "or the file; name it with soort = \"...\" or soort_veld = \"...\" at this "
                "source. Known soorten: {}",
                fmt::join(catalogue.codes(), ", ")));
    }
    soort_explained = choice.explained;
    fields.column[static_cast<std::size_t>(Veld::soort)] = choice.column;
    if (choice.column != no_column && choice.by == MatchedBy::usual_name) {
        const FieldMatch match{Veld::soort, layer.column_name(choice.column), choice.by};
        const auto after =
            std::find_if(fields.matches.begin(), fields.matches.end(),
                         [](const FieldMatch& one) { return one.veld > Veld::soort; });
        fields.matches.insert(after, match);
    }
    bron = bron_of(layer, configuration, choice, catalogue);
}

void Source::State::check_texts() const {
    for (const Veld veld : domain::alle_velden()) {
        const bool is_number = veld == Veld::duur || veld == Veld::werkafstand || veld == Veld::x ||
                               veld == Veld::y || veld == Veld::budget;
        if (!is_number) {
            layer.check_texts(fields.of(veld));
        }
    }
}

void Source::State::understand_crs(const BronConfiguration& configuration, const Configuration& run,
                                   const geometry::Crs& analysis_crs) {
    if (fields.geometry == GeometryFrom::nothing) {
        return;
    }
    CrsQuestion question;
    question.place = layer.place();
    question.own = layer.crs();
    question.configured = configuration.crs;
    question.of_nameless = run.crs_of_nameless;
    question.ballpark = configuration.ballpark;
    question.extent = extent_of(layer, fields);
    const bool none = !configuration.crs && !run.crs_of_nameless && !is_usable(question.own);
    if (none && question.extent.empty()) {
        return;  // no row has a geometry, so none is needed
    }
    const std::string* said =
        fields.geometry == GeometryFrom::layer ? layer.said_of_crs() : nullptr;
    const std::string told = said == nullptr ? std::string() : settle_geojson(*said, question);
    if (!told.empty()) {
        layer.warn(told);
    }
    LayerCrs found = crs_of(question, analysis_crs);
    crs = found.crs.code();
    transformation.emplace(std::move(found.transformation));
}

void Source::State::note_warnings() {
    warnings = own_warnings;
    for (std::string& warning : layer.warnings()) {
        warnings.push_back(std::move(warning));
    }
}

Source::Source(const BronConfiguration& configuration, const Configuration& run,
               const geometry::Crs& analysis_crs, SharedDatasets* datasets)
    : state_(std::make_unique<State>(configuration, run, analysis_crs, datasets)) {}

Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

const std::string& Source::naam() const {
    return state_->bron.naam;
}
const std::string& Source::pad() const {
    return state_->layer.dataset().pad();
}
const std::string& Source::laag() const {
    return state_->layer.name();
}
const std::string& Source::crs() const {
    return state_->crs;
}
std::optional<double> Source::nauwkeurigheid_m() const {
    return state_->transformation ? state_->transformation->accuracy_m() : std::nullopt;
}
const std::vector<FieldMatch>& Source::fields() const {
    return state_->fields.matches;
}
const std::string& Source::soort_explained() const {
    return state_->soort_explained;
}
const domain::Bron& Source::bron() const {
    return state_->bron;
}
const geometry::Transformation* Source::transformation() const {
    return state_->transformation ? &*state_->transformation : nullptr;
}
std::vector<std::string> Source::files() const {
    return state_->layer.dataset().files();
}
std::int64_t Source::row_count() const {
    return state_->layer.row_count();
}
const std::vector<std::string>& Source::warnings() const {
    return state_->warnings;
}

bool Source::next(domain::InputRow& row) {
    SourceLayer& layer = state_->layer;
    const Feature feature = layer.next();
    if (feature == nullptr) {
        state_->note_warnings();
        return false;
    }
    row = domain::InputRow();
    row.fid = feature->GetFID();
    for (const Veld veld : domain::alle_velden()) {
        row.text(veld) = layer.text(*feature, state_->fields.of(veld));
    }
    set_geometry(layer, state_->fields, *feature, state_->crs, row);
    if (!row.geometry.empty() && !state_->transformation) {
        throw InputError(layer.place(row.fid),
                         "it does not say in which CRS its coordinates are; name it with crs = "
                         "\"EPSG:...\" at this source or with --crs");
    }
    return true;
}

}  // namespace koppelkans::io
