#include "engine/io/source.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// A GeoPackage with one row a test can be about.
LayerSpec one_point() {
    LayerSpec layer;
    layer.columns = {"id", "naam", "status"};
    layer.rows = {{"1", "a", "concept", "POINT (155000 463000)"},
                  {"2", "b", "vast", "POINT (155001 463000)"},
                  {"3", "c", "NULL", "POINT (155002 463000)"}};
    return layer;
}

class SourceOpenTest : public SourceTest {
  protected:
    BronConfiguration gpkg(const std::vector<LayerSpec>& layers) {
        write_dataset("GPKG", path("plannen.gpkg"), layers);
        return riool(path("plannen.gpkg"));
    }
    std::string error_of(const BronConfiguration& configuration) {
        return input_error([&] { const Source source(configuration, run_, rd_); });
    }
};

TEST_F(SourceOpenTest, AFileThatIsNotThereNamesTheNearest) {
    write("rioolvervanging.csv", "id\n1\n");
    EXPECT_THAT(error_of(riool(path("rioolvervangin.csv"))),
                AllOf(HasSubstr("rioolvervangin.csv: this file does not exist"),
                      HasSubstr("is rioolvervanging.csv meant?")));
    EXPECT_THAT(error_of(riool("/nergens/xyzzy.gpkg")), HasSubstr("does not exist"));
}

