// The inner loops of a run, one by one: reading dates, buffering a line, overlaying two
// werkgebieden, the spatial index, the combinaties of a crowded buurt, the rows of a GeoPackage.
// Run by hand; see README.md beside this file.

#include <cmath>
#include <filesystem>
#include <random>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "engine/analysis/combine.h"
#include "engine/analysis/place.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/spatial_index.h"
#include "engine/io/result_file.h"
#include "engine/time/date_reader.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using domain::Veld;
using geometry::Geometry;

constexpr double side_m = 800;
constexpr int streets = 18;
constexpr const char* crs = "EPSG:28992";
constexpr const char* soorten[] = {"riool", "warmte", "weg", "groen"};

/// A bent line of `corners` corners along one of the streets of a buurt of 800 by 800 m.
std::string street_line(unsigned street, double from_m, double until_m, int corners) {
    std::mt19937 random(street);
    std::uniform_real_distribution<double> unit(0, 1);
    const double x = side_m * unit(random);
    const double y = side_m * unit(random);
    const double heading = 4 * unit(random) * std::acos(0.0);
    const double bend = (unit(random) - 0.5) / 300;
    std::string text = "LINESTRING (";
    double at = from_m;
    const double step = (until_m - from_m) / (corners - 1);
    for (int i = 0; i < corners; ++i, at += step) {
        const double east = x + at * std::cos(heading + bend * at / 2);
        const double north = y + at * std::sin(heading + bend * at / 2);
        text += (i == 0 ? "" : ", ") + std::to_string(east) + " " + std::to_string(north);
    }
    return text + ")";
}

/// A plan's piece of a random street: 80 to 400 m, 3 to 12 corners.
std::string random_line(std::mt19937& random) {
    const double from = static_cast<double>(random() % 320) - 200;
    const double until = from + 80 + static_cast<double>(random() % 320);
    const int corners = 3 + static_cast<int>(random() % 10);
    return street_line(static_cast<unsigned>(random() % streets), from, until, corners);
}

/// One buurt with as many plans along its streets, each with a start in ten years.
World town(int plans) {
    std::mt19937 random(1);
    World world;
    world.buurt("BU00010000",
                geometry::to_wkb(geometry::from_wkt("POLYGON ((0 0,800 0,800 800,0 800,0 0))")));
    for (int i = 0; i < plans; ++i) {
        const int year = 2026 + static_cast<int>(random() % 10);
        Geometry line = geometry::from_wkt(random_line(random));
        world.add(soorten[random() % 4], row(std::to_string(i), geometry::to_wkb(line))
                                             .with(Veld::werkafstand, "2.5")
                                             .with(Veld::start, std::to_string(year) + "-05-01")
                                             .with(Veld::eind, std::to_string(year) + "-11-30"));
    }
    return world;
}

void read_date(benchmark::State& state, const std::string& text) {
    const time::TimeZone zone;
    for (auto _ : state) {
        benchmark::DoNotOptimize(time::read_date(text, zone));
    }
}
BENCHMARK_CAPTURE(read_date, iso, std::string("2027-04-15"));
BENCHMARK_CAPTURE(read_date, month, std::string("begin april 2027"));
BENCHMARK_CAPTURE(read_date, range, std::string("15 april t/m 3 mei 2027"));
BENCHMARK_CAPTURE(read_date, unreadable, std::string("zodra het kan"));

void buffer_of_a_line(benchmark::State& state) {
    const double from = -200;
    const Geometry line =
        geometry::from_wkt(street_line(3, from, from + 240, static_cast<int>(state.range(0))));
    for (auto _ : state) {
        benchmark::DoNotOptimize(geometry::buffered(line, 3.0));
    }
}
BENCHMARK(buffer_of_a_line)->ArgName("corners")->Arg(2)->Arg(7)->Arg(12)->Arg(50);

