#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "engine/geometry/wkb.h"
#include "engine/io/layers.h"
#include "engine/io/result_file_gdal.h"
#include "engine/time/day.h"

class OGRFeature;

namespace koppelkans::io {

/// Writes the rows of one layer: one call a field in the order of its definition, then `write`. A
/// call of another type than the field has, or too few, is our own mistake: an assertion. Internal
/// to the result file; only this class and GpkgDataset know how rows get into the file.
///
///     layer.text(wijk.code).integer(7).real(2.5).date(day).boolean(true).write(polygon);
class LayerWriter {
  public:
    /// Makes the layer in the file.
    LayerWriter(GpkgDataset& dataset, const LayerDefinition& definition);
    LayerWriter(const LayerWriter&) = delete;
    LayerWriter& operator=(const LayerWriter&) = delete;
    ~LayerWriter();

    /// An empty text is NULL.
    LayerWriter& text(const std::string& value);
    LayerWriter& text(const char* value);
    LayerWriter& integer(std::optional<std::int64_t> value);
    LayerWriter& real(std::optional<double> value);
    /// An open end is NULL.
    LayerWriter& date(std::optional<time::Day> value);
    LayerWriter& boolean(bool value);

    /// No bytes: NULL. In a MULTIPOLYGON layer a Polygon becomes a MultiPolygon of one part. Throws
    /// domain::InputError when the row does not get into the file.
    void write(const geometry::Wkb& geometry = {});

    const LayerDefinition& definition() const { return definition_; }
    std::int64_t rows() const { return rows_; }

  private:
    int next(FieldType type);
    void set_geometry(const geometry::Wkb& geometry);

    GpkgDataset& dataset_;
    const LayerDefinition& definition_;
    OGRLayer& layer_;
    /// Reused from row to row.
    std::unique_ptr<OGRFeature> row_;
    int field_ = 0;
    std::int64_t rows_ = 0;
};

}  // namespace koppelkans::io
