#include "engine/io/inspect.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "engine/domain/text.h"
#include "engine/io/field_names.h"
#include "engine/io/folder_files.h"
#include "engine/io/layer_choice.h"
#include "engine/io/read_rights.h"
#include "engine/io/source_access.h"
#include "engine/io/source_crs.h"
#include "engine/io/source_fields.h"
#include "engine/io/source_file.h"
#include "engine/io/source_layer.h"
#include "engine/io/source_soort.h"

namespace koppelkans::io {

namespace fs = std::filesystem;
using domain::Veld;

namespace {

bool is_folder_of_files(const std::string& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored) &&
           domain::folded(fs::path(path).extension().string()) != ".gdb";
}

bool is_for_buurten(const LayerSketch& sketch, const InspectedLayer& layer) {
    const auto has = [&layer](Veld veld) {
        return std::any_of(layer.fields.begin(), layer.fields.end(),
                           [veld](const FieldMatch& match) { return match.veld == veld; });
    };
    const auto named = [&sketch](const Names& names) {
        return recognised_column(sketch.columns, names) != sketch.columns.size();
    };
    const bool areas = layer.geometry.find("Polygon") != std::string::npos ||
                       layer.geometry.find("Surface") != std::string::npos ||
                       layer.geometry.find("Unknown") != std::string::npos;
    return areas && named(usual_names_of_buurtcode()) &&
           (named(usual_names_of_buurtnaam()) || named(usual_names(Veld::wijkcode)) ||
            named(usual_names(Veld::gemeentecode))) &&
           !has(Veld::start) && !has(Veld::eind) && !has(Veld::status);
}

InspectedLayer inspected(const std::string& path, SourceLayer& layer, const LayerSketch& sketch,
                         const Configuration& run) {
    const SourceFields fields = choose_fields(layer, {});
    InspectedLayer found;
    found.path = path;
    found.layer = sketch.name;
    found.geometry = sketch.geometry;
    found.has_crs = is_usable(layer.crs());
    found.rows = layer.row_count();
    found.fields = fields.matches;
    const SoortChoice soort = choose_soort(layer, fields, {}, run.soorten);
    if (soort.soort) {
        found.soort = run.soorten[*soort.soort].code;
    }
    if (soort.column != no_column) {
        found.fields.push_back({Veld::soort, layer.column_name(soort.column), soort.by});
    }
    found.soort_explained = soort.explained;
    found.looks_like_buurten = is_for_buurten(sketch, found);
    return found;
}

/// Each layer would be a source. What a party delivers has tens.
void check_layer_count(const GdalDataset& dataset, std::size_t layers) {
    constexpr std::size_t most = 500;
    if (dataset.is_xml() && layers > most) {
        throw domain::InputError(
            {dataset.pad(), {}, {}},
            fmt::format("it holds {} layers, more than {}; name those that are plans with "
                        "laag = \"...\", each in a source of its own",
                        layers, most));
    }
}

void inspect_file(const std::string& path, const Configuration& run, Inspection& inspection) {
    // Opened once for all its layers: a GeoPackage of 500 tables takes a tenth of a second to open.
    GdalDataset dataset(path, {}, run.network);
    const std::vector<LayerSketch> layers = sketches(dataset);
    check_layer_count(dataset, layers.size());
    if (is_our_result(layers)) {
        inspection.notes.push_back(
            fmt::format("{}: passed over, it is a result of koppelkans itself", path));
        return;
    }
    if (layers.empty()) {
        inspection.notes.push_back(fmt::format("{}: passed over, it holds no layer", path));
    }
    for (const LayerSketch& sketch : layers) {
        // An only layer needs no name, which a file may give it in bytes that are no UTF-8.
        const std::string laag = layers.size() == 1 ? std::string() : sketch.name;
        SourceLayer layer =
            open_layer(std::move(dataset), {path, laag, {}, run.network, run.max_vertices},
                       [](const LayerSketch&) { return 1; });
        inspection.layers.push_back(inspected(path, layer, sketch, run));
        dataset = std::move(layer).release_dataset();
        inspection.layers.back().only_layer = layers.size() == 1;
    }
}

/// A `naam` as a configuration takes it, whatever the file is named: on one line, without blanks
/// around it, and without the colon that stands between it and the id of a row.
std::string naam_of(const std::string& stem) {
    constexpr std::size_t most_bytes = 190;  // with a number behind it still a name
    std::string naam = domain::readable(stem);
    std::replace_if(
        naam.begin(), naam.end(), [](char c) { return c == ':' || c == '\n' || c == '\t'; }, '_');
    std::size_t end = std::min(naam.size(), most_bytes);
    while (end < naam.size() && (static_cast<unsigned char>(naam[end]) & 0xC0U) == 0x80U) {
        --end;  // not within a character
    }
    naam = std::string(domain::trimmed(std::string_view(naam).substr(0, end)));
    return naam.empty() ? std::string("bron") : naam;
}

std::string unique_name(const std::string& wanted, std::set<std::string>& used) {
    std::string name = wanted;
    for (int i = 2; !used.insert(name).second; ++i) {
        name = fmt::format("{}_{}", wanted, i);
    }
    return name;
}

/// What the user named.
enum class Given { file, folder };

/// Of the layers of one file those that are sources; of a file that the user named, all rather than
/// none, so that opening them tells what they lack.
std::vector<const InspectedLayer*> usable_layers(const std::vector<const InspectedLayer*>& layers,
                                                 Given given, std::vector<std::string>& notes) {
    std::vector<const InspectedLayer*> usable;
    std::vector<const InspectedLayer*> rest;
    for (const InspectedLayer* layer : layers) {
        if (layer->looks_like_buurten) {
            notes.push_back(fmt::format("{}, layer {}: passed over, it looks like buurten",
                                        layer->path, layer->layer));
        } else {
            (layer->looks_like_source() ? usable : rest).push_back(layer);
        }
    }
    if (usable.empty() && given == Given::file) {
        return rest;
    }
    for (const InspectedLayer* layer : rest) {
        notes.push_back(fmt::format(
            "{}, layer {}: passed over, no column was recognised as soort, start or eind",
            layer->path, layer->layer));
    }
    return usable;
}

}  // namespace

