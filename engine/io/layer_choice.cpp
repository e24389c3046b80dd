#include "engine/io/layer_choice.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"

namespace koppelkans::io {

using domain::InputError;

namespace {

OGRLayer* layer_named(const GdalDataset& dataset, const std::string& laag) {
    const std::vector<OGRLayer*> layers = dataset.layers();
    for (OGRLayer* layer : layers) {
        if (laag == layer->GetName()) {
            return layer;
        }
    }
    for (OGRLayer* layer : layers) {
        if (domain::folded(laag) == domain::folded(layer->GetName())) {
            return layer;
        }
    }
    // A database has more tables than it lists.
    const GdalErrors errors;
    OGRLayer* hidden = dataset->GetLayerByName(laag.c_str());
    if (hidden != nullptr) {
        return hidden;
    }
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (OGRLayer* layer : layers) {
        names.emplace_back(layer->GetName());
    }
    const std::string near = domain::nearest(laag, names);
    throw InputError({dataset.pad(), {}, {}},
                     fmt::format("it has no layer {}{}; its layers: {}", laag,
                                 near.empty() ? std::string() : fmt::format(", is {} meant?", near),
                                 fmt::join(names, ", ")));
}

OGRLayer* best_layer(const GdalDataset& dataset, const std::optional<std::string>& encoding,
                     const LayerScore& score) {
    const std::vector<OGRLayer*> layers = dataset.layers();
    if (layers.empty()) {
        throw InputError({dataset.pad(), {}, {}}, "it holds no layer with data");
    }
    if (layers.size() == 1) {
        return layers.front();
    }
    const std::vector<LayerSketch> known = sketches(dataset, encoding);
    std::vector<int> scores;
    std::vector<std::string> names;
    for (const LayerSketch& sketch : known) {
        scores.push_back(score(sketch));
        names.push_back(sketch.name);
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    if (*best <= 0 || std::count(scores.begin(), scores.end(), *best) > 1) {
        throw InputError(
            {dataset.pad(), {}, {}},
            fmt::format("it has more than one layer and none stands out; name one with "
                        "laag = \"...\": {}",
                        fmt::join(names, ", ")));
    }
    return layers[static_cast<std::size_t>(best - scores.begin())];
}

bool holds_rows(OGRLayer& layer) {
    const GdalErrors errors;
    layer.ResetReading();
    const Feature first(layer.GetNextFeature());
    layer.ResetReading();
    return first != nullptr;
}

/// A view shows rows that are stored elsewhere, and may take for ever to show the first.
bool is_view(const GdalDataset& dataset, const OGRLayer& layer) {
    if (!dataset.is_sqlite()) {
        return false;
    }
    const GdalErrors errors;
    const CPLString name = CPLString(layer.GetDescription()).replaceAll("'", "''");
    OGRLayer* found = dataset->ExecuteSQL(
        ("SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = '" + name + "'").c_str(),
        nullptr, nullptr);
    const bool is_one = found != nullptr && Feature(found->GetNextFeature()) != nullptr;
    dataset->ReleaseResultSet(found);
    return is_one;
}

/// Empty where nothing is to be said of the layers beside the one that is read.
std::string told_of_others(const GdalDataset& dataset, const LayerWish& wish,
                           const LayerScore& score, const OGRLayer* taken) {
    const std::vector<OGRLayer*> layers = dataset.layers();
    if (wish.others == OtherLayers::passed_over || !wish.laag.empty() || layers.size() < 2) {
        return {};
    }
    const std::vector<LayerSketch> known = sketches(dataset, wish.encoding);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i] != taken && score(known[i]) > 0 && !is_view(dataset, *layers[i]) &&
            holds_rows(*layers[i])) {
            names.push_back(known[i].name);
        }
    }
    if (names.empty() || is_our_result(known)) {
        return {};
    }
    return fmt::format(
        "only this layer is read, and others hold rows as well: {}; name the right one with "
        "laag = \"...\", and give each of several a source of its own",
        fmt::join(names, ", "));
}

}  // namespace

bool is_our_result(const std::vector<LayerSketch>& layers) {
    const auto has = [&layers](const char* name) {
        return std::any_of(layers.begin(), layers.end(),
                           [name](const LayerSketch& layer) { return layer.name == name; });
    };
    return has("koppelkansen") && has("run");
}

std::vector<LayerSketch> sketches(const GdalDataset& dataset,
                                  const std::optional<std::string>& encoding) {
    TextDecoder decoder(own_encoding(dataset, encoding));
    std::vector<LayerSketch> all;
    for (OGRLayer* layer : dataset.layers()) {
        all.push_back(sketch_of(*layer, dataset, decoder));
    }
    return all;
}

SourceLayer open_layer(const LayerWish& wish, const LayerScore& score) {
    return open_layer(GdalDataset(wish.bron, wish.encoding, wish.network), wish, score);
}

SourceLayer open_layer(GdalDataset dataset, const LayerWish& wish, const LayerScore& score) {
    OGRLayer* layer = wish.laag.empty() ? best_layer(dataset, wish.encoding, score)
                                        : layer_named(dataset, wish.laag);
    dataset.check_layer(layer->GetName());
    const std::string others = told_of_others(dataset, wish, score, layer);
    SourceLayer opened(std::move(dataset), layer, wish.encoding, wish.max_vertices);
    for (const std::string& warning : opened.dataset().warnings()) {
        opened.warn(warning);
    }
    if (!others.empty()) {
        opened.warn(others);
    }
    return opened;
}

}  // namespace koppelkans::io
