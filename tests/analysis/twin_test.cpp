// A brute-force twin of the analysis: every pair of opgaven in every buurt, straight from the
// definitions, without index, boxes or clipping to the buurt beforehand.

#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/analysis/definition.h"
#include "tests/analysis/random_world.h"

namespace koppelkans::test {
namespace {

/// A thousand, or as many as the sanitized build, which is after memory, asks for.
unsigned scenes_wanted() {
    const char* wanted = std::getenv("KOPPELKANS_RANDOM_SCENES");  // NOLINT(concurrency-mt-unsafe)
    return wanted == nullptr ? 1000 : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
}

TEST(Twin, TheEngineFindsWhatTheDefinitionsSayOnRandomScenes) {
    const unsigned scenes = scenes_wanted();
    std::size_t rows = 0;
    for (unsigned seed = 1; seed <= scenes; ++seed) {
        const World world = random_world(seed);
        const Outcome outcome = world.run(seed % 2 == 0 ? 1 : 2);
        ASSERT_TRUE(account_is_closed(outcome)) << "seed " << seed;
        const domain::BuurtRegister buurten(world.buurten, {});
        const std::vector<DefinedRow> found =
            rows_by_engine(outcome.plans.opgaven, buurten, outcome.buurten);
        expect_same_rows(rows_by_definition(outcome.plans.opgaven, buurten, world.settings), found,
                         1e-9, "seed " + std::to_string(seed));
        if (testing::Test::HasFatalFailure()) {
            return;
        }
        rows += found.size();
    }
    EXPECT_GT(rows, 3U * scenes) << "scenes without any pair show nothing";
}

TEST(Twin, ThreadsChangeNothing) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const World world = random_world(seed);
        const Outcome alone = world.run(1);
        const Outcome many = world.run(5);
        ASSERT_EQ(alone.buurten.size(), many.buurten.size());
        for (std::size_t u = 0; u < alone.buurten.size(); ++u) {
            const auto& one = alone.buurten[u].koppelkansen;
            const auto& other = many.buurten[u].koppelkansen;
            ASSERT_EQ(one.size(), other.size());
            for (std::size_t i = 0; i < one.size(); ++i) {
                ASSERT_EQ(one[i].koppelkans_id, other[i].koppelkans_id);
                ASSERT_EQ(one[i].oppervlakte_m2, other[i].oppervlakte_m2);
                ASSERT_EQ(one[i].geometry, other[i].geometry);
            }
        }
    }
}

}  // namespace
}  // namespace koppelkans::test
