#include "engine/io/like_pattern.h"

#include <cstddef>
#include <optional>
#include <stdexcept>

namespace koppelkans::io {

namespace {

constexpr std::size_t most_looks = 100'000'000;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Reads a pattern from left to right.
class Pattern {
  public:
    Pattern(std::string_view text, const LikeRules& rules) : text_(text), rules_(rules) {}

    bool at_end() const { return at_ == text_.size(); }
    bool at_any() const { return !at_end() && !escapes(text_[at_]) && text_[at_] == '%'; }
    void skip_any() { ++at_; }
    std::size_t place() const { return at_; }
    void return_to(std::size_t place) { at_ = place; }

    /// Takes one byte of the text; false where it does not fit.
    bool takes(char byte) {
        if (at_end()) {
            return false;
        }
        const bool literal = escapes(text_[at_]);
        const std::size_t wanted = at_ + (literal ? 1 : 0);
        if (wanted == text_.size() ||
            !(fits(text_[wanted], byte) || (!literal && is_one(wanted)))) {
            return false;
        }
        at_ = wanted + 1;
        return true;
    }

  private:
    bool escapes(char byte) const { return rules_.escape != '\0' && byte == rules_.escape; }
    bool is_one(std::size_t place) const { return text_[place] == '_'; }
    bool fits(char wanted, char byte) const {
        return wanted == byte || (rules_.ignores_case && lower(wanted) == lower(byte));
    }

    std::string_view text_;
    LikeRules rules_;
    std::size_t at_ = 0;
};

/// Where to go on when what follows a `%` does not fit: the `%` takes one byte more.
struct Retry {
    std::size_t pattern;
    std::size_t text;
};

}  // namespace

bool fits_like(std::string_view text, std::string_view pattern, const LikeRules& rules) {
    Pattern rest(pattern, rules);
    std::optional<Retry> retry;  // of the last % alone: an earlier one has no better place to offer
    std::size_t looks = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (++looks > most_looks) {
            throw std::runtime_error("LIKE would compare a text with this pattern without end.");
        }
        if (rest.at_any()) {
            rest.skip_any();
            retry = Retry{rest.place(), at};
        } else if (rest.takes(text[at])) {
            ++at;
        } else if (retry) {
            at = ++retry->text;
            rest.return_to(retry->pattern);
        } else {
            return false;
        }
    }
    while (rest.at_any()) {
        rest.skip_any();
    }
    return rest.at_end();
}

}  // namespace koppelkans::io
