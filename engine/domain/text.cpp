#include "engine/domain/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace koppelkans::domain {

namespace {
constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}
}  // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (!text.empty() && is_blank(text.front())) {
            text.remove_prefix(1);
        } else if (text.substr(0, 2) == no_break_space) {
            text.remove_prefix(2);
        } else if (!text.empty() && is_blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
            text.remove_suffix(2);
        } else {
            return text;
        }
    }
}

std::string folded(std::string_view text) {
    std::string lower(trimmed(text));
    for (std::size_t i = 0; i < lower.size(); ++i) {
        lower[i] = ascii_lower(lower[i]);
        // U+00C0..U+00DE, in UTF-8 C3 80..C3 9E, become U+00E0..U+00FE; U+00D7 is the times sign.
        if (i > 0 && lower[i - 1] == '\xC3' && lower[i] <= '\x9E' && lower[i] != '\x97') {
            lower[i] = static_cast<char>(lower[i] + 0x20);
        }
    }
    return lower;
}

std::string upper_code(std::string_view text) {
    std::string upper(trimmed(text));
    std::transform(upper.begin(), upper.end(), upper.begin(), ascii_upper);
    return upper;
}

std::optional<double> read_number(std::string_view text) {
    std::string plain(trimmed(text));
    const std::size_t comma = plain.find(',');
    if (comma != std::string::npos) {
        // A comma is the decimal sign only where it is the only sign of its kind.
        if (plain.find(',', comma + 1) != std::string::npos ||
            plain.find('.') != std::string::npos) {
            return std::nullopt;
        }
        plain[comma] = '.';
    }
    const char* first = plain.data();
    const char* const last = first + plain.size();
    if (first != last && *first == '+') {
        ++first;
        if (first != last && *first == '-') {
            return std::nullopt;
        }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(first, last, value);
    if (error != std::errc() || end != last || first == last || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string csv_line(const std::vector<std::string>& values) {
    std::string line;
    for (const std::string& value : values) {
        if (&value != &values.front()) {
            line += ';';
        }
        if (value.find_first_of(";\"\r\n") == std::string::npos) {
            line += value;
            continue;
        }
        line += '"';
        for (const char c : value) {
            line.append(c == '"' ? 2 : 1, c);
        }
        line += '"';
    }
    return line;
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    const std::string wanted = folded(word);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    // Nobody mistypes such a word, and texts of others may be of any length.
    constexpr std::size_t longest_word = 200;
    if (wanted.size() > longest_word) {
        return best;
    }
    for (const std::string& candidate : known) {
        if (candidate.size() > 2 * longest_word) {
            continue;
        }
        const std::size_t distance = edit_distance(wanted, folded(candidate));
        if (distance < best_distance && distance < candidate.size()) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::vector<std::string> csv_values(std::string_view line) {
    std::vector<std::string> values;
    if (line.empty()) {
        return values;
    }
    values.emplace_back();
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool is_doubled = c == '"' && i + 1 < line.size() && line[i + 1] == '"';
        if (is_quoted && is_doubled) {
            values.back() += c;
            ++i;
        } else if (c == '"' && (is_quoted || values.back().empty())) {
            is_quoted = !is_quoted;
        } else if (c == ';' && !is_quoted) {
            values.emplace_back();
        } else {
            values.back() += c;
        }
    }
    return values;
}

std::string sql_text(std::string_view text) {
    std::string literal = "'";
    for (const char c : text) {
        literal += c;
        if (c == '\'') {
            literal += c;
        }
    }
    return literal + "'";
}

}  // namespace koppelkans::domain
