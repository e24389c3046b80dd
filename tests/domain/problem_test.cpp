#include "engine/domain/problem.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

TEST(Reden, HasTheWordsAndTheOrderOfTheContract) {
    const char* const words[] = {"id_ontbreekt",
                                 "dubbel_id",
                                 "soort_onbekend",
                                 "datum_ongeldig",
                                 "eind_voor_start",
                                 "geometrie_leeg",
                                 "coordinaten_ongeldig",
                                 "geometrie_onherstelbaar",
                                 "gebiedscode_onbekend",
                                 "werkafstand_ongeldig",
                                 "werkgebied_leeg",
                                 "vervallen",
                                 "afgerond",
                                 "buiten_venster",
                                 "buiten_gebied"};
    for (int i = 0; i < reden_count; ++i) {
        EXPECT_STREQ(to_text(static_cast<Reden>(i)), words[i]);
    }
}

TEST(Reden, OnlyWhatCanBeMendedAtTheSourceIsAFault) {
    EXPECT_TRUE(is_fault(Reden::id_ontbreekt));
    EXPECT_TRUE(is_fault(Reden::werkgebied_leeg));
    EXPECT_FALSE(is_fault(Reden::vervallen));
    EXPECT_FALSE(is_fault(Reden::afgerond));
    EXPECT_FALSE(is_fault(Reden::buiten_venster));
    EXPECT_FALSE(is_fault(Reden::buiten_gebied));
}

}  // namespace
}  // namespace koppelkans::domain
