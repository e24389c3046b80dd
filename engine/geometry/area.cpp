#include "engine/geometry/area.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/geometry/ring_overlay.h"
#include "engine/geometry/united_area.h"

namespace koppelkans::geometry {

namespace {

bool is_sliver(const Vertices& ring, double ring_m2) {
    double border_m = 0;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        border_m += distance_m(ring[before], ring[i]);
    }
    return !(2 * ring_m2 > sliver_m * border_m);
}

std::vector<Area> wider_than_slivers(std::vector<Vertices> rings) {
    std::vector<Area> areas;
    for (Vertices& ring : rings) {
        Area area(std::move(ring));
        if (!is_sliver(area.ring(), area.area_m2())) {
            areas.push_back(std::move(area));
        }
    }
    return areas;
}

/// Goes out and comes back over itself, or stands still.
bool is_spike(Vertex before, Vertex tip, Vertex after) {
    constexpr double sliver_m2 = sliver_m * sliver_m;
    const double turn =
        (tip.x - before.x) * (after.x - tip.x) + (tip.y - before.y) * (after.y - tip.y);
    return distance_m(before, tip) <= sliver_m ||
           (turn < 0 && (squared_distance_m2(before, tip, after) <= sliver_m2 ||
                         squared_distance_m2(after, before, tip) <= sliver_m2));
}

/// Takes tips away, from one to the next, until none is left.
Vertices without_spikes(Vertices ring) {
    std::size_t looked_at = 0;  // in a row, without finding one
    std::size_t i = 0;
    while (ring.size() >= 3 && looked_at < ring.size()) {
        const std::size_t n = ring.size();
        i %= n;
        if (is_spike(ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n])) {
            ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
            looked_at = 0;
            i = (i + n - 2) % n;  // the one before has a new neighbour
        } else {
            ++looked_at;
            ++i;
        }
    }
    return ring;
}

/// What GEOS made: where edges coincide it may leave slivers, and spikes on what it keeps, which
/// would lead the next overlay astray.
std::vector<Area> wider_than_slivers(const Geometry& overlay) {
    std::vector<Area> areas;
    for (std::vector<Vertices>& rings : polygons_of(only_areas(overlay, sliver_m))) {
        for (Vertices& ring : rings) {
            ring = without_spikes(std::move(ring));
        }
        if (rings.front().size() < 3) {
            continue;
        }
        std::erase_if(rings, [](const Vertices& hole) { return hole.size() < 3; });
        areas.push_back(area_of(std::move(rings)));
    }
    return areas;
}

/// Whether what GEOS made of two areas is other than it should be. Rounding is allowed for, about a
/// square millimetre in a street; what GEOS gets wrong may be as little as half of a slit that is a
/// tenth of a millimetre wide.
bool is_off(const Geometry& overlay, double expected_m2, const Area& a, const Area& b) {
    const double rounding_m2 = 1e-6 + 1e-9 * (a.area_m2() + b.area_m2());
    return !(std::abs(area_m2(overlay) - expected_m2) <= rounding_m2);
}

/// Where a corner of the one lies on an edge of the other but for rounding, GEOS now and then takes
/// inside for outside: of two triangles that only share a border, all of the smaller was common. So
/// its answer is measured by a sweep, and asked for again on a grid where it is off.
Geometry measured_intersection(const Area& a, const Area& b) {
    Geometry overlay = intersection(a.to_geometry(), b.to_geometry());
    const auto common_m2 = plain_common_m2(a, b);
    return common_m2 && is_off(overlay, *common_m2, a, b)
               ? intersection(a.to_geometry(), b.to_geometry(), clearance_m)
               : std::move(overlay);
}

Geometry measured_difference(const Area& a, const Area& b) {
    Geometry overlay = difference(a.to_geometry(), b.to_geometry());
    const auto common_m2 = plain_common_m2(a, b);
    return common_m2 && is_off(overlay, a.area_m2() - *common_m2, a, b)
               ? difference(a.to_geometry(), b.to_geometry(), clearance_m)
               : std::move(overlay);
}

/// Whether any two may touch. Many are not compared with each other.
bool may_touch(const std::vector<Area>& areas) {
    constexpr std::size_t most_compared = 50;
    if (areas.size() > most_compared) {
        return true;
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            if (meet(grown(areas[i].box(), clearance_m), areas[j].box())) {
                return true;
            }
        }
    }
    return false;
}

/// To the last bit: plans that keep to the same piece of a street often are.
bool is_same(const Area& a, const Area& b) {
    return !a.has_holes() && !b.has_holes() && a.box() == b.box() && a.ring() == b.ring();
}

}  // namespace

Area::Area(Vertices ring) : ring_(std::move(ring)), box_(geometry::bounds(ring_)) {
    area_m2_ = signed_area_m2(ring_);
    if (area_m2_ < 0) {
        std::reverse(ring_.begin(), ring_.end());
        area_m2_ = -area_m2_;
    }
}

