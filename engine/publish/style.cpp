#include "engine/io/style.h"

#include "engine/io/style_embedded.h"

namespace koppelkans::io {

std::string_view style_qml(domain::Layer layer) {
    const std::string_view name = definition(layer).name;
    for (const EmbeddedStyle& style : embedded_styles()) {
        if (style.layer == name) {
            return style.qml;
        }
    }
    return {};
}

}  // namespace koppelkans::io
