#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class OGRFeature;
class OGRLayer;
class OGRFeatureQuery;

namespace koppelkans::io {

/// The filter of a source (SPEC §8): an OGR SQL WHERE, judged by OGR itself, so that it means the
/// same in every format. Where OGR 3.6 gives up, on a comparison with a date that the row lacks,
/// the comparison is unknown as SQL has it: `eind IS NULL OR eind >= '2027/01/01'` takes the row,
/// the right half alone does not.
class SourceFilter {
  public:
    /// `where` in the bytes of the source. Throws std::invalid_argument with OGR's words for one
    /// that it refuses.
    SourceFilter(OGRLayer& layer, const std::string& where);
    SourceFilter(SourceFilter&&) noexcept;
    SourceFilter& operator=(SourceFilter&&) noexcept;
    ~SourceFilter();

    /// Throws std::runtime_error with OGR's words where it cannot be judged for this feature.
    bool passes(OGRFeature& feature);
    /// Rows that did not pass because a date that they lack is compared, since the last restart.
    std::int64_t undated() const { return undated_; }
    void restart() { undated_ = 0; }

  private:
    struct Term;
    static std::unique_ptr<Term> term_of(OGRLayer& layer, const std::string& where);
    static std::optional<bool> judged(Term& term, OGRFeature& feature);

    std::unique_ptr<Term> whole_;
    std::int64_t undated_ = 0;
};

}  // namespace koppelkans::io
