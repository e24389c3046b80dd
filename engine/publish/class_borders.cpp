#include "engine/publish/class_borders.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace koppelkans::publish {

namespace {

constexpr double no_end = 1e12;

/// 1234567 as 1.234.567; small amounts keep the digits that count.
std::string dutch(double amount) {
    std::string digits = fmt::format("{:g}", amount);
    if (amount >= 1000) {
        digits = fmt::format("{:.0f}", amount);
        for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
            digits.insert(static_cast<std::size_t>(at), ".");
        }
        return digits;
    }
    std::replace(digits.begin(), digits.end(), '.', ',');
    return digits;
}

/// Two digits that count: 1234 is 1200, 0.0567 is 0.057.
double rounded(double amount) {
    if (amount <= 0) {
        return 0;
    }
    const double step = std::pow(10.0, std::floor(std::log10(amount)) - 1);
    return std::round(amount / step) * step;
}

/// The value below or at which `part` of the sorted values lie.
template <typename Value>
Value quantile(const std::vector<Value>& sorted, std::size_t part, std::size_t parts) {
    return sorted[(sorted.size() * part + parts - 1) / parts - 1];
}

std::string count_label(std::int64_t lower, std::int64_t upper) {
    return lower == upper ? fmt::format("{}", lower) : fmt::format("{} – {}", lower, upper);
}

}  // namespace

std::vector<ClassRange> count_classes(std::vector<std::int64_t> counts, std::size_t most) {
    std::erase_if(counts, [](std::int64_t count) { return count <= 0; });
    std::sort(counts.begin(), counts.end());
    std::vector<ClassRange> classes;
    std::int64_t lower = 1;
    for (std::size_t i = 1; i <= most && !counts.empty(); ++i) {
        const std::int64_t upper = quantile(counts, i, most);
        if (upper >= lower) {
            classes.push_back({static_cast<double>(lower), static_cast<double>(upper),
                               count_label(lower, upper)});
            lower = upper + 1;
        }
    }
    return classes;
}

std::vector<ClassRange> amount_classes(std::vector<double> amounts, std::size_t most,
                                       const char* unit) {
    std::sort(amounts.begin(), amounts.end());
    std::vector<double> borders;
    for (std::size_t i = 1; i < most && !amounts.empty(); ++i) {
        const double border = rounded(quantile(amounts, i, most));
        const double least = borders.empty() ? amounts.front() : borders.back();
        if (border > 0 && border < amounts.back() &&
            (borders.empty() ? border >= least : border > least)) {
            borders.push_back(border);
        }
    }
    std::vector<ClassRange> classes;
    double lower = 0;
    for (const double border : borders) {
        classes.push_back({lower, border,
                           lower == 0
                               ? fmt::format("tot {} {}", dutch(border), unit)
                               : fmt::format("{} – {} {}", dutch(lower), dutch(border), unit)});
        lower = border;
    }
    classes.push_back(
        {lower, no_end, lower == 0 ? "alle" : fmt::format("{} {} en meer", dutch(lower), unit)});
    return classes;
}

}  // namespace koppelkans::publish