bool InspectedLayer::looks_like_source() const {
    return !soort_explained.empty() ||
           std::any_of(fields.begin(), fields.end(), [](const FieldMatch& match) {
               return match.veld == Veld::start || match.veld == Veld::eind;
           });
}

Inspection inspect(const std::string& path, const Configuration& run) {
    Inspection inspection;
    if (!is_folder_of_files(path)) {
        inspect_file(path, run, inspection);
        return inspection;
    }
    FolderFiles files = files_of(path);
    inspection.notes = std::move(files.notes);
    for (const std::string& file : files.vector_files) {
        check_rights(file);  // no fault of the file, and a plan would be missing
        try {
            inspect_file(file, run, inspection);
        } catch (const domain::InputError& error) {
            inspection.notes.push_back(fmt::format("passed over: {}", error.what()));
        }
    }
    return inspection;
}

std::vector<BronConfiguration> sources_of(const std::string& path, const Configuration& run,
                                          std::vector<std::string>* notes) {
    Inspection inspection = inspect(path, run);
    std::map<std::string, std::vector<const InspectedLayer*>> files;
    for (const InspectedLayer& layer : inspection.layers) {
        files[layer.path].push_back(&layer);
    }
    const Given given = is_folder_of_files(path) ? Given::folder : Given::file;
    std::vector<BronConfiguration> sources;
    std::set<std::string> used;
    for (const auto& [file, layers] : files) {
        const std::vector<const InspectedLayer*> usable =
            usable_layers(layers, given, inspection.notes);
        for (const InspectedLayer* layer : usable) {
            BronConfiguration source;
            const std::string stem = is_database(file) ? "database" : stem_of(file);
            source.naam =
                unique_name(naam_of(usable.size() == 1 ? stem : stem + "_" + layer->layer), used);
            source.bron = file;
            source.laag = layer->only_layer ? std::string() : layer->layer;
            sources.push_back(std::move(source));
        }
    }
    if (notes != nullptr) {
        notes->insert(notes->end(), inspection.notes.begin(), inspection.notes.end());
    }
    return sources;
}

}  // namespace koppelkans::io
