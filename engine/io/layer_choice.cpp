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

}  // namespace

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
    GdalDataset dataset(wish.bron, wish.encoding, wish.network);
    OGRLayer* layer = wish.laag.empty() ? best_layer(dataset, wish.encoding, score)
                                        : layer_named(dataset, wish.laag);
    dataset.check_layer(layer->GetName());
    return {std::move(dataset), layer, wish.encoding, wish.max_vertices};
}

}  // namespace koppelkans::io
