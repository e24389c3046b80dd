#include "engine/io/said_secrets.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include "engine/io/source_access.h"

namespace koppelkans::io {

namespace {

bool is_hexadecimal(char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_letter_or_digit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// A sign that ends the user and password of a URL for libpq, or is no sign to it at all, although
/// an @ behind it shows that more of them was meant.
bool has_plain_sign_in_password(std::string_view bron) {
    const std::size_t mark = bron.find("://");
    const std::size_t end = bron.rfind('@');
    if (mark == std::string_view::npos || end == std::string_view::npos || end < mark + 3) {
        return false;
    }
    const std::string_view user = bron.substr(mark + 3, end - mark - 3);
    for (std::size_t at = 0; at < user.size(); ++at) {
        const bool encodes =
            at + 2 < user.size() && is_hexadecimal(user[at + 1]) && is_hexadecimal(user[at + 2]);
        if (user[at] == '@' || user[at] == '/' || (user[at] == '%' && !encodes)) {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::size_t shortest = 4;
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = std::find_if(text.begin() + at, text.end(), is_letter_or_digit);
        const auto end = std::find_if_not(begin, text.end(), is_letter_or_digit);
        const auto first = static_cast<std::size_t>(begin - text.begin());
        const auto size = static_cast<std::size_t>(end - begin);
        if (size >= shortest) {
            words.push_back(text.substr(first, size));
        }
        at = first + size;
    }
    return words;
}

/// With a blank for every sign that is written by its number.
std::string without_numbers(std::string text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if (text[at] == '%' && is_hexadecimal(text[at + 1]) && is_hexadecimal(text[at + 2])) {
            text.replace(at, 3, "   ");
        }
    }
    return text;
}

bool repeats_a_secret(const std::string& said, const std::string& bron, const std::string& pad) {
    const std::string plain = without_numbers(bron);
    const std::vector<std::string_view> words = words_of(plain);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return pad.find(word) == std::string::npos && said.find(word) != std::string::npos;
    });
}

}  // namespace

std::string without_secrets(std::string said, const std::string& bron, const std::string& pad) {
    for (std::size_t at = said.find(bron); at != std::string::npos;
         at = said.find(bron, at + pad.size())) {
        said.replace(at, bron.size(), pad);
    }
    if (is_database(bron) && has_plain_sign_in_password(bron)) {
        return "a sign in the name or password must be written by its number: %40 for @, %2F for "
               "/, %25 for %";
    }
    // Of a connection that it cannot take apart libpq repeats a part, which may be a secret.
    if (said.find("in connection info string") != std::string::npos) {
        return "the connection is no list of name=value; put a value with a blank in quotes, as in "
               "password='a b'";
    }
    if (repeats_a_secret(said, bron, pad)) {
        return "the reason repeats a part of the name that may be a secret; look at how it is "
               "written, and whether it can be reached";
    }
    return said;
}

}  // namespace koppelkans::io