Area::Area(Wkb with_holes, double area_m2)
    : with_holes_(std::move(with_holes)), box_(geometry::bounds(with_holes_)), area_m2_(area_m2) {}

std::vector<Vertices> Area::rings() const {
    return has_holes() ? all_rings(with_holes_) : std::vector<Vertices>{ring_};
}

Wkb Area::to_wkb() const {
    return has_holes() ? with_holes_ : polygon_of({ring_});
}

Geometry Area::to_geometry() const {
    return has_holes() ? from_wkb(with_holes_) : polygon_of_ring(ring_);
}

void Area::append_to(Wkb& wkb) const {
    if (has_holes()) {
        wkb.bytes += with_holes_.bytes;
    } else {
        append_polygon(wkb, ring_);
    }
}

Area area_of(std::vector<Vertices> rings) {
    if (rings.size() == 1) {
        return Area(std::move(rings.front()));
    }
    double with_holes_m2 = std::abs(signed_area_m2(rings.front()));
    for (std::size_t i = 1; i < rings.size(); ++i) {
        with_holes_m2 -= std::abs(signed_area_m2(rings[i]));
    }
    return {polygon_of(rings), with_holes_m2};
}

std::vector<Area> areas_of(const Wkb& geometry) {
    std::vector<Area> areas;
    if (auto ring = only_ring(geometry)) {
        areas.emplace_back(std::move(*ring));
        return areas;
    }
    for (const Wkb& polygon : polygons_of(geometry)) {
        std::vector<Vertices> rings = all_rings(polygon);
        if (!rings.empty()) {
            areas.push_back(area_of(std::move(rings)));
        }
    }
    return areas;
}

std::vector<Area> areas_of(const Geometry& geometry) {
    std::vector<Area> areas;
    for (std::vector<Vertices>& rings : polygons_of(geometry)) {
        areas.push_back(area_of(std::move(rings)));
    }
    return areas;
}

void append(std::vector<Area>& areas, std::vector<Area> more) {
    if (areas.empty()) {
        areas = std::move(more);
    } else {
        std::move(more.begin(), more.end(), std::back_inserter(areas));
    }
}

Wkb multi_polygon_of(const std::vector<Area>& areas) {
    Wkb made;
    if (!areas.empty()) {
        begin_multi_polygon(made, areas.size());
        for (const Area& area : areas) {
            area.append_to(made);
        }
    }
    if (areas.size() > 1 && may_touch(areas)) {
        // The parts of a plan may keep apart by rounding alone, and what each shares with another
        // plan then share an edge.
        const Geometry geometry = from_wkb(made);
        if (!geometry.is_valid()) {
            return to_wkb(only_areas(made_valid(geometry)));
        }
    }
    return made;
}

double area_m2(const std::vector<Area>& areas) {
    double all_m2 = 0;
    for (const Area& area : areas) {
        all_m2 += area.area_m2();
    }
    return all_m2;
}

Box bounds(const std::vector<Area>& areas) {
    Box box;
    for (const Area& area : areas) {
        box = united(box, area.box());
    }
    return box;
}

std::optional<std::vector<Area>> plainly_common(const Area& a, const Area& b) {
    if (!meet(a.box(), b.box())) {
        return std::vector<Area>{};
    }
    if (is_same(a, b)) {
        return std::vector<Area>{a};
    }
    auto rings = a.has_holes() || b.has_holes()
                     ? std::nullopt
                     : common_rings(RingView{a.ring(), a.box()}, RingView{b.ring(), b.box()});
    return rings ? std::optional(wider_than_slivers(std::move(*rings))) : std::nullopt;
}

std::vector<Area> common(const Area& a, const Area& b) {
    if (auto plain = plainly_common(a, b)) {
        return std::move(*plain);
    }
    return wider_than_slivers(measured_intersection(a, b));
}

std::vector<Area> common(const Area& a, const std::vector<Area>& b) {
    std::vector<Area> parts;
    for (const Area& one : b) {
        append(parts, common(a, one));
    }
    return parts;
}

std::vector<Area> common(const std::vector<Area>& a, const std::vector<Area>& b) {
    std::vector<Area> parts;
    for (const Area& one : a) {
        append(parts, common(one, b));
    }
    return parts;
}

std::vector<Area> rest(const Area& a, const Area& b) {
    if (!meet(a.box(), b.box())) {
        return {a};
    }
    if (is_same(a, b)) {
        return {};
    }
    auto rings = a.has_holes() || b.has_holes()
                     ? std::nullopt
                     : remaining_rings(RingView{a.ring(), a.box()}, RingView{b.ring(), b.box()});
    return rings ? wider_than_slivers(std::move(*rings))
                 : wider_than_slivers(measured_difference(a, b));
}

std::vector<Area> rest(const Area& a, const std::vector<Area>& b) {
    std::vector<Area> left{a};
    for (const Area& one : b) {
        std::vector<Area> still_left;
        for (const Area& part : left) {
            append(still_left, rest(part, one));
        }
        left = std::move(still_left);
    }
    return left;
}

}  // namespace koppelkans::geometry
