#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koppelkans::io {

/// Follows the lines of a CSV as GDAL does, which takes lines for one row as long as the number of
/// quotes in them is odd: one quote too many and the rows behind it are text of one value. Finds
/// the first row of several lines that is not written as RFC 4180 wants it: a quote in a value that
/// does not begin with one, or text behind the quote that ends a value. A row of one line loses
/// nothing, whatever its quotes, unless the file ends inside them.
///
///     CsvQuotes quotes;
///     quotes.follow(text);  // as often as there is more
///     if (const auto fault = quotes.finish()) throw domain::InputError(place, *fault);
///
/// Blanks around a quoted value are let through. Cost: a few operations a byte, and less where
/// there is no quote; memory for the header line alone.
class CsvQuotes {
  public:
    void follow(std::string_view text);
    /// At the end of the file, or anywhere before: what is wrong and what to do, in a sentence
    /// without the name of the file; empty where nothing is.
    std::optional<std::string> finish();
    /// Counted from 1; a line may end in CR, LF or both.
    std::int64_t line() const { return line_; }
    /// How many rows hold a value behind the last column of the header, which GDAL leaves out, and
    /// the line of the first. Not counted where a header of several kinds of separators leaves open
    /// which one it is.
    std::int64_t wide_rows() const { return wide_rows_; }
    std::int64_t wide_line() const { return wide_line_; }

  private:
    enum class At { value, bare, quoted, quote, behind };
    enum class Fault { none, inside, behind };

    bool is_plain(std::string_view line) const;
    void take_at_start(char letter);
    void take(char letter);
    void take_quote();
    void take_letter(char letter);
    void end_line();
    void end_row();
    void find_separator(char letter);
    bool separates(char letter) const;
    void note(Fault fault);
    void follow_width(char letter);
    void end_width();

    std::int64_t line_ = 1;
    std::int64_t first_line_ = 1;   ///< of the row
    std::int64_t opened_line_ = 1;  ///< of the quote that began the last value
    std::int64_t fault_line_ = 0;
    std::int64_t fault_opened_line_ = 0;
    At at_ = At::value;
    Fault fault_ = Fault::none;
    bool is_odd_ = false;  ///< the number of quotes in the row so far
    bool is_header_ = true;
    bool is_line_start_ = true;
    bool is_behind_carriage_ = false;  ///< a line feed belongs to it
    char separator_ = '\0';            ///< none yet: each will do
    bool is_clear_ = true;             ///< the header holds one kind of separator
    bool is_first_row_ = true;
    bool is_wide_ = false;          ///< this row
    std::int64_t separators_ = 0;   ///< of this row so far
    std::int64_t last_column_ = 0;  ///< the number of separators in the header
    std::int64_t wide_rows_ = 0;
    std::int64_t wide_line_ = 0;
    std::size_t letters_ = 0;  ///< at the start of the file, for its byte order mark
    std::optional<std::string> sentence_;
};

}  // namespace koppelkans::io
