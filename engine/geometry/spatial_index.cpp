#include "engine/geometry/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace koppelkans::geometry {
namespace {

constexpr std::size_t node_size = 16;
constexpr std::uint32_t curve_side = 1u << 16;

/// Distance along the Hilbert curve that fills a square of 2^16 by 2^16 cells: from the largest
/// quadrant to the smallest, each turned so that the curve goes on where it left the one before.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) {
    std::uint32_t distance = 0;
    for (std::uint32_t half = curve_side / 2; half > 0; half /= 2) {
        const std::uint32_t right = (x & half) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & half) != 0 ? 1 : 0;
        distance += half * half * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = curve_side - 1 - x;
                y = curve_side - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return distance;
}

/// The middle of an interval as a cell of the curve. Infinite intervals land on a border or in the
/// middle: the order only decides the speed, never what is found.
std::uint32_t cell(double low, double high, double min, double max) {
    const double share = (low / 2 + high / 2 - min) / (max - min);
    if (std::isnan(share)) {
        return curve_side / 2;
    }
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * (curve_side - 1));
}

Box finite_extent(const std::vector<Box>& boxes) {
    Box extent;
    for (const Box& box : boxes) {
        const bool finite = std::isfinite(box.min_x) && std::isfinite(box.min_y) &&
                            std::isfinite(box.max_x) && std::isfinite(box.max_y);
        if (finite && !box.empty()) {
            extent = united(extent, box);
        }
    }
    return extent;
}

}  // namespace

std::vector<std::uint32_t> hilbert_order(const std::vector<Box>& boxes) {
    const Box extent = finite_extent(boxes);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // place on the curve, position
    order.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i];
        if (!box.empty()) {
            const std::uint32_t x = cell(box.min_x, box.max_x, extent.min_x, extent.max_x);
            const std::uint32_t y = cell(box.min_y, box.max_y, extent.min_y, extent.max_y);
            order.emplace_back(hilbert(x, y), static_cast<std::uint32_t>(i));
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> positions;
    positions.reserve(order.size());
    for (const auto& place : order) {
        positions.push_back(place.second);
    }
    return positions;
}

SpatialIndex::SpatialIndex(std::vector<Box> boxes) : size_(boxes.size()) {
    if (size_ > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("more boxes than a spatial index can number");
    }
    positions_ = hilbert_order(boxes);
    nodes_.reserve(positions_.size() + positions_.size() / (node_size - 1) + 8);
    for (const std::uint32_t position : positions_) {
        nodes_.push_back(boxes[position]);
    }
    level_begins_.push_back(0);
    std::size_t begin = 0;
    while (nodes_.size() - begin > 1) {
        const std::size_t end = nodes_.size();
        level_begins_.push_back(end);
        for (std::size_t first = begin; first < end; first += node_size) {
            Box around;
            for (std::size_t i = first; i < std::min(first + node_size, end); ++i) {
                around = united(around, nodes_[i]);
            }
            nodes_.push_back(around);
        }
        begin = end;
    }
    level_begins_.push_back(nodes_.size());
}

void SpatialIndex::descend(std::size_t level, std::size_t node, const Box& box,
                           std::vector<std::uint32_t>& found) const {
    if (!meet(nodes_[node], box)) {
        return;
    }
    if (level == 0) {
        found.push_back(positions_[node]);
        return;
    }
    const std::size_t first = level_begins_[level - 1] + (node - level_begins_[level]) * node_size;
    const std::size_t end = std::min(first + node_size, level_begins_[level]);
    for (std::size_t child = first; child < end; ++child) {
        descend(level - 1, child, box, found);
    }
}

void SpatialIndex::find(const Box& box, std::vector<std::uint32_t>& found) const {
    found.clear();
    if (!nodes_.empty() && !box.empty()) {
        descend(level_begins_.size() - 2, nodes_.size() - 1, box, found);
    }
}

void SpatialIndex::query(const Box& box, std::vector<std::uint32_t>& found) const {
    find(box, found);
    std::sort(found.begin(), found.end());
}

std::vector<std::uint32_t> SpatialIndex::query(const Box& box) const {
    std::vector<std::uint32_t> found;
    query(box, found);
    return found;
}

}  // namespace koppelkans::geometry
