// WKB and WKT as sources bring them, into the routines of the room geometry: nothing but a
// GeometryError, and the short routines say what GEOS says.

#include <algorithm>

#include "engine/geometry/area.h"
#include "engine/geometry/line_buffer.h"
#include "engine/geometry/line_clip.h"
#include "engine/geometry/united_area.h"
#include "tests/fuzz/geometry_input.h"

namespace koppelkans::geometry {
namespace {

using fuzz::expect;

/// What holds of any well-formed bytes, coordinates that are no numbers included.
void look_at(const Wkb& wkb) {
    const Wkb less = reduced(wkb);
    expect(reduced(less) == less, "reducing twice changes nothing");
    expect(dimension(less) == dimension(wkb), "reducing keeps the dimension");
    expect(less.empty() || contains(bounds(wkb), bounds(less)) || bounds(less).empty(),
           "what is reduced lies within");
    const Wkb twice[] = {less, less};
    expect(count_points(collected(twice, 2)) == 2 * count_points(less), "collecting keeps all");
    expect(count_points(checked(with_full_rings(wkb).bytes)) >= count_points(wkb),
           "full rings have no fewer points");
    for (const Wkb& polygon : polygons_of(wkb)) {
        expect(dimension(checked(polygon.bytes)) == Dimension::area, "a polygon is one");
    }
    to_wkt(wkb);
}

/// GEOS reads the -0 of a text as 0.
Wkb without_signed_zeros(Wkb wkb) {
    change_points(wkb, [](double* xy, std::size_t n) {
        std::transform(xy, xy + 2 * n, xy, [](double number) { return number + 0.0; });
    });
    return wkb;
}

/// A valid geometry with coordinates below 1e8.
void work_on(const Wkb& wkb, double distance_m) {
    const Geometry read = from_wkb(wkb);
    expect(to_wkb(from_wkb(to_wkb(read))) == to_wkb(read), "WKB comes back from GEOS");
    expect(to_wkb(from_wkt(to_wkt(read))) == without_signed_zeros(to_wkb(read)),
           "and so it does by its text");
    const std::vector<Area> ground = areas_of(buffered(unary_union(read), distance_m));
    expect(area_m2(ground) >= 0, "ground is not negative");
    if (distance_m > 0) {
        inner_point(read);
    }
}

/// How far two ways of measuring may lie apart: a sliver along every border, and rounding.
double tolerance_m2(const Geometry& a, const Geometry& b) {
    return 1e-6 * (1 + length_m(a) + length_m(b)) + 1e-9 * (area_m2(a) + area_m2(b));
}

bool is_near(double one, double other, double tolerance) {
    return std::abs(one - other) <= tolerance;
}

void compare_areas(const Wkb& one, const Wkb& other) {
    const Geometry a = from_wkb(one);
    const Geometry b = from_wkb(other);
    const double near = tolerance_m2(a, b);
    const std::vector<Area> of_a = areas_of(one);
    const std::vector<Area> of_b = areas_of(other);
    expect(is_near(area_m2(of_a), area_m2(a), near), "an area is as large as GEOS says");
    const double common_m2 = area_m2(common(of_a, of_b));
    // GEOS takes inside for outside now and then, where a corner lies on an edge but for rounding,
    // and not on a grid; its union loses a metre beside a sliver.
    expect(is_near(common_m2, area_m2(intersection(a, b)), near) ||
               is_near(common_m2, area_m2(intersection(a, b, clearance_m)), near),
           "common ground is as large as GEOS says");
    double left_m2 = 0;
    for (const Area& part : of_a) {
        left_m2 += area_m2(rest(part, of_b));
    }
    expect(is_near(left_m2, area_m2(a) - common_m2, near), "the rest is what is not common");
    std::vector<Area> both = of_a;
    append(both, of_b);
    expect(is_near(united_area_m2(both), area_m2(a) + area_m2(b) - common_m2, near),
           "all of it counts common ground once");
}

void compare_buffers(const Vertices& line, double distance_m) {
    const auto plain = plain_buffer(line, distance_m);
    if (!plain) {
        return;
    }
    const Geometry made = buffered(line_of(line), distance_m);
    expect(is_near(signed_area_m2(*plain), area_m2(made), 1e-6 * (1 + length_m(made))),
           "a buffer is as large as GEOS says");
}

void compare_lines(const Vertices& one, const Vertices& other) {
    if (const auto plain_m = plain_distance_m(one, other)) {
        expect(is_near(*plain_m, geometry::distance_m(line_of(one), line_of(other)), 1e-6),
               "lines are as far apart as GEOS says");
    }
    if (is_plainly_simple(one)) {
        expect(is_near(length_m(unary_union(line_of(one))), length_m(one),
                       1e-6 + 1e-9 * length_m(one)),
               "a simple line is as long when it is united");
    }
}

void compare_inside(const Vertices& line, const Wkb& area) {
    const std::vector<Vertices> rings = all_rings(area);
    std::vector<const Vertices*> pointers;
    for (const Vertices& ring : rings) {
        pointers.push_back(&ring);
    }
    const Geometry whole = line_of(line);
    if (const auto plain_m = length_inside(line, pointers)) {
        expect(is_near(*plain_m, length_m(only_lines(intersection(whole, from_wkb(area)))),
                       1e-6 * (1 + length_m(line))),
               "a line is as long inside an area as GEOS says");
    }
}

/// Far beyond any map of the Netherlands, and near enough for micrometres. A coordinate such as
/// 1e-310 is out of reach of GEOS, whose overlay then loses a tenth of a square metre.
bool has_micrometres(Wkb wkb) {
    bool is_tiny = false;
    change_points(wkb, [&is_tiny](const double* xy, std::size_t n) {
        is_tiny = is_tiny || std::any_of(xy, xy + 2 * n, [](double number) {
                      return number != 0 && std::abs(number) < 1e-9;
                  });
    });
    return !is_tiny && all_within(wkb, 1e6);
}

void compare(const Wkb& one, const Wkb& other, double distance_m) {
    expect(geometry::distance_m(from_wkb(one), from_wkb(other)) >= 0, "no distance is negative");
    if (!has_micrometres(one) || !has_micrometres(other)) {
        return;
    }
    const auto line = only_line(one);
    const auto other_line = only_line(other);
    if (dimension(one) == Dimension::area && dimension(other) == Dimension::area) {
        compare_areas(one, other);
    } else if (line && dimension(other) == Dimension::area) {
        compare_inside(*line, other);
    } else if (line && other_line) {
        compare_lines(*line, *other_line);
    }
    if (line) {
        compare_buffers(*line, distance_m);
    }
}

void feed(const fuzz::GeometryInput& input) {
    look_at(input.one);
    look_at(input.other);
    const Wkb one = fuzz::taken_in(input.one);
    const Wkb other = fuzz::taken_in(input.other);
    if (!one.empty()) {
        work_on(one, input.distance_m);
    }
    if (!one.empty() && !other.empty()) {
        compare(one, other, input.distance_m);
    }
}

}  // namespace
}  // namespace koppelkans::geometry

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        koppelkans::geometry::feed(koppelkans::fuzz::geometry_input(data, size));
    } catch (const koppelkans::geometry::GeometryError&) {
        // What a row with it is refused for.
    }
    return 0;
}
