#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/fase.h"
#include "engine/domain/layers.h"
#include "engine/domain/problem.h"
#include "engine/io/catalogue.h"
#include "engine/io/report_words.h"
#include "engine/report/embedded.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using testing::ElementsAreArray;
using testing::IsEmpty;
using Catalogue = report::Texts::Catalogue;
using Words = std::set<std::string>;

constexpr Layer table_layers[] = {Layer::koppelkansen, Layer::gebiedskansen, Layer::combinaties,
                                  Layer::risicos,      Layer::buurten,       Layer::opgaven,
                                  Layer::afgekeurd};

Catalogue catalogue(const std::string& language) {
    return io::report_texts(language).catalogue();
}

/// The keys of a group, without it: "kaart" -> "titel", ...
Words words_of(const Catalogue& texts, const std::string& group) {
    Words words;
    for (const auto& [key, text] : texts) {
        if (key.starts_with(group + ".")) {
            words.insert(key.substr(group.size() + 1));
        }
    }
    return words;
}

Words enumerated(const std::string& name) {
    Words words;
    for (const domain::Enumeration* one : domain::enumerations()) {
        for (const domain::ListedWord& word : one->words) {
            if (one->name == name) {
                words.insert(word.value);
            }
        }
    }
    return words;
}

std::multiset<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::multiset<std::string> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern);
         at != std::sregex_iterator(); ++at) {
        found.insert((*at)[1].matched ? (*at)[1].str() : at->str());
    }
    return found;
}

std::string templates() {
    std::string all;
    for (const domain::EmbeddedFile& file : report::embedded_files()) {
        if (file.name.ends_with(".tpl")) {
            all += domain::text_of(report::embedded_files(), file.name);
        }
    }
    return all;
}

/// The code that asks for texts.
std::string sources() {
    std::ostringstream all;
    for (const char* room : {"engine/report", "engine/io"}) {
        for (const auto& file :
             std::filesystem::directory_iterator(std::string(KOPPELKANS_SOURCE "/") + room)) {
            const std::string name = file.path().filename().string();
            if (name.ends_with(".cpp") &&
                (std::string(room) == "engine/report" || name.starts_with("report_"))) {
                all << std::ifstream(file.path()).rdbuf();
            }
        }
    }
    return all.str();
}

std::string name_in_templates(std::string key) {
    std::replace(key.begin(), key.end(), '.', '_');
    return "T_" + key;
}

TEST(Words, are_those_of_both_languages) {
    Catalogue en = catalogue("en");
    std::vector<std::string> keys;
    for (const auto& [key, text] : catalogue("nl")) {
        keys.push_back(key);
    }
    // In Dutch the columns are called what the table of layers calls them.
    std::erase_if(en, [](const auto& entry) { return entry.first.starts_with("kolom."); });
    std::vector<std::string> english;
    for (const auto& [key, text] : en) {
        english.push_back(key);
    }
    EXPECT_THAT(english, ElementsAreArray(keys));
}

TEST(Words, are_filled_with_the_same_in_both_languages) {
    const std::regex braces("\\{[^{}]*\\}");
    const Catalogue en = catalogue("en");
    for (const auto& [key, text] : catalogue("nl")) {
        const auto english = en.find(key);
        ASSERT_NE(english, en.end()) << key;
        EXPECT_EQ(matches(text, braces), matches(english->second, braces)) << key;
        EXPECT_FALSE(text.empty()) << key;
        EXPECT_FALSE(english->second.empty()) << key;
    }
}

TEST(Words, that_templates_name_are_there) {
    Words known;
    for (const auto& [key, text] : catalogue("nl")) {
        known.insert(name_in_templates(key));
    }
    const auto named = matches(templates(), std::regex("\\{\\{(T_[A-Za-z_0-9]+)\\}\\}"));
    EXPECT_GT(named.size(), 80U);
    for (const std::string& name : named) {
        EXPECT_TRUE(known.contains(name)) << name;
    }
}

TEST(Words, become_names_in_templates_that_no_two_share) {
    Words known;
    for (const auto& [key, text] : catalogue("en")) {
        EXPECT_TRUE(known.insert(name_in_templates(key)).second) << key;
    }
}

/// Whether a key is asked for as it stands: by code, by a template or by what is counted.
bool is_named(const std::string& key, const std::string& code, const std::string& pages) {
    // Of `kansen.meer.een` and `aantal.paren.een` code names "kansen.meer" and "paren".
    const std::string by_count =
        std::regex_replace(key, std::regex("^(?:aantal\\.)?(.+)\\.(?:een|meer)$"), "$1");
    return code.find('"' + key + '"') != std::string::npos ||
           pages.find("{{" + name_in_templates(key) + "}}") != std::string::npos ||
           (by_count != key && code.find('"' + by_count + '"') != std::string::npos);
}

