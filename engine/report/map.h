#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::report {

/// Something to be drawn on a map; the kind says how.
enum class MapShapeKind { neighbour, choropleth, werkgebied, inner_border, outline, koppelkans };

struct MapInput {
    MapShapeKind kind = MapShapeKind::outline;
    /// What its colour depends on: the soort of a werkgebied, the aanhaken of a koppelkans, the
    /// class of a choropleth.
    std::string group;
    std::string label;       ///< empty: none
    geometry::Wkb geometry;  ///< analysis CRS, metres
    std::string link = {};   ///< where a click leads; empty: nowhere
};

/// A shape as the path data of SVG, in units of the drawing from its upper left corner.
struct MapShape {
    MapShapeKind kind = MapShapeKind::outline;
    std::string group;
    std::string path;
    std::string link;
};

/// A text with its middle at (x, y). `from_x`, `from_y`: what it belongs to; a line leads there
/// where the text had to make room.
struct MapLabel {
    MapShapeKind kind = MapShapeKind::outline;
    std::string text;
    double x = 0;
    double y = 0;
    double from_x = 0;
    double from_y = 0;
    bool is_moved = false;
};

struct ScaleBar {
    double length = 0;  ///< units of the drawing
    double metres = 0;  ///< 1, 2 or 5 times a power of ten
};

struct Map {
    double width = 0;
    double height = 0;
    /// In drawing order: that of MapShapeKind; of a kind the first that was given last, so that it
    /// lies on top.
    std::vector<MapShape> shapes;
    std::vector<MapLabel> labels;     ///< none over another
    std::size_t labels_left_out = 0;  ///< names of buurten do not count
    ScaleBar scale_bar;
};

/// Lays out a map that shows all of `view` with some room around it: north is up, one unit is the
/// same length in both directions. Points nearer than a third of a unit are drawn as one. Labels
/// are placed in the order given, first where they belong, else near by (those of buurten only
/// where they belong); one for which there is no room is left out and counted. What lies outside
/// the map falls away. `view` must not be empty. Cost: a pass over all points, and labels against
/// labels.
Map map_of(const geometry::Box& view, const std::vector<MapInput>& inputs);

}  // namespace koppelkans::report
