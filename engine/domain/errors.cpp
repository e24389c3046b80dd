#include "engine/domain/errors.h"

#include <fmt/format.h>

namespace koppelkans::domain {

namespace {
std::string located(const InputPlace& place, const std::string& message) {
    std::string text = place.path;
    if (!place.layer.empty()) {
        text += fmt::format("{}layer {}", text.empty() ? "" : ", ", place.layer);
    }
    if (place.row) {
        text += fmt::format("{}row {}", text.empty() ? "" : ", ", *place.row);
    }
    return text.empty() ? message : text + ": " + message;
}
}  // namespace

InputError::InputError(const InputPlace& place, const std::string& message)
    : std::runtime_error(located(place, message)) {}

}  // namespace koppelkans::domain
