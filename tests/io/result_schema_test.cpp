#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The contract: SPEC §7, with the type of each column, typed out on its own.
const std::map<std::string, std::vector<std::string>>& contract() {
    static const std::vector<std::string> counts{"aantal_opgaven INTEGER",
                                                 "aantal_koppelkansen INTEGER",
                                                 "aantal_gebiedskansen INTEGER",
                                                 "aantal_kansrijk INTEGER",
                                                 "aantal_combinaties INTEGER",
                                                 "aantal_risicos INTEGER",
                                                 "koppel_m2 REAL",
                                                 "max_gelijktijdig INTEGER",
                                                 "drukste_dag DATE",
                                                 "domeinen TEXT"};
    static const std::vector<std::string> begin_pair{"fid INTEGER",
                                                     "geom MULTIPOLYGON",
                                                     "koppelkans_id TEXT",
                                                     "buurtcode TEXT",
                                                     "buurtnaam TEXT",
                                                     "opgave_a TEXT",
                                                     "opgave_b TEXT",
                                                     "naam_a TEXT",
                                                     "naam_b TEXT",
                                                     "soort_a TEXT",
                                                     "soort_b TEXT",
                                                     "domein_a TEXT",
                                                     "domein_b TEXT",
                                                     "trekker_a TEXT",
                                                     "trekker_b TEXT",
                                                     "start_a DATE",
                                                     "eind_a DATE",
                                                     "start_b DATE",
                                                     "eind_b DATE",
                                                     "tussentijd_min INTEGER",
                                                     "tussentijd_max INTEGER",
                                                     "tijd_zekerheid TEXT",
                                                     "verband TEXT",
                                                     "eerste_start DATE",
                                                     "aanhaken TEXT",
                                                     "oppervlakte_m2 REAL",
                                                     "aandeel_a REAL",
                                                     "aandeel_b REAL"};
    static const std::vector<std::string> end_pair{"eerst TEXT", "volgorde_strijdig BOOLEAN",
                                                   "type TEXT", "al_samen BOOLEAN"};
    const auto joined = [](const std::vector<std::vector<std::string>>& lists) {
        std::vector<std::string> all;
        for (const auto& list : lists) {
            all.insert(all.end(), list.begin(), list.end());
        }
        return all;
    };
    static const std::map<std::string, std::vector<std::string>> layers{
        {"koppelkansen",
         joined({begin_pair,
                 {"gedeeld_m3 REAL", "lengte_a_m REAL", "lengte_b_m REAL", "afstand_m REAL"},
                 end_pair})},
        {"gebiedskansen", joined({begin_pair, {"lengte_a_m REAL", "lengte_b_m REAL"}, end_pair})},
        {"combinaties",
         {"fid INTEGER", "geom MULTIPOLYGON", "combinatie_id TEXT", "buurtcode TEXT",
          "buurtnaam TEXT", "aantal_opgaven INTEGER", "aantal_soorten INTEGER", "opgaven TEXT",
          "soorten TEXT", "eerste_start DATE", "laatste_eind DATE", "aanhaken TEXT",
          "oppervlakte_m2 REAL"}},
        {"risicos",
         {"fid INTEGER", "geom MULTIPOLYGON", "risico_id TEXT", "buurtcode TEXT", "buurtnaam TEXT",
          "soort_risico TEXT", "eerst TEXT", "daarna TEXT", "eind_eerst DATE", "start_daarna DATE",
          "graafrust_tot DATE", "zekerheid TEXT", "oppervlakte_m2 REAL", "ernst REAL",
          "koppelkans_id TEXT"}},
        {"buurten", joined({{"fid INTEGER", "geom MULTIPOLYGON", "buurtcode TEXT", "buurtnaam TEXT",
                             "wijkcode TEXT", "gemeentecode TEXT", "jaar INTEGER"},
                            counts})},
        {"wijken", joined({{"fid INTEGER", "geom MULTIPOLYGON", "wijkcode TEXT",
                            "gemeentecode TEXT", "jaar INTEGER"},
                           counts})},
        {"gemeenten",
         joined(
             {{"fid INTEGER", "geom MULTIPOLYGON", "gemeentecode TEXT", "jaar INTEGER"}, counts})},
        {"opgaven",
         {"fid INTEGER",
          "geom GEOMETRY",
          "opgave_id TEXT",
          "bron TEXT",
          "id TEXT",
          "naam TEXT",
          "soort TEXT",
          "domein TEXT",
          "type TEXT",
          "trekker TEXT",
          "fase TEXT",
          "status TEXT",
          "rol TEXT",
          "start DATE",
          "eind DATE",
          "start_tekst TEXT",
          "eind_tekst TEXT",
          "tijd_onbekend BOOLEAN",
          "eind_onbekend BOOLEAN",
          "aanhaken TEXT",
          "werkafstand_m REAL",
          "werkgebied_m2 REAL",
          "lengte_m REAL",
          "niveau TEXT",
          "hersteld BOOLEAN",
          "aantal_koppelkansen INTEGER",
          "kansen TEXT",
          "risicos TEXT",
          "doelstelling TEXT",
          "budget TEXT"}},
        {"werkgebieden",
         {"fid INTEGER", "geom MULTIPOLYGON", "opgave_id TEXT", "soort TEXT", "start DATE",
          "eind DATE"}},
        {"afgekeurd",
         {"fid INTEGER", "geom GEOMETRY", "bron TEXT", "bron_fid INTEGER", "id TEXT", "reden TEXT",
          "detail TEXT"}},
        {"bronnen",
         {"fid INTEGER", "bron TEXT", "pad TEXT", "laag TEXT", "crs TEXT", "nauwkeurigheid_m REAL",
          "gelezen INTEGER", "geanalyseerd INTEGER", "samengevoegd INTEGER", "afgekeurd INTEGER"}},
        {"koppelkansen_totaal",
         {"fid INTEGER", "opgave_a TEXT", "opgave_b TEXT", "buurten INTEGER", "oppervlakte_m2 REAL",
          "aandeel_a REAL", "aandeel_b REAL"}},
        {"run",
         {"fid INTEGER", "version TEXT", "peildatum DATE", "horizon TEXT", "aanloop TEXT",
          "configuration TEXT", "inputs TEXT", "gdal TEXT", "geos TEXT", "proj TEXT", "sqlite TEXT",
          "buurten_jaar INTEGER"}}};
    return layers;
}

