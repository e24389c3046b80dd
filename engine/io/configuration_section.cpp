#include "engine/io/configuration_section.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/configuration.h"

namespace koppelkans::io {

namespace {
constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_name = 200;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == '\x7F';
}

std::vector<std::string> names_of(const std::vector<KnownKey>& keys) {
    std::vector<std::string> names;
    names.reserve(keys.size());
    for (const KnownKey& key : keys) {
        names.push_back(key.name);
    }
    return names;
}

std::string in_section(const std::string& section) {
    return section.empty() ? section : " in " + section;
}

void check_keys(const std::string& path, const TomlValue& table, const KnownKeys& known) {
    const std::vector<std::string> names = names_of(known.keys);
    for (const TomlEntry& entry : table.entries) {
        if (std::find(names.begin(), names.end(), entry.key) != names.end()) {
            continue;
        }
        const auto hint = known.hints.find(entry.key);
        fail_at(
            path, entry.place,
            fmt::format("unknown key {}{}{}", in_quotes(entry.key), in_section(known.section),
                        hint == known.hints.end() ? meant(entry.key, names) : "; " + hint->second));
    }
}

std::string range_text(NumberRange range) {
    if (std::isinf(range.most)) {
        return fmt::format("{} or more", range.least);
    }
    return fmt::format("from {} to {}", range.least, range.most);
}
}  // namespace

std::string in_quotes(std::string_view text) {
    std::string shown = masked(std::string(text.substr(0, 10 * longest_quote)));
    shown.erase(std::remove_if(shown.begin(), shown.end(), is_control), shown.end());
    if (shown.size() > longest_quote) {
        std::size_t end = longest_quote;
        // Not through the middle of a character.
        while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        shown.resize(end);
        shown += "...";
    }
    return '"' + shown + '"';
}

std::string meant(std::string_view word, const std::vector<std::string>& known) {
    std::string near = word.size() > longest_quote ? std::string() : domain::nearest(word, known);
    // The start of a longer word is meant for that word, however many letters are left.
    const std::string start = domain::folded(word.substr(0, longest_quote));
    for (std::size_t i = 0; near.empty() && start.size() >= 3 && i < known.size(); ++i) {
        near = known[i].compare(0, start.size(), start) == 0 ? known[i] : std::string();
    }
    if (!near.empty()) {
        return fmt::format("; did you mean \"{}\"?", near);
    }
    return fmt::format("; known: {}", fmt::join(known, ", "));
}

std::string checked_text(const std::string& path, const TomlValue& value, const std::string& name) {
    const std::string& text = value.text;
    if (domain::trimmed(text).empty()) {
        fail_at(path, value.place, fmt::format("{} is empty; leave it out or fill it in", name));
    }
    const auto is_forbidden = [](char c) {
        return is_control(c) && c != '\n' && c != '\r' && c != '\t';
    };
    if (std::any_of(text.begin(), text.end(), is_forbidden)) {
        fail_at(path, value.place, fmt::format("{} holds a control character", name));
    }
    return text;
}

std::string checked_name(const std::string& path, const TomlValue& value, const std::string& name) {
    std::string text(domain::trimmed(checked_text(path, value, name)));
    if (std::any_of(text.begin(), text.end(), is_control)) {
        fail_at(path, value.place, fmt::format("{} must be on one line, without tabs", name));
    }
    if (text.size() > longest_name) {
        fail_at(path, value.place, fmt::format("{} is longer than {} bytes", name, longest_name));
    }
    return text;
}

Section::Section(const std::string& path, const TomlValue& table, const KnownKeys& known)
    : path_(&path), table_(&table), known_(&known) {
    check_keys(path, table, known);
}

