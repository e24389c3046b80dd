#include "engine/io/text_decoder.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <iconv.h>

#include "engine/domain/errors.h"
#include "engine/io/gdal_errors.h"

namespace koppelkans::io {

namespace {

unsigned byte_of(char c) {
    return static_cast<unsigned char>(c);
}

/// How many bytes the letter that begins here takes; 0 where there is none.
std::size_t utf8_length(std::string_view rest) {
    const unsigned first = byte_of(rest[0]);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || rest.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte_of(rest[i]) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const unsigned second = byte_of(rest[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool no_letter = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || no_letter ? 0 : length;
}

void append_utf8(std::string& text, std::uint32_t letter) {
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | (letter >> 6U));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | (letter >> 12U));
        text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
}

// What 0x80 to 0x9F mean in CP1252; the other bytes are those of Latin-1.
constexpr std::uint32_t unknown_letter = 0xFFFD;
constexpr std::array<std::uint32_t, 32> cp1252_high = {
    0x20AC,         unknown_letter, 0x201A, 0x0192, 0x201E, 0x2026,         0x2020, 0x2021,
    0x02C6,         0x2030,         0x0160, 0x2039, 0x0152, unknown_letter, 0x017D, unknown_letter,
    unknown_letter, 0x2018,         0x2019, 0x201C, 0x201D, 0x2022,         0x2013, 0x2014,
    0x02DC,         0x2122,         0x0161, 0x203A, 0x0153, unknown_letter, 0x017E, 0x0178};

enum class Encoding { unknown, of_bytes, of_wider_units };

/// The letters that separate and quote must be the bytes that they are in ASCII.
Encoding kind_of(const std::string& encoding) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open says -1 by a pointer
    const iconv_t failed = reinterpret_cast<iconv_t>(-1);
    const iconv_t to_text = iconv_open("UTF-8", encoding.c_str());
    const iconv_t from_text = iconv_open(encoding.c_str(), "UTF-8");
    std::string plain = "id;a,b\"\n";
    const std::string wanted = plain;
    std::array<char, 64> written{};
    Encoding kind = Encoding::unknown;
    if (to_text != failed && from_text != failed) {
        char* from = plain.data();
        char* to = written.data();
        std::size_t left = plain.size();
        std::size_t room = written.size();
        iconv(from_text, &from, &left, &to, &room);
        const bool is_same = std::string_view(written.data(), written.size() - room) == wanted;
        kind = is_same ? Encoding::of_bytes : Encoding::of_wider_units;
    }
    for (const iconv_t handle : {to_text, from_text}) {
        if (handle != failed) {
            iconv_close(handle);
        }
    }
    return kind;
}

/// The bytes of a text in UTF-8 whose last letter is cut in two, as at the width of a column of a
/// .dbf, up to that letter; 0 where it is no such text. It has some letter beyond ASCII before, as
/// one at the end alone is likely to be of CP1252.
std::size_t whole_utf8(std::string_view bytes) {
    bool has_letter = false;
    std::size_t at = 0;
    for (std::size_t length = 1; length > 0 && at < bytes.size(); at += length) {
        length = utf8_length(bytes.substr(at));
        has_letter = has_letter || length > 1;
    }
    for (std::string_view rest : {"\x80", "\x80\x80", "\x90\x80\x80"}) {
        const std::string filled = std::string(bytes.substr(at)) + std::string(rest);
        if (has_letter && at < bytes.size() && utf8_length(filled) == filled.size()) {
            return at;
        }
    }
    return 0;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = utf8_length(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

std::string from_cp1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const unsigned byte = byte_of(c);
        append_utf8(text, byte >= 0x80 && byte <= 0x9F ? cp1252_high[byte - 0x80] : byte);
    }
    return text;
}

TextDecoder::TextDecoder(std::optional<std::string> encoding) : encoding_(std::move(encoding)) {
    const Encoding kind = encoding_ ? kind_of(*encoding_) : Encoding::of_bytes;
    if (kind == Encoding::unknown) {
        throw domain::InputError(fmt::format(
            "the encoding {} is not known; usual ones are UTF-8, CP1252 and ISO-8859-15",
            *encoding_));
    }
    if (kind == Encoding::of_wider_units) {
        throw domain::InputError(fmt::format(
            "the encoding {} cannot be that of a source, in which each letter of ASCII is one "
            "byte; leave it out, or make the file UTF-8 first: iconv -f {} -t UTF-8",
            *encoding_, *encoding_));
    }
}

std::string TextDecoder::decoded(const char* bytes) {
    if (encoding_) {
        const GdalErrors errors;
        char* recoded = CPLRecode(bytes, encoding_->c_str(), CPL_ENC_UTF8);
        std::string text(recoded);
        CPLFree(recoded);
        if (is_utf8(text)) {
            return text;
        }
    } else if (is_utf8(bytes)) {
        return bytes;
    } else if (const std::size_t whole = whole_utf8(bytes); whole > 0) {
        return {bytes, whole};
    }
    guessed_ = true;
    return from_cp1252(bytes);
}

std::string without_escapes(const std::string& own) {
    constexpr std::size_t length = 7;
    std::string text;
    for (std::size_t i = 0; i < own.size();) {
        const std::string_view piece = std::string_view(own).substr(i, length);
        std::uint32_t letter = 0;
        const bool has_form =
            piece.size() == length && piece.starts_with("_x") && piece.ends_with('_');
        const char* const digits = piece.data() + 2;
        const bool is_escape =
            has_form && std::from_chars(digits, digits + 4, letter, 16).ptr == digits + 4;
        const bool is_half = letter >= 0xD800 && letter <= 0xDFFF;  // of a letter
        if (is_escape && letter != 0 && !is_half) {
            append_utf8(text, letter);
            i += length;
        } else {
            text += own[i++];
        }
    }
    return text;
}

}  // namespace koppelkans::io
