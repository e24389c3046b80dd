#include "engine/analysis/place.h"

#include <algorithm>
#include <utility>

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
      polygon_(geometry::from_wkb(area_->polygon)) {
    const std::vector<domain::OpgaveIndex>& taking = places.taking(buurt);
    for (const domain::OpgaveIndex index : taking) {
        members_.push_back({index, area_->area_m2, true, std::nullopt, area_->box});
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

void Scene::add_own_ground(domain::OpgaveIndex index) {
    const domain::Opgave& opgave = (*opgaven_)[index];
    geometry::Geometry ground = geometry::from_wkb(opgave.werkgebied);
    if (geometry::contains(area_->box, opgave.box) && polygon_.covers(ground)) {
        const double area = geometry::area_m2(ground);
        members_.push_back({index, area, false, std::move(ground), opgave.box});
        return;
    }
    if (!polygon_.intersects(ground)) {
        return;
    }
    geometry::Geometry inside =
        geometry::only_areas(geometry::intersection(ground, polygon_.geometry()));
    const double area = geometry::area_m2(inside);
    if (area > 0) {
        const geometry::Box box = geometry::bounds(inside);
        members_.push_back({index, area, false, std::move(inside), box});
    }
}

}  // namespace koppelkans::analysis