TEST_F(SourceOpenTest, AFileThatIsNoDataSaysWhatGdalSays) {
    EXPECT_THAT(error_of(riool(write("tekst.gpkg", "dit is geen database"))),
                AllOf(HasSubstr("tekst.gpkg: cannot be opened"), Not(HasSubstr("no reason"))));
    EXPECT_THAT(error_of(riool(write("half.geojson",
                                     R"({"type":"FeatureCollection","features":[{"type":"Fea)"))),
                HasSubstr("cannot be opened"));
}

TEST_F(SourceOpenTest, AShapefileWithoutItsIndexSaysSo) {
    LayerSpec layer = one_point();
    layer.geometry = "POINT";
    write_dataset("ESRI Shapefile", path("p.shp"), {layer});
    std::filesystem::remove(path("p.shx"));
    EXPECT_THAT(error_of(riool(path("p.shp"))), HasSubstr("the .shx beside this .shp is missing"));
}

TEST_F(SourceOpenTest, APasswordIsNeverSaid) {
    run_.network = Network::allowed;
    const std::string message =
        error_of(riool("PG:host=127.0.0.1 port=1 dbname=x user=y password=geheim"));
    EXPECT_THAT(message, HasSubstr("cannot be opened"));
    EXPECT_THAT(message, Not(HasSubstr("geheim")));
}

TEST_F(SourceOpenTest, TakesTheLayerNamedInAnyCase) {
    LayerSpec other = one_point();
    other.name = "Strengen";
    BronConfiguration configuration = gpkg({one_point(), other});
    configuration.laag = "strengen";
    EXPECT_EQ(Source(configuration, run_, rd_).laag(), "Strengen");
    configuration.laag = "strenge";
    EXPECT_THAT(error_of(configuration),
                AllOf(HasSubstr("it has no layer strenge, is Strengen meant?"),
                      HasSubstr("plannen, Strengen")));
}

TEST_F(SourceOpenTest, TakesTheLayerWithTheMostRecognisedColumns) {
    LayerSpec styles = one_point();
    styles.name = "layer_styles";
    styles.columns = {"id", "naam", "status"};
    LayerSpec plain = one_point();
    plain.name = "lijst";
    plain.columns = {"kleur", "gewicht", "hoogte"};
    const BronConfiguration configuration = gpkg({plain, styles, one_point()});
    EXPECT_EQ(Source(configuration, run_, rd_).laag(), "plannen");
}

TEST_F(SourceOpenTest, AViewOfALayerDoesNotComeBeforeIt) {
    LayerSpec layer = one_point();
    const BronConfiguration configuration = gpkg({layer});
    run_sql(configuration.bron, "CREATE VIEW alles AS SELECT * FROM plannen");
    run_sql(configuration.bron,
            "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('alles', "
            "'alles', 'attributes')");
    const Source source(configuration, run_, rd_);
    EXPECT_EQ(source.laag(), "plannen");
    EXPECT_THAT(source.warnings(), Not(::testing::Contains(HasSubstr("others hold rows"))));
}

TEST_F(SourceOpenTest, OtherLayersWithRowsAreToldOf) {
    LayerSpec second = one_point();
    second.name = "plannen_2027";
    second.columns.pop_back();
    second.rows.front().erase(second.rows.front().begin());
    LayerSpec empty = second;
    empty.name = "plannen_2028";
    empty.rows.clear();
    LayerSpec other = second;
    other.name = "kleuren";
    other.columns.assign(second.columns.size(), "");
    for (std::size_t i = 0; i < other.columns.size(); ++i) {
        other.columns[i] = "kleur" + std::to_string(i);
    }
    BronConfiguration configuration = gpkg({one_point(), second, empty, other});
    const auto warning = ::testing::Contains(HasSubstr("others hold rows as well"));
    Source source(configuration, run_, rd_);
    EXPECT_EQ(source.laag(), "plannen");
    EXPECT_THAT(source.warnings(),
                ::testing::Contains("only this layer is read, and others hold rows as well: "
                                    "plannen_2027; name the right one with laag = \"...\", and "
                                    "give each of several a source of its own"));
    configuration.laag = "plannen";
    EXPECT_THAT(Source(configuration, run_, rd_).warnings(), Not(warning));
}

TEST_F(SourceOpenTest, LayersThatAreAlikeAreAnError) {
    LayerSpec other = one_point();
    other.name = "plannen_2";
    EXPECT_THAT(error_of(gpkg({one_point(), other})),
                AllOf(HasSubstr("name one with laag"), HasSubstr("plannen, plannen_2")));
}

TEST_F(SourceOpenTest, HousekeepingAloneIsNoData) {
    LayerSpec styles = one_point();
    styles.name = "layer_styles";
    EXPECT_THAT(error_of(gpkg({styles})), HasSubstr("it holds no layer with data"));
}

TEST_F(SourceOpenTest, ConfiguredColumnsComeFirstInAnyCase) {
    BronConfiguration configuration = gpkg({one_point()});
    configuration.velden = {{Veld::naam, "STATUS"}};
    Source source(configuration, run_, rd_);
    EXPECT_EQ(veld_names(source), "id naam");
    EXPECT_EQ(source.fields().at(1).by, MatchedBy::configuration);
    EXPECT_EQ(source.fields().at(0).by, MatchedBy::usual_name);
    EXPECT_EQ(all_rows(source).at(0).text(Veld::naam), "concept");
}

TEST_F(SourceOpenTest, AConfiguredColumnThatIsNotThereNamesTheNearest) {
    BronConfiguration configuration = gpkg({one_point()});
    configuration.velden = {{Veld::status, "statuss"}};
    EXPECT_THAT(error_of(configuration),
                AllOf(HasSubstr("plannen.gpkg, layer plannen: it has no column statuss"),
                      HasSubstr("velden.status"), HasSubstr("is status meant?"),
                      HasSubstr("id, naam, status")));
    configuration.velden = {{Veld::id, "streng"}};
    EXPECT_THAT(error_of(configuration), HasSubstr("it has no column streng (velden.id)"));
    configuration.velden.clear();
    configuration.groepeer = "projekt";
    EXPECT_THAT(error_of(configuration), HasSubstr("(groepeer)"));
}

TEST_F(SourceOpenTest, GroupsByTheConfiguredColumn) {
    BronConfiguration configuration = gpkg({one_point()});
    configuration.groepeer = "status";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(source.bron().groepeer, domain::Groepeer::ja);
    EXPECT_EQ(all_rows(source).at(0).text(Veld::groep), "concept");
}

TEST_F(SourceOpenTest, WithoutAnIdTheRowNumberIsUsedAndTold) {
    LayerSpec layer = one_point();
    layer.columns = {"kleur", "naam", "start"};
    BronConfiguration configuration = gpkg({layer});
    Source source(configuration, run_, rd_);
    EXPECT_EQ(veld_names(source), "naam start");
    EXPECT_THAT(
        source.warnings(),
        ElementsAre(HasSubstr("no column was recognised as the id, so the row number (fid)")));
    EXPECT_EQ(all_rows(source).at(2).text(Veld::id), "3");

    configuration.velden = {{Veld::id, "fid"}};
    Source named(configuration, run_, rd_);
    EXPECT_THAT(named.warnings(), ElementsAre());
    EXPECT_EQ(all_rows(named).at(2).text(Veld::id), "3");
}

TEST_F(SourceOpenTest, AKeyThatSomebodyNamedIsAnIdLikeAnyColumn) {
    LayerSpec layer = one_point();
    layer.columns = {"code", "naam", "start"};
    layer.options = {"FID=id"};
    const BronConfiguration configuration = gpkg({layer});
    Source source(configuration, run_, rd_);
    EXPECT_EQ(column_of(source, Veld::id), "id");
    EXPECT_THAT(source.warnings(), ElementsAre());
    EXPECT_EQ(all_rows(source).at(2).text(Veld::id), "3");
}

TEST_F(SourceOpenTest, SaysThatNoColumnIsADate) {
    const Source source(gpkg({one_point()}), run_, rd_);
    EXPECT_THAT(source.warnings(),
                Contains(HasSubstr("no column was recognised as start or eind")));
}

TEST_F(SourceOpenTest, FiltersByTheWordsOfOgr) {
    BronConfiguration configuration = gpkg({one_point()});
    configuration.filter = "status <> 'concept'";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(source.row_count(), -1);
    const std::vector<InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].fid, 2);

    configuration.filter.reset();
    EXPECT_EQ(Source(configuration, run_, rd_).row_count(), 3);
}

