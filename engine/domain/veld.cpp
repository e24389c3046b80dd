#include "engine/domain/veld.h"

namespace koppelkans::domain {

namespace {
constexpr std::array<const char*, veld_count> names = {
    "id",       "groep",        "naam",         "soort",       "start",       "eind",
    "duur",     "status",       "trekker",      "werkafstand", "gebiedscode", "buurtcode",
    "wijkcode", "gemeentecode", "project",      "x",           "y",           "wkt",
    "kansen",   "risicos",      "doelstelling", "budget"};

constexpr std::array<Veld, veld_count> make_all() {
    std::array<Veld, veld_count> all{};
    for (std::size_t i = 0; i < veld_count; ++i) {
        all[i] = static_cast<Veld>(i);
    }
    return all;
}
constexpr std::array<Veld, veld_count> all_of_them = make_all();
}  // namespace

const char* to_text(Veld veld) {
    return names[static_cast<std::size_t>(veld)];
}

const std::array<Veld, veld_count>& alle_velden() {
    return all_of_them;
}

}  // namespace koppelkans::domain
