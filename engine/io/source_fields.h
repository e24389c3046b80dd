#pragma once

#include <array>
#include <vector>

#include "engine/domain/veld.h"
#include "engine/io/configuration.h"
#include "engine/io/source.h"
#include "engine/io/source_layer.h"

namespace koppelkans::io {

/// Where the geometry of a row comes from.
enum class GeometryFrom { nothing, layer, xy, wkt };

/// Which column of a layer is taken for what.
struct SourceFields {
    SourceFields() { column.fill(no_column); }
    int of(domain::Veld veld) const { return column[static_cast<std::size_t>(veld)]; }
    bool has(domain::Veld veld) const { return of(veld) != no_column; }

    std::array<int, domain::veld_count> column{};
    std::vector<FieldMatch> matches;  ///< in the order of the velden
    GeometryFrom geometry = GeometryFrom::nothing;
};

/// The columns that the configuration names, then those with a usual name (SPEC §8); x, y and wkt
/// by their usual names only where no row has a geometry of its own. A soort by its usual name is
/// not in it: see `choose_soort`. Throws domain::InputError, with the nearest column, for a
/// configured column that is not there.
SourceFields choose_fields(SourceLayer& layer, const BronConfiguration& configuration);

/// How well a layer suits as a source: what counts is how many columns are
/// recognised or configured, and among equals whether it has geometry, or WKT in a column.
int source_score(const LayerSketch& sketch, const BronConfiguration& configuration);

}  // namespace koppelkans::io
