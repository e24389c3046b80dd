#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/domain/buurt.h"
#include "engine/domain/kansen.h"
#include "engine/domain/opgave.h"
#include "engine/geometry/area.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/spatial_index.h"

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
    /// All the ground it takes, outside the buurt too, m2.
    double werkgebied_m2 = 0;
    /// It takes the whole buurt: `ground` is the buurt itself and is not kept.
    bool whole_buurt = false;
    /// Its own ground inside the buurt; none where it takes the whole buurt.
    std::vector<geometry::Area> ground;
    geometry::Box box;  ///< of ground
};

/// An opgave whose ground could not be drawn, and what GEOS said of it.
struct Undrawn {
    domain::OpgaveIndex opgave = 0;
    std::string detail;
};

/// One buurt with all opgaven that lie in it (SPEC §2), ordered by opgave, their ground drawn. It
/// belongs to the thread that made it. Cost: for each opgave a buffer and a cut.
class Scene {
  public:
    Scene(std::uint32_t buurt, const domain::BuurtRegister& buurten,
          const std::vector<domain::Opgave>& opgaven, const Places& places, const Stop& stop);
    std::uint32_t buurt() const { return buurt_; }
    const domain::Buurt& area() const { return *area_; }
    const std::vector<Member>& members() const { return members_; }
    const domain::Opgave& opgave(const Member& member) const { return (*opgaven_)[member.opgave]; }
    /// Opgaven that may lie here, but whose ground could not be drawn; ascending.
    const std::vector<Undrawn>& undrawn() const { return undrawn_; }
    /// The buurt for GEOS; made when it is first asked for.
    const geometry::Prepared& polygon() const;

  private:
    void add_own_ground(domain::OpgaveIndex index);
    std::vector<geometry::Area> inside(const geometry::Area& ground) const;

    std::uint32_t buurt_;
    const domain::Buurt* area_;
    const std::vector<domain::Opgave>* opgaven_;
    std::vector<geometry::Area> parts_;  ///< of the buurt
    mutable std::optional<geometry::Prepared> polygon_;
    std::vector<Member> members_;
    std::vector<Undrawn> undrawn_;
};

}  // namespace koppelkans::analysis
