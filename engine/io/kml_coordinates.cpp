#include "engine/io/kml_coordinates.h"

#include "engine/domain/plain_number.h"

namespace koppelkans::io {

namespace {

/// More than a double has in any way of writing it.
constexpr std::size_t longest_number = 400;

}  // namespace

void KmlCoordinates::follow(std::string_view text) {
    for (const char letter : text) {
        const bool is_blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        is_empty_ = is_empty_ && is_blank;
        if (is_blank || letter == ',') {
            end_number();
            is_broken_ = is_broken_ || (!is_blank && (is_behind_comma_ || numbers_ == 0));
            is_behind_comma_ = is_behind_comma_ || !is_blank;
        } else if (number_.size() < longest_number) {
            number_ += letter;
        } else {
            is_broken_ = true;
        }
    }
}

void KmlCoordinates::end_number() {
    if (number_.empty()) {
        return;
    }
    is_broken_ = is_broken_ || !domain::plain_number<double>(number_);
    number_.clear();
    if (!is_behind_comma_ && has_commas_) {
        end_position();
    }
    is_behind_comma_ = false;
    ++numbers_;
}

void KmlCoordinates::end_position() {
    is_broken_ = is_broken_ || numbers_ == 1 || (numbers_ > 2 && numbers_ % 3 != 0);
    numbers_ = 0;
}

bool KmlCoordinates::finish() {
    end_number();
    end_position();
    return !is_broken_;
}

}  // namespace koppelkans::io
