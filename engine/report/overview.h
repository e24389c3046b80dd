#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/dossier.h"

namespace koppelkans::report {

/// As many buurten a ranking shows, on the page and on the cover of the workbook.
inline constexpr std::size_t most_ranked = 50;

/// Buurten in order of what they promise: most kansrijke koppelkansen first, then most
/// koppelkansen, then most ground, then by code. Positions in ResultData::buurten.
std::vector<std::size_t> ranking_of(const ResultData& data);

/// A column of the calendar.
enum class CalendarColumn { earlier, year, later, undated };

/// In which year works start, by their first possible day: a row a soort (rol plan), a row for all,
/// and one for the first starts of koppelkansen.
struct Calendar {
    struct Column {
        CalendarColumn kind = CalendarColumn::year;
        int year = 0;
    };
    struct Row {
        std::string soort;
        std::vector<std::int64_t> counts;  ///< a column each
    };
    std::vector<Column> columns;  ///< those in which anything starts, and all years between
    std::vector<Row> rows;        ///< by soort
    std::vector<std::int64_t> opgaven;
    std::vector<std::int64_t> koppelkansen;
};

/// From the year of the peildatum on, ten years at most. An open start counts as earlier, an
/// unknown one as undated. `kansen`: each pair once.
Calendar calendar_of(const ResultData& data, const std::vector<Kans>& kansen);

/// How many koppelkansen there are between two soorten, each pair of opgaven once.
struct SoortMatrix {
    std::vector<std::string> soorten;  ///< that take part in any, by name
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> counts;  ///< (row, column <= row)
    std::int64_t most = 0;
};
SoortMatrix soort_matrix_of(const std::vector<Kans>& kansen);

/// In how many koppelkansen of a buurt each domein takes part, and which domeinen meet there most.
struct DomeinMatrix {
    struct Row {
        std::size_t buurt = 0;  ///< position in ResultData::buurten
        std::vector<std::int64_t> counts;
        /// Pairs of domeinen (positions in `domeinen`, the same twice where a domein meets itself)
        /// and how often they meet, most first.
        std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::int64_t>> pairs;
    };
    std::vector<std::string> domeinen;  ///< by name
    std::vector<Row> rows;              ///< of buurten with koppelkansen, most first
    std::int64_t most = 0;
};
DomeinMatrix domein_matrix_of(const ResultIndex& index);

/// The borders of at most `most` classes of counts above 0, about as many buurten in each: the
/// highest count of every class, ascending. No count gives no class.
std::vector<std::int64_t> class_ends(std::vector<std::int64_t> counts, std::size_t most);

}  // namespace koppelkans::report
