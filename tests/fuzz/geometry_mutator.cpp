// How libFuzzer changes the input of fuzz_geometry.cpp: half of the time, where both geometries can
// be read, by moving one of their points, for changed bytes hardly ever make edges meet.

#include <cmath>
#include <random>

#include "tests/fuzz/geometry_input.h"

// Both names are libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace koppelkans::fuzz {
namespace {

struct Point {
    double x = 0;
    double y = 0;
};

void append_points(geometry::Wkb& wkb, std::vector<Point>& points) {
    geometry::change_points(wkb, [&points](const double* xy, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            points.push_back({xy[2 * i], xy[2 * i + 1]});
        }
    });
}

/// Near to or on another point, on the line between two, or onto a whole metre.
Point moved(Point from, const std::vector<Point>& points, std::mt19937& random) {
    const Point a = points[random() % points.size()];
    const Point b = points[random() % points.size()];
    const double part = static_cast<double>(random() % 5) / 4;
    switch (random() % 4) {
        case 0:
            return a;
        case 1:
            return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
        case 2: {
            const double step = std::pow(10, -static_cast<double>(random() % 10));
            return {from.x + step * (static_cast<double>(random() % 3) - 1), from.y + step * part};
        }
        default:
            return {std::round(a.x), std::round(b.y)};
    }
}

/// All of its points are those that `moved` makes of the ones like `target`: a ring stays closed.
void replace(geometry::Wkb& wkb, Point target, Point by) {
    geometry::change_points(wkb, [target, by](double* xy, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            if (xy[2 * i] == target.x && xy[2 * i + 1] == target.y) {
                xy[2 * i] = by.x;
                xy[2 * i + 1] = by.y;
            }
        }
    });
}

/// Moves a point of one of both; false where the input holds none that can be read.
bool move_point(std::uint8_t* data, std::size_t size, std::mt19937& random) {
    try {
        std::optional<GeometryInput> input = stored_input(data, size);
        std::vector<Point> points;
        if (input) {
            append_points(input->one, points);
            append_points(input->other, points);
        }
        if (points.empty()) {
            return false;
        }
        const Point target = points[random() % points.size()];
        replace(random() % 2 == 0 ? input->one : input->other, target,
                moved(target, points, random));
        const std::string bytes = input->one.bytes + input->other.bytes;
        std::memcpy(data + size - bytes.size(), bytes.data(), bytes.size());
        return true;
    } catch (const geometry::GeometryError&) {
        return false;
    }
}

}  // namespace
}  // namespace koppelkans::fuzz

// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned int seed) {
    std::mt19937 random(seed);
    if (random() % 2 == 0 && koppelkans::fuzz::move_point(data, size, random)) {
        return size;
    }
    return LLVMFuzzerMutate(data, size, most);
}
