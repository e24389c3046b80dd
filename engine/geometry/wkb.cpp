#include "engine/geometry/wkb.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "engine/geometry/wkb_cursor.h"

namespace koppelkans::geometry {
namespace {

struct Point {
    double x = 0;
    double y = 0;
};

/// A Point, LineString or Polygon somewhere inside a WKB.
struct Leaf {
    WkbType type = WkbType::point;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t points = 0;

    std::size_t bytes() const { return end - begin; }
};

Point point_at(std::string_view bytes, std::size_t offset) {
    Point point;
    std::memcpy(&point.x, bytes.data() + offset, sizeof(double));
    std::memcpy(&point.y, bytes.data() + offset + sizeof(double), sizeof(double));
    return point;
}

/// WKB has no count for a point: an empty one is written as two NaN.
bool is_empty_point(Point point) {
    return std::isnan(point.x) && std::isnan(point.y);
}

Dimension dimension_of(WkbType leaf) {
    return static_cast<Dimension>(static_cast<int>(leaf) - 1);
}

WkbType multi_of(WkbType leaf) {
    return static_cast<WkbType>(static_cast<std::uint32_t>(leaf) + 3);
}

bool is_leaf(WkbType type) {
    return type <= WkbType::polygon;
}

/// Walks once over all leaves. `on_run(offset, n)` gets every run of points of n > 0,
/// `on_leaf(leaf)` every leaf after its runs.
template <class OnRun, class OnLeaf>
class Walk {
  public:
    Walk(std::string_view bytes, OnRun on_run, OnLeaf on_leaf)
        : bytes_(bytes), cursor_(bytes), on_run_(on_run), on_leaf_(on_leaf) {}

    /// Returns the type of the outermost geometry.
    WkbType run() {
        const WkbType type = geometry(1, nullptr);
        if (!cursor_.at_end()) {
            throw GeometryError(
                fmt::format("the WKB has {} bytes after its end", cursor_.remaining()));
        }
        return type;
    }

  private:
    WkbType geometry(int depth, const WkbType* parent) {
        const std::size_t begin = cursor_.offset();
        const WkbType type = cursor_.header();
        if (parent != nullptr && *parent != WkbType::collection && *parent != multi_of(type)) {
            throw GeometryError(fmt::format("WKB type {} cannot hold a part of type {}",
                                            static_cast<int>(*parent), static_cast<int>(type)));
        }
        if (is_leaf(type)) {
            const std::size_t points = leaf_points(type);
            on_leaf_(Leaf{type, begin, cursor_.offset(), points});
            return type;
        }
        if (depth == max_wkb_depth) {
            throw GeometryError(fmt::format("the WKB nests more than {} deep", max_wkb_depth));
        }
        const std::uint32_t parts = cursor_.count(wkb_header_bytes);
        for (std::uint32_t i = 0; i < parts; ++i) {
            geometry(depth + 1, &type);
        }
        return type;
    }

    std::size_t leaf_points(WkbType type) {
        if (type == WkbType::point) {
            return run_of(1, is_empty_point(next_point()) ? 0 : 1);
        }
        if (type == WkbType::line_string) {
            return counted_run();
        }
        std::size_t points = 0;
        const std::uint32_t rings = cursor_.count(sizeof(std::uint32_t));
        for (std::uint32_t i = 0; i < rings; ++i) {
            points += counted_run();
        }
        return points;
    }

    Point next_point() const {
        WkbCursor ahead = cursor_;
        return point_at(bytes_, ahead.points(1));
    }

    std::size_t counted_run() {
        const std::uint32_t n = cursor_.count(wkb_point_bytes);
        return run_of(n, n);
    }

    /// Steps over `stored` points, of which `held` count.
    std::size_t run_of(std::size_t stored, std::size_t held) {
        const std::size_t begin = cursor_.points(stored);
        if (held > 0) {
            on_run_(begin, held);
        }
        return held;
    }

    std::string_view bytes_;
    WkbCursor cursor_;
    OnRun on_run_;
    OnLeaf on_leaf_;
};

/// Gives the type of the outermost geometry; a Wkb without bytes is not walked, and is a
/// collection.
template <class OnRun, class OnLeaf>
WkbType walk(const Wkb& geometry, OnRun on_run, OnLeaf on_leaf) {
    if (geometry.empty()) {
        return WkbType::collection;
    }
    return Walk<OnRun, OnLeaf>(geometry.bytes, on_run, on_leaf).run();
}

constexpr auto no_run = [](std::size_t, std::size_t) {};
constexpr auto no_leaf = [](const Leaf&) {};

void append_number(std::string& bytes, std::uint32_t number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof number);
}

void append_header(std::string& bytes, WkbType type, std::size_t count) {
    if (count > std::numeric_limits<std::uint32_t>::max()) {
        throw GeometryError("the geometry has more parts than WKB can count");
    }
    bytes.push_back(1);
    append_number(bytes, static_cast<std::uint32_t>(type));
    append_number(bytes, static_cast<std::uint32_t>(count));
}

/// Leaves that hold a point, and the type of the whole.
struct Leaves {
    WkbType whole = WkbType::collection;
    std::vector<Leaf> held;
};

Leaves leaves_of(const Wkb& geometry) {
    Leaves leaves;
    leaves.whole = walk(geometry, no_run, [&leaves](const Leaf& leaf) {
        if (leaf.points > 0) {
            leaves.held.push_back(leaf);
        }
    });
    return leaves;
}

/// The Multi of the leaves, which are all of one type; not of none.
Wkb multi(const std::string& from, const std::vector<Leaf>& leaves) {
    std::size_t length = wkb_header_bytes;
    for (const Leaf& leaf : leaves) {
        length += leaf.bytes();
    }
    Wkb result;
    result.bytes.reserve(length);
    append_header(result.bytes, multi_of(leaves.front().type), leaves.size());
    for (const Leaf& leaf : leaves) {
        result.bytes.append(from, leaf.begin, leaf.bytes());
    }
    return result;
}

}  // namespace