class ResultSchema : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        shared_folder = new TestFolder();
        shared_path = shared_folder->file("result.gpkg");
        Scene().write(shared_path);
    }
    static void TearDownTestSuite() {
        delete shared_folder;
        shared_folder = nullptr;
    }
    static std::vector<std::string> rows(const std::string& sql) {
        return rows_of(shared_path, sql);
    }

    inline static TestFolder* shared_folder = nullptr;
    inline static std::string shared_path;
};

TEST_F(ResultSchema, every_layer_has_the_columns_of_the_contract_in_order) {
    ASSERT_EQ(contract().size(), domain::layer_count);
    for (const auto& [layer, columns] : contract()) {
        EXPECT_EQ(
            rows(fmt::format("SELECT name || ' ' || type FROM pragma_table_info('{}')", layer)),
            columns)
            << layer;
    }
}

TEST_F(ResultSchema, contents_list_the_layers_in_the_order_of_the_spec) {
    EXPECT_THAT(
        rows("SELECT table_name, data_type, identifier, srs_id FROM gpkg_contents "
             "WHERE table_name NOT IN ('layer_styles', 'koppelkansen_totaal') ORDER BY rowid"),
        ElementsAre(
            "koppelkansen | features | Koppelkansen | 28992",
            "gebiedskansen | features | Gebiedskansen | 28992",
            "combinaties | features | Combinaties | 28992", "risicos | features | Risico's | 28992",
            "buurten | features | Buurten | 28992", "wijken | features | Wijken | 28992",
            "gemeenten | features | Gemeenten | 28992", "opgaven | features | Opgaven | 28992",
            "werkgebieden | features | Werkgebieden | 28992",
            "afgekeurd | features | Afgekeurd | 28992", "bronnen | attributes | Bronnen | 0",
            "run | attributes | Run | 0"));
    EXPECT_THAT(
        rows("SELECT data_type, identifier, srs_id FROM gpkg_contents "
             "WHERE table_name IN ('layer_styles', 'koppelkansen_totaal') ORDER BY 2"),
        ElementsAre("attributes | Koppelkansen per paar | 0", "attributes | layer_styles | 0"));
}

