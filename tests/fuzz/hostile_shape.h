#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/fuzz/dice.h"

namespace koppelkans::fuzz {

/// Which ordinates its points have.
enum class Ordinates { xy = 0, xyz = 1, xym = 2, xyzm = 3 };

/// A geometry as a tree that may break any rule of geometries, but can be written down. `type` is
/// that of WKB: 1 Point to 7 GeometryCollection, 8 CircularString to 17 Triangle. Points stand in
/// the leaves; a Polygon, and what is made of rings, has its rings as parts of type 2.
struct Shape {
    std::uint32_t type = 1;
    Ordinates ordinates = Ordinates::xy;
    std::vector<std::array<double, 4>> points;
    std::vector<Shape> parts;
};

/// How large shapes may be: `wide` up to the whole square and beyond, `near` up to 300 m somewhere
/// in it, so that many of them do not all lie on one another: what that costs grows with the pieces
/// of ground that they cut one another into.
enum class Extent { wide, near };
inline Extent extent_among(std::int64_t rows) {
    return rows > 12 ? Extent::near : Extent::wide;
}

/// A shape in or near the square of a kilometre south-west of (175000, 443000) in RD New, often on
/// a grid so that edges coincide, now and then with coordinates that are none, in degrees,
/// exchanged, or worlds away; rings are open, too short, crossing, flat, holes outside their shell.
/// At most a few thousand points.
Shape hostile_shape(Dice& dice, Extent extent);

/// WKB as GeoPackage has it (ISO); `big` of endian.
enum class Endian { big = 0, little = 1 };
std::string wkb_of(const Shape& shape, Endian endian);
/// WKT; NaN and Infinity are written so.
std::string wkt_of(const Shape& shape);
/// The geometry object of GeoJSON; of a type that it lacks, the nearest that it has.
std::string geojson_of(const Shape& shape);

}  // namespace koppelkans::fuzz
