#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/geometry/box.h"

namespace koppelkans::geometry {

/// Positions of the boxes that are not empty and without a NaN, along a Hilbert curve: neighbours
/// on the ground mostly come out near one another. Cost: n log n.
std::vector<std::uint32_t> hilbert_order(const std::vector<Box>& boxes);

/// A packed index over boxes: sorted along a Hilbert curve, nodes of 16, all in flat arrays.
/// Built once, then read by any number of threads.
/// Cost: n log n to build, 40 bytes a box; a query visits the nodes that meet the box.
///
///     const SpatialIndex index(boxes);
///     for (std::uint32_t i : index.query(box)) ...      // ascending positions in `boxes`
class SpatialIndex {
  public:
    /// Empty boxes, and those with a NaN, are never found; infinite ones are.
    explicit SpatialIndex(std::vector<Box> boxes);
    /// Positions of all boxes that meet `box` (a shared border counts), ascending; none for an
    /// empty box.
    std::vector<std::uint32_t> query(const Box& box) const;
    /// The same into a vector of the caller, which is emptied first.
    void query(const Box& box, std::vector<std::uint32_t>& found) const;
    /// The same in any order, for who counts: the order costs more than the search.
    void find(const Box& box, std::vector<std::uint32_t>& found) const;
    /// How many boxes were given, empty ones included.
    std::size_t size() const { return size_; }

  private:
    void descend(std::size_t level, std::size_t node, const Box& box,
                 std::vector<std::uint32_t>& found) const;

    std::size_t size_ = 0;
    std::vector<Box> nodes_;                 ///< leaves first, then each level above
    std::vector<std::uint32_t> positions_;   ///< leaf -> position in the input
    std::vector<std::size_t> level_begins_;  ///< of each level in nodes_, and the end of the last
};

}  // namespace koppelkans::geometry
