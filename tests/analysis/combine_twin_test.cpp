// Brute-force twins of the combinaties. On towns of whole square metres every cell is looked at on
// its own and every subset of its opgaven is tried; on towns of random polygons every subset of all
// opgaven gets its ground straight from the definition.

#include <cstdint>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/definition.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using domain::Veld;
using Areas = std::map<Subset, double>;

constexpr int cell_scenes = 500;
constexpr int polygon_scenes = 60;
constexpr int side = 24;

const char* const soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};

std::string polygon(const std::vector<std::pair<double, double>>& corners) {
    std::string wkt = "POLYGON ((";
    for (const auto& [x, y] : corners) {
        wkt += std::to_string(x) + " " + std::to_string(y) + ",";
    }
    return wkt + std::to_string(corners[0].first) + " " + std::to_string(corners[0].second) + "))";
}

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

World empty_town(unsigned seed) {
    World world;
    world.settings.min_oppervlakte_m2 = 0;
    world.settings.horizon.regel =
        seed % 4 == 0 ? time::Tijdregel::start : time::Tijdregel::tussentijd;
    world.buurt("U", shape(polygon({{0, 0}, {side, 0}, {side, side}, {0, side}})));
    return world;
}

Row random_plan(std::mt19937& random, int number, geometry::Wkb ground) {
    const int year = 2027 + static_cast<int>(random() % 8);
    const int until = year + static_cast<int>(random() % 3);
    return row(std::to_string(number), std::move(ground))
        .with(Veld::start, std::to_string(year))
        .with(Veld::eind, std::to_string(until));
}

struct Rectangle {
    int x = 0;
    int y = 0;
    int w = 1;
    int h = 1;
    bool holds(int px, int py) const { return px >= x && px < x + w && py >= y && py < y + h; }
};

Areas by_cells(const std::map<std::string, Rectangle>& rectangles, const World& world,
               const Outcome& outcome) {
    Areas areas;
    std::map<Subset, std::vector<Subset>> known;
    for (int x = 0; x < side; ++x) {
        for (int y = 0; y < side; ++y) {
            Subset cover;
            for (domain::OpgaveIndex i = 0; i < outcome.plans.opgaven.size(); ++i) {
                if (rectangles.at(outcome.plans.opgaven[i].opgave_id).holds(x, y)) {
                    cover.push_back(i);
                }
            }
            const auto [subsets, is_new] = known.emplace(cover, std::vector<Subset>());
            if (is_new) {
                subsets->second = maximal_subsets(cover, outcome.plans.opgaven, world.settings);
            }
            for (const Subset& subset : subsets->second) {
                areas[subset] += 1;
            }
        }
    }
    return areas;
}

Areas by_engine(const Outcome& outcome) {
    Areas areas;
    for (const domain::Combinatie& one : outcome.buurten[0].combinaties) {
        areas[one.opgaven] = one.oppervlakte_m2;
    }
    EXPECT_EQ(areas.size(), outcome.buurten[0].combinaties.size()) << "a subset is one row";
    return areas;
}

void expect_same(const Areas& wanted, const Areas& found, double tolerance_m2, unsigned seed) {
    ASSERT_EQ(wanted.size(), found.size()) << "seed " << seed;
    for (const auto& [subset, area] : wanted) {
        const auto match = found.find(subset);
        ASSERT_NE(match, found.end()) << "seed " << seed;
        ASSERT_NEAR(match->second, area, tolerance_m2) << "seed " << seed;
    }
}

TEST(CombineTwin, EveryCellAndEverySubsetOnTownsOfSquareMetres) {
    std::size_t rows = 0;
    for (unsigned seed = 1; seed <= cell_scenes; ++seed) {
        std::mt19937 random(seed);
        World world = empty_town(seed);
        std::map<std::string, Rectangle> rectangles;
        const int plans = 3 + static_cast<int>(random() % 10);
        for (int i = 0; i < plans; ++i) {
            Rectangle one;
            one.x = static_cast<int>(random() % 18);
            one.y = static_cast<int>(random() % 18);
            one.w = 1 + static_cast<int>(random() % static_cast<unsigned>(side - one.x));
            one.h = 1 + static_cast<int>(random() % static_cast<unsigned>(side - one.y));
            const std::string soort = soorten[random() % 5];
            rectangles[soort + ":" + std::to_string(i)] = one;
            const double x = one.x;
            const double y = one.y;
            world.add(soort,
                      random_plan(
                          random, i,
                          shape(polygon(
                              {{x, y}, {x + one.w, y}, {x + one.w, y + one.h}, {x, y + one.h}}))));
        }
        const Outcome outcome = world.run();
        const Areas found = by_engine(outcome);
        expect_same(by_cells(rectangles, world, outcome), found, 1e-6, seed);
        if (HasFatalFailure()) {
            return;
        }
        rows += found.size();
    }
    EXPECT_GT(rows, 1000U);
}

TEST(CombineTwin, EverySubsetByDefinitionOnTownsOfRandomPolygons) {
    constexpr double least = 0.01;  // below it, rounding decides which slivers there are
    std::size_t rows = 0;
    for (unsigned seed = 1; seed <= polygon_scenes; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(-4, side);
        World world = empty_town(seed);
        world.settings.min_oppervlakte_m2 = least;
        for (int i = 0; i < 8; ++i) {
            const double x = place(random);
            const double y = place(random);
            world.add(soorten[random() % 5],
                      random_plan(random, i,
                                  shape(polygon({{x, y},
                                                 {x + 13, y + place(random) / 8},
                                                 {x + 15, y + 12},
                                                 {x - 2, y + 14 + place(random) / 8}}))));
        }
        const Outcome outcome = world.run();
        Areas wanted;
        Subset all(outcome.plans.opgaven.size());
        for (domain::OpgaveIndex i = 0; i < all.size(); ++i) {
            all[i] = i;
        }
        for (std::uint32_t mask = 1; mask < (1U << all.size()); ++mask) {
            Subset subset;
            for (domain::OpgaveIndex one = 0; one < all.size(); ++one) {
                if ((mask >> one & 1U) != 0) {
                    subset.push_back(one);
                }
            }
            const auto& opgaven = outcome.plans.opgaven;
            if (has_three_soorten(subset, opgaven) &&
                share_a_day(subset, opgaven, world.settings)) {
                const double area =
                    combinatie_m2(subset, opgaven, world.buurten[0], world.settings);
                if (area >= least) {
                    wanted[subset] = area;
                }
            }
        }
        const Areas found = by_engine(outcome);
        expect_same(wanted, found, 1e-4, seed);
        if (HasFatalFailure()) {
            return;
        }
        rows += found.size();
    }
    EXPECT_GT(rows, 200U);
}

}  // namespace
}  // namespace koppelkans::test
