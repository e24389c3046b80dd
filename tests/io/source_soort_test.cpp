#include "engine/io/source_soort.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class SoortTest : public SourceTest {
  protected:
    BronConfiguration csv(const std::string& name, const std::string& text) {
        BronConfiguration configuration = riool(write(name, text));
        configuration.soort.reset();
        return configuration;
    }
    std::string code_of(const Source& source) {
        return source.bron().soort ? run_.soorten[*source.bron().soort].code : std::string();
    }
};

TEST_F(SoortTest, TheConfiguredSoortIsOfEveryRow) {
    BronConfiguration configuration = csv("riool.csv", "id;type\n1;warmtenet\n");
    configuration.soort = "Groen";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(code_of(source), "groen");
    EXPECT_EQ(source.soort_explained(), "groen, as configured");
    EXPECT_EQ(all_rows(source).at(0).text(Veld::soort), "");
}

TEST_F(SoortTest, TheConfiguredColumnAndItsWords) {
    BronConfiguration configuration =
        csv("plan.csv", "id;Werk\n1;Riool - vervangen\n2;groen\n3;onzin\n");
    configuration.soort_veld = "werk";
    configuration.soort_waarden = {{"Riool - Vervangen ", "rioolvervanging"}};
    Source source(configuration, run_, rd_);
    EXPECT_EQ(code_of(source), "");
    EXPECT_EQ(source.soort_explained(), "by the column Werk, as configured");
    EXPECT_EQ(column_of(source, Veld::soort), "Werk");
    ASSERT_EQ(source.bron().soort_waarden.size(), 1U);
    EXPECT_EQ(source.bron().soort_waarden.begin()->first, "riool - vervangen");
    const std::vector<InputRow> rows = all_rows(source);
    EXPECT_EQ(rows.at(0).text(Veld::soort), "Riool - vervangen");
    EXPECT_EQ(rows.at(2).text(Veld::soort), "onzin");
}

TEST_F(SoortTest, AWordWithAnUnknownSoortIsAnError) {
    BronConfiguration configuration = csv("plan.csv", "id;werk\n1;a\n");
    configuration.soort_veld = "werk";
    configuration.soort_waarden = {{"a", "rioolvervangin"}};
    EXPECT_THAT(input_error([&] { Source(configuration, run_, rd_); }),
                AllOf(HasSubstr("there is no soort rioolvervangin"),
                      HasSubstr("is rioolvervanging meant?")));
}

TEST_F(SoortTest, AColumnWithAUsualNameCountsWhenAValueIsASoort) {
    Source source(csv("plan.csv", "id;type;soort\n1;a;b\n2;a;Warmtenet\n"), run_, rd_);
    EXPECT_EQ(source.soort_explained(), "by the column soort");
    EXPECT_EQ(veld_names(source), "id soort");
    EXPECT_EQ(all_rows(source).at(1).text(Veld::soort), "Warmtenet");

    Source second(csv("plan.csv", "id;soort;type\n1;a;groen\n2;b;c\n"), run_, rd_);
    EXPECT_EQ(second.soort_explained(), "by the column type");
}

TEST_F(SoortTest, WordsOfTheConfigurationMakeAColumnRecognisedToo) {
    BronConfiguration configuration = csv("plan.csv", "id;type\n1;GWL - 03\n");
    configuration.soort_waarden = {{"gwl - 03", "waterleiding"}};
    EXPECT_EQ(Source(configuration, run_, rd_).soort_explained(), "by the column type");
}

TEST_F(SoortTest, ElseTheNameOfTheLayerThenOfTheFile) {
    const Source by_file(csv("rioolplan_2027.csv", "id;type\n1;PVC\n"), run_, rd_);
    EXPECT_EQ(code_of(by_file), "rioolvervanging");
    EXPECT_EQ(by_file.soort_explained(), "rioolvervanging, by the name of the file");

    LayerSpec layer;
    layer.name = "warmtenet trace";
    layer.columns = {"id"};
    layer.rows = {{"1", "POINT (155000 463000)"}};
    write_dataset("GPKG", path("riool.gpkg"), {layer});
    BronConfiguration configuration = riool(path("riool.gpkg"));
    configuration.soort.reset();
    const Source by_layer(configuration, run_, rd_);
    EXPECT_EQ(code_of(by_layer), "warmtenet");
    EXPECT_EQ(by_layer.soort_explained(), "warmtenet, by the name of the layer");
}

TEST_F(SoortTest, AColumnOfWhichFewValuesAreSoortenTellsLessThanAName) {
    // wegonderhoud of voorbeeldstad: the column type tells the surface, and "fietspad" is a soort.
    const std::string rows = "id;type\n1;asfalt\n2;elementen\n3;fietspad\n4;\n";
    const Source named(csv("wegonderhoud.csv", rows), run_, rd_);
    EXPECT_EQ(named.soort_explained(), "wegonderhoud, by the name of the file");
    const Source nameless(csv("plan.csv", rows), run_, rd_);
    EXPECT_EQ(nameless.soort_explained(), "by the column type");
    const Source half(csv("wegonderhoud.csv", "id;type\n1;asfalt\n2;fietspad\n3; \n"), run_, rd_);
    EXPECT_EQ(half.soort_explained(), "by the column type");
}

TEST_F(SoortTest, OnlyTheFirstThousandRowsAreLookedAt) {
    std::string text = "id;soort\n";
    for (int i = 0; i < 1000; ++i) {
        text += std::to_string(i) + ";x\n";
    }
    text += "1000;groen\n";
    EXPECT_THAT(input_error([&] { Source(csv("plan.csv", text), run_, rd_); }),
                HasSubstr("its soort is not known"));
}

TEST_F(SoortTest, LookingDoesNotEatRows) {
    Source source(csv("plan.csv", "id;soort\n1;groen\n2;groen\n"), run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 2U);
}

TEST_F(SoortTest, NothingToGoByIsAnErrorThatSaysHow) {
    EXPECT_THAT(input_error([&] { Source(csv("plan.csv", "id;naam\n1;a\n"), run_, rd_); }),
                AllOf(HasSubstr("plan.csv, layer plan: its soort is not known"),
                      HasSubstr("soort = \"...\""), HasSubstr("soort_veld"),
                      HasSubstr("rioolvervanging"), Not(HasSubstr("Rioolvervanging"))));
}

}  // namespace
}  // namespace koppelkans::io
