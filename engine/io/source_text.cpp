#include "engine/io/source_text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>

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

bool is_known_encoding(const std::string& encoding) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open says -1 by a pointer
    const iconv_t failed = reinterpret_cast<iconv_t>(-1);
    const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
    if (handle == failed) {
        return false;
    }
    iconv_close(handle);
    return true;
}

std::string shortest(double value) {
    // 1e308 has 309 digits, 5e-324 has 325 decimals.
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string();
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

std::string moment_text(const OGRFeature& feature, int field, OGRFieldType type) {
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
    if (encoding_ && !is_known_encoding(*encoding_)) {
        throw domain::InputError(fmt::format(
            "the encoding {} is not known; usual ones are UTF-8, CP1252 and ISO-8859-15",
            *encoding_));
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
            return moment_text(feature, field, type);
        default: {
            const GdalErrors errors;
            return decoder.decoded(feature.GetFieldAsString(field));
        }
    }
}

}  // namespace koppelkans::io
