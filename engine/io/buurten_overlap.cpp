#include "engine/io/buurten_overlap.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/geometry/area.h"
#include "engine/geometry/spatial_index.h"
#include "engine/geometry/united_area.h"

namespace koppelkans::io {

using domain::BuurtRegister;
using geometry::Area;
using geometry::Box;

namespace {

constexpr double least_share = 0.01;
/// Four times what the whole country takes; a file of a million buurten on one another, or with one
/// of a million vertices round all others, would take hours.
constexpr std::size_t most_vertices = 30'000'000;
/// What any pair costs beside its vertices.
constexpr std::size_t vertices_a_pair = 32;

/// The parts of all buurten, and which buurt each is of.
struct Parts {
    std::vector<Area> areas;
    std::vector<std::uint32_t> buurten;
    std::vector<Box> boxes;
    std::vector<std::size_t> vertices;
};

Parts parts_of(const BuurtRegister& buurten) {
    Parts parts;
    for (std::uint32_t buurt = 0; buurt < buurten.size(); ++buurt) {
        for (Area& area : geometry::areas_of(buurten[buurt].polygon)) {
            parts.boxes.push_back(area.box());
            std::size_t vertices = 0;
            for (const geometry::Vertices& ring : area.rings()) {
                vertices += ring.size();
            }
            parts.vertices.push_back(vertices);
            parts.areas.push_back(std::move(area));
            parts.buurten.push_back(buurt);
        }
    }
    return parts;
}

/// Pairs of buurten, the lower first, and the m2 that they share.
using Shared = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

Shared shared_ground(const BuurtRegister& buurten) {
    const Parts parts = parts_of(buurten);
    const geometry::SpatialIndex index(parts.boxes);
    geometry::CommonGround ground;
    Shared shared;
    std::vector<std::uint32_t> near;
    std::size_t looked_at = 0;
    for (std::uint32_t one = 0; one < parts.areas.size(); ++one) {
        index.find(parts.boxes[one], near);
        for (const std::uint32_t other : near) {
            const std::uint32_t first = parts.buurten[one];
            const std::uint32_t second = parts.buurten[other];
            if (other <= one || first == second) {
                continue;
            }
            looked_at += parts.vertices[one] + parts.vertices[other] + vertices_a_pair;
            if (looked_at > most_vertices) {
                return shared;
            }
            const double m2 = ground.about_m2(parts.areas[one], parts.areas[other]);
            if (m2 > 0) {
                shared[{first, second}] += m2;
            }
        }
    }
    return shared;
}

}  // namespace

std::string told_of_overlap(const BuurtRegister& buurten) {
    std::set<std::uint32_t> overlapping;
    std::string first_pair;
    for (const auto& [pair, m2] : shared_ground(buurten)) {
        const domain::Buurt& one = buurten[pair.first];
        const domain::Buurt& other = buurten[pair.second];
        if (m2 <= least_share * std::min(one.area_m2, other.area_m2)) {
            continue;
        }
        if (first_pair.empty()) {
            first_pair =
                fmt::format("{} and {} by about {:.0f} m2", one.buurtcode, other.buurtcode, m2);
        }
        overlapping.insert({pair.first, pair.second});
    }
    return overlapping.empty()
               ? std::string()
               : fmt::format(
                     "{} buurten overlap, first {}; what lies there counts in each of "
                     "them, and twice in koppelkansen_totaal: take buurten that do not",
                     overlapping.size(), first_pair);
}

}  // namespace koppelkans::io
