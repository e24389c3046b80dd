#include "engine/domain/soort.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

Soort soort(std::string code, std::string naam, std::vector<std::string> woorden = {}) {
    Soort one;
    one.code = std::move(code);
    one.naam = std::move(naam);
    one.woorden = std::move(woorden);
    return one;
}

SoortCatalogus example() {
    SoortCatalogus catalogus;
    catalogus.put(soort("warmtenet", "Warmtenet", {"warmte"}));
    catalogus.put(soort("rioolvervanging", "Riool vervangen", {"riool"}));
    catalogus.put(soort("relining", "Riool relinen", {"rioolrelining"}));
    return catalogus;
}

TEST(SoortCatalogus, IsOrderedByCode) {
    EXPECT_EQ(example().codes(),
              (std::vector<std::string>{"relining", "rioolvervanging", "warmtenet"}));
}

TEST(SoortCatalogus, FindsByCodeAndByNaamInAnyCase) {
    const SoortCatalogus catalogus = example();
    EXPECT_EQ(catalogus[catalogus.find(" RIOOLvervanging ").value()].code, "rioolvervanging");
    EXPECT_EQ(catalogus[catalogus.find("riool vervangen").value()].code, "rioolvervanging");
    EXPECT_EQ(catalogus.find("riool"), std::nullopt) << "words are for names of files only";
    EXPECT_EQ(catalogus.find(""), std::nullopt);
}

TEST(SoortCatalogus, AReplacedSoortIsFoundByItsNewNaamOnly) {
    SoortCatalogus catalogus = example();
    catalogus.put(soort("warmtenet", "Stadsverwarming"));
    EXPECT_EQ(catalogus.size(), 3U);
    EXPECT_TRUE(catalogus.find("stadsverwarming").has_value());
    EXPECT_TRUE(catalogus.find("warmtenet").has_value());
    EXPECT_EQ(catalogus[*catalogus.find("warmtenet")].naam, "Stadsverwarming");
}

TEST(SoortCatalogus, ACodeWinsOverAnothersNaam) {
    SoortCatalogus catalogus;
    catalogus.put(soort("a", "b"));
    catalogus.put(soort("b", "iets"));
    EXPECT_EQ(catalogus[catalogus.find("b").value()].code, "b");
}

TEST(SoortCatalogus, TheLongestWordInAFileNameWins) {
    const SoortCatalogus catalogus = example();
    EXPECT_EQ(catalogus[catalogus.recognised_in("Plannen_RIOOL_2027").value()].code,
              "rioolvervanging");
    EXPECT_EQ(catalogus[catalogus.recognised_in("rioolrelining").value()].code, "relining");
    EXPECT_EQ(catalogus.recognised_in("parkeren"), std::nullopt);
}

}  // namespace
}  // namespace koppelkans::domain
