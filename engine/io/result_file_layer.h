#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"
#include "engine/io/result_file_gdal.h"
#include "engine/io/result_file_sqlite.h"
#include "engine/time/day.h"

namespace koppelkans::io {

/// Writes the rows of one layer: one call a field in the order of its definition, then `write`. A
/// call of another type than the field has, or too few, is our own mistake: an assertion. Internal
/// to the result file; only this class and GpkgDataset know how rows get into the file: by one
/// prepared statement, which takes a third of the time of a feature through GDAL.
///
///     layer.text(wijk.code).integer(7).real(2.5).date(day).boolean(true).write(polygon);
class LayerWriter {
  public:
    /// For a layer that was made in the file.
    LayerWriter(GpkgDataset& dataset, const domain::LayerDefinition& definition);
    LayerWriter(const LayerWriter&) = delete;
    LayerWriter& operator=(const LayerWriter&) = delete;

    /// An empty text is NULL.
    LayerWriter& text(std::string_view value);
    LayerWriter& integer(std::optional<std::int64_t> value);
    LayerWriter& real(std::optional<double> value);
    /// An open end is NULL.
    LayerWriter& date(std::optional<time::Day> value);
    LayerWriter& boolean(bool value);

    /// No bytes: NULL. In a MULTIPOLYGON layer a Polygon becomes a MultiPolygon of one part. Throws
    /// domain::InputError when the row does not get into the file.
    void write(const geometry::Wkb& geometry = {});

    const domain::LayerDefinition& definition() const { return definition_; }
    std::int64_t rows() const { return rows_; }
    /// After the last row: fills the spatial index and tells the file how many rows there are and
    /// where they lie.
    void finish();

  private:
    int next(domain::FieldType type);
    void bind_geometry(const geometry::Wkb& geometry);

    GpkgDataset& dataset_;
    const domain::LayerDefinition& definition_;
    std::optional<SqliteStatement> insert_;  ///< until `finish`: nothing may hold the file then
    std::string srs_id_;  ///< as the four bytes of a GeoPackage geometry; empty without geometry
    std::string blob_;    ///< the geometry that is bound
    int field_ = 0;
    std::int64_t rows_ = 0;
    std::vector<geometry::Box> boxes_;  ///< of all rows; the empty box where there is no geometry
};

}  // namespace koppelkans::io
