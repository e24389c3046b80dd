#include "tests/fuzz/hostile_shape.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace koppelkans::fuzz {

namespace {

using Point = std::array<double, 4>;

constexpr std::size_t most_points = 2000;
constexpr std::size_t deepest = 6;

/// How the points of one shape are placed: where, how far apart, on what grid.
struct Place {
    double x = 174000;
    double y = 442000;
    double size = 1000;
    double grid = 0;
};

Place place_of(Dice& dice, Extent extent) {
    static const std::vector<double> grids = {0, 0, 1, 50, 250, 1e-6};
    static const std::vector<double> sizes = {1000, 1000, 1000, 300, 50, 2, 1e-3, 1e-7, 1e5};
    Place place;
    place.grid = dice.of(grids);
    place.size = dice.of(sizes);
    if (extent == Extent::near) {
        place.size = std::min(place.size, 300.0);
    }
    if (place.size < 1000) {
        place.x += std::floor(dice.share() * 20) * 50;
        place.y += std::floor(dice.share() * 20) * 50;
    }
    switch (dice.harm_in(5) ? dice.below(5) : 5) {
        case 0:  // degrees
            return {5.6, 51.9, 0.02, 0};
        case 1:  // exchanged
            return {place.y, place.x, place.size, place.grid};
        case 2:
            return {0, 0, place.size, place.grid};
        case 3:  // round the pole, or over the edge of the world, if they are degrees
            return {-181, 80, 362, 1};
        case 4:
            return {9.9999e7, -9.9999e7, 200, 0};
        default:
            return place;
    }
}

double on_grid(double value, double grid) {
    return grid > 0 ? std::round(value / grid) * grid : value;
}

Point point_in(Dice& dice, const Place& place) {
    return {on_grid(place.x + dice.share() * place.size, place.grid),
            on_grid(place.y + dice.share() * place.size, place.grid), dice.share() * 10,
            dice.share()};
}

double odd_number(Dice& dice) {
    using Limits = std::numeric_limits<double>;
    static const std::vector<double> numbers = {Limits::quiet_NaN(),
                                                Limits::infinity(),
                                                -Limits::infinity(),
                                                1e300,
                                                -1e300,
                                                1e308,
                                                Limits::denorm_min(),
                                                -0.0,
                                                0,
                                                1e8,
                                                std::nextafter(1e8, 2e8),
                                                -1e18,
                                                1e20};
    return dice.of(numbers);
}

/// Of points, or of parts.
std::size_t count_of(Dice& dice, std::size_t usual, std::size_t depth = 0) {
    // Many parts of many parts would be tens of thousands of points.
    const std::size_t most = depth == 0 ? 10 * usual : usual;
    switch (dice.below(20)) {
        case 0:
            return 0;
        case 1:
            return 1;
        case 2:
            return 2;
        case 3:
            return most;
        default:
            return usual / 2 + dice.below(usual + 1);
    }
}

std::vector<Point> points_of(Dice& dice, const Place& place, std::size_t n) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < n; ++i) {
        // Every so often the one before it again.
        points.push_back(!points.empty() && dice.one_in(12) ? points.back()
                                                            : point_in(dice, place));
    }
    return points;
}

/// Round a middle, or a rectangle; clockwise or not.
std::vector<Point> plain_ring(Dice& dice, const Place& place) {
    const Point a = point_in(dice, place);
    const Point b = point_in(dice, place);
    std::vector<Point> ring;
    if (dice.one_in(2)) {
        ring = {a, {b[0], a[1]}, b, {a[0], b[1]}};
    } else {
        const std::size_t n =
            dice.one_in(150) ? most_points : std::max<std::size_t>(count_of(dice, 12), 3);
        const double radius = std::abs(a[0] - b[0]);
        for (std::size_t i = 0; i < n; ++i) {
            const double angle =
                6.283185307179586 * static_cast<double>(i) / static_cast<double>(n);
            const double r = radius * (0.7 + 0.3 * dice.share());
            ring.push_back({on_grid(a[0] + r * std::cos(angle), place.grid),
                            on_grid(a[1] + r * std::sin(angle), place.grid)});
        }
    }
    ring.push_back(ring.front());
    if (dice.one_in(2)) {
        std::reverse(ring.begin(), ring.end());
    }
    return ring;
}

std::vector<Point> hostile_ring(Dice& dice, const Place& place) {
    std::vector<Point> ring = plain_ring(dice, place);
    switch (dice.below(16)) {
        case 0:  // open
            ring.pop_back();
            break;
        case 1:  // crosses itself
            std::swap(ring[0], ring[ring.size() / 2]);
            ring.back() = ring.front();
            break;
        case 2:  // flat
            for (Point& point : ring) {
                point[1] = ring.front()[1];
            }
            break;
        case 3:  // one point, over and over
            std::fill(ring.begin(), ring.end(), ring.front());
            break;
        case 4:  // too short
            ring.resize(dice.below(4));
            break;
        case 5:  // a spike
            ring.insert(ring.begin() + 1, {point_in(dice, place), ring.front()});
            break;
        case 6:  // twice round
            ring.insert(ring.end(), ring.begin() + 1, ring.end());
            break;
        case 7:  // anything
            ring = points_of(dice, place, count_of(dice, 20));
            if (!ring.empty()) {
                ring.push_back(ring.front());
            }
            break;
        default:
            break;
    }
    return ring;
}

