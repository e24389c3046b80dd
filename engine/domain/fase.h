#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace koppelkans::domain {

/// How firm a plan is (SPEC §1).
enum class Fase {
    onbekend,
    idee,
    verkenning,
    ontwerp,
    voorbereiding,
    uitvoering,
    gereed,
    aangehouden,
    vervallen,
};

/// The word of SPEC §1.
const char* to_text(Fase fase);
/// The reverse, trimmed and in any case.
std::optional<Fase> read_fase(std::string_view word);

/// The words that sources use for a fase: those that ship with the program, with the
/// configuration's own put over them.
class FaseCatalogus {
  public:
    /// `word` is compared trimmed and in any case; a later put of the same word wins.
    void put(std::string_view word, Fase fase);
    /// A word that nobody named is `onbekend`.
    Fase fase_of(std::string_view status) const;

  private:
    std::map<std::string, Fase, std::less<>> words_;
};

}  // namespace koppelkans::domain
