#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/map.h"
#include "engine/report/palette.h"
#include "engine/report/templates.h"
#include "engine/report/timeline.h"

namespace koppelkans::report {

/// How an area is painted, on a map and in its legend.
struct AreaLook {
    std::string fill;
    double opacity = 1;
    std::string line;
    double width = 1;
    std::string dash = {};  ///< empty: a whole line
};

/// What a line of a legend explains: a kind of shape and its group.
struct LegendEntry {
    MapShapeKind kind = MapShapeKind::outline;
    std::string group;
    std::string naam;
};

/// By kind and group. `id` begins the names of the patterns in the drawing it is used in.
AreaLook look_of(MapShapeKind kind, const std::string& group, const Palette& palette,
                 const std::string& id);

/// Puts a map in the place of {{>KAART}}. `alt` says what it shows to who cannot see it.
void draw_map(ctemplate::TemplateDictionary& values, const Map& map, const std::string& alt,
              const Palette& palette);
/// Puts the entries in the place of {{#SLEUTEL}}.
void draw_legend(ctemplate::TemplateDictionary& values, const std::vector<LegendEntry>& entries,
                 const Palette& palette);
/// Puts a timeline in the place of {{>TIJDLIJN}}; links carry their number, counted from 1.
void draw_timeline(ctemplate::TemplateDictionary& values, const Timeline& chart,
                   const std::string& alt, const Palette& palette);

}  // namespace koppelkans::report
