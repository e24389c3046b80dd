#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/io/result_file.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::io {

/// Gathers what styles, project and metadata need to know of the rows, while these pass by on their
/// way into the file. Internal to the result file. Cost: some bytes a buurt and a risico.
class FactsGathering {
  public:
    /// `context` must outlive it.
    explicit FactsGathering(const ResultContext& context) : context_(context) {}

    void add(const analysis::BuurtResult& found);
    void add_opgave(const domain::Opgave& opgave);
    void add_problem(const domain::Problem& problem);
    void add_run(const RunRecord& run);

    /// All that was gathered, for a file with these layers.
    publish::ResultFacts finish(const std::vector<domain::Layer>& layers,
                                const std::string& timestamp) const;

  private:
    using Named = std::optional<std::set<domain::OpgaveIndex>>;  ///< none: too many to list
    void name(domain::Layer layer, domain::OpgaveIndex opgave);
    void add_names(publish::ResultFacts& facts) const;
    void add_places(publish::ResultFacts& facts) const;

    const ResultContext& context_;
    publish::ResultFacts facts_;
    std::map<domain::Layer, Named> named_;
};

}  // namespace koppelkans::io
