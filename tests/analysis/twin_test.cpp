// A brute-force twin of the analysis: every pair of opgaven in every buurt, straight from the
// definitions, without index, boxes or clipping to the buurt beforehand.

#include <random>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

constexpr int scenes = 300;

struct TwinRow {
    std::string key;
    double area_m2 = 0;
};

/// A random shape of 5 to 60 m somewhere in a town of 150 by 150 m.
geometry::Wkb random_shape(std::mt19937& random) {
    std::uniform_real_distribution<double> place(-10, 150);
    std::uniform_real_distribution<double> size(5, 60);
    const double x = place(random);
    const double y = place(random);
    const double w = size(random);
    const double h = size(random);
    const auto text = [](double value) { return std::to_string(value); };
    switch (random() % 4) {
        case 0:
            return geometry::to_wkb(geometry::from_wkt("LINESTRING (" + text(x) + " " + text(y) +
                                                       "," + text(x + w) + " " + text(y + h) + "," +
                                                       text(x + 2 * w) + " " + text(y) + ")"));
        case 1:
            return geometry::to_wkb(geometry::from_wkt("POINT (" + text(x) + " " + text(y) + ")"));
        case 2:  // on whole metres, so that borders coincide
            return geometry::to_wkb(geometry::buffered(
                geometry::from_wkt("POINT (" + std::to_string(static_cast<int>(x)) + " " +
                                   std::to_string(static_cast<int>(y)) + ")"),
                20));
        default:
            return geometry::to_wkb(geometry::from_wkt(
                "POLYGON ((" + text(x) + " " + text(y) + "," + text(x + w) + " " + text(y) + "," +
                text(x + w) + " " + text(y + h) + "," + text(x) + " " + text(y + h / 2) + "," +
                text(x) + " " + text(y) + "))"));
    }
}

World random_world(unsigned seed) {
    std::mt19937 random(seed);
    World world;
    world.settings.min_oppervlakte_m2 = seed % 2 == 0 ? 1.0 : 0.0;
    world.settings.koppel =
        seed % 3 == 0 ? domain::Koppel::verschillende_opgave : domain::Koppel::verschillende_soort;
    if (seed % 5 == 0) {
        world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    }
    for (int i = 0; i < 9; ++i) {
        const double x = 50.0 * (i % 3);
        const double y = 50.0 * (i / 3);
        const std::string ring = std::to_string(x) + " " + std::to_string(y);
        world.buurt(
            "B" + std::to_string(i),
            geometry::to_wkb(geometry::from_wkt(
                "POLYGON ((" + ring + "," + std::to_string(x + 50) + " " + std::to_string(y) + "," +
                std::to_string(x + 50) + " " + std::to_string(y + 50) + "," + std::to_string(x) +
                " " + std::to_string(y + 50) + "," + ring + "))")));
    }
    const char* const soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};
    const char* const starts[] = {"2026",     "2027-06-01", "Q1 2028", "najaar 2029", "2031",
                                  "onbekend", "2027-2029",  "na 2030", "doorlopend",  "2033"};
    for (int i = 0; i < 18; ++i) {
        const std::string soort = soorten[random() % 5];
        Row one =
            row(std::to_string(i), random_shape(random)).with(Veld::start, starts[random() % 10]);
        if (random() % 8 == 0) {
            one.input.geometry = {};
            one.with(Veld::buurtcode, "B" + std::to_string(random() % 9));
        }
        if (soort == "weg" || random() % 2 == 0) {
            one.with(Veld::werkafstand, "4,5");
        }
        world.add(soort, std::move(one));
    }
    return world;
}

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
