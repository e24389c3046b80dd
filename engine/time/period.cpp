#include "engine/time/period.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/time/date_text.h"

namespace koppelkans::time {

namespace {

constexpr std::int64_t max_years = 9999;
constexpr std::int64_t max_months = max_years * 12;
constexpr std::int64_t max_days = max_years * 366;

enum class Unit { year, month, week, day };

struct UnitWord {
    std::string_view word;
    Unit unit;
};

constexpr auto unit_words = std::to_array<UnitWord>({
    {"jaar", Unit::year},   {"jaren", Unit::year},  {"jr", Unit::year},       {"year", Unit::year},
    {"years", Unit::year},  {"maand", Unit::month}, {"maanden", Unit::month}, {"mnd", Unit::month},
    {"mnden", Unit::month}, {"month", Unit::month}, {"months", Unit::month},  {"mon", Unit::month},
    {"mons", Unit::month},  {"week", Unit::week},   {"weken", Unit::week},    {"wk", Unit::week},
    {"wkn", Unit::week},    {"weeks", Unit::week},  {"dag", Unit::day},       {"dagen", Unit::day},
    {"day", Unit::day},     {"days", Unit::day},
});

constexpr auto iso_units = std::to_array<UnitWord>(
    {{"y", Unit::year}, {"m", Unit::month}, {"w", Unit::week}, {"d", Unit::day}});

template <std::size_t n>
std::optional<Unit> find_unit(const std::array<UnitWord, n>& units, const Token& token) {
    const auto found = std::find_if(units.begin(), units.end(), [&](const UnitWord& entry) {
        return token.is_word(entry.word);
    });
    return found == units.end() ? std::nullopt : std::optional(found->unit);
}

/// Adds up the parts of a period, from the largest unit down, each at most once.
class PeriodSum {
  public:
    bool add(std::int64_t count, Unit unit) {
        if (count < 0 || count > max_days || (last_ && unit <= *last_)) {
            return false;
        }
        last_ = unit;
        switch (unit) {
            case Unit::year:
                months_ += count * 12;
                break;
            case Unit::month:
                months_ += count;
                break;
            case Unit::week:
                days_ += count * 7;
                break;
            case Unit::day:
                days_ += count;
                break;
        }
        return true;
    }
    /// Half years count in months: `1,5 jaar`, `anderhalf jaar`.
    bool add_months_of_years(std::int64_t months) {
        if (last_) {
            return false;
        }
        last_ = Unit::year;
        months_ += months;
        return true;
    }
    std::optional<Period> total() const {
        if (!last_ || months_ > max_months || days_ > max_days) {
            return std::nullopt;
        }
        return Period{static_cast<int>(months_), static_cast<int>(days_)};
    }

