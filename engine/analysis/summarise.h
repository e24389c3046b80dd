#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analysis/buurt_result.h"
#include "engine/analysis/place.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"

namespace koppelkans::analysis {

/// Most opgaven on one day.
struct Busiest {
    std::int64_t opgaven = 0;
    std::optional<time::Day> day;  ///< the first such day; empty where there is none
};

/// The day from the peildatum on with the most opgaven of niveau plek and rol plan under way, by
/// their hulls [s1, e2]; tijd_onbekend never counts (SPEC §7). A sweep over the starts.
Busiest busiest_day(const std::vector<const domain::Opgave*>& opgaven, time::Day peildatum);

/// What a buurt adds to the counts of its wijk and gemeente besides its rows.
struct BuurtSummary {
    domain::GebiedCounts counts;
    std::vector<domain::OpgaveIndex> opgaven;  ///< those counted, ascending
    /// Of all koppelkansen, each m2 once; none where it is only measured.
    std::vector<geometry::Area> koppel_ground;
};

/// Whether the ground itself is needed of a buurt, or only how large it is.
enum class KoppelGround { measured, kept };

/// The counts of a buurt from its rows (SPEC §7, buurten). Cost: a sweep over the shared ground; a
/// union of it, some eight times as much, where it is kept.
BuurtSummary summarise(const Scene& scene, const BuurtResult& found, const Rules& rules,
                       KoppelGround ground);

/// Adds up buurten to wijken and gemeenten; an opgave, pair, combinatie or risico that lies in two
/// buurten of one gebied counts once there, and ground that two buurten share too. Fed on one
/// thread, in the order of the buurten.
class RollUp {
  public:
    /// Draws the wijken and gemeenten, on `jobs` threads; `stop` is asked before each and may
    /// throw. Throws GeometryError where buurten cannot be united.
    RollUp(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
           const Stop& stop);
    /// Where a buurt overlaps another of its wijk or gemeente, their ground must be kept, so that
    /// it can be counted once. Safe on any thread.
    KoppelGround ground_of(std::uint32_t buurt) const;
    void add(const BuurtResult& found, BuurtSummary summary);
    /// Ordered by code.
    std::vector<GebiedResult> results(domain::GebiedSoort kind) const;

  private:
    /// Positions of one buurt's rows, as few bytes as will do.
    struct Kept {
        std::vector<domain::OpgaveIndex> opgaven;
        std::vector<std::uint64_t> koppelkansen;
        std::vector<std::uint64_t> kansrijk;
        std::vector<std::uint64_t> gebiedskansen;
        std::vector<std::uint64_t> risicos;
        std::vector<std::string> combinaties;  ///< positions as bytes
        double koppel_m2 = 0;
        /// Only where a buurt overlaps another of its wijk or gemeente.
        std::vector<geometry::Area> koppel_ground;
    };
    struct Gebied {
        std::string code;
        std::vector<std::uint32_t> members;
        geometry::Wkb polygon;
        bool members_overlap = false;
    };
    void draw(Gebied& gebied) const;
    std::vector<Gebied>& gebieden_of(domain::GebiedSoort kind);
    GebiedResult united(const Gebied& gebied, domain::GebiedSoort kind) const;

    const std::vector<domain::Opgave>& opgaven_;
    const Rules& rules_;
    int jobs_;
    std::vector<Gebied> wijken_;
    std::vector<Gebied> gemeenten_;
    std::vector<Kept> kept_;              ///< one a buurt
    std::vector<bool> ground_is_shared_;  ///< by buurt: it overlaps another of its gebied
};

}  // namespace koppelkans::analysis