TEST_F(ResultSchema, geometry_columns_are_flat_and_of_their_type) {
    EXPECT_THAT(rows("SELECT DISTINCT column_name, srs_id, z, m FROM gpkg_geometry_columns"),
                ElementsAre("geom | 28992 | 0 | 0"));
    EXPECT_THAT(rows("SELECT table_name FROM gpkg_geometry_columns "
                     "WHERE geometry_type_name = 'GEOMETRY' ORDER BY 1"),
                ElementsAre("afgekeurd", "opgaven"));
    EXPECT_THAT(rows("SELECT count(*) FROM gpkg_geometry_columns "
                     "WHERE geometry_type_name = 'MULTIPOLYGON'"),
                ElementsAre("8"));
}

TEST_F(ResultSchema, every_geometry_layer_has_its_index_with_a_box_a_geometry) {
    for (const auto& [layer, columns] : contract()) {
        if (!columns[1].starts_with("geom ")) {
            continue;
        }
        EXPECT_EQ(rows(fmt::format("SELECT count(*) FROM rtree_{}_geom", layer)),
                  rows(fmt::format("SELECT count(geom) FROM {}", layer)))
            << layer;
        EXPECT_THAT(rows(fmt::format("SELECT count(*) FROM gpkg_extensions WHERE table_name = '{}' "
                                     "AND extension_name = 'gpkg_rtree_index'",
                                     layer)),
                    ElementsAre("1"))
            << layer;
    }
    EXPECT_THAT(rows("SELECT minx, maxx, miny, maxy FROM rtree_gemeenten_geom"),
                ElementsAre("0.0 | 200.0 | 0.0 | 200.0"));
}

TEST_F(ResultSchema, counts_and_extents_are_right) {
    for (const auto& [layer, columns] : contract()) {
        if (layer != "koppelkansen_totaal") {
            EXPECT_EQ(rows(fmt::format("SELECT feature_count FROM gpkg_ogr_contents "
                                       "WHERE table_name = '{}'",
                                       layer)),
                      rows(fmt::format("SELECT count(*) FROM {}", layer)))
                << layer;
        }
    }
    EXPECT_THAT(rows("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents "
                     "WHERE table_name = 'buurten'"),
                ElementsAre("0.0 | 0.0 | 400.0 | 100.0"));
}

TEST_F(ResultSchema, every_field_is_described) {
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        std::vector<std::string> expected;
        for (const domain::Field& field : layer.fields) {
            expected.push_back(fmt::format("{} | NULL | {} | {} | {}", field.name, field.alias,
                                           field.description,
                                           field.words == nullptr ? "NULL" : field.words->name));
        }
        EXPECT_EQ(rows(fmt::format("SELECT column_name, name, title, description, constraint_name "
                                   "FROM gpkg_data_columns WHERE table_name = '{}' ORDER BY rowid",
                                   layer.name)),
                  expected);
    }
    EXPECT_THAT(rows("SELECT extension_name, scope FROM gpkg_extensions "
                     "WHERE table_name LIKE 'gpkg_data_column%'"),
                ElementsAre("gpkg_schema | read-write", "gpkg_schema | read-write"));
}

TEST_F(ResultSchema, constraints_hold_the_words_and_each_is_used) {
    EXPECT_THAT(rows("SELECT value FROM gpkg_data_column_constraints "
                     "WHERE constraint_name = 'aanhaken' AND constraint_type = 'enum'"),
                ElementsAre("kansrijk", "krap", "lopend"));
    EXPECT_THAT(rows("SELECT DISTINCT constraint_name FROM gpkg_data_column_constraints "
                     "EXCEPT SELECT constraint_name FROM gpkg_data_columns"),
                IsEmpty());
    EXPECT_THAT(rows("SELECT DISTINCT constraint_name FROM gpkg_data_columns "
                     "WHERE constraint_name IS NOT NULL "
                     "EXCEPT SELECT constraint_name FROM gpkg_data_column_constraints"),
                IsEmpty());
}

