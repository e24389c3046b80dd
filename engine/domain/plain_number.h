#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace koppelkans::domain {

/// All of a text as a number in the way of programs: digits, for a real one a point and an
/// exponent, a sign before them; also `inf` and `nan`. Empty for anything else, a blank or a comma
/// included, and for what is too large for the type; too small is 0. What people write is read by
/// read_number (text.h).
///
///     plain_number<double>("+7.5e1");  // 75.0
///     plain_number<int>("7,5");        // empty
template <typename Number>
std::optional<Number> plain_number(std::string_view text) {
    text.remove_prefix(text.starts_with('+') && !text.starts_with("+-") ? 1 : 0);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_too_small = std::is_floating_point_v<Number> &&
                              error == std::errc::result_out_of_range &&
                              (text.find("e-") != text.npos || text.find("E-") != text.npos);
    return (error == std::errc() || is_too_small) && end == text.data() + text.size()
               ? std::optional(number)
               : std::nullopt;
}

}  // namespace koppelkans::domain
