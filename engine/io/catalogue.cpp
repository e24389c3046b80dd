#include "engine/io/catalogue.h"

#include <set>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/configuration_section.h"
#include "engine/io/embedded.h"

namespace koppelkans::io {

namespace {
/// Far beyond any municipality's; it bounds the work that a faulty file can cause.
constexpr std::size_t most_soorten = 500;

const std::vector<std::string>& fase_words() {
    static const std::vector<std::string> words = {"idee",          "verkenning", "ontwerp",
                                                   "voorbereiding", "uitvoering", "gereed",
                                                   "aangehouden",   "vervallen",  "onbekend"};
    return words;
}

KnownKeys soort_keys(const std::string& code, CatalogueOrigin origin) {
    KnownKeys known{"[soorten." + code + "]",
                    {{"naam", "\"Rioolvervanging\""},
                     {"domein", "\"water\""},
                     {"aard", "\"fysiek\""},
                     {"werkafstand", "3.0"},
                     {"bouwvolgorde", "2"},
                     {"graaft", "true"},
                     {"diepte_m", "2.5"},
                     {"graafrust", "\"P5Y\""}},
                    {}};
    if (origin == CatalogueOrigin::shipped) {
        known.keys.push_back({"woorden", "[\"riool\"]"});
    }
    return known;
}

domain::Soort new_soort(const std::string& code) {
    domain::Soort soort;
    soort.code = code;
    soort.naam = code;
    soort.domein = "overig";
    return soort;
}

/// The soort as it is so far: by its code alone, for [soorten.x] names a code and not a naam.
domain::Soort soort_of_code(const domain::SoortCatalogus& catalogue, const std::string& code) {
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const domain::Soort& soort = catalogue[static_cast<domain::SoortIndex>(i)];
        if (domain::folded(soort.code) == domain::folded(code)) {
            return soort;
        }
    }
    return new_soort(code);
}

void override_keys(const Section& section, domain::Soort& soort) {
    soort.naam = section.name("naam").value_or(soort.naam);
    soort.domein = section.name("domein").value_or(soort.domein);
    if (const auto aard = section.word("aard", {"fysiek", "sociaal"})) {
        soort.aard = *aard == 0 ? domain::Aard::fysiek : domain::Aard::sociaal;
    }
    soort.werkafstand_m = section.number("werkafstand", {0, 10000}).value_or(soort.werkafstand_m);
    if (const auto bouwvolgorde = section.whole("bouwvolgorde", {1, 9})) {
        soort.bouwvolgorde = bouwvolgorde;
    }
    soort.graaft = section.yes_no("graaft").value_or(soort.graaft);
    if (const auto diepte_m = section.number("diepte_m", {0, 1000})) {
        soort.diepte_m = diepte_m;
    }
    soort.graafrust = section.period("graafrust").value_or(soort.graafrust);
    if (const auto woorden = section.texts("woorden")) {
        soort.woorden.clear();
        for (const std::string& word : *woorden) {
            soort.woorden.push_back(domain::folded(word));
        }
    }
}

/// These stand in the legend of a project, where QGIS works out what is in [% and %].
void refuse_expression(const std::string& path, TomlPlace place, const domain::Soort& soort) {
    for (const std::string& text : {soort.code, soort.naam, soort.domein}) {
        if (text.find("[%") != std::string::npos) {
            fail_at(path, place,
                    fmt::format("{} holds [%, behind which QGIS takes a text for an expression; "
                                "write it without",
                                in_quotes(text)));
        }
    }
}

/// The table below `key` of a data file.
TomlValue shipped_table(std::string_view text, const std::string& path, std::string_view key) {
    TomlValue file = parse_toml(text, path);
    for (TomlEntry& entry : file.entries) {
        if (entry.key == key) {
            return std::move(entry.value);
        }
    }
    throw domain::InputError(fmt::format("{}: has no [{}]", path, key));
}
}  // namespace

void read_soorten(const std::string& path, const TomlValue& soorten, CatalogueOrigin origin,
                  domain::SoortCatalogus& catalogue) {
    std::set<std::string> seen;
    for (const TomlEntry& entry : soorten.entries) {
        TomlValue key;
        key.place = entry.place;
        key.text = entry.key;
        const std::string code = checked_name(path, key, "the code of a soort");
        if (entry.value.kind != TomlKind::table) {
            fail_at(
                path, entry.place,
                fmt::format("{} in [soorten] must be a table: [soorten.{}], with its keys below "
                            "it",
                            in_quotes(code), code));
        }
        if (!seen.insert(domain::folded(code)).second) {
            fail_at(path, entry.place,
                    fmt::format("the soort {} stands there twice; case does not count",
                                in_quotes(code)));
        }
        if (seen.size() > most_soorten) {
            fail_at(path, entry.place,
                    fmt::format("more than {} soorten are not read", most_soorten));
        }
        const KnownKeys known = soort_keys(code, origin);
        domain::Soort soort = soort_of_code(catalogue, code);
        override_keys(Section(path, entry.value, known), soort);
        refuse_expression(path, entry.place, soort);
        catalogue.put(std::move(soort));
    }
}

void read_fasen(const std::string& path, const TomlValue& fasen, domain::FaseCatalogus& catalogue) {
    for (const Word& word : read_words(path, fasen, "[fasen]")) {
        const std::optional<domain::Fase> fase = domain::read_fase(word.text);
        if (!fase) {
            fail_at(path, word.place,
                    fmt::format("unknown fase {}{}", in_quotes(word.text),
                                meant(word.text, fase_words())));
        }
        catalogue.put(word.key, *fase);
    }
}

domain::SoortCatalogus shipped_soorten() {
    const std::string path = "data/soorten.toml";
    domain::SoortCatalogus catalogue;
    read_soorten(path,
                 shipped_table(domain::text_of(embedded_files(), "soorten.toml"), path, "soorten"),
                 CatalogueOrigin::shipped, catalogue);
    return catalogue;
}

domain::FaseCatalogus shipped_fasen() {
    const std::string path = "data/fasen.toml";
    domain::FaseCatalogus catalogue;
    for (const std::string& word : fase_words()) {
        catalogue.put(word, *domain::read_fase(word));
    }
    read_fasen(path, shipped_table(domain::text_of(embedded_files(), "fasen.toml"), path, "fasen"),
               catalogue);
    return catalogue;
}

}  // namespace koppelkans::io