  private:
    std::optional<Unit> last_;
    std::int64_t months_ = 0;
    std::int64_t days_ = 0;
};

bool is_decimal_mark(const Token& token) {
    return token.is_mark(',') || token.is_mark('.');
}

/// `P1Y6M`: pairs of number and letter behind the P.
std::optional<Period> read_iso(TokenSpan tokens) {
    PeriodSum sum;
    for (; tokens.size() >= 2; tokens = tokens.subspan(2)) {
        const auto unit = find_unit(iso_units, tokens[1]);
        if (tokens[0].kind != Token::Kind::number || !unit || !sum.add(tokens[0].value, *unit)) {
            return std::nullopt;
        }
    }
    return tokens.empty() ? sum.total() : std::nullopt;
}

/// The months of `1,5 jaar`; empty unless the fraction is whole in months.
std::optional<std::int64_t> months_of_decimal_years(const Token& whole, const Token& fraction) {
    constexpr std::size_t max_digits = 6;
    if (whole.value < 0 || whole.value > max_years || fraction.digits > max_digits) {
        return std::nullopt;
    }
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < fraction.digits; ++i) {
        scale *= 10;
    }
    const std::int64_t scaled_months = fraction.value * 12;
    if (scaled_months % scale != 0) {
        return std::nullopt;
    }
    return whole.value * 12 + scaled_months / scale;
}

/// Takes one part (`6 maanden`, `1,5 jaar`, `anderhalf jaar`) off the front; false if there is
/// none.
bool take_part(TokenSpan& tokens, PeriodSum& sum) {
    if (tokens.size() >= 2 && tokens[0].is_word("anderhalf") && tokens[1].is_word("jaar")) {
        tokens = tokens.subspan(2);
        return sum.add_months_of_years(18);
    }
    if (tokens.size() >= 4 && tokens[0].kind == Token::Kind::number && is_decimal_mark(tokens[1]) &&
        tokens[2].kind == Token::Kind::number) {
        const auto months = months_of_decimal_years(tokens[0], tokens[2]);
        const auto unit = find_unit(unit_words, tokens[3]);
        tokens = tokens.subspan(4);
        return months && unit == Unit::year && sum.add_months_of_years(*months);
    }
    if (tokens.size() < 2 || tokens[0].kind != Token::Kind::number) {
        return false;
    }
    const auto unit = find_unit(unit_words, tokens[1]);
    const bool with_dot = tokens.size() > 2 && tokens[2].is_mark('.');
    const std::int64_t count = tokens[0].value;
    tokens = tokens.subspan(with_dot ? 3 : 2);
    return unit && sum.add(count, *unit);
}

std::optional<Period> read_words(TokenSpan tokens) {
    PeriodSum sum;
    while (take_part(tokens, sum)) {
        if (tokens.empty()) {
            return sum.total();
        }
        if (tokens[0].is_word("en") || tokens[0].is_word("and") || tokens[0].is_mark(',')) {
            tokens = tokens.subspan(1);
        }
    }
    return std::nullopt;
}

std::optional<Period> read_days(TokenSpan tokens) {
    // Three digits behind the mark may as well be thousands: 1.000 is not read.
    const bool decimal = tokens.size() == 3 && is_decimal_mark(tokens[1]) && is_zeros(tokens[2]) &&
                         tokens[2].digits != 3;
    if ((tokens.size() != 1 && !decimal) || tokens[0].value < 0 || tokens[0].value > max_days) {
        return std::nullopt;
    }
    return Period{0, static_cast<int>(tokens[0].value)};
}

std::optional<Period> read_tokens(TokenSpan tokens) {
    if (tokens.size() > 1 && tokens[0].is_word("p")) {
        return read_iso(tokens.subspan(1));
    }
    return read_words(tokens);
}

/// Moves by whole months; the day stays, or becomes the last of the month.
Day shift_months(Day day, std::int64_t months) {
    if (day.is_open() || months == 0) {
        return day;
    }
    const CalendarDate date = calendar_date(day);
    const std::int64_t month_index = std::int64_t{date.year} * 12 + (date.month - 1) + months;
    if (month_index < 12) {
        return Day::open_before();
    }
    if (month_index >= (max_years + 1) * 12) {
        return Day::open_after();
    }
    const int year = static_cast<int>(month_index / 12);
    const int month = static_cast<int>(month_index % 12) + 1;
    return *Day::from_ymd(year, month, std::min(date.day, days_in_month(year, month)));
}

}  // namespace

std::optional<Period> read_period(std::string_view text) {
    const PlainText plain(text);
    const Tokens tokens(plain.view());
    return plain.too_long() ? std::nullopt : read_tokens(tokens.all());
}

std::optional<Period> read_duration(std::string_view text) {
    const PlainText plain(text);
    if (plain.too_long()) {
        return std::nullopt;
    }
    const Tokens tokens(plain.view());
    const auto days = read_days(tokens.all());
    return days ? days : read_tokens(tokens.all());
}

Day plus(Day day, Period period) {
    return plus_days(shift_months(day, period.months), period.days);
}

Day minus(Day day, Period period) {
    return plus_days(shift_months(day, -std::int64_t{period.months}), -std::int64_t{period.days});
}

std::string iso(Period period) {
    if (period.is_zero()) {
        return "P0D";
    }
    std::string text = "P";
    const auto add = [&](int count, char unit) {
        if (count != 0) {
            text += fmt::format("{}{}", count, unit);
        }
    };
    add(period.months / 12, 'Y');
    add(period.months % 12, 'M');
    add(period.days, 'D');
    return text;
}

}  // namespace koppelkans::time
