#include "engine/analysis/zones.h"

#include <algorithm>
#include <utility>

namespace koppelkans::analysis {

namespace {

/// A metre: far more than rounding moves a border, far less than a street.
constexpr double margin_m = 1;

/// What a ground shares with another.
struct Neighbour {
    std::uint32_t number = 0;
    geometry::Box box;
};

class Triangles {
  public:
    Triangles(const std::vector<Edge>& edges, const std::vector<domain::SoortIndex>& soorten)
        : soorten_(soorten), neighbours_(soorten.size()) {
        for (const Edge& edge : edges) {
            neighbours_[edge.a].push_back({edge.b, edge.box});
            neighbours_[edge.b].push_back({edge.a, edge.box});
        }
        for (std::vector<Neighbour>& list : neighbours_) {
            std::sort(list.begin(), list.end(), [](const Neighbour& one, const Neighbour& other) {
                return one.number < other.number;
            });
        }
    }

    /// The box round all ground that both ends of an edge may share with one of a third soort.
    geometry::Box box_of(const Edge& edge) const {
        geometry::Box all;
        const std::vector<Neighbour>& of_a = neighbours_[edge.a];
        const std::vector<Neighbour>& of_b = neighbours_[edge.b];
        for (auto a = of_a.begin(), b = of_b.begin(); a != of_a.end() && b != of_b.end();) {
            if (a->number != b->number) {
                ++(a->number < b->number ? a : b);
                continue;
            }
            if (soorten_[a->number] != soorten_[edge.a] &&
                soorten_[a->number] != soorten_[edge.b]) {
                const geometry::Box three = common(edge.box, common(a->box, b->box));
                all = three.empty() ? all : geometry::united(all, three);
            }
            ++a;
            ++b;
        }
        return all;
    }

  private:
    const std::vector<domain::SoortIndex>& soorten_;
    std::vector<std::vector<Neighbour>> neighbours_;
};

void sort_and_thin_out(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void absorb(Zone& zone, Zone other) {
    zone.box = geometry::united(zone.box, other.box);
    zone.numbers.insert(zone.numbers.end(), other.numbers.begin(), other.numbers.end());
}

/// Adds a zone to zones that lie apart, so that they still do.
void add(std::vector<Zone>& apart, Zone zone) {
    for (std::size_t i = 0; i < apart.size();) {
        if (!geometry::meet(apart[i].box, zone.box)) {
            ++i;
            continue;
        }
        absorb(zone, std::move(apart[i]));
        apart[i] = std::move(apart.back());
        apart.pop_back();
        sort_and_thin_out(zone.numbers);
        i = 0;  // it has grown, and may reach those that it passed
    }
    apart.push_back(std::move(zone));
}

}  // namespace

std::vector<Zone> zones(const std::vector<Edge>& edges,
                        const std::vector<domain::SoortIndex>& soorten, const Stop& stop) {
    const Triangles triangles(edges, soorten);
    std::vector<Zone> apart;
    for (const Edge& edge : edges) {
        stop();
        const geometry::Box box = triangles.box_of(edge);
        if (!box.empty()) {
            add(apart, {geometry::grown(box, margin_m), {edge.a, edge.b}});
        }
    }
    std::sort(apart.begin(), apart.end(), [](const Zone& one, const Zone& other) {
        return std::pair(one.box.min_x, one.box.min_y) <
               std::pair(other.box.min_x, other.box.min_y);
    });
    return apart;
}

}  // namespace koppelkans::analysis
