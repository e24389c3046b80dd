#include "engine/io/csv_quotes.h"

#include <algorithm>

#include <fmt/format.h>

namespace koppelkans::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = ",;\t|";

}  // namespace

void CsvQuotes::follow(std::string_view text) {
    std::size_t end = 0;  // of the line, found once a line: a file may have none of our kind
    for (std::size_t at = 0; at < text.size() && !sentence_; ++at) {
        if (is_line_start_ && !is_odd_ && !is_header_) {
            end = end <= at ? std::min(text.find('\n', at), text.size()) : end;
            if (end < text.size() && is_plain(text.substr(at, end - at))) {
                at = end;
                first_line_ = ++line_;
                continue;
            }
        }
        take_at_start(text[at]);
    }
}

/// Most lines have no quotes: these are taken whole.
bool CsvQuotes::is_plain(std::string_view line) const {
    const std::size_t carriage = line.find('\r');
    return !is_behind_carriage_ &&
           (carriage == std::string_view::npos || carriage + 1 == line.size()) &&
           line.find('"') == std::string_view::npos &&
           std::count(line.begin(), line.end(), separator_) <= last_column_;
}

void CsvQuotes::take_at_start(char letter) {
    if (letters_ < byte_order_mark.size() && letter == byte_order_mark[letters_]) {
        ++letters_;
        return;
    }
    letters_ = byte_order_mark.size();
    take(letter);
}

void CsvQuotes::take(char letter) {
    const bool is_second = letter == '\n' && is_behind_carriage_;
    is_behind_carriage_ = letter == '\r';
    if (is_second) {
        return;
    }
    if (letter == '\n' || letter == '\r') {
        end_line();
        return;
    }
    is_line_start_ = false;
    if (letter == '"') {
        is_odd_ = !is_odd_;
        take_quote();
    } else {
        take_letter(letter);
        follow_width(letter);
    }
}

void CsvQuotes::take_quote() {
    switch (at_) {
        case At::value:
            opened_line_ = line_;
            at_ = At::quoted;
            break;
        case At::quoted:
            at_ = At::quote;
            break;
        case At::quote:  // doubled: a letter of the value
            at_ = At::quoted;
            break;
        case At::bare:
            note(Fault::inside);
            break;
        case At::behind:
            note(Fault::behind);
            break;
    }
}

void CsvQuotes::take_letter(char letter) {
    if (is_header_ && !is_odd_) {
        find_separator(letter);
    }
    if (at_ == At::quoted) {
        return;
    }
    if (separates(letter)) {
        at_ = At::value;
    } else if (letter == ' ') {
        at_ = at_ == At::quote ? At::behind : at_;
    } else if (at_ == At::quote || at_ == At::behind) {
        note(Fault::behind);
    } else {
        at_ = At::bare;
    }
}

void CsvQuotes::end_line() {
    is_line_start_ = true;
    is_header_ = false;
    if (!is_odd_) {
        end_row();
    }
    ++line_;
    if (!is_odd_) {
        first_line_ = line_;
    }
}

void CsvQuotes::end_row() {
    if (fault_ == Fault::inside && first_line_ != line_) {
        sentence_ = fmt::format(
            "line {} of this CSV has a quote (\") inside a value that does not begin with one, by "
            "which the rows up to line {} would be lost; put the value between quotes and double "
            "the quote inside it, as in \"pipe of 24\"\"\"",
            fault_line_, line_);
    } else if (fault_ == Fault::behind && first_line_ != line_) {
        sentence_ = fmt::format(
            "the quote (\") that begins a value on line {} of this CSV is closed on line {}, with "
            "more text behind it, so rows in between would be lost; close the quote where its "
            "value ends, and double one that belongs to it",
            fault_opened_line_, fault_line_);
    }
    at_ = At::value;
    fault_ = Fault::none;
    end_width();
}

void CsvQuotes::follow_width(char letter) {
    if (letter == separator_ && !is_odd_) {
        ++separators_;
    } else if (letter != ' ' && letter != '\t') {
        is_wide_ = is_wide_ || separators_ > last_column_;
    }
}

void CsvQuotes::end_width() {
    if (is_first_row_) {
        last_column_ = separators_;
    } else if (is_wide_ && is_clear_ && separator_ != '\0') {
        wide_line_ = wide_rows_ == 0 ? first_line_ : wide_line_;
        ++wide_rows_;
    }
    is_first_row_ = false;
    is_wide_ = false;
    separators_ = 0;
}

std::optional<std::string> CsvQuotes::finish() {
    if (!sentence_ && is_odd_) {
        sentence_ = fmt::format(
            "line {} of this CSV opens a quote (\") that is not closed before the end of the file, "
            "so all behind it would be one value; close it where its value ends, and double one "
            "that belongs to it",
            fault_ == Fault::inside   ? fault_line_
            : fault_ == Fault::behind ? fault_opened_line_
                                      : opened_line_);
    } else if (!sentence_) {
        end_row();
    }
    return sentence_;
}

/// GDAL takes the first separator outside quotes in the header line. Where that line has several
/// kinds, what it does depends on the name of the file: then each kind will do.
void CsvQuotes::find_separator(char letter) {
    if (separators.find(letter) == std::string_view::npos) {
        return;
    }
    is_clear_ = is_clear_ && (separator_ == '\0' || separator_ == letter);
    separator_ = letter;
}

bool CsvQuotes::separates(char letter) const {
    return is_clear_ && separator_ != '\0' ? letter == separator_
                                           : separators.find(letter) != std::string_view::npos;
}

/// The first fault of a row tells; behind it there is no knowing what was meant.
void CsvQuotes::note(Fault fault) {
    if (fault_ == Fault::none) {
        fault_ = fault;
        fault_line_ = line_;
        fault_opened_line_ = opened_line_;
    }
    at_ = At::bare;
}

}  // namespace koppelkans::io
