#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis/intake.h"
#include "engine/analysis/progress.h"
#include "engine/analysis/rules.h"
#include "engine/domain/bron.h"

namespace koppelkans::analysis {

/// All plans of a run, ready to be analysed, and the account of every row that was read.
struct Plans {
    std::vector<domain::Opgave> opgaven;  ///< ordered by the bytes of opgave_id
    std::vector<domain::Problem> problems;
    std::vector<domain::BronAccount> accounts;  ///< one a source, in the order configured
};

/// Reads the rows of all sources and makes opgaven of them: repeated ids (SPEC §4), groups, and
/// what is judged for a whole opgave. Rows are read on one thread while the others repair and
/// buffer; the outcome does not depend on the number of threads.
///
///     Gather gather(rules, jobs, progress);
///     gather.add_source(bron, transformation, [&](InputRow& row) { return source.next(row); });
///     Plans plans = gather.finish();
class Gather {
  public:
    Gather(const Rules& rules, int jobs, const Progress& progress);

    /// About how many rows will come in all, where that is known: opgaven are then never moved to
    /// make room.
    void expect(std::size_t rows);
    /// Reads a source to its end. `next` fills the row and returns false at the end; `on_rows` is
    /// told how many rows have been dealt with since the last call.
    void add_source(const domain::Bron& bron, const geometry::Transformation* transformation,
                    const std::function<bool(domain::InputRow&)>& next,
                    const std::function<void(std::int64_t)>& on_rows = {});

    /// Unites the groups, judges, orders. The Gather is empty afterwards.
    Plans finish();

  private:
    struct Batch;
    struct Group {
        std::uint32_t bron = 0;
        std::vector<domain::Opgave> rows;
    };
    void take(Batch& batch);
    void add_opgave(domain::Opgave opgave, const domain::Bron& bron);
    void merge_groups();
    void judge_all();
    void order_all();
    void measure_gebieden();

    const Rules& rules_;
    int jobs_;
    const Progress& progress_;
    Plans plans_;
    std::vector<Group> groups_;
    /// position of the source, byte 0x1F, id -> position in groups_
    std::unordered_map<std::string, std::size_t> group_of_;
};

/// Moves the rows of an opgave that is left out as a whole into the problems and the account.
void leave_out(const domain::Opgave& opgave, domain::Reden reden, const std::string& detail,
               Plans& plans);

/// Orders the problems by bron name and bron_fid, as SPEC §7 lists them.
void sort_problems(std::vector<domain::Problem>& problems,
                   const std::vector<std::string>& bron_names);

}  // namespace koppelkans::analysis
