#include "engine/time/date_forms.h"

#include <algorithm>
#include <array>

#include "engine/time/date_clock.h"
#include "engine/time/date_parts.h"
#include "engine/time/date_spans.h"
#include "engine/time/date_words.h"

namespace koppelkans::time {

namespace {

struct Form {
    std::array<Part, 6> parts;
    MadeInterval (*make)(const Captures&);
    FormKind kind = FormKind::plain;
};

/// The table of SPEC §3, without its ranges and open ends. No text fits two rows.
constexpr auto forms = [] {
    using enum Part;
    return std::to_array<Form>({
        {{year4, dash, number, dash, number}, year_month_day, FormKind::day},
        {{year4, slash, number, slash, number}, year_month_day, FormKind::day},
        {{number, dash, number, dash, year}, day_month_year, FormKind::day},
        {{number, slash, number, slash, year}, day_month_year, FormKind::day},
        {{number, dot, number, dot, year}, day_month_year, FormKind::day},
        {{number, month, year}, day_month_year, FormKind::day},
        {{number, dash, month, dash, year}, day_month_year, FormKind::day},
        {{digits8}, compact_day, FormKind::day},
        {{digits8, dot, zeros}, compact_day},
        {{digits14}, compact_day, FormKind::moment},
        {{year4, dash, two_digits}, month_of_year},
        {{number, dash, year}, month_of_year},
        {{number, slash, year}, month_of_year},
        {{month, year}, month_of_year},
        {{third, month, year}, third_of_month},
        {{week_word, number, year}, week_of_year},
        {{year4, dash, week_letter, number}, week_of_year},
        {{quarter_word, number, year}, quarter_of_year},
        {{quarter_word, number, dash, year}, quarter_of_year},
        {{year4, quarter_word, number}, quarter_of_year},
        {{year4, dash, quarter_word, number}, quarter_of_year},
        {{ordinal, kwartaal, year}, quarter_of_year},
        {{half_word, number, year}, half_of_year},
        {{half_word, number, dash, year}, half_of_year},
        {{year4, half_word, number}, half_of_year},
        {{year4, dash, half_word, number}, half_of_year},
        {{ordinal, helft, year}, half_of_year},
        {{year}, whole_year, FormKind::bare_year},
        {{year4, dot, zeros}, whole_year, FormKind::bare_year},
        {{year4, comma, zeros}, whole_year, FormKind::bare_year},
        {{third, year}, third_of_year},
        {{season, year}, season_of_year},
        {{winter, year, slash, year}, winter_of_two_years},
        {{winter, year, dash, year}, winter_of_two_years},
    });
}();

/// Whether all tokens but a time behind a day fit; takes them off.
bool take_form(const Form& form, TokenSpan& tokens, Captures& captures) {
    for (const Part part : form.parts) {
        if (part == Part::end) {
            break;
        }
        if (!take_part(part, tokens, captures)) {
            return false;
        }
    }
    return tokens.empty() || form.kind == FormKind::day || form.kind == FormKind::moment;
}

MadeInterval match_row(const Form& form, TokenSpan tokens, Captures& captures,
                       const TimeZone& zone) {
    if (!take_form(form, tokens, captures)) {
        return std::nullopt;
    }
    const MadeInterval made = form.make(captures);
    const bool with_clock = form.kind == FormKind::moment || !tokens.empty();
    if (!made || !with_clock) {
        return made;
    }
    const auto clock = form.kind == FormKind::moment
                           ? read_compact_clock(captures.numbers[1], tokens)
                           : read_clock(tokens);
    if (!clock) {
        return std::nullopt;
    }
    const Day day = local_day(made->first, *clock, zone);
    return Interval{day, day};
}

/// Room for the tokens of a text and for the separator and the year that are put behind them.
using TokenBuffer = std::array<Token, Tokens::max_count + 2>;

Token year_token(int year) {
    Token token;
    token.kind = Token::Kind::number;
    token.digits = 4;
    token.value = year;
    return token;
}

/// A separator like the one that the text has already.
Token separator_token(char mark, TokenSpan tokens) {
    Token token;
    token.mark = mark;
    token.blank_before = tokens.size() > 1 && tokens[1].blank_before;
    token.blank_after = tokens.size() > 1 && tokens[1].blank_after;
    return token;
}

}  // namespace

std::optional<FormMatch> match_form(TokenSpan tokens, const TimeZone& zone) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
        Captures captures;
        const MadeInterval made = match_row(forms[i], tokens, captures, zone);
        if (made) {
            FormMatch match{i, forms[i].kind, *made, std::nullopt};
            if (captures.year_count > 0) {
                match.year = captures.years[0];
            }
            return match;
        }
    }
    return std::nullopt;
}

std::optional<FormMatch> match_form_without_year(TokenSpan tokens, const FormMatch& behind_dash,
                                                 const TimeZone& zone) {
    if (tokens.empty() || !behind_dash.year || behind_dash.kind == FormKind::bare_year) {
        return std::nullopt;
    }
    const Token& last = tokens.back();
    if (last.kind == Token::Kind::mark && last.mark != '.') {
        return std::nullopt;
    }
    // A lone number or third is read only as the same form: `4 t/m 6-2027`, `begin - medio 2027`,
    // but neither the 4th of `4 - 20-06-2027` nor the begin of `begin - medio april 2027`.
    const bool same_form_only = tokens.size() == 1 && (tokens[0].kind == Token::Kind::number ||
                                                       find_third(tokens[0].text).has_value());
    TokenBuffer buffer;
    std::copy(tokens.begin(), tokens.end(), buffer.begin());
    for (const char separator : {' ', '-', '/', '.'}) {
        std::size_t size = tokens.size();
        if (separator != ' ') {
            buffer[size++] = separator_token(separator, tokens);
        }
        buffer[size++] = year_token(*behind_dash.year);
        const auto match = match_form({buffer.data(), size}, zone);
        if (match && (!same_form_only || match->form == behind_dash.form)) {
            return match;
        }
    }
    return std::nullopt;
}

bool is_no_date_day(Day day) {
    constexpr auto no_date_days = std::to_array<std::int32_t>({
        -719162,  // 0001-01-01: the first day that .NET knows
        -25569,   // 1899-12-30: day 0 of spreadsheets
        -25567,   // 1900-01-01: day 1 of spreadsheets
        0,        // 1970-01-01: the epoch of Unix
    });
    return std::find(no_date_days.begin(), no_date_days.end(), day.days()) != no_date_days.end();
}

}  // namespace koppelkans::time
