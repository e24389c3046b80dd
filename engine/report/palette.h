#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/result_data.h"

namespace koppelkans::report {

/// The colours of soorten on maps, timelines and lists, as "#0B4F8A": those of styles/palette.toml,
/// so that a report and a map in QGIS look the same.
struct Palette {
    std::map<std::string, std::string, std::less<>> soorten;
    std::vector<std::string> spare;  ///< for soorten that only a configuration knows, in turn
    std::string other;               ///< when those are used up
    std::vector<std::string> ramp;   ///< of a choropleth, from light to dark

    /// Of a soort that is known or was given one.
    const std::string& of(std::string_view soort) const;
};

/// The palette in which each soort of the opgaven has a colour.
Palette fitted(Palette palette, const std::vector<OpgaveRow>& opgaven);

}  // namespace koppelkans::report
