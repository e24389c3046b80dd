// The worst buurt: many large plans on top of one another, all in time. Prints, besides the times,
// how many combinaties came of it. Run by hand or by tests/nightly.sh; see README.md beside this
// file.

#include <cmath>
#include <random>

#include <benchmark/benchmark.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

constexpr const char* soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

/// A star of 7 to 12 corners, 150 to 400 m across times `scale`, in a buurt of a square kilometre.
geometry::Wkb large_polygon(std::mt19937& random, double scale) {
    std::uniform_real_distribution<double> middle(250, 750);
    std::uniform_real_distribution<double> reach(75 * scale, 200 * scale);
    const double x = middle(random);
    const double y = middle(random);
    const int corners = 7 + static_cast<int>(random() % 6);
    std::string ring;
    std::string first;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::acos(-1.0) * i / corners;
        const double r = reach(random);
        const std::string corner =
            std::to_string(x + r * std::cos(angle)) + " " + std::to_string(y + r * std::sin(angle));
        if (i == 0) {
            first = corner;
        }
        ring += corner + ",";
    }
    return shape("POLYGON ((" + ring + first + "))");
}

World town() {
    World world;
    world.buurt("U", shape("POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))"));
    return world;
}

void large_polygons(benchmark::State& state) {
    std::mt19937 random(1);
    World world = town();
    for (int i = 0; i < state.range(0); ++i) {
        world.add(
            soorten[random() % 5],
            row(std::to_string(i), large_polygon(random, static_cast<double>(state.range(1)) / 100))
                .with(Veld::start, std::to_string(2027 + random() % 6)));
    }
    std::size_t rows = 0;
    for (auto _ : state) {
        rows = world.run().buurten[0].combinaties.size();
    }
    state.counters["combinaties"] = static_cast<double>(rows);
}
BENCHMARK(large_polygons)
    ->ArgNames({"plans", "size_percent"})
    ->Args({20, 100})
    ->Args({40, 100})
    ->Args({80, 100})
    ->Args({80, 185})
    ->Unit(benchmark::kMillisecond);

void whole_buurt_each(benchmark::State& state) {
    World world = town();
    for (int i = 0; i < state.range(0); ++i) {
        world.add(soorten[i % 5],
                  row(std::to_string(i), shape("POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))"))
                      .with(Veld::start, std::to_string(2027 + i % 9)));
    }
    std::size_t rows = 0;
    for (auto _ : state) {
        rows = world.run().buurten[0].combinaties.size();
    }
    state.counters["combinaties"] = static_cast<double>(rows);
}
BENCHMARK(whole_buurt_each)->Arg(50)->Arg(200)->Unit(benchmark::kMillisecond);

/// Five thousand strips along a grid of streets, ten plans a street: a city in one buurt.
void crowded_streets(benchmark::State& state) {
    std::mt19937 random(2);
    World world = town();
    for (int i = 0; i < state.range(0); ++i) {
        const double at = 10.0 * static_cast<double>(random() % 100);
        const double from = static_cast<double>(random() % 900);
        const double until = from + 100;
        const auto n = [](double value) { return std::to_string(value); };
        const std::string line =
            random() % 2 == 0
                ? "LINESTRING (" + n(from) + " " + n(at) + "," + n(until) + " " + n(at) + ")"
                : "LINESTRING (" + n(at) + " " + n(from) + "," + n(at) + " " + n(until) + ")";
        world.add(soorten[random() % 5],
                  row(std::to_string(i), shape(line))
                      .with(Veld::werkafstand, "2.5")
                      .with(Veld::start, std::to_string(2027 + random() % 6)));
    }
    std::size_t rows = 0;
    for (auto _ : state) {
        rows = world.run().buurten[0].combinaties.size();
    }
    state.counters["combinaties"] = static_cast<double>(rows);
}
BENCHMARK(crowded_streets)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace koppelkans::test

BENCHMARK_MAIN();
