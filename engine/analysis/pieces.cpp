#include "engine/analysis/pieces.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "engine/geometry/spatial_index.h"

namespace koppelkans::analysis {

namespace {

using geometry::Geometry;

/// More grounds than this in one heap are cut in quarters, as long as that thins them out.
constexpr std::size_t crowd = 48;
constexpr int most_quarterings = 12;

/// A micrometre: far below what a plan can mean, far above the rounding of RD coordinates. Where
/// two grounds share an edge that was worked out, overlay leaves slivers along it; what is not
/// wider than this is no ground.
constexpr double sliver_m = 1e-6;

std::optional<Geometry> not_empty(Geometry area) {
    return area.is_empty() ? std::nullopt : std::optional(std::move(area));
}

std::optional<Geometry> common(const Geometry& a, const Geometry& b) {
    return not_empty(geometry::only_areas(geometry::intersection(a, b), sliver_m));
}

std::optional<Geometry> rest(const Geometry& a, const Geometry& b) {
    return not_empty(geometry::only_areas(geometry::difference(a, b), sliver_m));
}

Piece piece_of(Geometry area, std::vector<std::uint32_t> covered_by) {
    const geometry::Box box = geometry::bounds(area);
    return {std::move(area), box, std::move(covered_by)};
}

/// One heap of grounds, cut one after the other into the pieces so far.
class Cutter {
  public:
    explicit Cutter(const Stop& stop) : stop_(stop) {}

    void add(const Ground& ground) {
        stop_();
        const geometry::Prepared prepared(ground.area.clone());
        std::optional<Geometry> left = ground.area.clone();
        std::vector<Piece> cut_off;
        for (Piece& piece : pieces_) {
            if (!geometry::meet(piece.box, ground.box) || !prepared.intersects(piece.area)) {
                continue;
            }
            stop_();
            take(piece, ground, prepared, left, cut_off);
        }
        if (left) {
            cut_off.push_back(piece_of(std::move(*left), {ground.number}));
        }
        std::erase_if(pieces_, [](const Piece& piece) { return piece.covered_by.empty(); });
        std::move(cut_off.begin(), cut_off.end(), std::back_inserter(pieces_));
    }

    std::vector<Piece>& pieces() { return pieces_; }

  private:
    /// Splits a piece into what the ground covers and what not; `left` loses what was covered.
    static void take(Piece& piece, const Ground& ground, const geometry::Prepared& prepared,
                     std::optional<Geometry>& left, std::vector<Piece>& cut_off) {
        std::vector<std::uint32_t> both = piece.covered_by;
        both.push_back(ground.number);
        if (prepared.covers(piece.area)) {
            subtract(left, piece.area);
            piece.covered_by = std::move(both);
            return;
        }
        std::optional<Geometry> shared = common(piece.area, ground.area);
        if (!shared) {
            return;
        }
        subtract(left, *shared);
        if (std::optional<Geometry> outside = rest(piece.area, ground.area)) {
            cut_off.push_back(piece_of(std::move(*outside), piece.covered_by));
        }
        cut_off.push_back(piece_of(std::move(*shared), std::move(both)));
        piece.covered_by.clear();  // replaced by its two parts
    }

    static void subtract(std::optional<Geometry>& left, const Geometry& covered) {
        if (left) {
            left = rest(*left, covered);
        }
    }

    const Stop& stop_;
    std::vector<Piece> pieces_;
};

geometry::Box box_of(const std::vector<Ground>& grounds) {
    geometry::Box all;
    for (const Ground& ground : grounds) {
        all = geometry::united(all, ground.box);
    }
    return all;
}

std::vector<geometry::Box> quarters(const geometry::Box& box) {
    const double x = (box.min_x + box.max_x) / 2;
    const double y = (box.min_y + box.max_y) / 2;
    return {{box.min_x, box.min_y, x, y},
            {x, box.min_y, box.max_x, y},
            {box.min_x, y, x, box.max_y},
            {x, y, box.max_x, box.max_y}};
}

std::vector<Ground> clipped(const std::vector<Ground>& grounds, const geometry::Box& box) {
    std::vector<Ground> inside;
    const Geometry window = geometry::rectangle(box);
    for (const Ground& ground : grounds) {
        if (!geometry::meet(ground.box, box)) {
            continue;
        }
        if (geometry::contains(box, ground.box)) {
            inside.push_back({ground.number, ground.area.clone(), ground.box});
        } else if (std::optional<Geometry> part = common(ground.area, window)) {
            const geometry::Box part_box = geometry::bounds(*part);
            inside.push_back({ground.number, std::move(*part), part_box});
        }
    }
    return inside;
}

bool is_wanted(const std::vector<Ground>& grounds, const Cutting& cutting) {
    std::vector<std::uint32_t> numbers;
    for (const Ground& ground : grounds) {
        numbers.push_back(ground.number);
    }
    return cutting.is_wanted(numbers);
}

void cut_heap(const std::vector<Ground>& grounds, int quarterings, const Cutting& cutting) {
    if (!is_wanted(grounds, cutting)) {
        return;
    }
    if (grounds.size() > crowd && quarterings < most_quarterings) {
        std::vector<std::vector<Ground>> parts;
        std::size_t fullest = 0;
        for (const geometry::Box& quarter : quarters(box_of(grounds))) {
            cutting.stop();
            parts.push_back(clipped(grounds, quarter));
            fullest = std::max(fullest, parts.back().size());
        }
        // Where every quarter holds nearly all of them, quartering again only makes more work.
        if (fullest * 10 < grounds.size() * 9) {
            for (const std::vector<Ground>& part : parts) {
                cut_heap(part, quarterings + 1, cutting);
            }
            return;
        }
    }
    Cutter cutter(cutting.stop);
    for (const Ground& ground : grounds) {
        cutter.add(ground);
    }
    for (Piece& piece : cutter.pieces()) {
        cutting.on_piece(std::move(piece));
    }
}

/// Heaps of grounds whose boxes hang together, each in ascending order.
std::vector<std::vector<std::size_t>> heaps(const std::vector<Ground>& grounds) {
    std::vector<geometry::Box> boxes;
    for (const Ground& ground : grounds) {
        boxes.push_back(ground.box);
    }
    const geometry::SpatialIndex index(std::move(boxes));
    std::vector<std::size_t> parent(grounds.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&parent](std::size_t i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    };
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        index.query(grounds[i].box, found);
        for (const std::uint32_t other : found) {
            const std::size_t one = root(i);
            const std::size_t two = root(other);
            parent[std::max(one, two)] = std::min(one, two);
        }
    }
    std::vector<std::vector<std::size_t>> by_root(grounds.size());
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        by_root[root(i)].push_back(i);
    }
    std::erase_if(by_root, [](const auto& heap) { return heap.empty(); });
    return by_root;
}

}  // namespace

void cut(std::vector<Ground> grounds, const Cutting& cutting) {
    for (const std::vector<std::size_t>& heap : heaps(grounds)) {
        std::vector<Ground> together;
        for (const std::size_t i : heap) {
            together.push_back(std::move(grounds[i]));
        }
        cut_heap(together, 0, cutting);
    }
}

}  // namespace koppelkans::analysis
