#include "engine/io/source_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <optional>

#include <cpl_string.h>
#include <cpl_time.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <iconv.h>
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"

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

std::string shortest(double value) {
    // 1e308 has 309 digits, 5e-324 has 325 decimals.
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

template <typename Items, typename ToText>
std::string joined(Items items, int count, const ToText& to_text) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += (i == 0 ? "" : ", ") + to_text(items[i]);
    }
    return all;
}

/// A value where it holds one; more of them with a comma and a blank in between.
std::string list_text(const OGRFeature& feature, int field, OGRFieldType type,
                      TextDecoder& decoder) {
    int count = 0;
    const auto whole = [](auto number) { return std::to_string(number); };
    switch (type) {
        case OFTIntegerList: {
            const int* const numbers = feature.GetFieldAsIntegerList(field, &count);
            return joined(numbers, count, whole);
        }
        case OFTInteger64List: {
            const GIntBig* const numbers = feature.GetFieldAsInteger64List(field, &count);
            return joined(numbers, count, whole);
        }
        case OFTRealList: {
            const double* const numbers = feature.GetFieldAsDoubleList(field, &count);
            return joined(numbers, count, shortest);
        }
        default: {
            char** const texts = feature.GetFieldAsStringList(field);
            return joined(texts, CSLCount(texts),
                          [&decoder](const char* text) { return decoder.decoded(text); });
        }
    }
}

std::string real_text(const OGRFeature& feature, int field) {
    const double value = feature.GetFieldAsDouble(field);
    if (feature.GetFieldDefnRef(field)->GetSubType() == OFSTFloat32) {
        std::array<char, 400> buffer{};
        const auto [end, error] =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<float>(value),
                          std::chars_format::fixed);
        return error == std::errc() ? std::string(buffer.data(), end) : std::string();
    }
    return shortest(value);
}

/// OGR's flag: 0 not known, 1 local time, else 100 + quarters of an hour east of UTC.
std::string zone_text(int flag) {
    if (flag <= 1) {
        return {};
    }
    const int minutes = (flag - 100) * 15;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

std::string moment_of(const OGRFeature& feature, int field, OGRFieldType type) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) ==
        0) {
        return {};
    }
    std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (type == OFTDate) {
        return date;
    }
    return fmt::format("{}T{:02}:{:02}:{:02}{}", date, hour, minute, static_cast<int>(second),
                       zone_text(zone));
}

bool are_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A whole text as a number; empty for anything else.
template <typename Number>
std::optional<Number> number_of(std::string_view text) {
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

/// `2027-04-15` or `2027/04/15` and nothing or anything behind it.
bool begins_with_day(std::string_view text) {
    return text.size() >= 10 && are_digits(text.substr(0, 4)) && are_digits(text.substr(5, 2)) &&
           are_digits(text.substr(8, 2)) && text[4] == text[7] &&
           (text[4] == '-' || text[4] == '/');
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

std::string field_text(const OGRFeature& feature, int field, TextDecoder& decoder) {
    if (feature.IsFieldSetAndNotNull(field) == 0) {
        return {};
    }
    const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
    switch (type) {
        case OFTInteger:
            return std::to_string(feature.GetFieldAsInteger(field));
        case OFTInteger64:
            return std::to_string(feature.GetFieldAsInteger64(field));
        case OFTReal:
            return real_text(feature, field);
        case OFTDate:
        case OFTDateTime:
            return moment_of(feature, field, type);
        case OFTIntegerList:
        case OFTInteger64List:
        case OFTRealList:
        case OFTStringList:
            return list_text(feature, field, type, decoder);
        default: {
            const GdalErrors errors;
            return decoder.decoded(feature.GetFieldAsString(field));
        }
    }
}

std::string number_text(const std::string& own) {
    const std::string_view text = domain::trimmed(own);
    if (const auto whole = number_of<std::int64_t>(text)) {
        return std::to_string(*whole);
    }
    const std::optional<double> number = number_of<double>(text);
    return number && !are_digits(text) ? shortest(*number) : own;
}

std::string moment_text(const std::string& own) {
    const std::string_view text = domain::trimmed(own);
    if (!begins_with_day(text)) {
        return own;
    }
    const std::string day =
        fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
    const std::string_view clock = text.substr(day.size());
    OGRField moment{};
    const bool is_clock = clock.find_first_not_of("T 0123456789:.+-Z") == std::string_view::npos;
    if (clock.empty() || !is_clock ||
        OGRParseDate(std::string(text).c_str(), &moment, 0) == FALSE) {
        return clock.empty() ? day : own;
    }
    return fmt::format("{}T{:02}:{:02}:{:02}{}", day, moment.Date.Hour, moment.Date.Minute,
                       static_cast<int>(moment.Date.Second), zone_text(moment.Date.TZFlag));
}

std::string day_of_dbf(const std::string& own) {
    const std::string_view text = domain::trimmed(own);
    if (text.find_first_not_of('0') == std::string_view::npos) {
        return {};
    }
    const auto month = number_of<int>(text.substr(std::min<std::size_t>(text.size(), 4), 2));
    if (text.size() != 8 || !are_digits(text) || month < 1 || month > 12) {
        return own;
    }
    return fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6));
}

std::string julian_text(const std::string& own) {
    constexpr double year_1 = 1721425.5;
    constexpr double year_10000 = 5373484.5;
    constexpr double year_1970 = 2440587.5;
    constexpr double seconds_a_day = 86400;
    const std::optional<double> julian = number_of<double>(own);
    if (!julian || own.find('.') == std::string::npos || *julian < year_1 ||
        *julian >= year_10000) {
        return own;
    }
    const double seconds = std::floor((*julian - year_1970) * seconds_a_day + 0.5);
    tm moment{};
    CPLUnixTimeToYMDHMS(static_cast<GIntBig>(seconds), &moment);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", moment.tm_year + 1900,
                       moment.tm_mon + 1, moment.tm_mday, moment.tm_hour, moment.tm_min,
                       moment.tm_sec);
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

bool is_whole_day(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char letter = i < text.size() ? text[i] : '\0';
        const bool is_digit = letter >= '0' && letter <= '9';
        if (form[i] == 'd' ? !is_digit : letter != form[i]) {
            return false;
        }
    }
    const std::string_view clock = text.substr(form.size());
    return clock.empty() || (clock[0] == 'T' &&
                             clock.find_first_not_of("T0123456789:.+-Z") == std::string_view::npos);
}

}  // namespace koppelkans::io
