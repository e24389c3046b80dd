#include "engine/analysis/place.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/outline.h"

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
      parts_(geometry::areas_of(area_->polygon)) {
    const std::vector<domain::OpgaveIndex>& taking = places.taking(buurt);
    for (const domain::OpgaveIndex index : taking) {
        members_.push_back(
            {index, area_->area_m2, opgaven[index].werkgebied_m2, true, {}, area_->box});
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

const geometry::Prepared& Scene::polygon() const {
    if (!polygon_) {
        polygon_.emplace(geometry::from_wkb(area_->polygon));
    }
    return *polygon_;
}

/// By the short way where that is plain. Where it is not, most ground still lies wholly in the
/// buurt, which a prepared one tells sooner than an overlay.
std::vector<geometry::Area> Scene::inside(const geometry::Area& ground) const {
    if (parts_.size() == 1) {
        if (auto plain = geometry::plainly_common(ground, parts_.front())) {
            return std::move(*plain);
        }
    }
    const geometry::Geometry geos = ground.to_geometry();
    if (geometry::contains(area_->box, ground.box()) && polygon().covers(geos)) {
        return {ground};
    }
    return polygon().intersects(geos) ? geometry::common(ground, parts_)
                                      : std::vector<geometry::Area>{};
}

void Scene::add_own_ground(domain::OpgaveIndex index) {
    std::vector<geometry::Area> whole;
    try {
        whole = own_ground((*opgaven_)[index]);
    } catch (const geometry::GeometryError& error) {
        undrawn_.push_back({index, error.what()});
        return;
    }
    Member member;
    member.opgave = index;
    for (const geometry::Area& part : whole) {
        if (geometry::meet(part.box(), area_->box)) {
            geometry::append(member.ground, inside(part));
        }
    }
    if (member.ground.empty()) {
        return;  // they only touch
    }
    const domain::Opgave& opgave = (*opgaven_)[index];
    member.area_m2 = geometry::area_m2(member.ground);
    member.werkgebied_m2 =
        opgave.niveau == domain::Niveau::gebied ? opgave.werkgebied_m2 : geometry::area_m2(whole);
    member.box = geometry::bounds(member.ground);
    members_.push_back(std::move(member));
}

}  // namespace koppelkans::analysis