TEST_F(ResultSchema, every_word_in_a_constrained_column_is_one_of_its_words) {
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        for (const domain::Field& field : layer.fields) {
            if (field.words != nullptr) {
                EXPECT_THAT(
                    rows(fmt::format("SELECT {0} FROM {1} WHERE {0} IS NOT NULL AND {0} NOT "
                                     "IN (SELECT value FROM gpkg_data_column_constraints "
                                     "WHERE constraint_name = '{2}')",
                                     field.name, layer.name, field.words->name)),
                    IsEmpty())
                    << layer.name << "." << field.name;
            }
        }
    }
}

TEST_F(ResultSchema, styles_are_found_the_way_qgis_looks_for_them) {
    for (const auto& [layer, columns] : contract()) {
        const bool has_geometry = columns[1].starts_with("geom ");
        EXPECT_THAT(
            rows(fmt::format("SELECT f_table_catalog || f_table_schema, f_geometry_column, "
                             "useAsDefault, substr(styleQML, 1, 14) FROM layer_styles "
                             "WHERE f_table_name = '{}'",
                             layer)),
            ElementsAre(fmt::format(" | {} | 1 | <!DOCTYPE qgis", has_geometry ? "geom" : "")))
            << layer;
        EXPECT_THAT(rows(fmt::format("SELECT styleSLD LIKE '<?xml%StyledLayerDescriptor%' FROM "
                                     "layer_styles WHERE f_table_name = '{}'",
                                     layer)),
                    ElementsAre(has_geometry ? "1" : "0"))
            << layer;
    }
}

TEST_F(ResultSchema, metadata_tell_of_the_file_and_of_each_layer) {
    EXPECT_THAT(rows("SELECT md_scope, md_standard_uri, mime_type FROM gpkg_metadata WHERE id = 1"),
                ElementsAre("dataset | http://www.isotc211.org/2005/gmd | text/xml"));
    EXPECT_THAT(rows("SELECT table_name FROM gpkg_metadata_reference WHERE reference_scope = "
                     "'table' EXCEPT SELECT table_name FROM gpkg_contents"),
                IsEmpty());
    EXPECT_THAT(rows("SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles' "
                     "EXCEPT SELECT table_name FROM gpkg_metadata_reference"),
                IsEmpty());
    EXPECT_THAT(rows("SELECT count(*) FROM gpkg_metadata_reference r LEFT JOIN gpkg_metadata m ON "
                     "m.id = r.md_file_id WHERE m.id IS NULL"),
                ElementsAre("0"));
    EXPECT_THAT(rows("SELECT table_name FROM gpkg_extensions WHERE extension_name = "
                     "'gpkg_metadata'"),
                ElementsAre("gpkg_metadata", "gpkg_metadata_reference"));
}

TEST_F(ResultSchema, project_is_there_and_not_registered) {
    EXPECT_THAT(rows("SELECT name, substr(content, 1, 8), length(content) > 5000 FROM "
                     "qgis_projects"),
                ElementsAre("Koppelkansen | 504b0304 | 1"))
        << "the hexadecimal text of a zip";
    EXPECT_THAT(rows("SELECT count(*) FROM gpkg_contents WHERE table_name = 'qgis_projects'"),
                ElementsAre("0"))
        << "QGIS would list it among the layers";
}

TEST_F(ResultSchema, file_is_sound_and_left_without_a_journal) {
    EXPECT_THAT(rows("PRAGMA integrity_check"), ElementsAre("ok"));
    EXPECT_THAT(rows("PRAGMA foreign_key_check"), IsEmpty());
    EXPECT_THAT(rows("PRAGMA journal_mode"), ElementsAre("delete"));
    EXPECT_THAT(rows("PRAGMA encoding"), ElementsAre("UTF-8"));
    EXPECT_THAT(shared_folder->names(), ElementsAre("result.gpkg"));
}

}  // namespace

}  // namespace koppelkans::test
