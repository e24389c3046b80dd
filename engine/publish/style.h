#pragma once

#include <string_view>

#include "engine/domain/layers.h"

namespace koppelkans::io {

/// The default style of a layer for QGIS, as QML: the text of styles/<layer>.qml as it was when the
/// program was built. Every layer has one.
///
///     style_qml(Layer::opgaven)       // "<!DOCTYPE qgis ..."
std::string_view style_qml(domain::Layer layer);

}  // namespace koppelkans::io
