#include "engine/analysis/group.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/analysis/outline.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

namespace {

using domain::Opgave;
using domain::Veld;

/// The first text that is not empty stays.
void fill_texts(Opgave& group, const Opgave& row) {
    for (const Veld veld : domain::OpgaveTexts::kept) {
        if (!group.texts.of(veld).empty() || row.texts.of(veld).empty()) {
            continue;
        }
        group.texts.set(veld, row.texts.of(veld));
        if (veld == Veld::status) {
            group.fase = row.fase;  // it goes with the status that it was read from
        }
    }
}

void add_gebied(Opgave& group, const Opgave& row) {
    std::vector<std::uint32_t> both;
    std::set_union(group.gebied.begin(), group.gebied.end(), row.gebied.begin(), row.gebied.end(),
                   std::back_inserter(both));
    group.gebied = std::move(both);
    if (row.niveau == domain::Niveau::gebied) {
        group.niveau = domain::Niveau::gebied;
    }
}

/// Afgekeurd shows each row as it was read, so a group must remember what the union makes
/// invisible.
void keep_as_read(Opgave& row) {
    if (row.rows.front().as_read.empty()) {
        row.rows.front().as_read = row.geometry;
    }
}

bool all_have_dimension(const std::vector<geometry::Wkb>& shapes, geometry::Dimension wanted) {
    return std::all_of(shapes.begin(), shapes.end(), [wanted](const geometry::Wkb& shape) {
        return geometry::dimension(shape) == wanted;
    });
}

/// The union of what the rows take, their geometry side by side, and each metre of line once.
void unite_ground(Opgave& group, const std::vector<geometry::Wkb>& shapes,
                  const std::vector<geometry::Wkb>& grounds) {
    std::vector<geometry::Geometry> parts;
    for (const geometry::Wkb& ground : grounds) {
        parts.push_back(geometry::from_wkb(ground));
    }
    keep_werkgebied(group, geometry::united(std::move(parts)));
    group.lengte_m.reset();
    if (group.niveau == domain::Niveau::gebied) {
        group.geometry = {};
        return;
    }
    const geometry::Dimension dimension = geometry::dimension(shapes.front());
    if (!all_have_dimension(shapes, dimension)) {
        group.geometry = group.werkgebied;
        return;
    }
    group.geometry = geometry::collected(shapes.data(), shapes.size());
    if (dimension == geometry::Dimension::area) {
        // Rows that overlap or share an edge make no valid MultiPolygon side by side.
        const geometry::Geometry together = geometry::from_wkb(group.geometry);
        if (!together.is_valid()) {
            group.geometry = geometry::to_wkb(geometry::unary_union(together));
        }
    }
    if (dimension == geometry::Dimension::line) {
        group.lengte_m =
            geometry::length_m(geometry::unary_union(geometry::from_wkb(group.geometry)));
    }
}

}  // namespace

Opgave merged(std::vector<Opgave> rows) {
    std::vector<geometry::Wkb> shapes;
    std::vector<geometry::Wkb> grounds;
    for (Opgave& row : rows) {
        keep_as_read(row);
        if (!row.werkgebied.empty()) {
            shapes.push_back(row.geometry);
            grounds.push_back(row.werkgebied);
        }
    }
    Opgave group = std::move(rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Opgave& row = rows[i];
        fill_texts(group, row);
        add_gebied(group, row);
        group.tijdlijn = time::united(group.tijdlijn, row.tijdlijn);
        group.werkafstand_m = std::max(group.werkafstand_m, row.werkafstand_m);
        group.hersteld = group.hersteld || row.hersteld;
        group.rows.push_back(std::move(row.rows.front()));
    }
    if (!grounds.empty()) {
        unite_ground(group, shapes, grounds);
    }
    return group;
}

}  // namespace koppelkans::analysis
