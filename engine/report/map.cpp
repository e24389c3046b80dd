#include "engine/report/map.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/vertices.h"

namespace koppelkans::report {

namespace {

using geometry::Box;

constexpr double map_width = 680;
constexpr double least_height = 260;
constexpr double most_height = 460;  // so that a map fits on A4 below what stands out
constexpr double room_part = 0.06;   // of the view, on every side
constexpr double nearest_units = 1.0 / 3;
constexpr double letter_width = 6.2;  // of a label of 11 units
constexpr double line_height = 13;
constexpr double least_view_m = 20;
constexpr double furniture_width = 36;  // of the north arrow, and room beside the scale bar
constexpr double furniture_height = 50;

/// From metres to the drawing.
struct Paper {
    Box view;
    double units_a_metre = 1;
    double height = 0;

    double x(double east) const { return (east - view.min_x) * units_a_metre; }
    double y(double north) const { return (view.max_y - north) * units_a_metre; }
    Box box(const Box& ground) const {
        return {x(ground.min_x), y(ground.max_y), x(ground.max_x), y(ground.min_y)};
    }
    Box whole() const { return {0, 0, map_width, height}; }
};

/// The view widened to the shape of the paper, which follows it within limits.
Paper paper_for(Box view) {
    const double size = std::max({view.max_x - view.min_x, view.max_y - view.min_y, least_view_m});
    view = geometry::grown(view, room_part * size);
    const double width_m = std::max(view.max_x - view.min_x, least_view_m);
    const double height_m = std::max(view.max_y - view.min_y, least_view_m);
    const double height = std::clamp(map_width * height_m / width_m, least_height, most_height);
    const double scale = std::min(map_width / width_m, height / height_m);
    const double x = (view.min_x + view.max_x) / 2;
    const double y = (view.min_y + view.max_y) / 2;
    const double half_width = map_width / scale / 2;
    const double half_height = height / scale / 2;
    return {{x - half_width, y - half_height, x + half_width, y + half_height}, scale, height};
}

/// One ring: its first point, each that is far enough from the last one, and back.
void add_ring(std::string& path, const geometry::Vertices& ring, const Paper& paper) {
    double last_x = 0;
    double last_y = 0;
    std::size_t drawn = 0;
    for (const geometry::Vertex& vertex : ring) {
        const double x = paper.x(vertex.x);
        const double y = paper.y(vertex.y);
        if (drawn > 0 && std::hypot(x - last_x, y - last_y) < nearest_units) {
            continue;
        }
        fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", drawn == 0 ? "M" : "L", x, y);
        last_x = x;
        last_y = y;
        ++drawn;
    }
    path += "Z";
}

std::string path_of(const geometry::Wkb& area, const Paper& paper) {
    std::string path;
    for (const geometry::Vertices& ring : geometry::all_rings(area)) {
        add_ring(path, ring, paper);
    }
    return path;
}

double width_of(const std::string& text) {
    // Bytes that continue a letter are none of their own.
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return static_cast<double>(letters) * letter_width + 4;
}

// Above and right first, where people look for the name of a place.
constexpr std::array<std::pair<double, double>, 8> around{
    {{1, -1}, {1, 1}, {-1, -1}, {-1, 1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}}};

/// Looks for room for labels, each where it belongs or on two rings around that.
class Labels {
  public:
    /// Labels keep off what is taken already.
    Labels(const Box& paper, std::vector<Box> taken) : paper_(paper), taken_(std::move(taken)) {}

    void place(MapShapeKind kind, const std::string& text, double x, double y) {
        const double width = width_of(text);
        // The name of a buurt would be read as that of the one it was moved to.
        const bool is_buurt = kind == MapShapeKind::neighbour || kind == MapShapeKind::inner_border;
        const std::size_t tries = is_buurt ? 0 : 2 * around.size();
        for (std::size_t i = 0; i <= tries; ++i) {
            const double far = i == 0 ? 0 : i <= around.size() ? 1 : 2;
            const auto [dx, dy] = i == 0 ? std::pair(0.0, 0.0) : around[(i - 1) % around.size()];
            const double to_x = x + dx * far * (width / 2 + line_height);
            const double to_y = y + dy * far * 1.6 * line_height;
            const Box taken{to_x - width / 2, to_y - line_height / 2, to_x + width / 2,
                            to_y + line_height / 2};
            if (is_free(taken)) {
                taken_.push_back(taken);
                labels_.push_back({kind, text, to_x, to_y, x, y, i > 0});
                return;
            }
        }
        left_out_ += is_buurt ? 0 : 1;
    }

