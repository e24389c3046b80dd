#pragma once

#include <string>

#include "engine/domain/layers.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

/// The default style of a layer for QGIS, as QML: styles/<layer>.qml as it was when the program was
/// built, fitted to the data, with the form of the layer. Fitting gives a choropleth borders of the
/// data, leaves out soorten and redenen that do not occur and adds those that the file does not
/// know, so that every row has a class and the legend names what is there. Every layer has one.
///
///     style_qml(Layer::opgaven, facts)       // "<!DOCTYPE qgis ..."
std::string style_qml(domain::Layer layer, const ResultFacts& facts);

/// The same classes as a Styled Layer Descriptor 1.0.0; empty for a layer without geometry.
std::string style_sld(domain::Layer layer, const ResultFacts& facts);

}  // namespace koppelkans::publish
