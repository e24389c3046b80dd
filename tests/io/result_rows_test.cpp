#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/projection.h"
#include "engine/io/result_file_rows.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using testing::ElementsAre;
using testing::StartsWith;

class ResultRows : public testing::Test {
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

TEST_F(ResultRows, koppelkans_names_its_opgaven) {
    EXPECT_THAT(rows("SELECT fid, koppelkans_id, buurtcode, buurtnaam, opgave_a, opgave_b, naam_a, "
                     "naam_b, soort_a, soort_b, domein_a, domein_b, trekker_a, trekker_b "
                     "FROM koppelkansen"),
                ElementsAre("1 | BU0001-0123456789ab | BU0001 | Oost | groen:1 | riool:7 | "
                            "Bomen \"Laan\" | NULL | bomen | riool | groen | water | Groenteam | "
                            "NULL",
                            "2 | BU0002-0123456789ab | BU0002 | D'n Höek | groen:1 | riool:7 | "
                            "Bomen \"Laan\" | NULL | bomen | riool | groen | water | Groenteam | "
                            "NULL"));
}

TEST_F(ResultRows, koppelkans_lies_in_time) {
    EXPECT_THAT(rows("SELECT start_a, eind_a, start_b, eind_b, tussentijd_min, tussentijd_max, "
                     "tijd_zekerheid, verband, eerste_start, aanhaken FROM koppelkansen"),
                ElementsAre("2027-01-01 | 2028-12-31 | 2029-05-02 | NULL | 122 | NULL | zeker | "
                            "na_elkaar | 2027-01-01 | krap",
                            "2027-01-01 | 2028-12-31 | 2029-05-02 | NULL | 122 | NULL | zeker | "
                            "mogelijk_gelijktijdig | NULL | lopend"));
}

TEST_F(ResultRows, koppelkans_measures) {
    EXPECT_THAT(rows("SELECT oppervlakte_m2, aandeel_a, aandeel_b, gedeeld_m3, lengte_a_m, "
                     "lengte_b_m, afstand_m, eerst, volgorde_strijdig, type, al_samen "
                     "FROM koppelkansen"),
                ElementsAre("120.0 | 0.25 | 0.125 | 60.5 | NULL | 20.0 | 0.0 | riool:7 | 1 | "
                            "fysiek | 1",
                            "120.0 | 0.5 | 0.125 | NULL | NULL | 20.0 | 0.0 | NULL | 1 | fysiek | "
                            "1"));
}

TEST_F(ResultRows, gebiedskans_may_have_no_geometry_and_no_date) {
    EXPECT_THAT(rows("SELECT opgave_a, opgave_b, geom IS NULL, start_a, eind_a, start_b, eind_b, "
                     "tijd_zekerheid, verband, aanhaken, type, domein_b FROM gebiedskansen"),
                ElementsAre("groen:1 | sociaal:a;b | 0 | 2027-01-01 | 2028-12-31 | NULL | NULL | "
                            "mogelijk | gelijktijdig | NULL | sociaal-fysiek | Gezondheid; zorg",
                            "sociaal:a;b | sociaal:c | 1 | NULL | NULL | NULL | 2030-12-31 | "
                            "mogelijk | gelijktijdig | NULL | sociaal | Gezondheid; zorg"));
}

TEST_F(ResultRows, combinatie_lists_its_opgaven) {
    EXPECT_THAT(rows("SELECT combinatie_id, buurtcode, aantal_opgaven, aantal_soorten, opgaven, "
                     "soorten, eerste_start, laatste_eind, aanhaken, oppervlakte_m2 "
                     "FROM combinaties"),
                ElementsAre("BU0001-trio | BU0001 | 3 | 3 | groen:1;riool:7;\"sociaal:a;b\" | "
                            "bomen;eenzaamheid;riool | 2027-01-01 | NULL | kansrijk | 33.5"));
}

TEST_F(ResultRows, risico_goes_from_the_one_to_the_other) {
    EXPECT_THAT(rows("SELECT risico_id, buurtcode, buurtnaam, soort_risico, eerst, daarna, "
                     "eind_eerst, start_daarna, graafrust_tot, zekerheid, oppervlakte_m2, ernst, "
                     "koppelkans_id FROM risicos"),
                ElementsAre("BU0001-risico | BU0001 | Oost | opnieuw_open | riool:8 | riool:7 | "
                            "2026-01-31 | 2029-05-02 | 2031-01-31 | zeker | 4.0 | 1.75 | NULL"));
}

TEST_F(ResultRows, buurten_count_and_every_buurt_is_there) {
    EXPECT_THAT(rows("SELECT * FROM (SELECT buurtcode, buurtnaam, wijkcode, gemeentecode, jaar, "
                     "aantal_opgaven, aantal_koppelkansen, aantal_gebiedskansen, aantal_kansrijk, "
                     "aantal_combinaties, aantal_risicos, koppel_m2, max_gelijktijdig, "
                     "drukste_dag, domeinen FROM buurten ORDER BY fid)"),
                ElementsAre("BU0001 | Oost | WK01 | GM0001 | 2025 | 1 | 2 | 3 | 4 | 5 | 6 | 70.5 | "
                            "8 | 2027-03-01 | \"Gezondheid; zorg\";groen",
                            "BU0002 | D'n Höek | WK01 | GM0001 | 2025 | 0 | 0 | 0 | 0 | 0 | 0 | "
                            "0.0 | 0 | NULL | NULL",
                            "BU0003 | NULL | NULL | NULL | 2025 | 0 | 0 | 0 | 0 | 0 | 0 | 0.0 | 0 "
                            "| NULL | NULL"));
    EXPECT_THAT(rows("SELECT wijkcode, gemeentecode, jaar, aantal_opgaven, domeinen FROM wijken"),
                ElementsAre("WK01 | GM0001 | 2025 | 1 | \"Gezondheid; zorg\";groen"));
    EXPECT_THAT(rows("SELECT gemeentecode, jaar, aantal_risicos, drukste_dag FROM gemeenten"),
                ElementsAre("GM0001 | 2025 | 6 | 2027-03-01"));
}

TEST_F(ResultRows, opgave_keeps_the_texts_of_its_source) {
    EXPECT_THAT(
        rows("SELECT opgave_id, bron, id, naam, soort, domein, type, trekker, fase, status, "
             "rol, start_tekst, eind_tekst, kansen, risicos, doelstelling, budget "
             "FROM opgaven WHERE fid = 1"),
        ElementsAre("groen:1 | groen | 1 | Bomen \"Laan\" | bomen | groen | fysiek | "
                    "Groenteam | ontwerp | VO | plan | 2027 | eind 2028 | schaduw | "
                    "wortels | koelte | € 10.000"));
    EXPECT_THAT(rows("SELECT naam, trekker, status, start_tekst, eind_tekst, kansen, risicos, "
                     "doelstelling, budget FROM opgaven WHERE fid = 2"),
                ElementsAre("NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL"));
}

TEST_F(ResultRows, opgave_tells_time_room_and_measure_and_what_was_left_out_is_not_there) {
    EXPECT_THAT(rows("SELECT opgave_id, rol, type, start, eind, tijd_onbekend, eind_onbekend, "
                     "aanhaken, niveau, hersteld, aantal_koppelkansen FROM opgaven"),
                ElementsAre("groen:1 | plan | fysiek | 2027-01-01 | 2028-12-31 | 0 | 0 | krap | "
                            "plek | 0 | 2",
                            "riool:7 | plan | fysiek | 2029-05-02 | NULL | 0 | 1 | kansrijk | plek "
                            "| 1 | 2",
                            "riool:8 | rust | fysiek | 2025-01-01 | 2026-01-31 | 0 | 0 | NULL | "
                            "plek | 0 | 0",
                            "sociaal:a;b | plan | sociaal | NULL | NULL | 1 | 0 | NULL | gebied | "
                            "0 | 0",
                            "sociaal:c | plan | sociaal | NULL | 2030-12-31 | 0 | 0 | lopend | "
                            "gebied | 0 | 0"));
    EXPECT_THAT(rows("SELECT werkafstand_m, werkgebied_m2, lengte_m FROM opgaven LIMIT 2"),
                ElementsAre("0.0 | 400.0 | NULL", "3.0 | 900.0 | 150.0"));
}

TEST_F(ResultRows, left_out_rows_keep_their_reason) {
    EXPECT_THAT(rows("SELECT bron, bron_fid, id, reden, detail, geom IS NULL FROM afgekeurd"),
                ElementsAre("groen | 12 | NULL | id_ontbreekt | NULL | 0",
                            "sociaal | 3 | z | datum_ongeldig | start 'ooit' | 1"));
}

TEST_F(ResultRows, bronnen_give_the_account) {
    EXPECT_THAT(rows("SELECT bron, pad, laag, crs, nauwkeurigheid_m, gelezen, geanalyseerd, "
                     "samengevoegd, afgekeurd FROM bronnen"),
                ElementsAre("groen | groen.gpkg | bomen | EPSG:4326 | 0.25 | 3 | 1 | 1 | 1",
                            "riool | PG:dbname=x password=*** | NULL | EPSG:28992 | 0.0 | 2 | 2 | "
                            "0 | 0",
                            "sociaal | sociaal.csv | sociaal | NULL | NULL | 0 | 0 | 0 | 0"));
}

TEST_F(ResultRows, run_says_how_the_file_came_about) {
    EXPECT_THAT(rows("SELECT version, peildatum, horizon, aanloop, configuration, buurten_jaar "
                     "FROM run"),
                ElementsAre("0.1.0 | 2026-11-21 | P2Y6M | P2Y | peildatum = 2026-11-21\n"
                            "# \"it's\"\n | 2025"));
    EXPECT_THAT(rows("SELECT gdal, geos, proj, sqlite FROM run"),
                ElementsAre(io::gdal_version() + " | " + geometry::geos_version() + " | " +
                            geometry::proj_version() + " | " + io::sqlite_version()));
    EXPECT_THAT(rows("SELECT inputs FROM run"),
                ElementsAre(R"({"riool.shp":"ab12","PG:\"x\"":null,"buurten.gpkg":"cd34"})"));
    EXPECT_THAT(rows("SELECT json_extract(inputs, '$.\"riool.shp\"') FROM run"),
                ElementsAre("ab12"));
}

TEST_F(ResultRows, totals_sum_the_rows_of_a_pair) {
    EXPECT_THAT(rows("SELECT * FROM koppelkansen_totaal"),
                ElementsAre("1 | groen:1 | riool:7 | 2 | 240.0 | 0.75 | 0.25"));
}

/// Everything that OGR tells of a layer, read through another door than SQLite.
struct OgrLayer {
    OgrLayer(const std::string& path, const char* name) {
        GDALAllRegister();
        dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
        layer = dataset ? dataset->GetLayerByName(name) : nullptr;
    }
    std::vector<std::string> geometries() const {
        std::vector<std::string> found;
        for (const auto& row : *layer) {
            const OGRGeometry* geometry = row->GetGeometryRef();
            found.push_back(geometry == nullptr ? "NULL" : geometry->exportToWkt());
        }
        return found;
    }
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
};

TEST_F(ResultRows, ogr_reads_polygons_as_multipolygons) {
    const OgrLayer kansen(shared_path, "koppelkansen");
    ASSERT_NE(kansen.layer, nullptr);
    EXPECT_EQ(kansen.layer->GetGeomType(), wkbMultiPolygon);
    EXPECT_THAT(kansen.geometries(),
                ElementsAre("MULTIPOLYGON (((10 17,16 17,16 23,10 23,10 17)))",
                            "MULTIPOLYGON (((10 17,16 17,16 23,10 23,10 17)))"));
    EXPECT_STREQ(kansen.layer->GetSpatialRef()->GetAuthorityCode(nullptr), "28992");
    EXPECT_STREQ(kansen.layer->GetFIDColumn(), "fid");
}

TEST_F(ResultRows, ogr_reads_opgaven_as_they_are) {
    EXPECT_THAT(OgrLayer(shared_path, "opgaven").geometries(),
                ElementsAre("POLYGON ((10 10,30 10,30 30,10 30,10 10))", "LINESTRING (0 20,150 20)",
                            "POINT (15 15)", "NULL", "NULL"));
    EXPECT_THAT(OgrLayer(shared_path, "afgekeurd").geometries(),
                ElementsAre("POINT (1 2)", "NULL"));
}

TEST_F(ResultRows, werkgebieden_are_multipolygons_of_those_that_have_ground) {
    const OgrLayer grounds(shared_path, "werkgebieden");
    std::vector<std::string> seen;
    for (const auto& row : *grounds.layer) {
        const auto* ground = row->GetGeometryRef()->toMultiPolygon();
        seen.push_back(std::string(row->GetFieldAsString("opgave_id")) + " " +
                       std::to_string(ground->getNumGeometries()) + " " +
                       std::to_string(ground->get_Area()));
    }
    EXPECT_THAT(seen,
                ElementsAre("groen:1 1 400.000000", "riool:7 1 900.000000", "riool:8 1 4.000000",
                            "sociaal:a;b 1 40000.000000", "sociaal:c 1 90000.000000"));
    EXPECT_THAT(rows("SELECT soort, start, eind FROM werkgebieden WHERE opgave_id = 'sociaal:c'"),
                ElementsAre("eenzaamheid | NULL | 2030-12-31"));
}

TEST_F(ResultRows, ogr_knows_the_types) {
    const OgrLayer opgaven(shared_path, "opgaven");
    const OGRFeatureDefn& fields = *opgaven.layer->GetLayerDefn();
    const auto field = [&fields](const char* name) {
        return fields.GetFieldDefn(fields.GetFieldIndex(name));
    };
    EXPECT_EQ(field("start")->GetType(), OFTDate);
    EXPECT_EQ(field("hersteld")->GetSubType(), OFSTBoolean);
    EXPECT_EQ(field("aantal_koppelkansen")->GetType(), OFTInteger64);
    EXPECT_EQ(field("werkgebied_m2")->GetType(), OFTReal);
    EXPECT_EQ(field("naam")->GetType(), OFTString);
    const OgrLayer totals(shared_path, "koppelkansen_totaal");
    ASSERT_NE(totals.layer, nullptr);
    EXPECT_STREQ(totals.layer->GetFIDColumn(), "fid");
    const OGRFeatureDefn& sums = *totals.layer->GetLayerDefn();
    EXPECT_EQ(sums.GetFieldDefn(sums.GetFieldIndex("buurten"))->GetType(), OFTInteger64);
    EXPECT_EQ(sums.GetFieldDefn(sums.GetFieldIndex("oppervlakte_m2"))->GetType(), OFTReal);
}

TEST_F(ResultRows, ogr_finds_rows_by_place_through_the_index) {
    const OgrLayer buurten(shared_path, "buurten");
    buurten.layer->SetSpatialFilterRect(120, 10, 130, 20);
    EXPECT_EQ(buurten.layer->GetFeatureCount(), 1);
    EXPECT_TRUE(buurten.layer->TestCapability(OLCFastSpatialFilter));
}

TEST_F(ResultRows, ogr_offers_the_words_of_a_column) {
    const OgrLayer kansen(shared_path, "koppelkansen");
    const OGRFeatureDefn& fields = *kansen.layer->GetLayerDefn();
    const std::string name = fields.GetFieldDefn(fields.GetFieldIndex("aanhaken"))->GetDomainName();
    EXPECT_EQ(name, "aanhaken");
    const OGRFieldDomain* words = kansen.dataset->GetFieldDomain(name);
    ASSERT_NE(words, nullptr);
    ASSERT_EQ(words->GetDomainType(), OFDT_CODED);
    const auto* coded = static_cast<const OGRCodedFieldDomain*>(words);
    EXPECT_STREQ(coded->GetEnumeration()[0].pszCode, "kansrijk");
    EXPECT_THAT(coded->GetEnumeration()[0].pszValue, StartsWith("Kansrijk"));
}

TEST(ResultDates, run_from_year_1_to_9999) {
    const TestFolder folder;
    const std::string path = folder.file("dates.gpkg");
    Scene scene;
    scene.opgaven[0].tijdlijn = {
        day("0001-01-02"), day("0001-01-02"), day("9999-12-31"), day("9999-12-31"), false, false};
    scene.write(path, {"opgaven"});
    EXPECT_THAT(rows_of(path, "SELECT start, eind FROM opgaven WHERE fid = 1"),
                ElementsAre("0001-01-02 | 9999-12-31"));
}

}  // namespace

}  // namespace koppelkans::test
