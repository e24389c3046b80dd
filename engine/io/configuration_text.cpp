#include "engine/io/configuration_text.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "engine/io/configuration.h"

namespace koppelkans::io {

namespace {
constexpr int most_dots = 15;

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// Length of the string at the start of `text`, quotes included.
std::size_t string_length(std::string_view text) {
    const char quote = text.front();
    const std::string three(3, quote);
    const bool multi_line = starts_with(text, three);
    std::size_t at = multi_line ? 3 : 1;
    while (at < text.size()) {
        if (text[at] == '\\' && quote == '"') {
            at += 2;
        } else if (!multi_line && (text[at] == quote || text[at] == '\n')) {
            return text[at] == quote ? at + 1 : at;
        } else if (multi_line && starts_with(text.substr(at), three)) {
            at += 3;
            // Up to two quotes may stand before the closing three.
            for (int extra = 0; extra < 2 && at < text.size() && text[at] == quote; ++extra) {
                ++at;
            }
            return at;
        } else {
            ++at;
        }
    }
    return text.size();
}

std::size_t bare_length(std::string_view text) {
    return std::min(text.find_first_of("\"'#"), text.size());
}

TomlPart first_part(std::string_view text) {
    switch (text.front()) {
        case '#':
            return {TomlPartKind::comment, text.substr(0, text.find('\n'))};
        case '"':
            return {TomlPartKind::basic_text, text.substr(0, string_length(text))};
        case '\'':
            return {TomlPartKind::literal_text, text.substr(0, string_length(text))};
        default:
            return {TomlPartKind::bare, text.substr(0, bare_length(text))};
    }
}

/// Line and column of the byte at `offset`.
TomlPlace place_in(std::string_view text, std::size_t offset) {
    TomlPlace place{1, 1};
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

void append_utf8(std::uint32_t code, std::string& out) {
    const auto tail = [&](std::uint32_t bits) { out += static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (code < 0x80U) {
        out += static_cast<char>(code);
    } else if (code < 0x800U) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(code);
    } else if (code < 0x10000U) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(code >> 6U);
        tail(code);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(code >> 12U);
        tail(code >> 6U);
        tail(code);
    }
}

std::uint32_t hex_value(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16U + static_cast<std::uint32_t>(digit);
    }
    return value;
}

/// Reads the escape behind the backslash at `at` and returns where the text goes on.
std::size_t append_escape(std::string_view body, std::size_t at, std::string& out) {
    constexpr std::string_view letters = "btnfr\"\\";
    constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
    const char letter = at + 1 < body.size() ? body[at + 1] : '\\';
    if (letter == 'u' || letter == 'U') {
        const std::size_t length = letter == 'u' ? 4 : 8;
        append_utf8(hex_value(body.substr(std::min(at + 2, body.size()), length)), out);
        return at + 2 + length;
    }
    const std::size_t known = letters.find(letter);
    if (known != std::string_view::npos) {
        out += meanings[known];
        return at + 2;
    }
    // A backslash at the end of a line swallows the blanks and line ends that follow it.
    return std::min(body.find_first_not_of(" \t\r\n", at + 1), body.size());
}

std::string unescaped(std::string_view body) {
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        if (body[at] == '\\') {
            at = append_escape(body, at, out);
        } else {
            out += body[at];
            ++at;
        }
    }
    return out;
}

/// As a string of one line with escapes.
std::string as_basic_text(std::string_view value) {
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20U) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// What a string means: quotes off, the line end right behind opening quotes off, escapes read.
std::string value_of(const TomlPart& part) {
    const std::string three(3, part.text.front());
    const bool multi_line = part.text.size() >= 6 && starts_with(part.text, three);
    const std::size_t quotes = multi_line ? 3 : 1;
    std::string_view body = part.text.substr(quotes, part.text.size() - 2 * quotes);
    if (multi_line && starts_with(body, "\r\n")) {
        body.remove_prefix(2);
    } else if (multi_line && starts_with(body, "\n")) {
        body.remove_prefix(1);
    }
    return part.kind == TomlPartKind::basic_text ? unescaped(body) : std::string(body);
}
}  // namespace

std::vector<TomlPart> toml_parts(std::string_view text) {
    std::vector<TomlPart> parts;
    while (!text.empty()) {
        parts.push_back(first_part(text));
        text.remove_prefix(parts.back().text.size());
    }
    return parts;
}

std::optional<TomlPlace> find_deep_key(std::string_view text) {
    int dots = 0;
    for (const TomlPart& part : toml_parts(text)) {
        if (part.kind != TomlPartKind::bare) {
            continue;
        }
        for (const char& c : part.text) {
            if (c == '.') {
                ++dots;
            } else if (std::string_view("=,{}[]\n").find(c) != std::string_view::npos) {
                dots = 0;
            }
            if (dots > most_dots) {
                return place_in(text, static_cast<std::size_t>(&c - text.data()));
            }
        }
    }
    return std::nullopt;
}

std::string masked_toml(std::string_view text) {
    std::string out;
    for (const TomlPart& part : toml_parts(text)) {
        if (part.kind == TomlPartKind::bare) {
            out += part.text;
        } else if (part.kind == TomlPartKind::comment) {
            out += '#' + masked(std::string(part.text.substr(1)));
        } else {
            const std::string value = value_of(part);
            const std::string hidden = masked(value);
            out += hidden == value ? std::string(part.text) : as_basic_text(hidden);
        }
    }
    return out;
}

}  // namespace koppelkans::io
