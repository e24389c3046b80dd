#include "engine/io/dxf_pairs.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/domain/text.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t longest_line = 4096;  ///< what stands behind it plays no part here
// GDAL takes a longer line for more than one.
constexpr std::size_t longest_code = 256;
constexpr std::size_t longest_value = 1'000'000;
constexpr std::size_t longest_name = 256;  ///< GDAL cuts off what stands behind it

bool is_line_end(char byte) {
    return byte == '\n' || byte == '\r';
}

}  // namespace

int dxf_number(const std::string& text) {
    return static_cast<int>(std::strtol(text.c_str(), nullptr, 10));
}

std::string dxf_capitals(std::string text) {
    for (char& letter : text) {
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return text;
}

void DxfPairs::follow(std::string_view text, const Take& take) {
    while (!text.empty()) {
        const auto* const found = std::find_if(text.begin(), text.end(), is_line_end);
        const auto size = static_cast<std::size_t>(found - text.begin());
        line_ +=
            text.substr(0, std::min(size, longest_line - std::min(line_.size(), longest_line)));
        if (size > 0) {
            line_end_ = 0;
            size_ += size;
        }
        if (size == text.size()) {
            return;
        }
        if (line_end_ != 0 && line_end_ != *found) {
            line_end_ = 0;  // the second half of one end
        } else {
            line_end_ = *found;
            ++lines_;
            take_line(take);
            line_.clear();
            size_ = 0;
        }
        text.remove_prefix(size + 1);
    }
}

void DxfPairs::take_line(const Take& take) {
    const bool has_text = !domain::trimmed(line_).empty();
    is_too_long_ = is_too_long_ || size_ > (is_code_ ? longest_code : longest_value);
    if (is_blank_ && has_text) {
        is_blank_ = false;
        give(take, line_, {});
    }
    if (is_code_) {
        code_ = has_text ? line_ : std::string();
    } else if (code_.empty() && !has_text) {
        is_blank_ = true;
    } else {
        give(take, code_.empty() ? line_ : code_, line_.substr(0, longest_name));
    }
    is_code_ = !is_code_;
}

void DxfPairs::give(const Take& take, const std::string& code, std::string value) {
    take({dxf_number(code), std::move(value), std::exchange(is_too_long_, false), lines_});
}

}  // namespace koppelkans::io
