#include "engine/time/date_parts.h"

#include "engine/time/date_words.h"

namespace koppelkans::time {

namespace {

bool take_word(TokenSpan& tokens, std::string_view word) {
    if (tokens.empty() || !tokens[0].is_word(word)) {
        return false;
    }
    tokens = tokens.subspan(1);
    return true;
}

bool take_separator(TokenSpan& tokens, char mark, Captures& captures) {
    if (tokens.empty() || !tokens[0].is_mark(mark) || !captures.add_separator(tokens[0])) {
        return false;
    }
    tokens = tokens.subspan(1);
    return true;
}

bool take_mark(TokenSpan& tokens, char mark) {
    if (tokens.empty() || !tokens[0].is_mark(mark)) {
        return false;
    }
    tokens = tokens.subspan(1);
    return true;
}

/// A number with so many digits; -1 if there is none.
std::int64_t take_digits(TokenSpan& tokens, std::size_t min_digits, std::size_t max_digits) {
    if (tokens.empty() || tokens[0].kind != Token::Kind::number || tokens[0].digits < min_digits ||
        tokens[0].digits > max_digits) {
        return -1;
    }
    const std::int64_t value = tokens[0].value;
    tokens = tokens.subspan(1);
    return value;
}

bool take_number(TokenSpan& tokens, std::size_t min_digits, std::size_t max_digits,
                 Captures& captures) {
    const std::int64_t value = take_digits(tokens, min_digits, max_digits);
    return value >= 0 && captures.add(value);
}

bool take_year(TokenSpan& tokens, Captures& captures) {
    if (take_mark(tokens, '\'')) {
        const std::int64_t short_year = take_digits(tokens, 2, 2);
        return short_year >= 0 && captures.add_year(2000 + short_year);
    }
    return captures.add_year(take_digits(tokens, 4, 4));
}

bool take_month(TokenSpan& tokens, Captures& captures) {
    const MonthWord* const month = tokens.empty() ? nullptr : find_month(tokens[0].text);
    if (month == nullptr) {
        return false;
    }
    tokens = tokens.subspan(1);
    if (month->abbreviated) {
        take_mark(tokens, '.');
    }
    return captures.add(month->month);
}

bool take_third(TokenSpan& tokens, Captures& captures) {
    const auto third = tokens.empty() ? std::nullopt : find_third(tokens[0].text);
    if (!third) {
        return false;
    }
    tokens = tokens.subspan(1);
    return captures.add(static_cast<int>(*third));
}

bool take_season(TokenSpan& tokens, Captures& captures) {
    const auto season = tokens.empty() ? std::nullopt : find_season(tokens[0].text);
    if (!season) {
        return false;
    }
    tokens = tokens.subspan(1);
    return captures.add(static_cast<int>(*season));
}

bool take_ordinal(TokenSpan& tokens, Captures& captures) {
    if (tokens.empty()) {
        return false;
    }
    if (const auto ordinal = find_ordinal(tokens[0].text)) {
        tokens = tokens.subspan(1);
        return captures.add(*ordinal);
    }
    const std::int64_t number = take_digits(tokens, 1, 1);
    if (number < 1 || tokens.empty() ||
        !is_ordinal_ending(static_cast<int>(number), tokens[0].text)) {
        return false;
    }
    tokens = tokens.subspan(1);
    return captures.add(number);
}

/// A date in one number, `20270415`.
bool add_compact(std::int64_t date, Captures& captures) {
    constexpr std::int64_t day_digits = 10000;
    return date >= 0 && captures.add_year(date / day_digits) && captures.add(date);
}

/// The date of a moment in one number; its time is left to `match_row`.
bool take_moment(TokenSpan& tokens, Captures& captures) {
    constexpr std::int64_t clock_digits = 1000000;
    const std::int64_t value = take_digits(tokens, 14, 14);
    return value >= 0 && add_compact(value / clock_digits, captures) &&
           captures.add(value % clock_digits);
}

bool take_zeros(TokenSpan& tokens) {
    if (tokens.empty() || !is_zeros(tokens[0])) {
        return false;
    }
    tokens = tokens.subspan(1);
    return true;
}

}  // namespace

bool take_part(Part part, TokenSpan& tokens, Captures& captures) {
    using enum Part;
    switch (part) {
        case end:
            return tokens.empty();
        case year:
            return take_year(tokens, captures);
        case year4:
            return captures.add_year(take_digits(tokens, 4, 4));
        case number:
            return take_number(tokens, 1, 2, captures);
        case two_digits:
            return take_number(tokens, 2, 2, captures);
        case month:
            return take_month(tokens, captures);
        case dash:
            return take_separator(tokens, '-', captures);
        case slash:
            return take_separator(tokens, '/', captures);
        case dot:
            return take_separator(tokens, '.', captures);
        case comma:
            return take_separator(tokens, ',', captures);
        case zeros:
            return take_zeros(tokens);
        case digits8:
            return add_compact(take_digits(tokens, 8, 8), captures);
        case digits14:
            return take_moment(tokens, captures);
        case third:
            return take_third(tokens, captures);
        case season:
            return take_season(tokens, captures);
        case winter:
            return take_word(tokens, "winter");
        case ordinal:
            return take_ordinal(tokens, captures);
        case quarter_word:
            return take_word(tokens, "q") || take_word(tokens, "kw");
        case half_word:
            return take_word(tokens, "h");
        case week_word:
            return take_word(tokens, "week") || take_word(tokens, "wk");
        case week_letter:
            return take_word(tokens, "w");
        case kwartaal:
            return take_word(tokens, "kwartaal");
        case helft:
            return take_word(tokens, "helft");
    }
    return false;
}

}  // namespace koppelkans::time
