#include <gtest/gtest.h>

#include "tests/second_opinion/timeless_world.h"

namespace koppelkans::test {
namespace {

constexpr unsigned scenes = 200;
constexpr double relative = 1e-6;

struct EngineRow {
    std::string key;
    double area_m2 = 0;
    double distance_m = 0;
};

std::vector<EngineRow> rows_of(const World& world, const Outcome& outcome,
                               std::vector<domain::Koppelkans> analysis::BuurtResult::*layer) {
    std::vector<EngineRow> rows;
    for (const analysis::BuurtResult& result : outcome.buurten) {
        for (const domain::Koppelkans& pair : result.*layer) {
            rows.push_back({world.buurten[result.buurt].buurtcode + " " +
                                outcome.plans.opgaven[pair.a].opgave_id + " " +
                                outcome.plans.opgaven[pair.b].opgave_id,
                            pair.oppervlakte_m2, pair.afstand_m.value_or(0)});
        }
    }
    return rows;
}

void expect_agreement(const std::vector<EngineRow>& engine, const std::vector<SqlPair>& sql,
                      unsigned seed) {
    ASSERT_EQ(engine.size(), sql.size()) << "seed " << seed;
    for (std::size_t i = 0; i < engine.size(); ++i) {
        ASSERT_EQ(engine[i].key, sql[i].key) << "seed " << seed;
        ASSERT_NEAR(engine[i].area_m2, sql[i].area_m2, relative * sql[i].area_m2)
            << "seed " << seed << " " << sql[i].key;
        ASSERT_NEAR(engine[i].distance_m, sql[i].distance_m, relative * sql[i].distance_m)
            << "seed " << seed << " " << sql[i].key;
    }
}

TEST(SecondOpinion, SpatialiteFindsTheSamePairsOnRandomScenes) {
    std::size_t pairs = 0;
    std::size_t gebied_pairs = 0;
    for (unsigned seed = 1; seed <= scenes; ++seed) {
        const World world = timeless_world(seed);
        const Outcome outcome = world.run(1 + static_cast<int>(seed % 2));
        Spatialite spatialite;
        fill(spatialite, world, outcome);
        const auto engine = rows_of(world, outcome, &analysis::BuurtResult::koppelkansen);
        expect_agreement(engine, pairs_by_sql(spatialite, 1.0), seed);
        const auto gebied = rows_of(world, outcome, &analysis::BuurtResult::gebiedskansen);
        expect_agreement(gebied, gebied_pairs_by_sql(spatialite, 1.0), seed);
        if (HasFatalFailure()) {
            return;
        }
        pairs += engine.size();
        gebied_pairs += gebied.size();
    }
    EXPECT_GT(pairs, 1000U) << "scenes without pairs show nothing";
    EXPECT_GT(gebied_pairs, 500U);
}

}  // namespace
}  // namespace koppelkans::test
