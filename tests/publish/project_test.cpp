#include "engine/publish/project.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/publish/facts.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

pugi::xml_document project(const publish::ResultFacts& facts) {
    return xml(publish::project_qgs(facts, "./uitkomst juni.gpkg"));
}

TEST(Projects, name_their_layers_by_ids_that_qgis_keeps) {
    const auto made = project(some_facts());
    const std::vector<std::string> ids = texts(made, "//projectlayers/maplayer/id");
    EXPECT_THAT(ids, SizeIs(domain::layer_count + 1));
    for (const std::string& id : ids) {
        EXPECT_THAT(id.size(), Gt(10U)) << id << ": QGIS replaces ids of ten characters or fewer";
    }
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const auto& [path, attribute] : std::initializer_list<std::pair<const char*, const char*>>{
             {"//layer-tree-layer", "id"},
             {"//visibility-preset/layer", "id"},
             {"//relation", "referencingLayer"},
             {"//relation", "referencedLayer"},
             {"//Atlas", "coverageLayer"}}) {
        const std::vector<std::string> used = values(made, path, attribute);
        EXPECT_THAT(used, Not(IsEmpty())) << path;
        for (const std::string& id : used) {
            EXPECT_TRUE(known.contains(id)) << path << " names " << id;
        }
    }
}

TEST(Projects, find_their_data_from_their_own_folder) {
    const auto made = project(some_facts());
    EXPECT_THAT(texts(made, "//maplayer[@type='vector']/datasource"),
                Each(StartsWith("./uitkomst juni.gpkg|layername=")));
    EXPECT_THAT(texts(made, "//properties/Paths/Absolute"), ElementsAre("false"));
}

TEST(Projects, have_groups_in_drawing_order) {
    const auto made = project(some_facts());
    EXPECT_THAT(values(made, "/qgis/layer-tree-group/layer-tree-group", "name"),
                ElementsAre("Kansen en risico's", "Plannen", "Gebieden", "Tabellen"));
    EXPECT_THAT(values(made, "/qgis/layer-tree-group//layer-tree-layer", "name").back(),
                "BRT-Achtergrondkaart");
    EXPECT_THAT(values(made, "/qgis/layer-tree-group/layer-tree-layer", "checked"),
                ElementsAre("Qt::Unchecked"))
        << "the background is off, so that the project opens without a network";
}

TEST(Projects, have_the_themes_that_the_layers_allow) {
    EXPECT_THAT(
        values(project(some_facts()), "//visibility-preset", "name"),
        ElementsAre("Koppelkansen", "Combinaties", "Risico's", "Drukte per buurt", "Tijdlijn"));
    publish::ResultFacts facts = some_facts();
    facts.layers = {Layer::koppelkansen, Layer::bronnen, Layer::run};
    const auto made = project(facts);
    EXPECT_THAT(values(made, "//visibility-preset", "name"), ElementsAre("Koppelkansen"));
    EXPECT_THAT(values(made, "//relation", "id"), IsEmpty());
    EXPECT_THAT(values(made, "//Layout", "name"), IsEmpty()) << "there is no buurt to page by";
    EXPECT_THAT(values(made,
                       "//maplayer[id='koppelkansen_resultaat']//field[@name='opgave_a']"
                       "/editWidget",
                       "type"),
                ElementsAre("ValueMap"))
        << "without the layer opgaven names come from a list";
}

TEST(Projects, have_second_styles_that_themes_use) {
    const auto made = project(some_facts());
    EXPECT_THAT(values(made, "//visibility-preset[@name='Koppelkansen']/layer", "style"),
                ElementsAre("default", "gedempt", "default", "grenzen"));
    EXPECT_THAT(values(made, "//visibility-preset[@name='Drukte per buurt']/layer", "style"),
                Each("default"));
    EXPECT_THAT(values(made, "//map-layer-style[qgis]", "name"), ElementsAre("grenzen", "gedempt"));
    EXPECT_THAT(values(made, "//map-layer-style[@name='gedempt']//expressionfields/field", "name"),
                ElementsAre("aanduiding"))
        << "or names are gone with a theme";
    EXPECT_THAT(
        values(made, "//map-layer-style[@name='gedempt']//Option[@name='line_color']", "value"),
        Each("150,150,150,110"));
}

TEST(Projects, have_a_crs_that_qgis_honours) {
    const auto made = project(some_facts());
    EXPECT_THAT(texts(made, "/qgis/projectCrs/spatialrefsys/authid"), ElementsAre("EPSG:28992"));
    EXPECT_THAT(texts(made,
                      "//maplayer[@type='vector' and not(@geometry='No geometry')]"
                      "/srs/spatialrefsys/srsid"),
                SizeIs(10))
        << "a code alone is no CRS to QGIS 3.22";
    publish::ResultFacts facts = some_facts();
    facts.crs_code = "Eigen stelsel";
    const auto own = project(facts);
    EXPECT_THAT(texts(own, "/qgis/projectCrs/spatialrefsys/authid"), IsEmpty());
    EXPECT_THAT(texts(own, "/qgis/projectCrs/spatialrefsys/wkt"), ElementsAre(facts.crs_wkt));
}

