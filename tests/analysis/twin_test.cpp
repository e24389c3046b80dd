// A brute-force twin of the analysis: every pair of opgaven in every buurt, straight from the
// definitions, without index, boxes or clipping to the buurt beforehand.

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/random_world.h"

namespace koppelkans::test {
namespace {

constexpr int scenes = 300;

struct TwinRow {
    std::string key;
    double area_m2 = 0;
};

geometry::Geometry ground_of(const domain::Opgave& opgave, const geometry::Geometry& buurt,
                             std::uint32_t index) {
    if (opgave.niveau == domain::Niveau::gebied) {
        return opgave.gebied.front() == index ? buurt.clone() : geometry::from_wkt("POLYGON EMPTY");
    }
    return geometry::intersection(geometry::from_wkb(opgave.werkgebied), buurt);
}

bool may_couple(const domain::Opgave& a, const domain::Opgave& b,
                const domain::Settings& settings) {
    if (a.rol != domain::Rol::plan || b.rol != domain::Rol::plan) {
        return false;
    }
    if (settings.onbekende_tijd == domain::OnbekendeTijd::tonen &&
        (a.tijdlijn.tijd_onbekend || b.tijdlijn.tijd_onbekend)) {
        return false;
    }
    return (a.soort != b.soort || settings.koppel == domain::Koppel::verschillende_opgave) &&
           time::within_horizon(a.tijdlijn, b.tijdlijn, settings.horizon).has_value();
}

/// Every row that SPEC asks for, of both layers, in order.
std::vector<TwinRow> by_definition(const World& world, const Outcome& outcome) {
    std::vector<TwinRow> rows;
    const auto& opgaven = outcome.plans.opgaven;
    for (std::uint32_t u = 0; u < world.buurten.size(); ++u) {
        const geometry::Geometry buurt = geometry::from_wkb(world.buurten[u].polygon);
        for (std::size_t i = 0; i < opgaven.size(); ++i) {
            for (std::size_t j = i + 1; j < opgaven.size(); ++j) {
                if (!may_couple(opgaven[i], opgaven[j], world.settings)) {
                    continue;
                }
                const double area = geometry::area_m2(geometry::only_areas(geometry::intersection(
                    ground_of(opgaven[i], buurt, u), ground_of(opgaven[j], buurt, u))));
                if (area > 0 && area >= world.settings.min_oppervlakte_m2) {
                    rows.push_back({world.buurten[u].buurtcode + " " + opgaven[i].opgave_id + " " +
                                        opgaven[j].opgave_id,
                                    area});
                }
            }
        }
    }
    return rows;
}

std::vector<TwinRow> found_by_the_engine(const World& world, const Outcome& outcome) {
    std::vector<TwinRow> rows;
    for (const analysis::BuurtResult& result : outcome.buurten) {
        std::vector<const domain::Koppelkans*> pairs;
        for (const domain::Koppelkans& pair : result.koppelkansen) {
            pairs.push_back(&pair);
        }
        for (const domain::Koppelkans& pair : result.gebiedskansen) {
            pairs.push_back(&pair);
        }
        std::sort(pairs.begin(), pairs.end(), [](const auto* one, const auto* other) {
            return std::pair(one->a, one->b) < std::pair(other->a, other->b);
        });
        for (const domain::Koppelkans* pair : pairs) {
            rows.push_back({world.buurten[result.buurt].buurtcode + " " +
                                outcome.plans.opgaven[pair->a].opgave_id + " " +
                                outcome.plans.opgaven[pair->b].opgave_id,
                            pair->oppervlakte_m2});
        }
    }
    return rows;
}

TEST(Twin, TheEngineFindsWhatTheDefinitionsSayOnRandomScenes) {
    std::size_t rows = 0;
    for (unsigned seed = 1; seed <= scenes; ++seed) {
        const World world = random_world(seed);
        const Outcome outcome = world.run(seed % 2 == 0 ? 1 : 2);
        ASSERT_TRUE(account_is_closed(outcome)) << "seed " << seed;
        const std::vector<TwinRow> wanted = by_definition(world, outcome);
        const std::vector<TwinRow> found = found_by_the_engine(world, outcome);
        ASSERT_EQ(wanted.size(), found.size()) << "seed " << seed;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            ASSERT_EQ(wanted[i].key, found[i].key) << "seed " << seed;
            ASSERT_NEAR(wanted[i].area_m2, found[i].area_m2, 1e-9 * wanted[i].area_m2 + 1e-9)
                << "seed " << seed << " " << wanted[i].key;
        }
        rows += found.size();
    }
    EXPECT_GT(rows, 1000U) << "scenes without any pair show nothing";
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
