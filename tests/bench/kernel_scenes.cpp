#include "tests/bench/kernel_scenes.h"

#include <cmath>
#include <random>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {

namespace {

using domain::Veld;
using geometry::Geometry;

constexpr double side_m = 800;
constexpr int streets = 18;
constexpr const char* soorten[] = {"riool", "warmte", "weg", "groen"};

/// A plan's piece of a random street: 80 to 400 m, 3 to 12 corners.
std::string random_line(std::mt19937& random) {
    const double from = static_cast<double>(random() % 320) - 200;
    const double until = from + 80 + static_cast<double>(random() % 320);
    const int corners = 3 + static_cast<int>(random() % 10);
    return street_line(static_cast<unsigned>(random() % streets), from, until, corners);
}

}  // namespace

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
    for (int i = 0; i < corners; ++i) {
        const double east = x + at * std::cos(heading + bend * at / 2);
        const double north = y + at * std::sin(heading + bend * at / 2);
        text += (i == 0 ? "" : ", ") + std::to_string(east) + " " + std::to_string(north);
        at += step;
    }
    return text + ")";
}

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

}  // namespace koppelkans::test
