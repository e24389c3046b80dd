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
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/plain_number.h"
#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

namespace {

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

/// `2027-04-15` or `2027/04/15` and nothing or anything behind it.
bool begins_with_day(std::string_view text) {
    return text.size() >= 10 && are_digits(text.substr(0, 4)) && are_digits(text.substr(5, 2)) &&
           are_digits(text.substr(8, 2)) && text[4] == text[7] &&
           (text[4] == '-' || text[4] == '/');
}

}  // namespace

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
    if (const auto whole = domain::plain_number<std::int64_t>(text)) {
        return std::to_string(*whole);
    }
    const std::optional<double> number = domain::plain_number<double>(text);
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
    const auto month =
        domain::plain_number<int>(text.substr(std::min<std::size_t>(text.size(), 4), 2));
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
    const std::optional<double> julian = domain::plain_number<double>(own);
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

std::string moment_of_filegdb(const std::string& moment) {
    constexpr std::string_view utc = "+00:00";
    const std::size_t clock = moment.find("T23:59:");
    return clock != std::string::npos && moment.substr(clock + 9) == utc
               ? moment.substr(0, moment.size() - utc.size())
               : moment;
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
