#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/domain/text.h"
#include "engine/io/configuration.h"

namespace koppelkans::io {

namespace {
constexpr std::string_view stars = "***";
constexpr std::string_view blanks = " \t\r\n";
/// How far an @ is looked for that ends an unencoded password; it bounds the work.
constexpr std::size_t longest_user = 2000;

/// A parameter whose name ends so is a secret: access_token, PGPASSWORD, X-Amz-Signature, ...
constexpr std::array<std::string_view, 18> secret_endings = {
    "password",    "passwd",    "passphrase", "pwd",        "token",         "secret",
    "apikey",      "api_key",   "api-key",    "accesskey",  "access_key",    "accountkey",
    "account_key", "sharedkey", "signature",  "credential", "authorization", "subscription-key"};
/// These only as the whole name, being part of too many others.
constexpr std::array<std::string_view, 4> secret_names = {"key", "sig", "pass", "pw"};

/// Of a database or of a web address, these alone are surely no secret: the next one that carries a
/// password has a name that nobody thought of, `code`, `wachtwoord` or `pass%77ord`.
constexpr std::array<std::string_view, 44> harmless_names = {
    // of PostgreSQL and its driver
    "dbname", "host", "hostaddr", "port", "user", "service", "sslmode", "schemas", "active_schema",
    "tables", "connect_timeout", "application_name", "client_encoding", "target_session_attrs",
    // of web services
    "version", "request", "typename", "typenames", "srsname", "crs", "srs", "bbox", "format",
    "outputformat", "f", "count", "maxfeatures", "startindex", "layer", "layers", "sv", "se", "v",
    // of /vsicurl?
    "url", "use_head", "max_retry", "retry_delay", "list_dir", "empty_dir", "useragent", "timeout",
    "connecttimeout", "low_speed_time", "low_speed_limit"};

bool is_blank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_sign(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_secret(std::string_view name) {
    const std::string word = domain::folded(name);
    const auto is_end = [&](std::string_view end) { return ends_with(word, end); };
    return std::any_of(secret_endings.begin(), secret_endings.end(), is_end) ||
           std::find(secret_names.begin(), secret_names.end(), word) != secret_names.end();
}

/// What ends the value of a parameter that stands in no quotes.
enum class Style {
    postgres,  ///< PG: a blank, and nothing else
    mysql,     ///< MYSQL: a comma, and nothing else
    odbc,      ///< MSSQL:, ODBC: a semicolon, and nothing else
    other,     ///< a blank, or one of & ; , where the next parameter follows
};

/// The style that a prefix ending in a colon at `colon` brings, else the one that there was.
Style style_after(std::string_view text, std::size_t colon, Style before) {
    std::size_t first = colon;
    while (first > 0 && is_letter(text[first - 1])) {
        --first;
    }
    const std::string prefix = domain::folded(text.substr(first, colon - first));
    if (prefix == "pg" || prefix == "postgis") {
        return Style::postgres;
    }
    if (prefix == "mysql") {
        return Style::mysql;
    }
    return prefix == "mssql" || prefix == "odbc" ? Style::odbc : before;
}

/// Length of an equals sign, plain or percent-encoded, at `at`; 0 for none.
std::size_t equals_length(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '=') {
        return 1;
    }
    const std::string_view three = text.substr(std::min(at, text.size()), 3);
    return three == "%3D" || three == "%3d" ? 3 : 0;
}

/// Does `name=` follow at `at`?
bool parameter_follows(std::string_view text, std::size_t at) {
    const auto skip = [&](auto wanted) {
        while (at < text.size() && wanted(text[at])) {
            ++at;
        }
    };
    skip(is_blank);
    const std::size_t first = at;
    skip(is_name_sign);
    const bool named = at > first;
    skip(is_blank);
    return named && equals_length(text, at) > 0;
}

/// Behind the closing sign of a quoted value whose first byte is at `at`. A doubled sign and one
/// behind a backslash are part of the value.
std::size_t quoted_end(std::string_view text, std::size_t at) {
    const char closing = text[at] == '{' ? '}' : text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == closing) {
            if (at + 1 >= text.size() || text[at + 1] != closing) {
                return at + 1;
            }
            ++at;
        }
    }
    return text.size();
}

bool only_blanks(std::string_view text, std::size_t at) {
    return text.find_first_not_of(blanks, at) == std::string_view::npos;
}

