#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/configuration.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/source_layer.h"

namespace koppelkans::io {

// Which layer of a dataset is read. Internal to the sources.

/// The layers of a dataset that hold data.
std::vector<LayerSketch> sketches(const GdalDataset& dataset,
                                  const std::optional<std::string>& encoding = {});

/// True for the layers of a result of koppelkans itself.
bool is_our_result(const std::vector<LayerSketch>& layers);

/// How well a layer suits; the highest above 0 is taken.
using LayerScore = std::function<int(const LayerSketch&)>;

/// What becomes of the layers that were not taken where none was named: a source warns of those
/// that hold rows and a column that it knows, buurten have wijken and gemeenten beside them.
enum class OtherLayers { passed_over, told };

/// What is asked for when a layer is opened.
struct LayerWish {
    std::string bron;
    std::string laag;  ///< in any case; empty: the only one, else the one with the highest score
    std::optional<std::string> encoding;
    Network network = Network::refused;
    std::size_t max_vertices = default_max_vertices;
    OtherLayers others = OtherLayers::passed_over;
};

/// Throws domain::InputError naming the layers when the wish does not lead to one.
SourceLayer open_layer(const LayerWish& wish, const LayerScore& score);
/// The same of a dataset that is open already; wish.bron and wish.network are not looked at.
SourceLayer open_layer(GdalDataset dataset, const LayerWish& wish, const LayerScore& score);

}  // namespace koppelkans::io
