#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace koppelkans::domain {

/// What a column of a source can mean to us: the keys of `velden` (SPEC §8), and the column of
/// `groepeer` and `soort_veld`.
enum class Veld {
    id,
    groep,
    naam,
    soort,
    start,
    eind,
    duur,
    status,
    trekker,
    werkafstand,
    gebiedscode,
    buurtcode,
    wijkcode,
    gemeentecode,
    project,
    x,
    y,
    wkt,
    kansen,
    risicos,
    doelstelling,
    budget,
};
inline constexpr std::size_t veld_count = 22;

/// The key as it is written in the configuration.
const char* to_text(Veld veld);
/// Every Veld, in the order above.
const std::array<Veld, veld_count>& alle_velden();

}  // namespace koppelkans::domain
