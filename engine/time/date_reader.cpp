#include "engine/time/date_reader.h"

#include <algorithm>
#include <array>

#include "engine/time/date_forms.h"
#include "engine/time/date_text.h"
#include "engine/time/date_words.h"

namespace koppelkans::time {

namespace {

DateReading unreadable(std::string hint = {}) {
    DateReading reading;
    reading.kind = DateKind::unreadable;
    reading.hint = std::move(hint);
    return reading;
}

DateReading interval_reading(const Interval& interval) {
    DateReading reading;
    reading.kind = DateKind::interval;
    reading.interval = interval;
    return reading;
}

bool is_no_date(const Interval& interval) {
    return interval.first == interval.last && is_no_date_day(interval.first);
}

/// A form as it stands; a lone no-date day is no date.
DateReading form_reading(const Interval& interval) {
    return is_no_date(interval) ? DateReading{} : interval_reading(interval);
}

/// `ca.` and `±` before a date say nothing that its own precision does not.
TokenSpan without_approximation(TokenSpan tokens) {
    if (!tokens.empty() && tokens[0].is_mark(approx_mark)) {
        return tokens.subspan(1);
    }
    if (!tokens.empty() && tokens[0].is_word("ca")) {
        const bool with_dot = tokens.size() > 1 && tokens[1].is_mark('.');
        return tokens.subspan(with_dot ? 2 : 1);
    }
    return tokens;
}

std::optional<FormMatch> match_single(TokenSpan tokens, const TimeZone& zone) {
    return match_form(without_approximation(tokens), zone);
}

/// A day that means "no date" cannot bound anything.
bool can_bound(const std::optional<FormMatch>& match) {
    return match && !is_no_date(match->interval);
}

/// `na 2030`, `vanaf 2030`, `voor 2028`, `uiterlijk 2028`; empty where no such word stands in
/// front.
std::optional<DateReading> read_open_ended(TokenSpan tokens, const TimeZone& zone) {
    const auto starts_with = [&](std::string_view word) {
        return !tokens.empty() && tokens[0].is_word(word);
    };
    const bool after = starts_with("na");
    const bool before = starts_with("voor");
    const bool from = starts_with("vanaf");
    if (!after && !before && !from && !starts_with("uiterlijk")) {
        return std::nullopt;
    }
    const auto match = match_single(tokens.subspan(1), zone);
    if (!can_bound(match)) {
        return unreadable();
    }
    Interval open;
    if (after) {
        open.first = clamped_to_calendar(plus_days(match->interval.last, 1));
    } else if (from) {
        open.first = match->interval.first;
    } else if (before) {
        open.last = plus_days(match->interval.first, -1);
    } else {
        open.last = match->interval.last;
    }
    // Nothing lies before the first day of the calendar.
    return open.last == Day::open_before() ? unreadable() : interval_reading(open);
}

/// What joins two forms: a dash, a slash (between years) or `t/m`; the tokens [begin, end).
struct Joiner {
    std::size_t begin;
    std::size_t end;
};

/// Where a text of two forms may be cut: at each `t/m`; without one, at the dashes between blanks;
/// and without those at every dash and slash.
class Joiners {
  public:
    explicit Joiners(TokenSpan tokens) {
        find(tokens, [](TokenSpan rest) {
            const bool is_tm = rest.size() >= 3 && rest[0].is_word("t") && rest[1].is_mark('/') &&
                               rest[2].is_word("m");
            return is_tm ? 3 : 0;
        });
        find(tokens, [](TokenSpan rest) {
            return rest[0].is_mark('-') && rest[0].blank_before && rest[0].blank_after ? 1 : 0;
        });
        find(tokens,
             [](TokenSpan rest) { return rest[0].is_mark('-') || rest[0].is_mark('/') ? 1 : 0; });
    }
    const Joiner* begin() const { return joiners_.data(); }
    const Joiner* end() const { return joiners_.data() + count_; }

