#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace koppelkans::time {

/// Longer than any date or period that means something; what is longer is not looked at.
inline constexpr std::size_t max_plain_length = 200;
/// What `±` becomes in a PlainText; no other character becomes it.
inline constexpr char approx_mark = '\x02';

/// A text in the one spelling that the tables of this room are written in: lower case ASCII,
/// without accents, every kind of blank a single space and none at the ends, every kind of dash
/// `-`, every kind of apostrophe `'`. Characters that no date has, and bytes that are no UTF-8,
/// become a mark that nothing matches. Cost: linear, no allocation.
///
///     PlainText("  Vóór\t1\u00A0MEI – 2028 ").view()      // "voor 1 mei - 2028"
class PlainText {
  public:
    explicit PlainText(std::string_view text);
    /// More than `max_plain_length` characters were left: `view` holds the first of them.
    bool too_long() const { return too_long_; }
    std::string_view view() const { return {chars_.data(), size_}; }

  private:
    void append(char c);

    std::array<char, max_plain_length> chars_;
    std::size_t size_ = 0;
    bool blank_pending_ = false;
    bool too_long_ = false;
};

/// A run of digits, a run of letters, or one other character.
struct Token {
    enum class Kind : std::uint8_t { number, word, mark };
    Kind kind = Kind::mark;
    /// The character of a mark, else 0.
    char mark = 0;
    bool blank_before = false;
    bool blank_after = false;
    /// How many digits a number has, leading zeros included.
    std::size_t digits = 0;
    /// What a number is worth; -1 with more digits than any date has.
    std::int64_t value = -1;
    std::string_view text;

    constexpr bool is_mark(char c) const { return kind == Kind::mark && mark == c; }
    constexpr bool is_word(std::string_view word) const {
        return kind == Kind::word && text == word;
    }
};

using TokenSpan = std::span<const Token>;

/// The tokens of a plain text, which must outlive them.
class Tokens {
  public:
    explicit Tokens(std::string_view plain);
    /// More tokens than any date or period has: `all` is then empty.
    bool too_many() const { return too_many_; }
    TokenSpan all() const { return {tokens_.data(), count_}; }

    static constexpr std::size_t max_count = 48;

  private:
    std::array<Token, max_count> tokens_;
    std::size_t count_ = 0;
    bool too_many_ = false;
};

/// Whether the token is a number of nothing but zeros: the fraction of `2027.0`.
bool is_zeros(const Token& token);

}  // namespace koppelkans::time
