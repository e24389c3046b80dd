#pragma once

#include <string_view>

namespace koppelkans::io {

/// How a LIKE of OGR SQL reads its pattern.
struct LikeRules {
    char escape = '\0';         ///< the character after it stands for itself; '\0': none
    bool ignores_case = false;  ///< ILIKE; letters of ASCII only, as OGR 3.6 has it
};

/// Whether the whole of `text` fits `pattern`: `%` is any bytes, also none, `_` is one byte; what
/// OGR 3.6 answers, save that `%%` means `%` also at the end. Time: bytes of the text times bytes
/// of the pattern at worst, where OGR's own takes exponential time (sixty letters a and a dozen
/// `%a` do not end). Throws std::runtime_error where it would compare over a hundred million
/// times.
bool fits_like(std::string_view text, std::string_view pattern, const LikeRules& rules);

}  // namespace koppelkans::io