  private:
    /// Fills the list, unless an earlier kind of joiner has.
    void find(TokenSpan tokens, int (*length_at)(TokenSpan)) {
        if (count_ > 0) {
            return;
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const int length = length_at(tokens.subspan(i));
            if (length > 0) {
                joiners_[count_++] = {i, i + static_cast<std::size_t>(length)};
            }
        }
    }

    std::array<Joiner, Tokens::max_count> joiners_{};
    std::size_t count_ = 0;
};

/// Two forms as one range; empty where the sides are no forms.
std::optional<DateReading> join(TokenSpan left, TokenSpan right, bool years_only,
                                const TimeZone& zone) {
    const auto last = match_single(right, zone);
    if (!can_bound(last)) {
        return std::nullopt;
    }
    auto first = match_single(left, zone);
    if (!first) {
        first = match_form_without_year(without_approximation(left), *last, zone);
    }
    if (!can_bound(first)) {
        return std::nullopt;
    }
    if (years_only && (first->kind != FormKind::bare_year || last->kind != FormKind::bare_year)) {
        return std::nullopt;
    }
    if (last->interval.last < first->interval.first) {
        return unreadable("ends before it begins");
    }
    DateReading reading = interval_reading({first->interval.first, last->interval.last});
    reading.first_unit = first->interval;
    reading.last_unit = last->interval;
    return reading;
}

/// A text of two forms; empty where it is none, or can be cut in more than one way.
std::optional<DateReading> read_range(TokenSpan tokens, const TimeZone& zone) {
    std::optional<DateReading> found;
    for (const Joiner joiner : Joiners(tokens)) {
        const bool years_only = tokens[joiner.begin].is_mark('/');
        auto joined =
            join(tokens.first(joiner.begin), tokens.subspan(joiner.end), years_only, zone);
        if (joined && found) {
            return std::nullopt;
        }
        if (joined) {
            found = std::move(joined);
        }
    }
    return found;
}

/// What a text that is no date may be instead, in words for the user.
std::string hint_for(TokenSpan tokens) {
    constexpr std::int64_t first_day_number = 36526;  // 2000-01-01
    constexpr std::int64_t last_day_number = 73050;   // 2099-12-31
    const bool whole = tokens.size() == 1;
    const bool decimal = tokens.size() == 3 && (tokens[1].is_mark('.') || tokens[1].is_mark(',')) &&
                         tokens[2].kind == Token::Kind::number;
    if ((whole || decimal) && tokens[0].value >= first_day_number &&
        tokens[0].value <= last_day_number) {
        return "looks like the day number of a spreadsheet";
    }
    return {};
}

DateReading read_tokens(TokenSpan tokens, const TimeZone& zone) {
    tokens = without_approximation(tokens);
    if (const auto open_ended = read_open_ended(tokens, zone)) {
        return *open_ended;
    }
    if (const auto single = match_form(tokens, zone)) {
        return form_reading(single->interval);
    }
    if (const auto range = read_range(tokens, zone)) {
        return *range;
    }
    return unreadable(hint_for(tokens));
}

bool is_no_date_plain(std::string_view plain) {
    return is_unknown_word(plain) || is_zeros_and_separators(plain);
}

}  // namespace

DateReading read_date(std::string_view text, const TimeZone& zone) {
    // Nearly all dates of a database look so: they need no detour.
    if (const auto day = day_of_iso(text)) {
        return form_reading({*day, *day});
    }
    const PlainText plain(text);
    if (plain.too_long()) {
        return unreadable();
    }
    if (is_no_date_plain(plain.view())) {
        return {};
    }
    if (is_doorlopend_word(plain.view())) {
        DateReading reading;
        reading.kind = DateKind::doorlopend;
        return reading;
    }
    const Tokens tokens(plain.view());
    return tokens.too_many() ? unreadable() : read_tokens(tokens.all(), zone);
}

bool is_no_date_text(std::string_view text) {
    const PlainText plain(text);
    return !plain.too_long() && is_no_date_plain(plain.view());
}

}  // namespace koppelkans::time