TEST(Projects, have_the_dutch_base_map_in_rd_alone) {
    EXPECT_THAT(texts(project(some_facts()), "//maplayer[@type='raster']/id"), SizeIs(1));
    EXPECT_THAT(values(project(some_facts()), "//transformContext/srcDest", "coordinateOp"),
                ElementsAre(StartsWith("+proj=pipeline")))
        << "or QGIS asks for one before it shows the map";
    publish::ResultFacts facts = some_facts();
    facts.crs_code = "EPSG:31370";
    EXPECT_THAT(texts(project(facts), "//maplayer[@type='raster']/id"), IsEmpty());
    EXPECT_THAT(values(project(facts), "//transformContext/srcDest", "coordinateOp"), IsEmpty());
}

TEST(Projects, run_from_the_first_start_to_the_last_end) {
    const auto made = project(some_facts());
    EXPECT_THAT(texts(made, "//ProjectTimeSettings/TemporalRange/start"),
                ElementsAre("2026-03-01T00:00:00Z"));
    EXPECT_THAT(texts(made, "//TemporalControllerWidget/EndDateTime"),
                ElementsAre("2031-12-31T00:00:00Z"));
    const auto timeless = project(empty_facts());
    EXPECT_THAT(texts(timeless, "//TemporalControllerWidget/EndDateTime"), IsEmpty());
}

TEST(Projects, have_a_bookmark_a_wijk) {
    const auto made = project(some_facts());
    EXPECT_THAT(values(made, "//Bookmark", "name"),
                ElementsAre("WK000001 (Centrum)", "WK000002 (Noord)"));
    EXPECT_THAT(values(made, "//Bookmark", "extent")[0],
                "POLYGON((0 0, 500 0, 500 500, 0 500, 0 0))");
    const std::vector<std::string> ids = values(made, "//Bookmark", "id");
    EXPECT_NE(ids[0], ids[1]);
    EXPECT_THAT(values(made, "//Bookmark", "group"), ElementsAre("Wijken", "Wijken"));
    EXPECT_THAT(texts(made, "//Bookmark//wkt"), IsEmpty()) << "a code is shorter";
}

TEST(Projects, have_maps_of_the_shape_of_their_frame) {
    const auto made = project(some_facts());
    const pugi::xml_node extent = made.select_node("//LayoutItem[@id='kaart']/Extent").node();
    const double width =
        extent.attribute("xmax").as_double() - extent.attribute("xmin").as_double();
    const double height =
        extent.attribute("ymax").as_double() - extent.attribute("ymin").as_double();
    EXPECT_NEAR(width / height, 200.0 / 174.0, 1e-9);
    EXPECT_THAT(values(made, "//LayoutItem[@id='titel']", "labelText")[0], HasSubstr("buurtnaam"));
    EXPECT_THAT(values(made, "//LayoutItem[@id='voet']", "labelText")[0],
                HasSubstr("Peildatum 15-04-2027, horizon 2 jaar."));
}

TEST(Projects, serve_every_layer_but_the_background) {
    const auto made = project(some_facts());
    EXPECT_THAT(texts(made, "//WFSLayers/value"), SizeIs(domain::layer_count));
    EXPECT_THAT(texts(made, "//WMSRestrictedLayers/value"), ElementsAre("BRT-Achtergrondkaart"));
    EXPECT_THAT(texts(made, "//maplayer/shortname"), Contains("koppelkansen"));
}

TEST(Projects, look_up_names_in_the_layer_opgaven) {
    const auto made = project(some_facts());
    EXPECT_THAT(values(made,
                       "//projectlayers/maplayer[id='koppelkansen_resultaat']/fieldConfiguration"
                       "/field[@name='opgave_a']/editWidget",
                       "type"),
                ElementsAre("ValueRelation"));
    EXPECT_THAT(values(made, "//maplayer[id='opgaven_resultaat']/expressionfields/field", "name"),
                ElementsAre("aanduiding"));
}

TEST(Projects, of_nothing_at_all_are_whole) {
    publish::ResultFacts facts = empty_facts();
    facts.extent = {};
    const auto made = project(facts);
    EXPECT_THAT(texts(made, "//mapcanvas/extent/xmax"), ElementsAre("299910"));
    EXPECT_THAT(texts(made, "//title").front(), "Koppelkansen");
}

}  // namespace

}  // namespace koppelkans::test