TEST(Words, are_all_asked_for) {
    // Groups that are looked up by a word of the result, a month or a name: the tests below say
    // what they hold.
    const Words by_word{"aanhaken",   "blad",  "domein", "fase",    "kolom",    "maand",
                        "maand_kort", "reden", "soort",  "verband", "zekerheid"};
    const std::string code = sources();
    const std::string pages = templates();
    for (const auto& [key, text] : catalogue("en")) {
        const std::string group = key.substr(0, key.find('.'));
        if (by_word.contains(group)) {
            EXPECT_TRUE(code.find('"' + group + '"') != std::string::npos ||
                        code.find('"' + group + '.') != std::string::npos)
                << group;
        } else if (key != "risicos.zeker" && key != "risicos.mogelijk") {
            EXPECT_TRUE(is_named(key, code, pages)) << key << " is asked for by no one";
        }
    }
}

TEST(Words, that_code_asks_for_are_there) {
    // Texts that are no keys: files, and an attribute of one, that the code names.
    const std::regex key("\"([a-z_]+\\.[a-z_]+)\"");
    const Words files{"index.html",    "index.pdf",    "koppelkansen.xlsx",
                      "manifest.json", "palette.toml", "system.posix_acl_access"};
    const Catalogue nl = catalogue("nl");
    const auto named = matches(sources(), key);
    EXPECT_GT(named.size(), 100U);
    for (const std::string& name : named) {
        const bool is_counted = nl.contains(name + ".een") && nl.contains(name + ".meer");
        EXPECT_TRUE(nl.contains(name) || is_counted || files.contains(name)) << name;
    }
}

TEST(Words, of_a_result_are_all_there_and_no_others) {
    for (const char* language : {"nl", "en"}) {
        const Catalogue texts = catalogue(language);
        EXPECT_EQ(words_of(texts, "zekerheid"), enumerated("tijd_zekerheid"));
        EXPECT_EQ(words_of(texts, "verband"), enumerated("verband"));
        EXPECT_EQ(words_of(texts, "fase"), enumerated("fase"));
        EXPECT_EQ(words_of(texts, "reden"), enumerated("reden"));
        for (const std::string& word : enumerated("tijd_zekerheid")) {
            EXPECT_TRUE(texts.contains("risicos." + word)) << word;
        }
        Words aanhaken{"onbekend"};
        for (const std::string& word : enumerated("aanhaken")) {
            aanhaken.insert({word, word + "_uitleg"});
        }
        EXPECT_EQ(words_of(texts, "aanhaken"), aanhaken);
        EXPECT_EQ(words_of(texts, "maand").size(), 12U);
        EXPECT_EQ(words_of(texts, "maand_kort").size(), 12U);
    }
}

TEST(Words, name_each_soort_and_domein_that_ships) {
    const domain::SoortCatalogus soorten = io::shipped_soorten();
    Words codes;
    Words domeinen;
    for (std::size_t i = 0; i < soorten.size(); ++i) {
        codes.insert(soorten[static_cast<domain::SoortIndex>(i)].code);
        domeinen.insert(soorten[static_cast<domain::SoortIndex>(i)].domein);
    }
    ASSERT_GT(codes.size(), 30U);
    for (const char* language : {"nl", "en"}) {
        EXPECT_EQ(words_of(catalogue(language), "soort"), codes) << language;
        EXPECT_EQ(words_of(catalogue(language), "domein"), domeinen) << language;
    }
}

TEST(Words, call_each_soort_in_dutch_what_its_catalogue_calls_it) {
    const domain::SoortCatalogus soorten = io::shipped_soorten();
    const report::Texts nl = io::report_texts("nl");
    for (std::size_t i = 0; i < soorten.size(); ++i) {
        const domain::Soort& soort = soorten[static_cast<domain::SoortIndex>(i)];
        EXPECT_EQ(nl.word("soort", soort.code), soort.naam);
    }
}

TEST(Words, name_each_sheet_and_in_english_each_column) {
    Words columns;
    Words sheets;
    for (const Layer layer : table_layers) {
        const domain::LayerDefinition& definition = domain::definition(layer);
        sheets.insert(definition.name);
        for (const domain::Field& field : definition.fields) {
            columns.insert(field.name);
        }
    }
    EXPECT_EQ(words_of(catalogue("en"), "kolom"), columns);
    EXPECT_EQ(words_of(catalogue("nl"), "blad"), sheets);
    EXPECT_THAT(words_of(catalogue("nl"), "kolom"), IsEmpty());
}

}  // namespace

}  // namespace koppelkans::test
