#include "engine/io/sheet_numbers.h"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "engine/domain/plain_number.h"

namespace koppelkans::io {

namespace {

/// As GDAL takes it for one: digits, a sign before them.
bool is_whole(std::string_view number) {
    return number.find_first_not_of("+-0123456789") == std::string_view::npos;
}

std::string why_lost(const std::string& cell, std::string_view number) {
    return fmt::format(
        "{} holds {}, which would be read as another text than its digits; save the sheet as CSV "
        "and name that",
        cell, number);
}

/// A whole number of which a real gives another.
bool is_inexact(std::string_view number, double value) {
    number.remove_prefix(number.starts_with('+') ? 1 : 0);
    return is_whole(number) && fmt::format("{:.0f}", value) != number;
}

}  // namespace

std::string SheetNumbers::take_number(std::size_t column, const std::string& cell,
                                      std::string_view number) {
    constexpr double first_with_exponent = 1e15;  // among texts of 15 digits
    constexpr double exact = 9007199254740992;
    const double value = domain::plain_number<double>(number).value_or(0);
    const bool is_a_whole_one = std::isfinite(value) && std::trunc(value) == value;
    Column& one = columns_[column];
    if (one.kind == Kind::text) {  // goes through as it is written
        return is_a_whole_one && number.find_first_of("eE") != std::string_view::npos
                   ? why_lost(cell, number)
                   : std::string();
    }
    if (one.kind == Kind::whole && !is_whole(number)) {
        one.kind = Kind::real;
    }
    if (one.large.empty() && is_a_whole_one && std::abs(value) >= first_with_exponent) {
        one.large = why_lost(cell, number);
    }
    if (one.inexact.empty() && std::abs(value) > exact && is_inexact(number, value)) {
        one.inexact = why_lost(cell, number);
    }
    if (one.kind == Kind::real) {
        return one.inexact;
    }
    return domain::plain_number<std::int64_t>(number) ? std::string() : why_lost(cell, number);
}

std::string SheetNumbers::take_text(std::size_t column) {
    Column& one = columns_[column];
    const bool were_real = one.kind == Kind::real;
    one.kind = Kind::text;
    return were_real ? one.large : std::string();
}

}  // namespace koppelkans::io
