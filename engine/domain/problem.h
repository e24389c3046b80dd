#pragma once

#include <cstdint>
#include <string>

#include "engine/geometry/wkb.h"

namespace koppelkans::domain {

/// Why an input row is left out, in the order in which the first that applies is taken (SPEC §7).
enum class Reden {
    id_ontbreekt,
    dubbel_id,
    soort_onbekend,
    datum_ongeldig,
    eind_voor_start,
    geometrie_leeg,
    coordinaten_ongeldig,
    geometrie_onherstelbaar,
    gebiedscode_onbekend,
    werkafstand_ongeldig,
    werkgebied_leeg,
    vervallen,
    afgerond,
    buiten_venster,
    buiten_gebied,
};
inline constexpr int reden_count = 15;

const char* to_text(Reden reden);

/// True for a fault in the data (to be mended at the source), false for a row that is left out by
/// rule: vervallen, afgerond, buiten_venster, buiten_gebied.
bool is_fault(Reden reden);

/// An input row that was left out: a row of the layer `afgekeurd`.
struct Problem {
    std::uint32_t bron = 0;  ///< position of the source in the configuration
    std::int64_t bron_fid = 0;
    std::string id;
    Reden reden = Reden::id_ontbreekt;
    std::string detail;
    /// As read, in the analysis CRS, never a collection; no bytes where that cannot be.
    geometry::Wkb geometry;
};

}  // namespace koppelkans::domain
