#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::geometry::test {

/// A geometry as a tree that a test can count in, written as WKT for GEOS to turn into WKB: the
/// twin that the functions over bytes are held against.
struct Shape {
    enum class Kind { point, line, area, multi_point, multi_line, multi_area, collection };

    Kind kind = Kind::point;
    std::vector<Shape> parts;                      ///< of the Multis and the collection
    std::vector<std::pair<int, int>> coordinates;  ///< of the others; none: empty

    bool is_single() const { return kind <= Kind::area; }
    std::string wkt() const;
    std::size_t points() const;
    Box bounds() const;
    Dimension dimension() const;
    /// Singles that hold a point, depth first.
    std::vector<Shape> held_singles() const;
};

/// Any kind, with empty parts and nested collections now and then; areas are small rectangles.
Shape random_shape(std::mt19937& random, int depth = 0);

}  // namespace koppelkans::geometry::test