Wkb checked(std::string bytes) {
    Wkb geometry{std::move(bytes)};
    walk(geometry, no_run, no_leaf);
    return geometry;
}

Dimension dimension(const Wkb& geometry) {
    Dimension highest = Dimension::none;
    walk(geometry, no_run, [&highest](const Leaf& leaf) {
        if (leaf.points > 0) {
            highest = std::max(highest, dimension_of(leaf.type));
        }
    });
    return highest;
}

Wkb reduced(const Wkb& geometry) {
    Leaves leaves = leaves_of(geometry);
    if (leaves.held.empty()) {
        return {};
    }
    WkbType highest = WkbType::point;
    for (const Leaf& leaf : leaves.held) {
        highest = std::max(highest, leaf.type);
    }
    leaves.held.erase(std::remove_if(leaves.held.begin(), leaves.held.end(),
                                     [highest](const Leaf& leaf) { return leaf.type != highest; }),
                      leaves.held.end());
    const bool single = leaves.whole == WkbType::collection && leaves.held.size() == 1;
    if (single || is_leaf(leaves.whole)) {
        const Leaf& leaf = leaves.held.front();
        return {geometry.bytes.substr(leaf.begin, leaf.bytes())};
    }
    return multi(geometry.bytes, leaves.held);
}

Box bounds(const Wkb& geometry) {
    Box box;
    const auto extend = [&box, &geometry](std::size_t offset, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            const Point point = point_at(geometry.bytes, offset + i * wkb_point_bytes);
            // The order of arguments drops a NaN.
            box.min_x = std::min(box.min_x, point.x);
            box.min_y = std::min(box.min_y, point.y);
            box.max_x = std::max(box.max_x, point.x);
            box.max_y = std::max(box.max_y, point.y);
        }
    };
    walk(geometry, extend, no_leaf);
    return box;
}

std::size_t count_points(const Wkb& geometry) {
    std::size_t total = 0;
    walk(
        geometry, [&total](std::size_t, std::size_t n) { total += n; }, no_leaf);
    return total;
}

void change_points(Wkb& geometry, const std::function<void(double* xy, std::size_t n)>& change) {
    // Coordinates in WKB are not aligned, so they are changed in a copy.
    std::vector<double> run;
    std::string& bytes = geometry.bytes;
    const auto change_run = [&run, &bytes, &change](std::size_t offset, std::size_t n) {
        run.resize(2 * n);
        std::memcpy(run.data(), bytes.data() + offset, n * wkb_point_bytes);
        change(run.data(), n);
        std::memcpy(bytes.data() + offset, run.data(), n * wkb_point_bytes);
    };
    walk(geometry, change_run, no_leaf);
}

bool all_within(const Wkb& geometry, double limit_m) {
    bool within = true;
    const auto check = [&within, &geometry, limit_m](std::size_t offset, std::size_t n) {
        for (std::size_t i = 0; within && i < n; ++i) {
            const Point point = point_at(geometry.bytes, offset + i * wkb_point_bytes);
            // A NaN fails both comparisons; infinity is refused even where the limit is infinite.
            within = std::abs(point.x) <= limit_m && std::abs(point.y) <= limit_m &&
                     std::isfinite(point.x) && std::isfinite(point.y);
        }
    };
    walk(geometry, check, no_leaf);
    return within;
}

Wkb collected(const Wkb* first, std::size_t count) {
    std::string parts;
    std::size_t held = 0;
    WkbType type = WkbType::collection;
    for (std::size_t i = 0; i < count; ++i) {
        const Wkb& geometry = first[i];
        walk(geometry, no_run, [&](const Leaf& leaf) {
            if (leaf.points == 0) {
                return;
            }
            if (held > 0 && leaf.type != type) {
                throw GeometryError("geometries of different dimensions cannot be one");
            }
            type = leaf.type;
            ++held;
            parts.append(geometry.bytes, leaf.begin, leaf.bytes());
        });
    }
    if (held == 0) {
        return {};
    }
    Wkb result;
    result.bytes.reserve(wkb_header_bytes + parts.size());
    append_header(result.bytes, multi_of(type), held);
    result.bytes += parts;
    return result;
}

std::vector<Wkb> polygons_of(const Wkb& geometry) {
    std::vector<Wkb> polygons;
    if (geometry.empty()) {
        return polygons;
    }
    walk(geometry, no_run, [&](const Leaf& leaf) {
        if (leaf.type == WkbType::polygon && leaf.points > 0) {
            polygons.push_back({geometry.bytes.substr(leaf.begin, leaf.bytes())});
        }
    });
    return polygons;
}

}  // namespace koppelkans::geometry
