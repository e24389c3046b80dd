#include "engine/analysis/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/geometry/ring_overlay.h"

namespace koppelkans::analysis {

namespace {

std::vector<geometry::Box> boxes_of(const std::vector<domain::Opgave>& opgaven) {
    std::vector<geometry::Box> boxes;
    boxes.reserve(opgaven.size());
    for (const domain::Opgave& opgave : opgaven) {
        boxes.push_back(opgave.box);
    }
    return boxes;
}

bool is_same_ring(const geometry::Vertices& one, const geometry::Vertices& other) {
    return one == other || std::equal(one.begin(), one.end(), other.rbegin(), other.rend());
}

}  // namespace

Places::Places(const std::vector<domain::Opgave>& opgaven, std::size_t buurt_count)
    : index_(boxes_of(opgaven)), taking_(buurt_count) {
    for (std::size_t i = 0; i < opgaven.size(); ++i) {
        for (const std::uint32_t buurt : opgaven[i].gebied) {
            taking_[buurt].push_back(static_cast<domain::OpgaveIndex>(i));
        }
    }
}

std::vector<domain::OpgaveIndex> Places::near(const geometry::Box& box) const {
    return index_.query(box);
}

const std::vector<domain::OpgaveIndex>& Places::taking(std::size_t buurt) const {
    return taking_[buurt];
}

Scene::Scene(std::uint32_t buurt, const domain::BuurtRegister& buurten,
             const std::vector<domain::Opgave>& opgaven, const Places& places, const Stop& stop)
    : buurt_(buurt),
      area_(&buurten[buurt]),
      opgaven_(&opgaven),
      polygon_(geometry::from_wkb(area_->polygon)),
      ring_(geometry::only_ring(area_->polygon)) {
    const std::vector<domain::OpgaveIndex>& taking = places.taking(buurt);
    for (const domain::OpgaveIndex index : taking) {
        members_.push_back({index, area_->area_m2, true, {}, std::nullopt, area_->box});
    }
    for (const domain::OpgaveIndex index : places.near(area_->box)) {
        stop();
        if (!std::binary_search(taking.begin(), taking.end(), index)) {
            add_own_ground(index);
        }
    }
    std::sort(members_.begin(), members_.end(),
              [](const Member& a, const Member& b) { return a.opgave < b.opgave; });
}

void Scene::add_ground(domain::OpgaveIndex index, geometry::Wkb ground) {
    if (ground.empty()) {
        return;  // they only touch
    }
    Member member;
    member.opgave = index;
    member.ring = geometry::only_ring(ground);
    member.area_m2 = member.ring ? std::abs(geometry::signed_area_m2(*member.ring))
                                 : geometry::area_m2(geometry::from_wkb(ground));
    if (member.area_m2 > 0) {
        member.box = geometry::bounds(ground);
        member.ground = std::move(ground);
        members_.push_back(std::move(member));
    }
}

bool Scene::add_plain_ground(domain::OpgaveIndex index) {
    const geometry::Wkb& werkgebied = (*opgaven_)[index].werkgebied;
    const auto ring = ring_ ? geometry::only_ring(werkgebied) : std::nullopt;
    const auto inside = ring ? geometry::common_rings(*ring, *ring_) : std::nullopt;
    if (!inside) {
        return false;
    }
    const bool is_whole = inside->size() == 1 && is_same_ring(inside->front(), *ring);
    if (!inside->empty()) {
        add_ground(index, is_whole ? werkgebied : geometry::multi_polygon_of(*inside));
    }
    return true;
}

void Scene::add_own_ground(domain::OpgaveIndex index) {
    if (add_plain_ground(index)) {
        return;
    }
    const domain::Opgave& opgave = (*opgaven_)[index];
    const geometry::Geometry ground = geometry::from_wkb(opgave.werkgebied);
    if (geometry::contains(area_->box, opgave.box) && polygon_.covers(ground)) {
        add_ground(index, opgave.werkgebied);
    } else if (polygon_.intersects(ground)) {
        add_ground(index, geometry::to_wkb(geometry::only_areas(
                              geometry::intersection(ground, polygon_.geometry()))));
    }
}

}  // namespace koppelkans::analysis