    std::vector<MapLabel> take() { return std::move(labels_); }
    std::size_t left_out() const { return left_out_; }

  private:
    bool is_free(const Box& box) const {
        return geometry::contains(paper_, box) &&
               std::none_of(taken_.begin(), taken_.end(),
                            [&box](const Box& other) { return geometry::meet(box, other); });
    }

    Box paper_;
    std::vector<Box> taken_;
    std::vector<MapLabel> labels_;
    std::size_t left_out_ = 0;
};

/// A point inside the part of a geometry that the paper shows; none where that is no area.
std::optional<geometry::Vertex> point_on_paper(const geometry::Wkb& geometry, const Paper& paper) {
    geometry::Geometry whole = geometry::from_wkb(geometry);
    if (geometry::contains(paper.view, geometry::bounds(geometry))) {
        return geometry::inner_point(whole);
    }
    const Box& view = paper.view;
    const geometry::Geometry shown = geometry::only_areas(
        geometry::intersection(whole, geometry::polygon_of_ring({{view.min_x, view.min_y},
                                                                 {view.max_x, view.min_y},
                                                                 {view.max_x, view.max_y},
                                                                 {view.min_x, view.max_y}})));
    return shown.is_empty() ? std::nullopt : std::optional(geometry::inner_point(shown));
}

/// The longest of 1, 2 and 5 times a power of ten that takes a quarter of the width at most.
ScaleBar scale_bar_for(const Paper& paper) {
    const double most_m = map_width / 4 / paper.units_a_metre;
    const double power = std::pow(10.0, std::floor(std::log10(most_m)));
    double metres = power;
    for (const double times : {2.0, 5.0}) {
        if (times * power <= most_m) {
            metres = times * power;
        }
    }
    return {metres * paper.units_a_metre, metres};
}

}  // namespace

Map map_of(const Box& view, const std::vector<MapInput>& inputs) {
    assert(!view.empty());
    const Paper paper = paper_for(view);
    Map map;
    map.width = map_width;
    map.height = paper.height;
    map.scale_bar = scale_bar_for(paper);
    // The north arrow stands in the upper right corner, the scale bar in the lower left one.
    Labels labels(paper.whole(), {{map_width - furniture_width, 0, map_width, furniture_height},
                                  {0, paper.height - furniture_height,
                                   map.scale_bar.length + furniture_width, paper.height}});
    for (const MapShapeKind kind :
         {MapShapeKind::neighbour, MapShapeKind::choropleth, MapShapeKind::werkgebied,
          MapShapeKind::inner_border, MapShapeKind::outline, MapShapeKind::koppelkans}) {
        // Backwards: what is drawn last lies on top.
        for (std::size_t i = inputs.size(); i-- > 0;) {
            const MapInput& input = inputs[i];
            if (input.kind != kind || input.geometry.empty() ||
                !geometry::meet(geometry::bounds(input.geometry), paper.view)) {
                continue;
            }
            map.shapes.push_back({kind, input.group, path_of(input.geometry, paper), input.link});
        }
    }
    for (const MapInput& input : inputs) {
        if (!input.label.empty() && !input.geometry.empty() &&
            geometry::meet(geometry::bounds(input.geometry), paper.view)) {
            if (const auto inside = point_on_paper(input.geometry, paper)) {
                labels.place(input.kind, input.label, paper.x(inside->x), paper.y(inside->y));
            }
        }
    }
    map.labels = labels.take();
    map.labels_left_out = labels.left_out();
    return map;
}

}  // namespace koppelkans::report
