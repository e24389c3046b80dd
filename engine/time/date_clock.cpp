#include "engine/time/date_clock.h"

namespace koppelkans::time {

namespace {

std::optional<std::int64_t> seconds_of(std::int64_t hour, std::int64_t minute,
                                       std::int64_t second) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return std::nullopt;
    }
    return hour * 3600 + minute * 60 + second;
}

bool is_number(TokenSpan tokens, std::size_t index, std::size_t min_digits,
               std::size_t max_digits) {
    return index < tokens.size() && tokens[index].kind == Token::Kind::number &&
           tokens[index].digits >= min_digits && tokens[index].digits <= max_digits;
}

bool is_mark(TokenSpan tokens, std::size_t index, char mark) {
    return index < tokens.size() && tokens[index].is_mark(mark);
}

/// `+02`, `+0200`, `+02:00`: the sign stands before its digits without a blank, for the dash of
/// `10:00 - 03` joins two things and is no sign.
std::optional<std::int64_t> read_numeric_offset(TokenSpan tokens) {
    const bool negative = is_mark(tokens, 0, '-');
    if ((!negative && !is_mark(tokens, 0, '+')) || tokens[0].blank_after) {
        return std::nullopt;
    }
    std::int64_t hours = -1;
    std::int64_t minutes = 0;
    if (tokens.size() == 2 && is_number(tokens, 1, 2, 2)) {
        hours = tokens[1].value;
    } else if (tokens.size() == 2 && is_number(tokens, 1, 4, 4)) {
        hours = tokens[1].value / 100;
        minutes = tokens[1].value % 100;
    } else if (tokens.size() == 4 && is_number(tokens, 1, 2, 2) && is_mark(tokens, 2, ':') &&
               is_number(tokens, 3, 2, 2)) {
        hours = tokens[1].value;
        minutes = tokens[3].value;
    }
    constexpr std::int64_t max_hours = 14;
    if (hours < 0 || hours > max_hours || minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t offset_s = hours * 3600 + minutes * 60;
    return negative ? -offset_s : offset_s;
}

bool is_utc_word(const Token& token) {
    return token.is_word("z") || token.is_word("utc") || token.is_word("gmt");
}

/// The fraction of the second, which says nothing about the day, and the zone.
std::optional<Clock> read_clock_end(std::int64_t second_of_day, TokenSpan tokens) {
    if ((is_mark(tokens, 0, '.') || is_mark(tokens, 0, ',')) &&
        is_number(tokens, 1, 1, max_plain_length)) {
        tokens = tokens.subspan(2);
    }
    if (tokens.empty()) {
        return Clock{second_of_day, std::nullopt};
    }
    if (tokens.size() == 1 && is_utc_word(tokens[0])) {
        return Clock{second_of_day, 0};
    }
    const auto offset_s = read_numeric_offset(tokens);
    return offset_s ? std::optional(Clock{second_of_day, offset_s}) : std::nullopt;
}

}  // namespace

std::optional<Clock> read_clock(TokenSpan tokens) {
    const bool with_t = !tokens.empty() && tokens[0].is_word("t");
    if (with_t) {
        tokens = tokens.subspan(1);
    } else if (tokens.empty() || !tokens[0].blank_before) {
        return std::nullopt;
    }
    if (with_t && is_number(tokens, 0, 6, 6)) {
        return read_compact_clock(tokens[0].value, tokens.subspan(1));
    }
    if (!is_number(tokens, 0, 1, 2) || !is_mark(tokens, 1, ':') || !is_number(tokens, 2, 2, 2)) {
        return std::nullopt;
    }
    const bool with_seconds = is_mark(tokens, 3, ':') && is_number(tokens, 4, 2, 2);
    const auto seconds =
        seconds_of(tokens[0].value, tokens[2].value, with_seconds ? tokens[4].value : 0);
    return seconds ? read_clock_end(*seconds, tokens.subspan(with_seconds ? 5 : 3)) : std::nullopt;
}

std::optional<Clock> read_compact_clock(std::int64_t hhmmss, TokenSpan tokens) {
    const auto seconds = seconds_of(hhmmss / 10000, hhmmss / 100 % 100, hhmmss % 100);
    return seconds ? read_clock_end(*seconds, tokens) : std::nullopt;
}

Day local_day(Day date, const Clock& clock, const TimeZone& zone) {
    if (!clock.utc_offset_s) {
        return date;
    }
    constexpr std::int64_t seconds_per_day = 86400;
    const std::int64_t utc_seconds =
        date.days() * seconds_per_day + clock.second_of_day - *clock.utc_offset_s;
    return clamped_to_calendar(zone.day_of(utc_seconds));
}

}  // namespace koppelkans::time