TEST_F(SourceOpenTest, AFilterThatOgrRefusesIsAnErrorWithItsWords) {
    BronConfiguration configuration = gpkg({one_point()});
    configuration.filter = "statuss = 'x'";
    EXPECT_THAT(error_of(configuration),
                AllOf(HasSubstr("the filter statuss = 'x' cannot be used"), HasSubstr("statuss"),
                      HasSubstr("its columns: id, naam, status")));
    configuration.filter = "status = = 'x'";
    EXPECT_THAT(error_of(configuration), HasSubstr("cannot be used"));
    configuration.filter = "status > 3";
    EXPECT_THAT(error_of(configuration), HasSubstr("cannot be used: Type mismatch"));
}

TEST_F(SourceOpenTest, AFilterMeansTheSameInEveryFormat) {
    LayerSpec layer = one_point();
    layer.geometry = "POINT";
    layer.columns = {"id", "start:date"};
    layer.rows = {{"1", "2027/01/01", "POINT (155000 463000)"},
                  {"2", "2026/12/31", "POINT (155000 463000)"},
                  {"31", "NULL", "POINT (155000 463000)"}};
    const std::vector<std::pair<std::string, std::string>> formats = {
        {"GPKG", "p.gpkg"}, {"ESRI Shapefile", "p.shp"}, {"GeoJSON", "p.geojson"}};
    for (const auto& format : formats) {
        write_dataset(format.first, path(format.second), {layer});
        BronConfiguration configuration = riool(path(format.second));
        configuration.filter = "start >= '2027/01/01' AND id ILIKE '%1'";
        Source source(configuration, run_, rd_);
        const std::vector<InputRow> rows = all_rows(source);
        ASSERT_EQ(rows.size(), 1U) << format.first;
        EXPECT_EQ(rows[0].text(Veld::id), "1");
        EXPECT_THAT(source.warnings(),
                    Contains("1 rows were left out because the filter compares a date that they "
                             "lack"));
    }
}

