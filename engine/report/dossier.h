#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/report/gebied.h"

namespace koppelkans::report {

/// A koppelkans or gebiedskans of a gebied: a pair over all its buurten.
struct Kans {
    const KansRow* row = nullptr;  ///< of the first buurt: what is the same in all
    const OpgaveRow* a = nullptr;
    const OpgaveRow* b = nullptr;
    double oppervlakte_m2 = 0;
    std::optional<double> gedeeld_m3;
    std::vector<std::size_t> rows;  ///< positions in ResultData::koppelkansen or gebiedskansen
};

/// A combinatie of a gebied, over all its buurten.
struct Combinatie {
    const CombinatieRow* row = nullptr;
    std::vector<const OpgaveRow*> opgaven;
    double oppervlakte_m2 = 0;
    std::vector<std::size_t> rows;
};

/// A risico of a gebied, over all its buurten.
struct Risico {
    const RisicoRow* row = nullptr;
    const OpgaveRow* eerst = nullptr;
    const OpgaveRow* daarna = nullptr;
    double oppervlakte_m2 = 0;
    double ernst = 0;
    std::vector<std::size_t> rows;
};

/// All that a page says of a gebied, before it is put in words. Pointers lead into the data of the
/// index.
struct Dossier {
    Gebied gebied;
    std::vector<Kans> koppelkansen;              ///< in order of promise
    std::vector<Kans> gebiedskansen;             ///< likewise
    std::vector<Combinatie> combinaties;         ///< most soorten first, then most ground
    std::vector<Risico> risicos;                 ///< by ernst
    std::vector<const OpgaveRow*> opgaven;       ///< that take ground here, of rol plan; by id
    std::vector<const OpgaveRow*> sociaal;       ///< of these, the social ones
    std::vector<const AfgekeurdRow*> afgekeurd;  ///< that lie here
    /// As the result counts them; more than `opgaven` where the result does not tell which they
    /// are.
    std::int64_t aantal_opgaven = 0;
    std::int64_t aantal_kansrijk = 0;
    double koppel_m2 = 0;
    std::int64_t max_gelijktijdig = 0;
    std::optional<time::Day> drukste_dag;
};

/// Gathers the rows of a gebied. `opgaven` and `afgekeurd`: which take ground in it, as positions
/// in ResultData; opgaven that a row names are added. Rows that name an opgave which the result
/// does not hold are left out of lists (a result is whole; one that was edited may not be).
Dossier dossier_of(const ResultIndex& index, Gebied gebied, const std::vector<std::size_t>& opgaven,
                   const std::vector<std::size_t>& afgekeurd);

/// What the rows of the whole result say, each pair, combinatie and risico once; opgaven are those
/// that a row names.
Dossier dossier_of_all(const ResultIndex& index);

/// Order of promise: kansrijk before krap before lopend before no date; zeker before mogelijk; more
/// shared ground first; then by ids.
bool promises_more(const Kans& a, const Kans& b);

/// What a kans asks for, and by when.
enum class Act { join_in_time, join_now, tune_in, ask_dates };
struct ActBefore {
    Act act = Act::ask_dates;
    /// kansrijk: the last day on which there is still room (eerste_start - aanloop); krap: the
    /// first start; lopend and undated: none.
    std::optional<time::Day> day;
};
ActBefore act_before(const KansRow& kans, const RunRow& run);

}  // namespace koppelkans::report
