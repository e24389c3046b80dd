#include "engine/io/geojson_numbers.h"

#include <algorithm>

#include "engine/io/gdal_dataset.h"
#include "engine/io/source_text.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::string_view letters_of_numbers = "0123456789.+-eE";
constexpr std::size_t fewest_digits = 16;
constexpr std::size_t longest = 32;  // of what GDAL writes with 17 digits

/// Without the zeros before the first other one.
std::size_t digits_of(std::string_view number) {
    const std::string_view mantissa = number.substr(0, number.find_first_of("eE"));
    const std::size_t first = mantissa.find_first_of("123456789");
    return first == std::string_view::npos
               ? 0
               : static_cast<std::size_t>(
                     std::count_if(mantissa.begin() + static_cast<std::ptrdiff_t>(first),
                                   mantissa.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool looks_like_real(std::string_view text) {
    return text.size() <= longest &&
           text.find_first_not_of(letters_of_numbers) == std::string_view::npos &&
           text.find_first_of(".eE") != std::string_view::npos && digits_of(text) >= fewest_digits;
}

}  // namespace

std::string shorter_number(const std::string& text) {
    if (!looks_like_real(text)) {
        return {};
    }
    std::string number = number_text(text);
    return digits_of(number) < digits_of(text) ? number : std::string();
}

void QuotedNumbers::follow(std::string_view text) {
    for (const char letter : text) {
        if (is_in_string_) {
            take_in_string(letter);
        } else if (letter == '"') {
            is_in_string_ = true;
            is_number_ = true;
            text_.clear();
        }
    }
}

void QuotedNumbers::take_in_string(char letter) {
    if (is_escaped_) {
        is_escaped_ = false;
        is_number_ = false;
    } else if (letter == '\\') {
        is_escaped_ = true;
    } else if (letter == '"') {
        is_in_string_ = false;
        if (is_number_ && looks_like_real(text_)) {
            all_.insert(text_);
        }
    } else if (is_number_) {
        is_number_ =
            text_.size() < longest && letters_of_numbers.find(letter) != std::string_view::npos;
        text_ += letter;
    }
}

std::set<std::string> quoted_numbers_in(const std::string& name) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    QuotedNumbers quoted;
    for (VsiParts parts(name); parts.next();) {
        quoted.follow(parts.part());
    }
    return quoted.all();
}

}  // namespace koppelkans::io
