#include "engine/time/date_text.h"

#include <algorithm>

namespace koppelkans::time {

namespace {

constexpr char32_t invalid = 0xFFFFFFFF;
/// Matches nothing in any table.
constexpr char unknown_mark = '\x01';
/// Leaves no trace at all: combining accents and marks without a width.
constexpr char nothing = '\0';

struct CodePoint {
    char32_t value;
    std::size_t bytes;
};

/// The code point at the start of a text that is not empty. Bytes that are no UTF-8 count one by
/// one.
CodePoint first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) {
        return {invalid, 1};
    }
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {invalid, 1};
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    return {value, length};
}

/// Letters of U+00C0 to U+00FF without their accents; `.` where there is no single letter.
constexpr std::string_view latin1_letters =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_apostrophe(char32_t c) {
    return c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032 ||
           c == 0x02BC;
}

/// Zero width joiners and spaces, marks of writing direction, the byte order mark, soft hyphens:
/// what spreadsheets and web pages leave in a copied date.
bool is_without_width(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x0300 && c <= 0x036F);
}

char plain_char(char32_t c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c - 'A' + 'a');
    }
    if (is_blank(c)) {
        return ' ';
    }
    if (is_apostrophe(c)) {
        return '\'';
    }
    if (c > ' ' && c < 0x7F) {
        return static_cast<char>(c);
    }
    if (c >= 0xC0 && c <= 0xFF) {
        const char letter = latin1_letters[c - 0xC0];
        return letter == '.' ? unknown_mark : letter;
    }
    if (c == 0xB1) {
        return approx_mark;
    }
    if (is_dash(c)) {
        return '-';
    }
    return is_without_width(c) ? nothing : unknown_mark;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

std::int64_t number_value(std::string_view digits) {
    constexpr std::size_t max_digits = 18;
    if (digits.size() > max_digits) {
        return -1;
    }
    std::int64_t value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// The token at the start of a plain text that starts with no blank.
Token first_token(std::string_view plain) {
    const auto run = [&](bool (*belongs)(char)) {
        std::size_t size = 1;
        while (size < plain.size() && belongs(plain[size])) {
            ++size;
        }
        return plain.substr(0, size);
    };
    Token token;
    if (is_digit(plain.front())) {
        token.kind = Token::Kind::number;
        token.text = run(is_digit);
        token.digits = token.text.size();
        token.value = number_value(token.text);
    } else if (is_letter(plain.front())) {
        token.kind = Token::Kind::word;
        token.text = run(is_letter);
    } else {
        token.mark = plain.front();
        token.text = plain.substr(0, 1);
    }
    return token;
}

}  // namespace

PlainText::PlainText(std::string_view text) {
    while (!text.empty() && !too_long_) {
        const CodePoint code_point = first_code_point(text);
        text.remove_prefix(code_point.bytes);
        const char c = plain_char(code_point.value);
        if (c == ' ') {
            blank_pending_ = true;
        } else if (c != nothing) {
            append(c);
        }
    }
}

void PlainText::append(char c) {
    const std::size_t needed = blank_pending_ && size_ > 0 ? 2 : 1;
    if (size_ + needed > max_plain_length) {
        too_long_ = true;
        return;
    }
    if (needed == 2) {
        chars_[size_++] = ' ';
    }
    chars_[size_++] = c;
    blank_pending_ = false;
}

Tokens::Tokens(std::string_view plain) {
    bool blank = false;
    while (!plain.empty()) {
        if (plain.front() == ' ') {
            blank = true;
            plain.remove_prefix(1);
            if (count_ > 0) {
                tokens_[count_ - 1].blank_after = true;
            }
            continue;
        }
        if (count_ == max_count) {
            too_many_ = true;
            count_ = 0;
            return;
        }
        Token token = first_token(plain);
        token.blank_before = blank;
        blank = false;
        plain.remove_prefix(token.text.size());
        tokens_[count_++] = token;
    }
}

bool is_zeros(const Token& token) {
    return token.kind == Token::Kind::number &&
           std::all_of(token.text.begin(), token.text.end(), [](char c) { return c == '0'; });
}

}  // namespace koppelkans::time
