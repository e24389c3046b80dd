#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/domain/buurt.h"
#include "engine/domain/kansen.h"
#include "engine/domain/opgave.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/spatial_index.h"
#include "engine/geometry/vertices.h"

namespace koppelkans::analysis {

/// Where all opgaven lie, to find those of a buurt: an index over the boxes of their own ground,
/// and for each buurt the opgaven that take it whole. Shared by all threads.
class Places {
  public:
    Places(const std::vector<domain::Opgave>& opgaven, std::size_t buurt_count);
    /// Opgaven whose own ground may lie in the box, ascending.
    std::vector<domain::OpgaveIndex> near(const geometry::Box& box) const;
    /// Opgaven of niveau gebied that take the buurt as a whole, ascending.
    const std::vector<domain::OpgaveIndex>& taking(std::size_t buurt) const;

  private:
    geometry::SpatialIndex index_;
    std::vector<std::vector<domain::OpgaveIndex>> taking_;
};

/// An opgave as it lies in one buurt.
struct Member {
    domain::OpgaveIndex opgave = 0;
    /// The ground it takes inside the buurt, m2, above 0.
    double area_m2 = 0;
    /// It takes the whole buurt: `ground` is the buurt itself and is not kept.
    bool whole_buurt = false;
    /// Its own ground inside the buurt; no bytes where it takes the whole buurt.
    geometry::Wkb ground;
    /// The same as a ring, where it is one piece without holes.
    std::optional<geometry::Vertices> ring;
    geometry::Box box;  ///< of ground
};

/// One buurt with all opgaven that lie in it (SPEC §2), ordered by opgave. It belongs to the thread
/// that made it.
class Scene {
  public:
    Scene(std::uint32_t buurt, const domain::BuurtRegister& buurten,
          const std::vector<domain::Opgave>& opgaven, const Places& places, const Stop& stop);
    std::uint32_t buurt() const { return buurt_; }
    const domain::Buurt& area() const { return *area_; }
    const std::vector<Member>& members() const { return members_; }
    const domain::Opgave& opgave(const Member& member) const { return (*opgaven_)[member.opgave]; }
    const geometry::Geometry& polygon() const { return polygon_.geometry(); }

  private:
    void add_own_ground(domain::OpgaveIndex index);
    /// The werkgebied inside the buurt, by the short way; false: GEOS must tell.
    bool add_plain_ground(domain::OpgaveIndex index);
    void add_ground(domain::OpgaveIndex index, geometry::Wkb ground);

    std::uint32_t buurt_;
    const domain::Buurt* area_;
    const std::vector<domain::Opgave>* opgaven_;
    geometry::Prepared polygon_;
    std::optional<geometry::Vertices> ring_;  ///< of the buurt, where it is one without holes
    std::vector<Member> members_;
};

}  // namespace koppelkans::analysis
