#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/geometry/box.h"

namespace koppelkans::geometry {

/// A fault in a geometry: malformed bytes, or an operation that GEOS or PROJ gave up. The message
/// is a sentence for the user without file or row, which the caller adds.
class GeometryError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A geometry as a plain value: little-endian two-dimensional WKB (types 1 to 7). No bytes: no
/// geometry. It is what values of the domain keep, since it is flat, cheap to copy to another
/// thread and three times smaller than a GEOS geometry. Bytes from outside are checked by
/// `checked`.
struct Wkb {
    std::string bytes;
    bool empty() const { return bytes.empty(); }
    bool operator==(const Wkb&) const = default;
};

enum class Dimension { none = -1, point = 0, line = 1, area = 2 };

/// The bytes themselves when they are well-formed 2D little-endian WKB of types 1 to 7 from the
/// first to the last byte, nested at most 32 deep, the parts of a Multi of its own type; no bytes
/// are no geometry and pass. Throws GeometryError otherwise. Rings that are open or too short pass:
/// they are GEOS' to refuse. All functions below read bytes from front to back once, and throw
/// GeometryError on bytes that are not well-formed rather than read past them.
///
///     const Wkb wkb = checked(bytes_from_outside);
///     if (dimension(wkb) == Dimension::area && all_within(wkb, 1e8)) ...
Wkb checked(std::string bytes);

/// Highest dimension of the parts that hold a point; `none` for nothing. A point with two NaN is
/// how WKB writes an empty point: it holds none, here and below.
Dimension dimension(const Wkb& geometry);

/// A collection reduced to the parts of its highest dimension, empty parts dropped (SPEC §2):
/// Point, LineString, Polygon or the Multi of it, never a collection; no bytes when nothing is
/// left. A geometry that is no collection comes out as it is, less its empty parts (a Multi stays a
/// Multi).
Wkb reduced(const Wkb& geometry);

/// The empty box for nothing; a NaN coordinate does not count.
Box bounds(const Wkb& geometry);

std::size_t count_points(const Wkb& geometry);

/// Passes every run of n points as x0 y0 x1 y1 ... to `change`, which may write to it.
/// NaN and infinite coordinates are passed as they are.
void change_points(Wkb& geometry, const std::function<void(double* xy, std::size_t n)>& change);

/// True when every coordinate is finite and at most `limit_m` from zero on both axes.
bool all_within(const Wkb& geometry, double limit_m);

/// One Multi geometry of the parts of all given ones, in the order given. All must have the same
/// dimension, or GeometryError; a Multi or collection is taken apart, empty parts fall out. No
/// bytes when nothing is left.
Wkb collected(const Wkb* first, std::size_t count);

/// The polygons of a geometry one by one, in their order, empty ones left out; none where it has
/// none.
std::vector<Wkb> polygons_of(const Wkb& geometry);

/// `POLYGON ((0 0, 1 0, 1 1, 0 0))`, for messages and tests; each number is the shortest that reads
/// back as the same double, so any coordinate is safe. No bytes: `GEOMETRYCOLLECTION EMPTY`.
std::string to_wkt(const Wkb& geometry);

}  // namespace koppelkans::geometry
