#include "engine/domain/problem.h"

#include <array>

namespace koppelkans::domain {

namespace {
constexpr std::array<const char*, reden_count> names = {
    "id_ontbreekt",
    "dubbel_id",
    "soort_onbekend",
    "datum_ongeldig",
    "eind_voor_start",
    "geometrie_leeg",
    "coordinaten_ongeldig",
    "geometrie_onherstelbaar",
    "gebiedscode_onbekend",
    "werkafstand_ongeldig",
    "werkgebied_leeg",
    "vervallen",
    "afgerond",
    "buiten_venster",
    "buiten_gebied",
};
}  // namespace

const char* to_text(Reden reden) {
    return names[static_cast<std::size_t>(reden)];
}

bool is_fault(Reden reden) {
    return reden < Reden::vervallen;
}

}  // namespace koppelkans::domain
