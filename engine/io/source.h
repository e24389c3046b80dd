#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/bron.h"
#include "engine/domain/input_row.h"
#include "engine/geometry/projection.h"
#include "engine/io/configuration.h"

namespace koppelkans::io {

/// How it came that a column was taken for something.
enum class MatchedBy { configuration, usual_name };

struct FieldMatch {
    domain::Veld veld = domain::Veld::id;
    std::string column;
    MatchedBy by = MatchedBy::usual_name;
};

class SharedDatasets;

/// A source of opgaven, opened and understood: which layer, which columns, which CRS, which soort.
/// Rows are read one after the other, in the order of the file; one thread at a time.
class Source {
  public:
    /// Opens the dataset and decides everything that can be decided before the first row. Throws
    /// domain::InputError (file, layer, what to do) for a file that cannot be opened, a layer or
    /// column that is not there, a filter that OGR's own parser refuses, a missing CRS, a ballpark
    /// transformation, a source without a soort or without an id column. With `datasets` a file may
    /// be open once for several sources (shared_datasets.h).
    Source(const BronConfiguration& configuration, const Configuration& run,
           const geometry::Crs& analysis_crs, SharedDatasets* datasets = nullptr);
    Source(Source&&) noexcept;
    Source& operator=(Source&&) noexcept;
    ~Source();

    const std::string& naam() const;
    /// As configured, passwords masked.
    const std::string& pad() const;
    const std::string& laag() const;
    /// The code of its CRS, or its name; empty for a source without geometry.
    const std::string& crs() const;
    /// As PROJ states it (SPEC §2); empty also for a source without geometry.
    std::optional<double> nauwkeurigheid_m() const;
    const std::vector<FieldMatch>& fields() const;
    /// How the soort of its rows is found, for the user: "rioolvervanging, by the layer's name".
    const std::string& soort_explained() const;
    const domain::Bron& bron() const;
    /// From its CRS to the analysis CRS; null for a source without geometry. Clone it for each
    /// thread.
    const geometry::Transformation* transformation() const;
    /// The files that make up the dataset, in name order; empty for a database.
    std::vector<std::string> files() const;
    /// Rows to come, for a progress bar; -1 where the source cannot tell cheaply.
    std::int64_t row_count() const;

    /// Reads the next row that the filter lets through. False at the end. Throws domain::InputError
    /// with file, layer and row when the read fails: OGR itself reports an error as an end.
    bool next(domain::InputRow& row);

    /// Things the user should know that are no error: texts in another encoding than declared, ...
    const std::vector<std::string>& warnings() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace koppelkans::io
