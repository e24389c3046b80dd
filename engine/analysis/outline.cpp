#include "engine/analysis/outline.h"

#include <utility>

namespace koppelkans::analysis {

namespace {

/// A single ring-valid polygon or point is its own union; the rest is worth the overlay.
bool is_own_union(const geometry::Wkb& wkb) {
    constexpr char point = 1;
    constexpr char polygon = 3;
    return wkb.bytes[1] == point || wkb.bytes[1] == polygon;
}

}  // namespace

void set_werkgebied(domain::Opgave& opgave, const geometry::Geometry& werkgebied) {
    opgave.werkgebied_m2 = geometry::area_m2(werkgebied);
    if (opgave.werkgebied_m2 > 0) {
        opgave.werkgebied = geometry::to_wkb(geometry::only_areas(werkgebied));
        opgave.box = geometry::bounds(opgave.werkgebied);
    } else {
        opgave.werkgebied = {};
        opgave.box = {};
    }
}

void draw_werkgebied(domain::Opgave& opgave) {
    if (opgave.niveau == domain::Niveau::gebied) {
        return;
    }
    geometry::Geometry ground = geometry::from_wkb(opgave.geometry);
    if (geometry::dimension(opgave.geometry) == geometry::Dimension::line) {
        opgave.lengte_m = geometry::length_m(ground);
    }
    if (!is_own_union(opgave.geometry)) {
        ground = geometry::unary_union(ground);
    }
    if (opgave.werkafstand_m > 0) {
        ground = geometry::buffered(ground, opgave.werkafstand_m);
    }
    set_werkgebied(opgave, ground);
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

geometry::Geometry whole_werkgebied(const domain::Opgave& opgave,
                                    const domain::BuurtRegister& buurten) {
    if (opgave.niveau == domain::Niveau::plek) {
        return geometry::from_wkb(opgave.werkgebied);
    }
    std::vector<geometry::Geometry> parts;
    parts.push_back(outline(buurten, opgave.gebied));
    if (!opgave.werkgebied.empty()) {
        parts.push_back(geometry::from_wkb(opgave.werkgebied));
    }
    return geometry::united(std::move(parts));
}

}  // namespace koppelkans::analysis
