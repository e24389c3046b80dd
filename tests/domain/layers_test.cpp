#include "engine/domain/layers.h"

#include <cctype>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/fase.h"
#include "engine/domain/problem.h"

namespace koppelkans::test {

namespace {

using testing::Not;
using testing::StrEq;

std::vector<std::string> words_of(domain::Layer layer, const std::string& name) {
    std::vector<std::string> words;
    for (const domain::Field& field : domain::definition(layer).fields) {
        if (field.name == name && field.words != nullptr) {
            for (const domain::ListedWord& word : field.words->words) {
                words.emplace_back(word.value);
            }
        }
    }
    return words;
}

TEST(Layers, stand_at_their_place_under_their_name) {
    ASSERT_EQ(domain::layer_definitions().size(), domain::layer_count);
    std::set<std::string> names;
    std::set<std::string> titles;
    for (std::size_t i = 0; i < domain::layer_count; ++i) {
        const auto layer = static_cast<domain::Layer>(i);
        const domain::LayerDefinition& found = domain::definition(layer);
        EXPECT_EQ(found.layer, layer);
        EXPECT_EQ(domain::layer_named(found.name), layer);
        EXPECT_TRUE(names.insert(found.name).second) << found.name;
        EXPECT_TRUE(titles.insert(found.title).second) << "an identifier must be unique";
        EXPECT_THAT(found.description, Not(StrEq("")));
    }
    EXPECT_EQ(domain::layer_named("koppelkans"), std::nullopt);
    EXPECT_EQ(domain::layer_named(""), std::nullopt);
}

TEST(Layers, only_the_totals_are_a_view) {
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        EXPECT_EQ(layer.kind == domain::LayerKind::view,
                  layer.layer == domain::Layer::koppelkansen_totaal);
    }
}

TEST(Fields, are_named_once_and_speak_dutch) {
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        std::set<std::string> names{domain::fid_column, domain::geometry_column};
        std::set<std::string> aliases;
        for (const domain::Field& field : layer.fields) {
            EXPECT_TRUE(names.insert(field.name).second) << layer.name << "." << field.name;
            EXPECT_TRUE(aliases.insert(field.alias).second) << layer.name << "." << field.alias;
            EXPECT_THAT(field.description, Not(StrEq("")));
            EXPECT_FALSE(std::islower(static_cast<unsigned char>(*field.alias))) << field.alias;
        }
    }
}

TEST(Fields, of_one_name_are_of_one_type) {
    std::map<std::string, domain::FieldType> types;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        for (const domain::Field& field : layer.fields) {
            EXPECT_EQ(types.emplace(field.name, field.type).first->second, field.type)
                << layer.name << "." << field.name;
        }
    }
}

TEST(Fields, a_unit_in_the_name_is_in_the_alias) {
    const std::map<std::string, std::string> units{{"_m2", "(m²)"}, {"_m3", "(m³)"}, {"_m", "(m)"}};
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        for (const domain::Field& field : layer.fields) {
            for (const auto& [suffix, unit] : units) {
                if (std::string_view(field.name).ends_with(suffix)) {
                    EXPECT_TRUE(std::string_view(field.alias).ends_with(unit)) << field.name;
                }
            }
        }
    }
}

TEST(Words, are_those_of_the_domain) {
    std::vector<std::string> redenen;
    redenen.reserve(domain::reden_count);
    for (int i = 0; i < domain::reden_count; ++i) {
        redenen.emplace_back(to_text(static_cast<domain::Reden>(i)));
    }
    EXPECT_EQ(words_of(domain::Layer::afgekeurd, "reden"), redenen);
    std::vector<std::string> fasen;
    for (int i = 0; i <= static_cast<int>(domain::Fase::vervallen); ++i) {
        fasen.emplace_back(to_text(static_cast<domain::Fase>(i)));
    }
    EXPECT_EQ(words_of(domain::Layer::opgaven, "fase"), fasen);
    EXPECT_THAT(words_of(domain::Layer::koppelkansen, "type"),
                testing::ElementsAre("fysiek", "sociaal-fysiek", "sociaal"));
    EXPECT_THAT(words_of(domain::Layer::koppelkansen, "naam_a"), testing::IsEmpty());
}

TEST(Words, lists_have_names_of_their_own_and_no_word_twice) {
    std::set<std::string> names;
    for (const domain::Enumeration* list : domain::enumerations()) {
        EXPECT_TRUE(names.insert(list->name).second) << list->name;
        std::set<std::string> words;
        for (const domain::ListedWord& word : list->words) {
            EXPECT_TRUE(words.insert(word.value).second) << list->name << ": " << word.value;
            EXPECT_THAT(word.meaning, Not(StrEq("")));
        }
    }
    EXPECT_EQ(names.size(), 10U);
}

}  // namespace

}  // namespace koppelkans::test
