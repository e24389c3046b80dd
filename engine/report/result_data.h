#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/time/day.h"
#include "engine/time/period.h"

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
    std::int64_t werkgebied_fid = 0;  ///< of its row in werkgebieden; 0: none

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
    double aandeel_a = 0;  ///< of the whole werkgebied, 0 to 1
    double aandeel_b = 0;
    std::optional<double> gedeeld_m3;
    std::string eerst;
    bool volgorde_strijdig = false;
    std::string type;
    bool al_samen = false;
};

/// A row of combinaties.
struct CombinatieRow {
    std::int64_t fid = 0;
    std::string combinatie_id;
    std::string buurtcode;
    std::int64_t aantal_soorten = 0;
    std::vector<std::string> opgaven;
    std::vector<std::string> soorten;
    std::optional<time::Day> eerste_start;
    std::optional<time::Day> laatste_eind;
    std::string aanhaken;
    double oppervlakte_m2 = 0;
};

/// A row of risicos.
struct RisicoRow {
    std::int64_t fid = 0;
    std::string risico_id;
    std::string buurtcode;
    std::string eerst;
    std::string daarna;
    std::optional<time::Day> eind_eerst;
    std::optional<time::Day> start_daarna;
    std::optional<time::Day> graafrust_tot;
    std::string zekerheid;
    double oppervlakte_m2 = 0;
    double ernst = 0;
    std::string koppelkans_id;
};

/// A row of buurten.
struct BuurtRow {
    std::int64_t fid = 0;
    std::string buurtcode;
    std::string buurtnaam;
    std::string wijkcode;
    std::string gemeentecode;
    std::int64_t aantal_opgaven = 0;
    std::int64_t aantal_koppelkansen = 0;
    std::int64_t aantal_gebiedskansen = 0;
    std::int64_t aantal_kansrijk = 0;
    std::int64_t aantal_combinaties = 0;
    std::int64_t aantal_risicos = 0;
    double koppel_m2 = 0;
    std::int64_t max_gelijktijdig = 0;
    std::optional<time::Day> drukste_dag;

    /// Its name, or its code where it has none.
    const std::string& titel() const { return buurtnaam.empty() ? buurtcode : buurtnaam; }
};

/// A row of wijken or gemeenten, less the counts that follow from other rows.
struct GebiedRow {
    std::int64_t fid = 0;
    std::string code;
    std::int64_t aantal_opgaven = 0;
    std::int64_t max_gelijktijdig = 0;
    std::optional<time::Day> drukste_dag;
};

/// A row of afgekeurd.
struct AfgekeurdRow {
    std::int64_t fid = 0;
    std::string bron;
    std::int64_t bron_fid = 0;
    std::string id;
    std::string reden;
    std::string detail;
};

/// A row of bronnen.
struct BronRow {
    std::string bron;
    std::string pad;
    std::int64_t gelezen = 0;
    std::int64_t geanalyseerd = 0;
    std::int64_t samengevoegd = 0;
    std::int64_t afgekeurd = 0;
};

/// The row of run.
struct RunRow {
    std::string version;
    time::Day peildatum;
    time::Period horizon;
    time::Period aanloop;
    std::optional<std::int64_t> buurten_jaar;
    std::string configuration;  ///< the text of koppelkans.toml
};

/// All rows of a result, each list in the order of the file. A list of a layer that the file does
/// not hold is none: the report leaves out what it would say of it.
struct ResultData {
    RunRow run;
    std::vector<BronRow> bronnen;
    std::vector<BuurtRow> buurten;
    std::optional<std::vector<GebiedRow>> wijken;
    std::optional<std::vector<GebiedRow>> gemeenten;
    std::vector<KansRow> koppelkansen;
    std::optional<std::vector<KansRow>> gebiedskansen;
    std::optional<std::vector<CombinatieRow>> combinaties;
    std::optional<std::vector<RisicoRow>> risicos;
    std::vector<OpgaveRow> opgaven;  ///< by the bytes of opgave_id
    bool has_werkgebieden = false;   ///< the layer is there
    std::optional<std::vector<AfgekeurdRow>> afgekeurd;
};

}  // namespace koppelkans::report