bool ends_value(std::string_view text, std::size_t at, Style style) {
    const char c = text[at];
    switch (style) {
        case Style::postgres:
            // A password with a blank should stand in quotes, yet it is a password.
            return is_blank(c) && (parameter_follows(text, at) || only_blanks(text, at));
        case Style::mysql:
            return c == ',';
        case Style::odbc:
            return c == ';';
        case Style::other:
            break;
    }
    if (is_blank(c)) {
        return true;
    }
    if (text.substr(at, 3) == "%26") {
        return parameter_follows(text, at + 3);
    }
    return (c == '&' || c == ';' || c == ',') && parameter_follows(text, at + 1);
}

/// Where the value that starts at `at` ends. In doubt it is rather too long than too short.
std::size_t value_end(std::string_view text, std::size_t at, Style style) {
    if (at < text.size() && (text[at] == '\'' || text[at] == '"' || text[at] == '{')) {
        at = quoted_end(text, at);
    }
    while (at < text.size() && !ends_value(text, at, style)) {
        if (style == Style::postgres && is_blank(text[at])) {
            // Where one blank ends no value, those behind it do not either, and to look behind each
            // of a hundred thousand takes minutes.
            at = std::min(text.find_first_not_of(blanks, at), text.size());
        } else {
            at += style == Style::postgres && text[at] == '\\' ? 2 : 1;
        }
    }
    return std::min(at, text.size());
}

/// The name of the parameter whose equals sign stands at `at`.
std::string_view name_before(std::string_view text, std::size_t at) {
    while (at > 0 && is_blank(text[at - 1])) {
        --at;
    }
    std::size_t first = at;
    while (first > 0 && is_name_sign(text[first - 1])) {
        --first;
    }
    const bool encoded = first > 0 && text[first - 1] == '%' && at - first >= 2;
    return text.substr(encoded ? first + 2 : first, at - (encoded ? first + 2 : first));
}

/// A name that is harmless, and is the whole of the parameter's name.
bool is_harmless(std::string_view text, std::string_view name) {
    const std::string word = domain::folded(name);
    if (std::find(harmless_names.begin(), harmless_names.end(), word) == harmless_names.end()) {
        return false;
    }
    const auto first = static_cast<std::size_t>(name.data() - text.data());
    if (first == 0) {
        return true;
    }
    const std::string before = domain::folded(text.substr(first < 3 ? 0 : first - 3, 3));
    return std::string_view(" \t\r\n?&;:,'\"").find(text[first - 1]) != std::string_view::npos ||
           before == "%26" || before == "%3b" || before == "%3f";
}

/// Where a text stands that is followed from its first byte on.
struct Within {
    Style style = Style::other;
    bool address = false;  ///< behind `://` or `/vsi`
    bool query = false;    ///< and a question mark

    void step(std::string_view text, std::size_t at) {
        const std::string_view next = text.substr(at);
        if (is_blank(text[at])) {
            address = query = false;
        } else if (text[at] == ':') {
            style = style_after(text, at, style);
            address = address || next.starts_with("://");
        } else if (next.starts_with("/vsi")) {
            address = true;
        } else if (text[at] == '?' || next.starts_with("%3F") || next.starts_with("%3f")) {
            query = address;
        }
    }
    bool hides(std::string_view text, std::string_view name) const {
        return is_secret(name) || ((query || style == Style::postgres) && !is_harmless(text, name));
    }
};

/// What a percent sign and two hexadecimal digits stand for.
std::string decoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string hex = domain::folded(text.substr(at, 3));
        const std::size_t high = hex.size() == 3 ? digits.find(hex[1]) : std::string_view::npos;
        const std::size_t low = hex.size() == 3 ? digits.find(hex[2]) : std::string_view::npos;
        const bool encoded = text[at] == '%' && high < digits.size() && low < digits.size();
        out += encoded ? static_cast<char>(high * digits.size() + low) : text[at];
        at += encoded ? 2 : 0;
    }
    return out;
}

/// An address in the query of another is looked into; one in that is hidden.
enum class Depth { outer, inner };

std::string with_masked_users(std::string_view text);
std::string with_masked_parameters(std::string_view text, Depth depth);

