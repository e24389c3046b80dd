#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/geometry/wkb.h"
#include "engine/time/day.h"
#include "engine/time/horizon.h"

namespace koppelkans::domain {

/// Position of an opgave in the ordered list of opgaven.
using OpgaveIndex = std::uint32_t;

/// Two opgaven that meet in a buurt: a row of koppelkansen, or of gebiedskansen where one of them
/// is of niveau gebied (SPEC §4, §7). Areas in m2, lengths in m, a < b.
struct Koppelkans {
    std::string koppelkans_id;
    std::uint32_t buurt = 0;
    OpgaveIndex a = 0;
    OpgaveIndex b = 0;
    time::Tussentijd tussentijd;
    time::TijdZekerheid tijd_zekerheid = time::TijdZekerheid::mogelijk;
    time::Verband verband = time::Verband::na_elkaar;
    time::Day eerste_start;                  ///< open: unknown
    std::optional<time::Aanhaken> aanhaken;  ///< empty where one of them has no date
    double oppervlakte_m2 = 0;
    double aandeel_a = 0;  ///< of the whole werkgebied, 0 to 1
    double aandeel_b = 0;
    std::optional<double> gedeeld_m3;
    std::optional<double> lengte_a_m;
    std::optional<double> lengte_b_m;
    std::optional<double> afstand_m;
    std::optional<OpgaveIndex> eerst;
    bool volgorde_strijdig = false;
    bool al_samen = false;
    geometry::Wkb geometry;  ///< MultiPolygon; no bytes where both are of niveau gebied
};

/// Three or more soorten on the same ground within the horizon (SPEC §5).
struct Combinatie {
    std::string combinatie_id;
    std::uint32_t buurt = 0;
    std::vector<OpgaveIndex> opgaven;  ///< ascending
    time::Day eerste_start;
    time::Day laatste_eind;
    std::optional<time::Aanhaken> aanhaken;
    double oppervlakte_m2 = 0;
    geometry::Wkb geometry;
};

/// Ground that would be dug open again within the graafrust of earlier work (SPEC §6).
struct Risico {
    std::string risico_id;
    std::uint32_t buurt = 0;
    OpgaveIndex eerst = 0;
    OpgaveIndex daarna = 0;
    time::Day graafrust_tot;
    time::TijdZekerheid zekerheid = time::TijdZekerheid::mogelijk;
    double oppervlakte_m2 = 0;
    double ernst = 0;
    std::string koppelkans_id;  ///< empty: no koppelkans would take it away
    geometry::Wkb geometry;
};

/// Counts over a buurt, wijk or gemeente (SPEC §7).
struct GebiedCounts {
    std::int64_t aantal_opgaven = 0;
    std::int64_t aantal_koppelkansen = 0;
    std::int64_t aantal_gebiedskansen = 0;
    std::int64_t aantal_kansrijk = 0;
    std::int64_t aantal_combinaties = 0;
    std::int64_t aantal_risicos = 0;
    double koppel_m2 = 0;
    std::int64_t max_gelijktijdig = 0;
    std::optional<time::Day> drukste_dag;
    std::vector<std::string> domeinen;  ///< of the opgaven counted, byte order
};

}  // namespace koppelkans::domain
