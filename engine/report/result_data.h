#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/time/day.h"

namespace koppelkans::report {

// The rows of a result as a report reads them (SPEC §7): values, without GDAL or SQLite. A text
// that is NULL is empty; a day that is unbounded or unknown is empty. `fid` finds the geometry of a
// row.

struct OpgaveRow {
    std::int64_t fid = 0;
    std::string opgave_id;
    std::string naam;
    std::string soort;
    std::string domein;
    std::string type;
    std::string trekker;
    std::string fase;
    std::string rol;
    std::optional<time::Day> start;
    std::optional<time::Day> eind;
    std::string start_tekst;
    std::string eind_tekst;
    bool tijd_onbekend = false;
    bool eind_onbekend = false;
    std::string niveau;
    std::string kansen;
    std::string risicos;
    std::string doelstelling;
    std::string budget;

    /// Its name, or its id where the source gives none.
    const std::string& titel() const { return naam.empty() ? opgave_id : naam; }
};

/// A row of koppelkansen.
struct KansRow {
    std::int64_t fid = 0;
    std::string koppelkans_id;
    std::string buurtcode;
    std::string opgave_a;
    std::string opgave_b;
    std::optional<std::int64_t> tussentijd_min;
    std::string tijd_zekerheid;
    std::string verband;
    std::optional<time::Day> eerste_start;
    std::string aanhaken;
    double oppervlakte_m2 = 0;
    std::optional<double> gedeeld_m3;
    std::string eerst;
    bool volgorde_strijdig = false;
    std::string type;
    bool al_samen = false;
};

}  // namespace koppelkans::report
