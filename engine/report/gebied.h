#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/result_data.h"

namespace koppelkans::report {

/// What a page is about (`--per`).
enum class GebiedKind { buurt, wijk, gemeente };

/// A buurt, or the buurten of a wijk or gemeente.
struct Gebied {
    GebiedKind kind = GebiedKind::buurt;
    std::string code;                  ///< empty: the buurten that name no wijk or gemeente
    std::string naam;                  ///< of a buurt; empty for the others, which have none
    std::vector<std::size_t> buurten;  ///< positions in ResultData::buurten, ascending
    /// Its name, or its code where it has none.
    const std::string& titel() const { return naam.empty() ? code : naam; }
};

/// All of a kind, in the order of their code; buurten without a wijk or gemeente are one gebied
/// with an empty code, so that no buurt is left out.
std::vector<Gebied> gebieden_of(const ResultData& data, GebiedKind kind);

/// Of these, those whose code is named, or whose buurten all lie in a wijk or gemeente that is
/// named (any case). Throws domain::UsageError for a code that names none of them.
std::vector<Gebied> only(std::vector<Gebied> gebieden, const ResultData& data,
                         const std::vector<std::string>& codes);

/// Where the rows of a buurt and of an opgave stand, so that a page finds its own at once.
class ResultIndex {
  public:
    /// Of data that outlives it. Cost: a pass over all rows.
    explicit ResultIndex(const ResultData& data);

    using Positions = std::vector<std::size_t>;
    /// In the order of the file.
    const Positions& koppelkansen(std::string_view buurtcode) const;
    const Positions& gebiedskansen(std::string_view buurtcode) const;
    const Positions& combinaties(std::string_view buurtcode) const;
    const Positions& risicos(std::string_view buurtcode) const;
    /// Null where there is none of that id.
    const OpgaveRow* opgave(std::string_view opgave_id) const;
    /// Its name, or the code where it has none.
    const std::string& name_of_buurt(const std::string& buurtcode) const;
    /// Whether a risico names this koppelkans.
    bool takes_risico_away(std::string_view koppelkans_id) const;
    const ResultData& data() const { return data_; }

  private:
    using Table = std::map<std::string, Positions, std::less<>>;
    const ResultData& data_;
    Table koppelkansen_;
    Table gebiedskansen_;
    Table combinaties_;
    Table risicos_;
    std::map<std::string, const OpgaveRow*, std::less<>> opgaven_;
    std::map<std::string, const BuurtRow*, std::less<>> buurten_;
    std::set<std::string, std::less<>> with_risico_;
};

}  // namespace koppelkans::report
