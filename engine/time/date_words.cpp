#include "engine/time/date_words.h"

#include <algorithm>
#include <array>

namespace koppelkans::time {

namespace {

constexpr auto month_words = std::to_array<MonthWord>({
    {"januari", 1, false},   {"jan", 1, true},        {"january", 1, false},
    {"februari", 2, false},  {"feb", 2, true},        {"february", 2, false},
    {"maart", 3, false},     {"mrt", 3, true},        {"maa", 3, true},
    {"march", 3, false},     {"mar", 3, true},        {"april", 4, false},
    {"apr", 4, true},        {"mei", 5, true},        {"may", 5, true},
    {"juni", 6, false},      {"jun", 6, true},        {"june", 6, false},
    {"juli", 7, false},      {"jul", 7, true},        {"july", 7, false},
    {"augustus", 8, false},  {"aug", 8, true},        {"august", 8, false},
    {"september", 9, false}, {"sep", 9, true},        {"sept", 9, true},
    {"oktober", 10, false},  {"okt", 10, true},       {"october", 10, false},
    {"oct", 10, true},       {"november", 11, false}, {"nov", 11, true},
    {"december", 12, false}, {"dec", 12, true},
});

constexpr auto unknown_words = std::to_array<std::string_view>({
    "", "?", "-", "onbekend", "ntb", "n.t.b.", "n.t.b", "nvt", "n.v.t.", "n.v.t", "nnb", "n.n.b.",
    "n.n.b", "nog te bepalen", "nader te bepalen", "null",
    "nan",  // what data frames and real columns have for nothing
});

constexpr std::string_view separators = "-/.,:' ";

}  // namespace

const MonthWord* find_month(std::string_view word) {
    const auto* const found =
        std::find_if(month_words.begin(), month_words.end(),
                     [&](const MonthWord& entry) { return entry.word == word; });
    return found == month_words.end() ? nullptr : found;
}

std::optional<Third> find_third(std::string_view word) {
    if (word == "begin") {
        return Third::begin;
    }
    if (word == "medio") {
        return Third::medio;
    }
    return word == "eind" ? std::optional(Third::eind) : std::nullopt;
}

std::optional<Season> find_season(std::string_view word) {
    if (word == "voorjaar" || word == "lente") {
        return Season::spring;
    }
    if (word == "zomer") {
        return Season::summer;
    }
    if (word == "najaar" || word == "herfst") {
        return Season::autumn;
    }
    return word == "winter" ? std::optional(Season::winter) : std::nullopt;
}

std::optional<int> find_ordinal(std::string_view word) {
    constexpr auto ordinals =
        std::to_array<std::string_view>({"eerste", "tweede", "derde", "vierde"});
    const auto* const found = std::find(ordinals.begin(), ordinals.end(), word);
    if (found == ordinals.end()) {
        return std::nullopt;
    }
    return static_cast<int>(found - ordinals.begin()) + 1;
}

bool is_ordinal_ending(int number, std::string_view ending) {
    return ending == "e" || ending == "de" || (number == 1 && ending == "ste");
}

bool is_unknown_word(std::string_view plain) {
    return std::find(unknown_words.begin(), unknown_words.end(), plain) != unknown_words.end();
}

bool is_zeros_and_separators(std::string_view plain) {
    const auto zeros = std::count(plain.begin(), plain.end(), '0');
    // A whole date of zeros may have its T and its zone too.
    constexpr int zeros_of_a_date = 8;
    const std::string_view letters = zeros >= zeros_of_a_date ? "tz+" : "";
    const bool only_dashes = plain.find_first_not_of("- ") == std::string_view::npos;
    if (zeros == 0) {
        return !plain.empty() && only_dashes;
    }
    return std::all_of(plain.begin(), plain.end(), [&](char c) {
        return c == '0' || separators.find(c) != std::string_view::npos ||
               letters.find(c) != std::string_view::npos;
    });
}

bool is_doorlopend_word(std::string_view plain) {
    return plain == "doorlopend" || plain == "structureel";
}

}  // namespace koppelkans::time