Shape ring_shape(std::vector<Point> points) {
    Shape ring;
    ring.type = 2;
    ring.points = std::move(points);
    return ring;
}

std::vector<Shape> hostile_rings(Dice& dice, const Place& place) {
    std::vector<Shape> rings;
    const std::size_t n = dice.one_in(30) ? 0 : 1 + (dice.one_in(3) ? dice.below(5) : 0);
    for (std::size_t i = 0; i < n; ++i) {
        // A hole may be the shell itself, or lie anywhere.
        rings.push_back(i > 0 && dice.one_in(5) ? rings.front()
                                                : ring_shape(hostile_ring(dice, place)));
    }
    return rings;
}

Shape shape_of_type(Dice& dice, std::uint32_t type, const Place& place, std::size_t depth);

/// What the parts of a shape are; a part that may not be there is one of the findings looked for.
std::uint32_t part_type(Dice& dice, std::uint32_t type) {
    static const std::vector<std::uint32_t> any = {1, 2,  3,  4,  5,  6,  7, 8,
                                                   9, 10, 11, 12, 15, 16, 17};
    static const std::vector<std::uint32_t> lines = {2, 8, 9};
    static const std::vector<std::uint32_t> pieces = {2, 8};
    static const std::vector<std::uint32_t> surfaces = {3, 10};
    if (dice.one_in(60)) {
        return dice.of(any);
    }
    switch (type) {
        case 4:
            return 1;
        case 5:
            return 2;
        case 6:
        case 15:
            return 3;
        case 9:
            return dice.of(pieces);
        case 10:
        case 11:
            return dice.of(lines);
        case 12:
            return dice.of(surfaces);
        case 16:
            return 17;
        default:
            return dice.of(any);
    }
}

Shape shape_of_parts(Dice& dice, std::uint32_t type, const Place& place, std::size_t depth) {
    Shape shape;
    shape.type = type;
    if (depth >= deepest) {
        return shape;
    }
    const bool many = depth == 0 && dice.one_in(200);
    const std::size_t n = many ? most_points / 10 : count_of(dice, depth == 0 ? 4 : 2, depth);
    for (std::size_t i = 0; i < n; ++i) {
        // Many parts are small ones: GEOS pays for each crossing of two edges, and of ten thousand
        // edges that all cross nobody has the minute.
        Place own = place;
        if (many) {
            own.x += dice.share() * place.size;
            own.y += dice.share() * place.size;
            own.size = std::min(place.size / 20, 50.0);
        }
        shape.parts.push_back(shape_of_type(dice, part_type(dice, type), own, depth + 1));
    }
    return shape;
}

Shape shape_of_type(Dice& dice, std::uint32_t type, const Place& place, std::size_t depth) {
    Shape shape;
    shape.type = type;
    switch (type) {
        case 1:
            shape.points = points_of(dice, place, dice.one_in(20) ? 0 : 1);
            return shape;
        case 2:
        case 8:
            shape.points = points_of(dice, place, count_of(dice, type == 8 ? 5 : 8));
            return shape;
        case 3:
        case 17:
            shape.parts = hostile_rings(dice, place);
            return shape;
        default:
            return shape_of_parts(dice, type, place, depth);
    }
}

void for_each_shape(Shape& shape, const std::function<void(Shape&)>& visit) {
    visit(shape);
    for (Shape& part : shape.parts) {
        for_each_shape(part, visit);
    }
}

void spoil_a_number(Dice& dice, Shape& shape) {
    std::vector<Point*> points;
    for_each_shape(shape, [&points](Shape& one) {
        for (Point& point : one.points) {
            points.push_back(&point);
        }
    });
    if (!points.empty()) {
        (*dice.of(points))[dice.below(4)] = odd_number(dice);
    }
}

}  // namespace

Shape hostile_shape(Dice& dice, Extent extent) {
    static const std::vector<std::uint32_t> usual = {1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 6, 7};
    const Place place = place_of(dice, extent);
    const std::uint32_t type =
        dice.one_in(6) ? 1 + static_cast<std::uint32_t>(dice.below(17)) : dice.of(usual);
    Shape shape = shape_of_type(dice, type, place, 0);
    if (dice.harm_in(8)) {
        spoil_a_number(dice, shape);
    }
    if (dice.one_in(5)) {
        const auto ordinates = static_cast<Ordinates>(dice.below(4));
        const bool mixed = dice.one_in(8);
        for_each_shape(shape, [&](Shape& one) {
            one.ordinates = mixed ? static_cast<Ordinates>(dice.below(4)) : ordinates;
        });
    }
    return shape;
}

}  // namespace koppelkans::fuzz
