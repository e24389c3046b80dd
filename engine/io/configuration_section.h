#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/configuration_toml.h"
#include "engine/time/period.h"

namespace koppelkans::io {

/// A key that a section can have, and how its value is written; the example goes into messages.
struct KnownKey {
    std::string name;
    std::string example;
};

/// What can stand in a section.
struct KnownKeys {
    std::string section;  ///< as in messages: `[buurten]`; empty for the top of the file
    std::vector<KnownKey> keys;
    /// For keys that belong elsewhere: where, as a sentence.
    std::map<std::string, std::string> hints;
};

/// The numbers that are allowed, both ends included.
struct NumberRange {
    double least = 0;
    double most = 0;
};

/// A text of the user between quotes, for a message: cut off where it is long, its control
/// characters left out, passwords masked.
std::string in_quotes(std::string_view text);

/// `; did you mean "horizon"?` where one of `known` is near to `word`, else `; known: ...`.
std::string meant(std::string_view word, const std::vector<std::string>& known);

/// A table of the configuration, read key by key with the checks that all sections share. Each
/// getter is empty where the key is not there, and throws domain::InputError with file, line and
/// column where its value has the wrong type or lies outside its range.
///
///     const Section section(path, table, known);           // throws on an unknown key
///     const auto laag = section.text("laag");               // std::optional<std::string>
class Section {
  public:
    /// All three must outlive the section. Throws on a key that is not in `known`.
    Section(const std::string& path, const TomlValue& table, const KnownKeys& known);

    const TomlValue* find(std::string_view key) const;
    const std::string& path() const { return *path_; }

    /// As written; a text of blanks only and one with control characters are errors.
    std::optional<std::string> text(std::string_view key) const;
    /// A text that names something: trimmed, on one line, of at most 200 bytes.
    std::optional<std::string> name(std::string_view key) const;
    /// The same, each; without the key it is an error.
    std::string required_text(std::string_view key) const;
    std::string required_name(std::string_view key) const;
    /// A finite number; a whole one is a number too.
    std::optional<double> number(std::string_view key, NumberRange range) const;
    std::optional<int> whole(std::string_view key, NumberRange range) const;
    std::optional<bool> yes_no(std::string_view key) const;
    /// A list of texts, each checked as `text` does.
    std::optional<std::vector<std::string>> texts(std::string_view key) const;
    std::optional<time::Period> period(std::string_view key) const;
    /// Position in `words` of the word that stands there.
    std::optional<std::size_t> word(std::string_view key,
                                    const std::vector<std::string>& words) const;
    /// The table or list below a key.
    const TomlValue* table(std::string_view key) const;
    const TomlValue* list(std::string_view key) const;

    /// `file:line:column` of the key's value, or of the section where it has none.
    std::string place_of(std::string_view key) const;
    /// Throws with that place.
    [[noreturn]] void fail(std::string_view key, const std::string& message) const;

  private:
    const TomlValue* typed(std::string_view key, TomlKind kind) const;
    [[noreturn]] void fail_type(std::string_view key, TomlKind wanted) const;
    [[noreturn]] void fail_missing(std::string_view key) const;
    std::string example_of(std::string_view key) const;

    const std::string* path_;
    const TomlValue* table_;
    const KnownKeys* known_;
};

/// The value of a text with the checks of Section::text; `name` is what the message calls it.
std::string checked_text(const std::string& path, const TomlValue& value, const std::string& name);

/// The same with the checks of Section::name.
std::string checked_name(const std::string& path, const TomlValue& value, const std::string& name);

/// A table whose keys are words of the user, such as soort_waarden.
struct Word {
    std::string key;  ///< as written
    std::string text;
    TomlPlace key_place;
    TomlPlace place;
};

/// The entries of such a table, in the order of the file. Two keys that are the same word in
/// another case, with other texts, are an error.
std::vector<Word> read_words(const std::string& path, const TomlValue& table,
                             const std::string& name);

}  // namespace koppelkans::io