const TomlValue* Section::find(std::string_view key) const {
    for (const TomlEntry& entry : table_->entries) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

std::string Section::place_of(std::string_view key) const {
    const TomlValue* value = find(key);
    return place_text(*path_, value == nullptr ? table_->place : value->place);
}

void Section::fail(std::string_view key, const std::string& message) const {
    throw domain::InputError(fmt::format("{}: {}", place_of(key), message));
}

std::string Section::example_of(std::string_view key) const {
    const auto known = std::find_if(known_->keys.begin(), known_->keys.end(),
                                    [&](const KnownKey& one) { return one.name == key; });
    return fmt::format("{} = {}", key, known->example);
}

void Section::fail_type(std::string_view key, TomlKind wanted) const {
    fail(key, fmt::format("{} must be {}, for example {}, not {}", key, to_text(wanted),
                          example_of(key), to_text(find(key)->kind)));
}

void Section::fail_missing(std::string_view key) const {
    fail(key,
         fmt::format("{} needs the key {}, for example {}", known_->section, key, example_of(key)));
}

const TomlValue* Section::typed(std::string_view key, TomlKind kind) const {
    const TomlValue* value = find(key);
    if (value != nullptr && value->kind != kind) {
        fail_type(key, kind);
    }
    return value;
}

std::optional<std::string> Section::text(std::string_view key) const {
    const TomlValue* value = typed(key, TomlKind::text);
    if (value == nullptr) {
        return std::nullopt;
    }
    return checked_text(*path_, *value, std::string(key));
}

std::optional<std::string> Section::name(std::string_view key) const {
    const TomlValue* value = typed(key, TomlKind::text);
    if (value == nullptr) {
        return std::nullopt;
    }
    return checked_name(*path_, *value, std::string(key));
}

std::string Section::required_text(std::string_view key) const {
    const std::optional<std::string> value = text(key);
    if (!value) {
        fail_missing(key);
    }
    return *value;
}

std::string Section::required_name(std::string_view key) const {
    const std::optional<std::string> value = name(key);
    if (!value) {
        fail_missing(key);
    }
    return *value;
}

std::optional<double> Section::number(std::string_view key, NumberRange range) const {
    const TomlValue* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (value->kind != TomlKind::integer && value->kind != TomlKind::real) {
        fail_type(key, TomlKind::real);
    }
    if (!std::isfinite(value->real) || value->real < range.least || value->real > range.most) {
        fail(key,
             fmt::format("{} must be a number, {}, not {}", key, range_text(range), value->real));
    }
    return value->real;
}

std::optional<int> Section::whole(std::string_view key, NumberRange range) const {
    const TomlValue* value = typed(key, TomlKind::integer);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (value->real < range.least || value->real > range.most) {
        fail(key, fmt::format("{} must be a whole number, {}, not {}", key, range_text(range),
                              value->integer));
    }
    return static_cast<int>(value->integer);
}

std::optional<bool> Section::yes_no(std::string_view key) const {
    const TomlValue* value = typed(key, TomlKind::boolean);
    return value == nullptr ? std::nullopt : std::optional(value->boolean);
}

std::optional<std::vector<std::string>> Section::texts(std::string_view key) const {
    const TomlValue* value = list(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const TomlValue& item : value->items) {
        if (item.kind != TomlKind::text) {
            fail_at(
                *path_, item.place,
                fmt::format("{} must hold texts between quotes, not {}", key, to_text(item.kind)));
        }
        texts.push_back(checked_text(*path_, item, std::string(key)));
    }
    return texts;
}

std::optional<time::Period> Section::period(std::string_view key) const {
    const std::optional<std::string> value = text(key);
    if (!value) {
        return std::nullopt;
    }
    const std::optional<time::Period> period = time::read_period(*value);
    if (!period) {
        fail(key, fmt::format("{} = {} is no period; write it as \"P2Y\", \"P18M\", \"2 jaar\" or "
                              "\"24 maanden\"",
                              key, in_quotes(*value)));
    }
    return period;
}

std::optional<std::size_t> Section::word(std::string_view key,
                                         const std::vector<std::string>& words) const {
    const std::optional<std::string> value = text(key);
    if (!value) {
        return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), domain::folded(*value));
    if (found == words.end()) {
        fail(key, fmt::format("{} cannot be {}{}", key, in_quotes(*value), meant(*value, words)));
    }
    return static_cast<std::size_t>(found - words.begin());
}

const TomlValue* Section::table(std::string_view key) const {
    return typed(key, TomlKind::table);
}

const TomlValue* Section::list(std::string_view key) const {
    return typed(key, TomlKind::list);
}

std::vector<Word> read_words(const std::string& path, const TomlValue& table,
                             const std::string& name) {
    std::vector<Word> words;
    std::map<std::string, std::string> seen;
    for (const TomlEntry& entry : table.entries) {
        const std::string key = domain::folded(entry.key);
        if (key.empty() || std::any_of(key.begin(), key.end(), is_control)) {
            fail_at(path, entry.place, fmt::format("a key of {} is no word", name));
        }
        const std::string of = fmt::format("{} in {}", in_quotes(entry.key), name);
        if (entry.value.kind != TomlKind::text) {
            fail_at(path, entry.value.place,
                    fmt::format("{} must be a text, not {}", of, to_text(entry.value.kind)));
        }
        const std::string text = checked_text(path, entry.value, of);
        const auto [same, fresh] = seen.emplace(key, domain::folded(text));
        if (!fresh && same->second != domain::folded(text)) {
            fail_at(
                path, entry.place,
                fmt::format("{} stands there twice; case and blanks at the ends do not count", of));
        }
        words.push_back({entry.key, text, entry.place, entry.value.place});
    }
    return words;
}

}  // namespace koppelkans::io