/// The value of a parameter `url`, as `/vsicurl?` takes it: as written where it holds no secret.
std::string masked_address(std::string_view written) {
    const std::string address = decoded(written);
    std::string hidden = with_masked_parameters(with_masked_users(address), Depth::inner);
    return hidden == address ? std::string(written) : hidden;
}

std::string with_masked_parameters(std::string_view text, Depth depth) {
    std::string out;
    Within within;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = equals_length(text, at);
        within.step(text, at);
        const std::string_view name = sign == 0 ? std::string_view() : name_before(text, at);
        if (sign > 0 && within.query && domain::folded(name) == "url") {
            const std::size_t end = std::min(text.find_first_of("& \t\r\n", at), text.size());
            const std::string_view address = text.substr(at + sign, end - at - sign);
            out += text.substr(at, sign);
            out += depth == Depth::outer ? masked_address(address) : std::string(stars);
            at = end;
            continue;
        }
        if (sign == 0 || !within.hides(text, name)) {
            out += text[at];
            ++at;
            continue;
        }
        const std::size_t value = std::min(text.find_first_not_of(" \t", at + sign), text.size());
        const std::size_t end = value_end(text, value, within.style);
        out += text.substr(at, value - at);
        out += end > value ? stars : std::string_view();
        at = end;
    }
    return out;
}

/// Where the part of a URL before the @ ends, for a URL whose authority starts at `first`; `first`
/// itself where it has no such part.
std::size_t user_end(std::string_view text, std::size_t first) {
    const std::size_t end = std::min(text.find_first_of("/?# \t\r\n", first), text.size());
    const std::string_view authority = text.substr(first, end - first);
    const std::size_t at_sign = authority.rfind('@');
    if (at_sign != std::string_view::npos) {
        return first + at_sign;
    }
    // A password that holds a slash or the like should have been encoded, yet it is a password.
    const std::size_t colon = authority.find(':');
    const bool only_port =
        colon == std::string_view::npos ||
        authority.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
    if (only_port) {
        return first;
    }
    const std::string_view rest = text.substr(first, longest_user);
    const std::size_t late = rest.substr(0, rest.find_first_of(blanks)).rfind('@');
    return late == std::string_view::npos ? first : first + late;
}

/// What is left of `user:password` or of a user alone. Web addresses carry tokens as the user.
std::string masked_user(std::string_view user, bool web) {
    const std::size_t colon = user.find(':');
    if (colon != std::string_view::npos) {
        const bool empty = colon + 1 == user.size();
        return std::string(user.substr(0, colon + 1)) + std::string(empty ? "" : stars);
    }
    return std::string(web && !user.empty() ? stars : user);
}

std::string with_masked_users(std::string_view text) {
    constexpr std::string_view mark = "://";
    std::string out;
    for (;;) {
        const std::size_t found = text.find(mark);
        if (found == std::string_view::npos) {
            return out.append(text);
        }
        const std::size_t first = found + mark.size();
        const std::size_t end = user_end(text, first);
        const std::string before = domain::folded(text.substr(0, found));
        out += text.substr(0, first);
        out += masked_user(text.substr(first, end - first),
                           ends_with(before, "http") || ends_with(before, "https"));
        text.remove_prefix(end);
    }
}

/// `ODBC:user/password@name`, as older drivers write it.
std::string with_masked_account(std::string_view text) {
    const std::string begin = domain::folded(text.substr(0, 5));
    const std::size_t slash = text.find('/');
    const std::size_t end = text.rfind('@');
    if ((!begin.starts_with("odbc:") && !begin.starts_with("oci:")) || end == text.npos ||
        slash > end || text.substr(slash).starts_with("//")) {
        return std::string(text);
    }
    return std::string(text.substr(0, slash + 1)) + std::string(stars) +
           std::string(text.substr(end));
}
}  // namespace

std::string masked(const std::string& connection) {
    // A secret that is hidden may have held the blank that kept two others apart, so what is left
    // is looked at again: nearly always once.
    constexpr int most_rounds = 8;
    std::string text = connection;
    for (int round = 0; round < most_rounds; ++round) {
        std::string hidden =
            with_masked_parameters(with_masked_users(with_masked_account(text)), Depth::outer);
        if (hidden == text) {
            return text;
        }
        text = std::move(hidden);
    }
    return std::string(stars);
}

}  // namespace koppelkans::io
