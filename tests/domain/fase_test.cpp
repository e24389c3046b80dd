#include "engine/domain/fase.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

TEST(Fase, EveryWordReadsBackAsItself) {
    for (const Fase fase :
         {Fase::onbekend, Fase::idee, Fase::verkenning, Fase::ontwerp, Fase::voorbereiding,
          Fase::uitvoering, Fase::gereed, Fase::aangehouden, Fase::vervallen}) {
        EXPECT_EQ(read_fase(to_text(fase)), fase);
    }
    EXPECT_EQ(read_fase(" Gereed "), Fase::gereed);
    EXPECT_EQ(read_fase("klaar"), std::nullopt);
}

TEST(FaseCatalogus, ComparesTrimmedAndInAnyCase) {
    FaseCatalogus catalogus;
    catalogus.put("In de week gelegd", Fase::idee);
    EXPECT_EQ(catalogus.fase_of("  IN DE WEEK gelegd"), Fase::idee);
    EXPECT_EQ(catalogus.fase_of("in week"), Fase::onbekend);
    EXPECT_EQ(catalogus.fase_of(""), Fase::onbekend);
}

TEST(FaseCatalogus, ALaterWordGoesOverAnEarlier) {
    FaseCatalogus catalogus;
    catalogus.put("vo", Fase::ontwerp);
    catalogus.put("VO", Fase::voorbereiding);
    EXPECT_EQ(catalogus.fase_of("vo"), Fase::voorbereiding);
}

}  // namespace
}  // namespace koppelkans::domain
