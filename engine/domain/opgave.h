#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/fase.h"
#include "engine/domain/soort.h"
#include "engine/domain/veld.h"
#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"
#include "engine/time/tijdlijn.h"

namespace koppelkans::domain {

/// Does an opgave lie at a place of its own, or belong to a whole buurt, wijk or gemeente (SPEC
/// §2)?
enum class Niveau { plek, gebied };
/// A plan, or finished work whose graafrust still runs (SPEC §3).
enum class Rol { plan, rust };

/// Texts of the source, UTF-8, as they stood in it; empty where it has none. They lie in one run of
/// bytes: most are short or empty, and a run may hold a million opgaven.
class OpgaveTexts {
  public:
    /// What is kept, in the order of the bytes.
    static constexpr std::array<Veld, 10> kept = {
        Veld::naam,    Veld::trekker, Veld::status,  Veld::start,        Veld::eind,
        Veld::project, Veld::kansen,  Veld::risicos, Veld::doelstelling, Veld::budget};

    /// Empty also for what is not kept. The view lasts until the next `set`.
    std::string_view of(Veld veld) const;
    /// Only what is kept: anything else is our own mistake (an assertion).
    void set(Veld veld, std::string_view text);

  private:
    static std::size_t place_of(Veld veld);

    std::string bytes_;
    std::array<std::uint32_t, kept.size()> ends_{};  ///< of each text in bytes_
};

/// An input row that an opgave was made of.
struct OpgaveRow {
    std::int64_t fid = 0;
    /// The row's geometry before its repair; no bytes where it is the opgave's own or there is
    /// none.
    geometry::Wkb as_read;
};

/// An opgave: one row of a source, or the rows of a group (SPEC §1, §4). All geometry is in the
/// analysis CRS, metres.
struct Opgave {
    /// bron name + ":" + id; opgaven are ordered by its bytes.
    std::string opgave_id;
    std::string id;
    std::uint32_t bron = 0;       ///< position of the source in the configuration
    std::vector<OpgaveRow> rows;  ///< the input rows it was made of, in the order read
    SoortIndex soort = 0;
    Fase fase = Fase::onbekend;
    Rol rol = Rol::plan;
    Niveau niveau = Niveau::plek;
    time::Tijdlijn tijdlijn;
    OpgaveTexts texts;
    /// Repaired; a group: all its rows together; no bytes for niveau gebied.
    geometry::Wkb geometry;
    /// MultiPolygon or Polygon of the ground at its own place, kept only where the geometry and the
    /// werkafstand do not give it (the rows of a group), or take long to. analysis/outline.h draws
    /// all others.
    geometry::Wkb werkgebied;
    geometry::Box box;  ///< round its own ground; empty for a pure niveau gebied
    /// For niveau gebied: positions of the buurten it takes, ascending.
    std::vector<std::uint32_t> gebied;
    double werkafstand_m = 0;
    double werkgebied_m2 = 0;        ///< of niveau gebied; of a plek it is known once it is drawn
    std::optional<double> lengte_m;  ///< of a line
    bool hersteld = false;
};

}  // namespace koppelkans::domain
