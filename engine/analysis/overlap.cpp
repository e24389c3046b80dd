#include "engine/analysis/overlap.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/pair.h"

namespace koppelkans::analysis {

namespace {

bool is_large_enough(double area_m2, double min_oppervlakte_m2) {
    return area_m2 > 0 && area_m2 >= min_oppervlakte_m2;
}

}  // namespace

void for_each_neighbours(const Scene& scene, const Stop& stop,
                         const std::function<void(const Pair&)>& visit) {
    const std::vector<Member>& members = scene.members();
    std::vector<geometry::Box> boxes;
    boxes.reserve(members.size());
    for (const Member& member : members) {
        boxes.push_back(member.box);
    }
    const geometry::SpatialIndex index(std::move(boxes));
    std::vector<std::uint32_t> found;
    for (std::uint32_t a = 0; a < members.size(); ++a) {
        stop();
        index.query(members[a].box, found);
        for (auto b = std::upper_bound(found.begin(), found.end(), a); b != found.end(); ++b) {
            visit({a, *b});
        }
    }
}

std::optional<Overlap> overlap(const Member& a, const Member& b, double min_oppervlakte_m2) {
    if (a.whole_buurt || b.whole_buurt) {
        const Member& smaller = a.whole_buurt ? b : a;
        return is_large_enough(smaller.area_m2, min_oppervlakte_m2)
                   ? std::optional(Overlap{smaller.area_m2, smaller.ground})
                   : std::nullopt;
    }
    if (!geometry::meet(a.box, b.box)) {
        return std::nullopt;
    }
    std::vector<geometry::Area> shared = geometry::common(a.ground, b.ground);
    const double area = geometry::area_m2(shared);
    return is_large_enough(area, min_oppervlakte_m2)
               ? std::optional(Overlap{area, std::move(shared)})
               : std::nullopt;
}

std::vector<Meeting> meetings(const Scene& scene, const Rules& rules, const Stop& stop) {
    std::vector<Meeting> found;
    for_each_neighbours(scene, stop, [&](const Pair& pair) {
        const Member& a = scene.members()[pair.a];
        const Member& b = scene.members()[pair.b];
        const domain::Opgave& opgave_a = scene.opgave(a);
        const domain::Opgave& opgave_b = scene.opgave(b);
        if (!may_couple(opgave_a, opgave_b, rules.settings) &&
            !may_reopen(opgave_a, opgave_b, rules.soorten) &&
            !may_reopen(opgave_b, opgave_a, rules.soorten)) {
            return;
        }
        stop();
        if (auto shared = overlap(a, b, 0)) {
            const bool counts = shared->area_m2 >= rules.settings.min_oppervlakte_m2;
            found.push_back({pair.a, pair.b, std::move(*shared), counts});
        }
    });
    return found;
}

}  // namespace koppelkans::analysis
