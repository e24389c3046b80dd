#include "engine/domain/veld.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/domain/input_row.h"

namespace koppelkans::domain {
namespace {

TEST(Veld, EveryOneHasANameOfItsOwn) {
    std::set<std::string> names;
    for (const Veld veld : alle_velden()) {
        names.insert(to_text(veld));
    }
    EXPECT_EQ(names.size(), veld_count);
    EXPECT_TRUE(names.count("id") == 1 && names.count("budget") == 1);
}

TEST(InputRow, KeepsATextAVeld) {
    InputRow row;
    row.text(Veld::budget) = "1000";
    EXPECT_EQ(row.text(Veld::budget), "1000");
    EXPECT_EQ(row.text(Veld::doelstelling), "");
}

}  // namespace
}  // namespace koppelkans::domain