/// Two werkgebieden along one street, of which half is shared.
void overlay_of_two(benchmark::State& state) {
    const int corners = static_cast<int>(state.range(0));
    const Geometry a =
        geometry::buffered(geometry::from_wkt(street_line(3, -200, 40, corners)), 3.0);
    const Geometry b =
        geometry::buffered(geometry::from_wkt(street_line(3, -80, 160, corners + 1)), 2.5);
    for (auto _ : state) {
        const Geometry shared = geometry::only_areas(geometry::intersection(a, b));
        benchmark::DoNotOptimize(geometry::area_m2(shared));
    }
}
BENCHMARK(overlay_of_two)->ArgName("corners")->Arg(3)->Arg(7)->Arg(12)->Arg(50);

/// Boxes of plans spread over as much ground as they would have, 60 a buurt.
std::vector<geometry::Box> boxes_of(std::int64_t count) {
    std::mt19937 random(2);
    const double across = side_m * std::sqrt(static_cast<double>(count) / 60);
    std::uniform_real_distribution<double> place(0, across);
    std::uniform_real_distribution<double> size(5, 300);
    std::vector<geometry::Box> boxes;
    for (std::int64_t i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

void index_build(benchmark::State& state) {
    const std::vector<geometry::Box> boxes = boxes_of(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(geometry::SpatialIndex(boxes));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(index_build)->Arg(60)->Arg(60'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void index_query(benchmark::State& state) {
    const std::vector<geometry::Box> boxes = boxes_of(state.range(0));
    const geometry::SpatialIndex index(boxes);
    std::vector<std::uint32_t> found;
    std::size_t next = 0;
    for (auto _ : state) {
        index.query(boxes[next], found);
        benchmark::DoNotOptimize(found.data());
        next = (next + 1) % boxes.size();
    }
}
BENCHMARK(index_query)->Arg(60)->Arg(60'000)->Arg(1'000'000);

void combinaties_of_a_buurt(benchmark::State& state) {
    const World world = town(static_cast<int>(state.range(0)));
    const Outcome outcome = world.run();
    const domain::BuurtRegister buurten(world.buurten, 2026);
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    const analysis::Places places(outcome.plans.opgaven, buurten.size());
    const analysis::Scene scene(0, buurten, outcome.plans.opgaven, places, [] {});
    std::size_t rows = 0;
    for (auto _ : state) {
        rows =
            analysis::combine(scene, analysis::meetings(scene, rules, [] {}), rules, [] {}).size();
    }
    state.counters["combinaties"] = static_cast<double>(rows);
}
BENCHMARK(combinaties_of_a_buurt)
    ->ArgName("plans")
    ->Arg(60)
    ->Arg(120)
    ->Arg(240)
    ->Unit(benchmark::kMillisecond);

/// Writes the koppelkansen of one town so often that the file has at least as many rows.
void rows_of_a_geopackage(benchmark::State& state) {
    const World world = town(240);
    const Outcome outcome = world.run();
    const domain::BuurtRegister buurten(world.buurten, 2026);
    const std::size_t rows_a_time = outcome.buurten[0].koppelkansen.size();
    const std::size_t times = static_cast<std::size_t>(state.range(0)) / rows_a_time + 1;
    const std::string path = (std::filesystem::temp_directory_path() /
                              ("koppelkans-bench-" + std::to_string(::getpid()) + ".gpkg"))
                                 .string();
    io::ResultContext context{&outcome.plans.opgaven, &buurten, &world.soorten, {"riool"}, crs,
                              world.settings};
    for (auto _ : state) {
        io::ResultFile file(path, {"koppelkansen"}, context);
        for (std::size_t i = 0; i < times; ++i) {
            file.add(outcome.buurten[0]);
        }
        file.add_run({"", world.settings, "", {}, {}}, {});
        file.finish();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(times * rows_a_time));
    std::filesystem::remove(path);
}
BENCHMARK(rows_of_a_geopackage)
    ->ArgName("rows")
    ->Arg(1'000)
    ->Arg(50'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace koppelkans::test

BENCHMARK_MAIN();
