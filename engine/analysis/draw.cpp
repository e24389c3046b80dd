#include "engine/analysis/draw.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "engine/analysis/outline.h"
#include "engine/analysis/parallel.h"

namespace koppelkans::analysis {

namespace {

constexpr std::size_t opgaven_a_batch = 256;

/// The ground of those that take whole buurten. Many name the same wijk, so what a list of buurten
/// gives is kept.
class GebiedGrounds {
  public:
    explicit GebiedGrounds(const domain::BuurtRegister& buurten) : buurten_(buurten) {}

    geometry::Wkb of(const domain::Opgave& opgave) {
        if (!opgave.werkgebied.empty()) {
            return areas(whole_ground(opgave, buurten_));
        }
        if (opgave.gebied.size() == 1) {
            return buurten_[opgave.gebied.front()].polygon;
        }
        const auto [found, is_new] = united_.try_emplace(opgave.gebied);
        if (is_new) {
            found->second = areas(whole_ground(opgave, buurten_));
        }
        return found->second;
    }

  private:
    static geometry::Wkb areas(const geometry::Geometry& ground) {
        return geometry::multi_polygon_of(geometry::areas_of(ground));
    }

    const domain::BuurtRegister& buurten_;
    std::map<std::vector<std::uint32_t>, geometry::Wkb> united_;
};

}  // namespace

void draw_all(const std::vector<domain::Opgave>& opgaven, const Totals& totals, const Rules& rules,
              int jobs, const Progress& progress, const OnGrounds& on_grounds) {
    GebiedGrounds gebieden(rules.buurten);
    std::size_t next = 0;
    run_in_order(jobs, [&]() -> std::optional<Work> {
        if (next == opgaven.size()) {
            return std::nullopt;
        }
        const std::size_t begin = next;
        next = std::min(begin + opgaven_a_batch, opgaven.size());
        const auto grounds = std::make_shared<std::vector<geometry::Wkb>>(next - begin);
        const auto run = [&, begin, grounds] {
            for (std::size_t i = 0; i < grounds->size(); ++i) {
                progress.stop_if_cancelled();
                if (totals.opgaven[begin + i].inside &&
                    opgaven[begin + i].niveau == domain::Niveau::plek) {
                    (*grounds)[i] = geometry::multi_polygon_of(own_ground(opgaven[begin + i]));
                }
            }
        };
        const auto finish = [&, begin, grounds] {
            for (std::size_t i = 0; i < grounds->size(); ++i) {
                const domain::Opgave& opgave = opgaven[begin + i];
                if (totals.opgaven[begin + i].inside && opgave.niveau == domain::Niveau::gebied) {
                    (*grounds)[i] = gebieden.of(opgave);
                }
            }
            on_grounds(begin, *grounds);
        };
        return Work{run, finish};
    });
}

}  // namespace koppelkans::analysis
