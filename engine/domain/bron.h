#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "engine/domain/soort.h"

namespace koppelkans::domain {

enum class Groepeer { nee, ja };

/// A source as the rules see it: what the configuration says of its rows (SPEC §8).
struct Bron {
    std::string naam;
    /// The soort of every row, where the configuration or the name of the file says so.
    std::optional<SoortIndex> soort;
    /// Else the word of the column, folded, to a soort; a word that is not here is looked up in the
    /// catalogue.
    std::map<std::string, SoortIndex, std::less<>> soort_waarden;
    /// Metres; comes before the soort's, after the row's own.
    std::optional<double> werkafstand_m;
    Groepeer groepeer = Groepeer::nee;
};

/// The account of a source (SPEC §7): gelezen = geanalyseerd + samengevoegd + afgekeurd, always.
struct BronAccount {
    std::int64_t gelezen = 0;
    std::int64_t geanalyseerd = 0;
    std::int64_t samengevoegd = 0;
    std::int64_t afgekeurd = 0;
};

}  // namespace koppelkans::domain
