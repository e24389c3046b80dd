#include "engine/publish/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/publish/facts.h"

namespace koppelkans::test {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Metadata, say_by_what_and_from_what_a_result_was_made) {
    const auto made = xml(publish::provenance_iso(some_facts()));
    EXPECT_THAT(texts(made, "//gmd:statement/gco:CharacterString"),
                ElementsAre(AllOf(HasSubstr("koppelkans 1.2.3"), HasSubstr("GDAL 3.6.2"),
                                  HasSubstr("peildatum 2027-04-15"), HasSubstr("horizon P2Y"),
                                  HasSubstr("aanloop P1Y"), HasSubstr("buurten van 2026"))));
    EXPECT_THAT(
        texts(made, "//gmd:LI_Source/gmd:description/gco:CharacterString"),
        ElementsAre("buurten: buurten.gpkg (SHA-256 aa11)", "riool: PG:dbname=riool (database)"));
    EXPECT_THAT(texts(made, "//gmd:dateStamp/gco:DateTime"),
                ElementsAre("2027-04-15T12:00:00.000Z"));
    EXPECT_THAT(texts(made, "//gmd:RS_Identifier/gmd:code/gco:CharacterString"),
                ElementsAre("EPSG:28992"));
    publish::ResultFacts facts = some_facts();
    facts.crs_code = "unknown";
    EXPECT_THAT(texts(xml(publish::provenance_iso(facts)),
                      "//gmd:RS_Identifier/gmd:code/gco:CharacterString"),
                ElementsAre(facts.crs_wkt));
    EXPECT_THAT(texts(xml(publish::layer_metadata_qgis(domain::Layer::buurten, facts)), "//authid"),
                testing::IsEmpty());
}

TEST(Metadata, of_a_layer_are_as_qgis_reads_them) {
    const auto made = xml(publish::layer_metadata_qgis(domain::Layer::koppelkansen, some_facts()));
    EXPECT_THAT(texts(made, "/qgis/title"), ElementsAre("Koppelkansen"));
    EXPECT_THAT(texts(made, "/qgis/crs/spatialrefsys/authid"), ElementsAre("EPSG:28992"));
    EXPECT_THAT(texts(made, "/qgis/history"),
                ElementsAre(HasSubstr("koppelkans 1.2.3"), HasSubstr("buurten.gpkg"),
                            HasSubstr("PG:dbname=riool")));
}

}  // namespace

}  // namespace koppelkans::test
