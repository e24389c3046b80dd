#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/result_file_facts.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using publish::Vorm;
using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

/// The facts of the scene, gathered as the result file does.
publish::ResultFacts gathered(const Scene& scene, const io::ResultContext& context) {
    io::FactsGathering gathering(context);
    for (const analysis::BuurtResult& found : scene.found) {
        gathering.add(found);
    }
    for (std::size_t i = 0; i + 1 < scene.opgaven.size(); ++i) {
        gathering.add_opgave(scene.opgaven[i]);
    }
    for (const domain::Problem& problem : scene.afgekeurd) {
        gathering.add_problem(problem);
    }
    gathering.add_run(scene.run);
    return gathering.finish({Layer::koppelkansen, Layer::run}, "2027-01-01T00:00:00.000Z");
}

publish::ResultFacts gathered(const Scene& scene) {
    return gathered(scene, scene.context());
}

std::vector<std::string> ids(const std::vector<publish::NamedOpgave>& opgaven) {
    std::vector<std::string> found;
    for (const publish::NamedOpgave& opgave : opgaven) {
        found.push_back(opgave.opgave_id + "=" + opgave.naam);
    }
    return found;
}

TEST(ResultFacts, hold_what_classes_are_made_of) {
    const publish::ResultFacts facts = gathered(Scene());
    EXPECT_THAT(facts.koppelkansen_per_buurt, ElementsAre(2, 0, 0));
    EXPECT_THAT(facts.ernst, ElementsAre(1.75));
    EXPECT_THAT(facts.classes.at(Layer::opgaven),
                UnorderedElementsAre(Pair(Vorm::vlak, "bomen"), Pair(Vorm::lijn, "riool"),
                                     Pair(Vorm::punt, "riool"), Pair(Vorm::zonder, "eenzaamheid")));
    EXPECT_THAT(facts.classes.at(Layer::werkgebieden),
                UnorderedElementsAre(Pair(Vorm::vlak, "bomen"), Pair(Vorm::vlak, "riool"),
                                     Pair(Vorm::vlak, "eenzaamheid")));
    EXPECT_THAT(facts.classes.at(Layer::afgekeurd),
                UnorderedElementsAre(Pair(Vorm::punt, "id_ontbreekt"),
                                     Pair(Vorm::zonder, "datum_ongeldig")));
}

TEST(ResultFacts, name_the_opgaven_of_each_layer_of_pairs) {
    const publish::ResultFacts facts = gathered(Scene());
    EXPECT_THAT(ids(facts.opgaven.at(Layer::koppelkansen)),
                ElementsAre("groen:1=Bomen \"Laan\"", "riool:7="));
    EXPECT_EQ(ids(facts.opgaven.at(Layer::koppelkansen_totaal)),
              ids(facts.opgaven.at(Layer::koppelkansen)));
    EXPECT_THAT(ids(facts.opgaven.at(Layer::risicos)), ElementsAre("riool:7=", "riool:8="));
}

TEST(ResultFacts, name_no_opgaven_where_they_are_too_many) {
    Scene scene;
    const std::size_t many = publish::most_named_opgaven + 1;
    scene.opgaven.resize(many);
    for (const std::size_t count : {many - 1, many}) {
        scene.found.resize(1);
        scene.found[0].koppelkansen.clear();
        for (std::size_t i = 1; i < count; ++i) {
            domain::Koppelkans pair;
            pair.a = 0;
            pair.b = static_cast<domain::OpgaveIndex>(i);
            scene.found[0].koppelkansen.push_back(pair);
        }
        const io::ResultContext context = scene.context();
        io::FactsGathering gathering(context);
        gathering.add(scene.found[0]);
        EXPECT_EQ(gathering.finish({}, "").opgaven.contains(Layer::koppelkansen), count < many)
            << count;
    }
}

TEST(ResultFacts, know_when_plans_begin_and_end) {
    const publish::ResultFacts facts = gathered(Scene());
    EXPECT_EQ(facts.first_start, day("2025-01-01"));
    EXPECT_EQ(facts.last_eind, day("2030-12-31"));
}

TEST(ResultFacts, have_places_for_bookmarks) {
    const publish::ResultFacts facts = gathered(Scene());
    ASSERT_EQ(facts.bookmarks.size(), 1U);
    EXPECT_EQ(facts.bookmarks[0].naam, "WK01 (Oost, D'n Höek)");
    EXPECT_EQ(facts.extent, geometry::united(facts.extent, facts.bookmarks[0].box));
    const Scene scene;
    std::vector<domain::Buurt> buurten = scene.buurten.buurten();
    for (domain::Buurt& buurt : buurten) {
        buurt.wijkcode.clear();
    }
    const domain::BuurtRegister without_wijken(buurten, std::nullopt);
    io::ResultContext context = scene.context();
    context.buurten = &without_wijken;
    const publish::ResultFacts plain = gathered(scene, context);
    ASSERT_EQ(plain.bookmarks.size(), 3U);
    EXPECT_EQ(plain.bookmarks[2].naam, "BU0003") << "without a name its code";
    EXPECT_EQ(facts.bookmark_group, "Wijken");
    EXPECT_EQ(plain.bookmark_group, "Buurten");
}

TEST(ResultFacts, tell_of_the_run) {
    const publish::ResultFacts facts = gathered(Scene());
    EXPECT_EQ(facts.crs_code, "EPSG:28992");
    EXPECT_THAT(facts.crs_wkt, testing::HasSubstr("Amersfoort"));
    EXPECT_EQ(facts.inputs.size(), 3U);
    EXPECT_EQ(facts.inputs[0].sha256, "ab12");
    EXPECT_EQ(facts.inputs[0].pad, "data/riool.shp");
    EXPECT_TRUE(facts.has(Layer::run));
    EXPECT_FALSE(facts.has(Layer::opgaven));
}

}  // namespace

}  // namespace koppelkans::test
