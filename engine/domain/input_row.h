#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "engine/domain/veld.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::domain {

/// One row of a source, as read: texts as the source has them (dates of date columns as ISO text,
/// numbers without an exponent) and the geometry in the source's CRS.
struct InputRow {
    /// The row's number in its source (OGR's fid).
    std::int64_t fid = 0;
    std::array<std::string, veld_count> texts;
    /// Linear and two-dimensional; no bytes where the source has none or an empty one.
    geometry::Wkb geometry;
    /// Why x, y, wkt or a coordinate could not be read: the row is `coordinaten_ongeldig`.
    std::string coordinate_fault;
    /// Why the geometry could not be taken over at all: the row is `geometrie_onherstelbaar`.
    std::string geometry_fault;

    const std::string& text(Veld veld) const { return texts[static_cast<std::size_t>(veld)]; }
    std::string& text(Veld veld) { return texts[static_cast<std::size_t>(veld)]; }
};

}  // namespace koppelkans::domain
