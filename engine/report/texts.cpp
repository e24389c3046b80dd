#include "engine/report/texts.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "engine/report/templates.h"

namespace koppelkans::report {

namespace {

// What would be written as 10,0 is whole too.
constexpr double whole_from_m2 = 9.95;

}  // namespace

Texts::Texts(std::string language, Catalogue catalogue)
    : language_(std::move(language)), catalogue_(std::move(catalogue)) {}

const std::string& Texts::operator()(std::string_view key) const {
    const auto at = catalogue_.find(key);
    if (at == catalogue_.end()) {
        throw std::logic_error(fmt::format("the catalogue {} has no text {}", language_, key));
    }
    return at->second;
}

std::string Texts::filled(std::string_view key, const Filling& filling) const {
    const std::string& text = (*this)(key);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        const std::size_t close = text.find('}', open);
        out.append(text, at, open - at);
        if (close == std::string::npos) {
            out.append(text, open);
            break;
        }
        const auto value = filling.find(std::string_view(text).substr(open + 1, close - open - 1));
        if (value == filling.end()) {
            throw std::logic_error(fmt::format("the text {} is filled without {}", key,
                                               text.substr(open, close - open + 1)));
        }
        out += value->second;
        at = close + 1;
    }
    return out;
}

std::string Texts::counted(std::string_view what, std::int64_t count) const {
    return filled(fmt::format("aantal.{}.{}", what, count == 1 ? "een" : "meer"),
                  {{"n", count == 0 ? (*this)("aantal.geen") : number(count)}});
}

std::string Texts::by_count(std::string_view key, std::int64_t count, Filling filling) const {
    filling["n"] = number(count);
    return filled(fmt::format("{}.{}", key, count == 1 ? "een" : "meer"), filling);
}

std::string Texts::word(std::string_view group, std::string_view word) const {
    const auto at = catalogue_.find(fmt::format("{}.{}", group, word));
    if (at != catalogue_.end()) {
        return at->second;
    }
    std::string plain(word);
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return shown(plain);
}

std::string Texts::in_thousands(std::int64_t value) const {
    const std::string digits = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > sign && (digits.size() - i) % 3 == 0) {
            out += (*this)("getal.duizend");
        }
        out += digits[i];
    }
    return out;
}

std::string Texts::area(double square_metres) const {
    if (square_metres >= whole_from_m2 || square_metres == 0) {
        // More than the earth has is no area; it must not overflow either.
        constexpr double most_m2 = 1e15;
        return number(std::llround(std::min(square_metres, most_m2))) + " m²";
    }
    std::string text = fmt::format("{:.1f}", square_metres);
    text.replace(text.find('.'), 1, (*this)("getal.komma"));
    return text + " m²";
}

std::string Texts::day(time::Day day) const {
    const time::CalendarDate date = time::calendar_date(day);
    return fmt::format("{} {} {}", date.day, (*this)(fmt::format("maand.{}", date.month)),
                       date.year);
}

std::string Texts::month(time::Day day) const {
    const time::CalendarDate date = time::calendar_date(day);
    return fmt::format("{} {}", (*this)(fmt::format("maand_kort.{}", date.month)), date.year);
}

std::string Texts::period(time::Period period) const {
    std::vector<std::string> parts;
    constexpr int months_a_year = 12;
    if (period.months / months_a_year != 0) {
        parts.push_back(counted("jaren", period.months / months_a_year));
    }
    if (period.months % months_a_year != 0) {
        parts.push_back(counted("maanden", period.months % months_a_year));
    }
    if (period.is_zero()) {
        return filled("aantal.dagen.meer", {{"n", number(0)}});
    }
    if (period.days != 0) {
        parts.push_back(counted("dagen", period.days));
    }
    return listed(parts);
}

std::string Texts::when(const OpgaveRow& opgave) const {
    if (opgave.tijd_onbekend) {
        return (*this)("wanneer.onbekend");
    }
    const Filling filling{{"start", opgave.start ? month(*opgave.start) : ""},
                          {"eind", opgave.eind ? month(*opgave.eind) : ""}};
    if (opgave.start && opgave.eind_onbekend) {
        return filled("wanneer.eind_onbekend", filling);
    }
    if (!opgave.start && !opgave.eind) {
        return (*this)("wanneer.doorlopend");
    }
    if (!opgave.start && opgave.eind_onbekend) {
        return filled("wanneer.begint_voor", filling);
    }
    if (!opgave.start) {
        return filled("wanneer.tot", filling);
    }
    return filled(opgave.eind ? "wanneer.van_tot" : "wanneer.vanaf", filling);
}

std::string Texts::listed(const std::vector<std::string>& parts) const {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += i == 0 ? "" : i + 1 == parts.size() ? (*this)("lijst.en") : ", ";
        out += parts[i];
    }
    return out;
}

}  // namespace koppelkans::report
