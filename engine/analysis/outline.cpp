#include "engine/analysis/outline.h"

#include <optional>
#include <utility>

#include "engine/geometry/crowding.h"
#include "engine/geometry/line_buffer.h"
#include "engine/geometry/piecewise_buffer.h"

namespace koppelkans::analysis {

namespace {

/// A single polygon or point is its own union, being valid; the rest is worth the overlay before it
/// is buffered.
bool is_own_union(const geometry::Wkb& wkb) {
    constexpr char point = 1;
    constexpr char polygon = 3;
    return wkb.bytes[1] == point || wkb.bytes[1] == polygon;
}

/// The ground within `distance_m`, above 0, of what `is_simple`, or crosses itself or has parts,
/// which are then united.
geometry::Geometry ground_of(const geometry::Geometry& geometry, bool is_simple,
                             double distance_m) {
    if (geometry::is_crowded(geometry, distance_m) ||
        (!is_simple && geometry::crosses_often(geometry))) {
        return geometry::piecewise_buffer(geometry, distance_m);
    }
    if (geometry::has_many_parts(geometry, distance_m)) {
        return geometry::partwise_buffer(geometry, distance_m);
    }
    return is_simple ? geometry::buffered(geometry, distance_m)
                     : geometry::buffered(geometry::unary_union(geometry), distance_m);
}

std::vector<geometry::Area> drawn(const domain::Opgave& opgave) {
    if (!opgave.werkgebied.empty() || opgave.geometry.empty()) {
        return geometry::areas_of(opgave.werkgebied);
    }
    if (opgave.werkafstand_m == 0) {
        // Polygons that are valid together share points at most: they are their own union.
        return geometry::areas_of(opgave.geometry);
    }
    const auto line = geometry::only_line(opgave.geometry);
    if (auto plain = line ? geometry::plain_buffer(*line, opgave.werkafstand_m) : std::nullopt) {
        return {geometry::Area(std::move(*plain))};
    }
    const bool is_simple =
        line ? geometry::is_plainly_simple(*line) : is_own_union(opgave.geometry);
    const geometry::Geometry whole =
        line ? geometry::line_of(*line) : geometry::from_wkb(opgave.geometry);
    return geometry::areas_of(ground_of(whole, is_simple, opgave.werkafstand_m));
}

}  // namespace

std::vector<geometry::Area> own_ground(const domain::Opgave& opgave) {
    std::vector<geometry::Area> ground = drawn(opgave);
    std::erase_if(ground, [](const geometry::Area& area) { return !(area.area_m2() > 0); });
    return ground;
}

bool plainly_takes_ground(const domain::Opgave& opgave) {
    constexpr double least_m = 0.01;  // below it, rounding may leave nothing of a buffer
    if (opgave.werkafstand_m >= least_m) {
        return true;
    }
    const auto ring = geometry::only_ring(opgave.geometry);
    return ring && geometry::signed_area_m2(*ring) != 0;
}

void keep_werkgebied(domain::Opgave& opgave, const geometry::Geometry& werkgebied) {
    opgave.werkgebied = geometry::multi_polygon_of(geometry::areas_of(werkgebied));
    opgave.box = geometry::bounds(opgave.werkgebied);
}

geometry::Geometry outline(const domain::BuurtRegister& buurten,
                           const std::vector<std::uint32_t>& members) {
    std::vector<geometry::Geometry> parts;
    parts.reserve(members.size());
    for (const std::uint32_t member : members) {
        parts.push_back(geometry::from_wkb(buurten[member].polygon));
    }
    return geometry::united(std::move(parts));
}

geometry::Geometry whole_ground(const domain::Opgave& opgave,
                                const domain::BuurtRegister& buurten) {
    std::vector<geometry::Geometry> parts;
    parts.push_back(outline(buurten, opgave.gebied));
    if (!opgave.werkgebied.empty()) {
        parts.push_back(geometry::from_wkb(opgave.werkgebied));
    }
    return geometry::united(std::move(parts));
}

}  // namespace koppelkans::analysis
