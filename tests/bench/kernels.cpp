// The inner loops of a run, one by one: reading dates, buffering a line, overlaying two
// werkgebieden, the spatial index, the combinaties of a crowded buurt, the rows of a GeoPackage.
// Run by hand; see README.md beside this file.

#include <filesystem>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "engine/analysis/combine.h"
#include "engine/analysis/place.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/spatial_index.h"
#include "engine/io/result_file.h"
#include "engine/time/date_reader.h"
#include "tests/bench/kernel_scenes.h"

namespace koppelkans::test {
namespace {

using geometry::Geometry;

constexpr const char* crs = "EPSG:28992";
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
                              world.settings,         {}};
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
