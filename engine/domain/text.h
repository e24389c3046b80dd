#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::domain {

/// Without the blanks at both ends: space, tab, line ends and the no-break space (U+00A0).
std::string_view trimmed(std::string_view text);

/// How texts of sources are compared where case does not matter: trimmed, ASCII and Latin-1 letters
/// in lower case. Other characters are kept.
std::string folded(std::string_view text);

/// Trimmed, ASCII letters in upper case: how codes of areas are compared.
std::string upper_code(std::string_view text);

/// A number as sources write it: blanks around it, a decimal point or comma, an exponent. Empty for
/// anything else, NaN and infinity included.
std::optional<double> read_number(std::string_view text);

/// One CSV line with `;`; a value that holds `;`, a quote or a line break stands in quotes (SPEC
/// §7).
std::string csv_line(const std::vector<std::string>& values);

/// The values of such a line; what no one wrote in this way is taken as it stands.
std::vector<std::string> csv_values(std::string_view line);

/// A text as a literal of SQL: 'it''s'.
std::string sql_text(std::string_view text);

/// The word of `known` that is nearest to `word` by edit distance, for "did you mean"; empty when
/// none is near (more than a third of the letters differ), and for a word of more than 200 bytes.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace koppelkans::domain
