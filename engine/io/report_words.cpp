#include "engine/io/report_words.h"

#include <stdexcept>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/io/configuration_toml.h"
#include "engine/io/embedded.h"

namespace koppelkans::io {

namespace {

/// A list of two is a text for one and a text for more.
void add(report::Texts::Catalogue& catalogue, const std::string& key, const TomlValue& value) {
    switch (value.kind) {
        case TomlKind::text:
            catalogue.emplace(key, value.text);
            return;
        case TomlKind::list:
            catalogue.emplace(key + ".een", value.items.at(0).text);
            catalogue.emplace(key + ".meer", value.items.at(1).text);
            return;
        case TomlKind::table:
            for (const TomlEntry& entry : value.entries) {
                add(catalogue, key.empty() ? entry.key : key + "." + entry.key, entry.value);
            }
            return;
        default:
            throw std::logic_error(fmt::format("the text {} is no text", key));
    }
}

/// The value of a key of a table; an empty one where there is none.
const TomlValue& at(const TomlValue& table, std::string_view key) {
    static const TomlValue none;
    for (const TomlEntry& entry : table.entries) {
        if (entry.key == key) {
            return entry.value;
        }
    }
    return none;
}

}  // namespace

report::Texts report_texts(const std::string& language) {
    const std::string file = language + ".toml";
    const std::string text =
        language.size() == 2 ? domain::text_of(embedded_files(), file) : std::string();
    if (text.empty()) {
        throw domain::UsageError(fmt::format("--lang \"{}\": it is nl or en", language));
    }
    report::Texts::Catalogue catalogue;
    add(catalogue, "", parse_toml(text, "data/report/" + file));
    return {language, std::move(catalogue)};
}

report::Palette report_palette() {
    const TomlValue file =
        parse_toml(domain::text_of(embedded_files(), "palette.toml"), "styles/palette.toml");
    report::Palette palette;
    for (const TomlEntry& entry : at(file, "soorten").entries) {
        const std::string& color = at(entry.value, "color").text;
        if (entry.key == "overig") {
            palette.other = color;
        } else if (entry.key.starts_with("extra")) {
            palette.spare.push_back(color);
        } else {
            palette.soorten.emplace(entry.key, color);
        }
    }
    for (const TomlValue& one : at(at(file, "buurten"), "classes").items) {
        // The class of no koppelkansen is white.
        if (at(one, "upper").integer > 0) {
            palette.ramp.push_back(at(one, "fill").text);
        }
    }
    return palette;
}

}  // namespace koppelkans::io
