#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/layers.h"

namespace koppelkans::publish {

/// A box of a form with the fields in it.
struct FormGroup {
    const char* title;  ///< Dutch
    std::vector<const char*> fields;
    bool is_beside_next = false;  ///< stands left of the next box rather than above it
};

/// How people read one row of a layer in QGIS. Expressions are QGIS's.
struct LayerTexts {
    std::string display;  ///< what a row is called in lists
    std::string map_tip;  ///< HTML with [% expressions %]; texts of sources are escaped in it
    std::vector<FormGroup> form;  ///< every field of the layer stands in exactly one group
};

LayerTexts layer_texts(domain::Layer layer);

/// An expression whose text may stand in HTML: & and < of a source are shown, not obeyed.
std::string html_safe(std::string_view expression);

}  // namespace koppelkans::publish
