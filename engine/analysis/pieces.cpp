#include "engine/analysis/pieces.h"

#include <algorithm>
#include <utility>

namespace koppelkans::analysis {

namespace {

using geometry::Area;
using Positions = std::vector<std::uint32_t>;

/// Every piece has a first and a second ground among those that cover it, so going through the
/// pairs finds each piece once: what a pair shares, less all grounds before its second one, and cut
/// by all behind it.
class Cutter {
  public:
    Cutter(const std::vector<Ground>& grounds, const geometry::Box& window, const Cutting& cutting)
        : grounds_(grounds), window_(window), cutting_(cutting) {}

    void cut() const {
        for (std::uint32_t first = 0; first < grounds_.size(); ++first) {
            cut_alone(first);
            for (std::uint32_t second = first + 1; second < grounds_.size(); ++second) {
                if (geometry::meet(grounds_[first].box, grounds_[second].box)) {
                    cut_pair(first, second);
                }
            }
        }
    }

  private:
    /// What one ground covers and no other: of interest where several have the same ground.
    void cut_alone(std::uint32_t one) const {
        if (!is_wanted({one}, {})) {
            return;
        }
        std::vector<Area> left = grounds_[one].parts;
        for (std::uint32_t other = 0; other < grounds_.size(); ++other) {
            if (other != one) {
                left = without(std::move(left), other);
            }
        }
        for (Area& area : left) {
            hand_out(std::move(area), {one});
        }
    }

    void cut_pair(std::uint32_t first, std::uint32_t second) const {
        cutting_.stop();
        Positions behind;
        for (std::uint32_t other = second + 1; other < grounds_.size(); ++other) {
            if (geometry::meet(grounds_[other].box, grounds_[first].box) &&
                geometry::meet(grounds_[other].box, grounds_[second].box)) {
                behind.push_back(other);
            }
        }
        if (!is_wanted({first, second}, behind)) {
            return;
        }
        std::vector<Area> left = cutting_.shared(first, second);
        std::erase_if(left,
                      [this](const Area& area) { return !geometry::meet(area.box(), window_); });
        for (std::uint32_t before = 0; before < second && !left.empty(); ++before) {
            if (before != first) {
                left = without(std::move(left), before);
            }
        }
        for (Area& area : left) {
            split(std::move(area), {first, second}, behind);
        }
    }

    std::vector<Area> without(std::vector<Area> areas, std::uint32_t ground) const {
        std::vector<Area> left;
        for (Area& area : areas) {
            if (!geometry::meet(area.box(), grounds_[ground].box)) {
                left.push_back(std::move(area));
                continue;
            }
            cutting_.stop();
            geometry::append(left, geometry::rest(area, grounds_[ground].parts));
        }
        return left;
    }

    /// Cuts an area that is covered by some grounds by the first of the others, and so on.
    void split(Area area, Positions covered, Positions others) const {
        std::erase_if(others, [&](std::uint32_t other) {
            return !geometry::meet(area.box(), grounds_[other].box);
        });
        if (!is_wanted(covered, others)) {
            return;
        }
        if (others.empty()) {
            hand_out(std::move(area), covered);
            return;
        }
        const std::uint32_t next = others.front();
        others.erase(others.begin());
        cutting_.stop();
        std::vector<Area> inside = geometry::common(area, grounds_[next].parts);
        if (inside.empty()) {
            split(std::move(area), std::move(covered), std::move(others));
            return;
        }
        Positions with_next = covered;
        with_next.push_back(next);
        for (Area& part : inside) {
            split(std::move(part), with_next, others);
        }
        if (is_wanted(covered, others)) {
            for (Area& part : geometry::rest(area, grounds_[next].parts)) {
                split(std::move(part), covered, others);
            }
        }
    }

    bool is_wanted(const Positions& covered, const Positions& others) const {
        return cutting_.is_wanted(numbers_of(covered, others));
    }

    void hand_out(Area area, const Positions& covered) const {
        if (geometry::meet(area.box(), window_)) {
            std::vector<std::uint32_t> numbers = numbers_of(covered, {});
            std::sort(numbers.begin(), numbers.end());
            cutting_.on_piece({std::move(area), std::move(numbers)});
        }
    }

    std::vector<std::uint32_t> numbers_of(const Positions& some, const Positions& more) const {
        std::vector<std::uint32_t> numbers;
        for (const Positions* positions : {&some, &more}) {
            for (const std::uint32_t position : *positions) {
                const std::vector<std::uint32_t>& of_ground = grounds_[position].numbers;
                numbers.insert(numbers.end(), of_ground.begin(), of_ground.end());
            }
        }
        return numbers;
    }

    const std::vector<Ground>& grounds_;
    const geometry::Box& window_;
    const Cutting& cutting_;
};

}  // namespace

void cut(const std::vector<Ground>& grounds, const geometry::Box& window, const Cutting& cutting) {
    Cutter(grounds, window, cutting).cut();
}

}  // namespace koppelkans::analysis