TEST_F(SourceOpenTest, AFilterThatAsksForAMissingDateTakesTheRowsThatLackIt) {
    LayerSpec layer = one_point();
    layer.geometry = "POINT";
    layer.columns = {"id", "eind:date", "status"};
    layer.rows = {{"1", "2028/01/01", "x", "POINT (155000 463000)"},
                  {"2", "2026/12/31", "x", "POINT (155000 463000)"},
                  {"3", "NULL", "x", "POINT (155000 463000)"},
                  {"4", "NULL", "y", "POINT (155000 463000)"}};
    write_dataset("GPKG", path("p.gpkg"), {layer});
    struct Case {
        const char* filter;
        const char* ids;
        bool leaves_out_undated;
    };
    const Case cases[] = {
        {"eind IS NULL OR eind >= '2027/01/01'", "1 3 4", false},
        {"eind >= '2027/01/01' OR eind IS NULL", "1 3 4", false},
        {"eind IS NOT NULL AND eind >= '2027/01/01'", "1", false},
        {"eind >= '2027/01/01' OR status = 'y'", "1 4", true},
        {"eind < '2027/01/01' AND status = 'y'", "", true},
        {"NOT (eind < '2027/01/01')", "1", true},
        {"NOT (eind IS NULL)", "1 2", false},
        {"eind BETWEEN '2026/01/01' AND '2026/12/31'", "2", true},
        {"eind IN ('2026/12/31')", "2", true},
        {"eind < '2027/01/01' AND (status = 'z' OR status = 'q')", "", false},
    };
    for (const Case& one : cases) {
        BronConfiguration configuration = riool(path("p.gpkg"));
        configuration.filter = one.filter;
        Source source(configuration, run_, rd_);
        std::string ids;
        for (const InputRow& row : all_rows(source)) {
            ids += (ids.empty() ? "" : " ") + row.text(Veld::id);
        }
        EXPECT_EQ(ids, one.ids) << one.filter;
        EXPECT_EQ(
            testing::Matches(Contains(HasSubstr("left out because the filter")))(source.warnings()),
            one.leaves_out_undated)
            << one.filter;
    }
}

TEST_F(SourceOpenTest, CountsTheRowsThatAFilterLeavesOutOnce) {
    LayerSpec layer = one_point();
    layer.columns = {"id", "soort", "eind:date"};
    layer.rows = {{"1", "groen", "2028/01/01", "POINT (155000 463000)"},
                  {"2", "groen", "NULL", "POINT (155000 463000)"}};
    write_dataset("GPKG", path("p.gpkg"), {layer});
    BronConfiguration configuration = riool(path("p.gpkg"));
    configuration.soort.reset();  // so that the column is looked through first
    configuration.filter = "eind >= '2027/01/01'";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 1U);
    EXPECT_THAT(source.warnings(), Contains(HasSubstr("1 rows were left out because the filter")));
}

TEST_F(SourceOpenTest, AReadThatBreaksOffIsAnErrorNotAnEnd) {
    LayerSpec layer = one_point();
    layer.options = {"SPATIAL_INDEX=NO"};
    write_dataset("FlatGeobuf", path("heel.fgb"), {layer});
    std::string bytes;
    {
        std::ifstream file(path("heel.fgb"), std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    write("half.fgb", bytes.substr(0, bytes.size() - 20));
    const std::string message = input_error([&] {
        Source source(riool(path("half.fgb")), run_, rd_);
        all_rows(source);
    });
    EXPECT_THAT(message, AllOf(HasSubstr("half.fgb, layer plannen, row 1"),
                               HasSubstr("cannot be read any further")));
}

TEST_F(SourceOpenTest, MayMoveToAnotherThread) {
    Source made(gpkg({one_point()}), run_, rd_);
    std::size_t rows = 0;
    std::thread other([&rows, source = std::move(made)]() mutable {
        Source moved(std::move(source));
        rows = all_rows(moved).size();
    });
    other.join();
    EXPECT_EQ(rows, 3U);
}

TEST_F(SourceOpenTest, SaysWhatItIs) {
    const Source source(gpkg({one_point()}), run_, rd_);
    EXPECT_EQ(source.naam(), "riool");
    EXPECT_EQ(source.pad(), path("plannen.gpkg"));
    EXPECT_EQ(source.laag(), "plannen");
    EXPECT_EQ(source.crs(), "EPSG:28992");
    EXPECT_EQ(source.nauwkeurigheid_m(), 0.0);
    EXPECT_EQ(source.bron().naam, "riool");
    EXPECT_EQ(source.soort_explained(), "rioolvervanging, as configured");
}

}  // namespace
}  // namespace koppelkans::io
