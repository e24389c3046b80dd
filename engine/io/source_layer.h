#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/domain/errors.h"
#include "engine/domain/input_row.h"
#include "engine/geometry/box.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/own_text.h"
#include "engine/io/source_claims.h"
#include "engine/io/source_filter.h"
#include "engine/io/source_text.h"
#include "engine/io/sqlite_reals.h"

class OGRFeature;
class OGRGeometry;
class OGRLayer;
class OGRSpatialReference;

namespace koppelkans::io {

struct OgrDelete {
    void operator()(OGRFeature* feature) const;
};
using Feature = std::unique_ptr<OGRFeature, OgrDelete>;

/// Positions of columns; the row's own number (OGR's fid) can be asked for as if it were one.
constexpr int fid_column = -1;
constexpr int no_column = -2;

/// What a layer looks like from outside, to choose by.
struct LayerSketch {
    std::string name;
    std::vector<std::string> columns;
    bool has_geometry = false;
    std::string geometry;  ///< OGR's word for its kind; empty for none
};

/// Throws domain::InputError for XML that cannot be read to its end.
LayerSketch sketch_of(OGRLayer& layer, const GdalDataset& dataset, TextDecoder& decoder);

/// The encoding that is ours to undo: some drivers do it themselves.
std::optional<std::string> own_encoding(const GdalDataset& dataset,
                                        const std::optional<std::string>& encoding);

/// An opened layer whose names and texts are UTF-8 and whose every read checks GDAL's error state.
class SourceLayer {
  public:
    /// `layer` belongs to the dataset. Throws domain::InputError for an unknown encoding.
    SourceLayer(GdalDataset dataset, OGRLayer* layer, const std::optional<std::string>& encoding,
                std::size_t max_vertices);

    const GdalDataset& dataset() const { return dataset_; }
    /// Gives the dataset back, for another of its layers.
    GdalDataset release_dataset() && { return std::move(dataset_); }
    /// A geometry with more is a fault of its row.
    std::size_t max_vertices() const { return max_vertices_; }
    const std::string& name() const { return sketch_.name; }
    const std::vector<std::string>& columns() const { return sketch_.columns; }
    /// A geometry column, in a format that has geometry (a table has x and y, or wkt).
    bool has_geometry() const { return sketch_.has_geometry; }
    domain::InputPlace place(std::optional<std::int64_t> row = {}) const;

    /// By its exact name, else in any case, else the name of the fid; `no_column` where none has
    /// it.
    int find_column(const std::string& column) const;
    /// The same, where it must be there: domain::InputError naming `key` and the nearest column.
    int column_named(const std::string& column, const std::string& key) const;
    /// Holds bytes, as a geometry that its database does not know does.
    bool is_binary(int column) const;
    /// The name of a column, for messages.
    std::string column_name(int column) const;

    /// The layer's own CRS; null where it has none.
    const OGRSpatialReference* crs() const;
    /// What a GeoJSON itself says of that (settle_geojson); null for all else.
    const std::string* said_of_crs() const { return is_geojson_ ? &claims_.crs : nullptr; }
    /// Of its geometry, in its own CRS; the empty box where no row has one. Found once; that may
    /// read the whole file.
    const geometry::Box& extent();
    /// -1 where only reading would tell.
    std::int64_t row_count() const;

    /// From here on only rows that meet this filter. Throws domain::InputError with OGR's words for
    /// one that it refuses.
    void set_filter(const std::string& where);
    void rewind();
    /// The next row; null at the end. Lines of a table that hold nothing are skipped. Throws
    /// domain::InputError when the read fails.
    Feature next();
    std::string text(const OGRFeature& feature, int column);
    /// For a column that is read for its texts and not for a number (an id, a name). Throws
    /// domain::InputError where GDAL makes numbers of them that are written in another way.
    void check_texts(int column) const;
    /// Moves the geometry of the feature that was read last into the row.
    void take_geometry(OGRFeature& feature, domain::InputRow& row);

    /// Adds to what the user should know.
    void warn(const std::string& sentence) { own_warnings_.push_back(sentence); }
    /// What the user should know of what was read so far.
    std::vector<std::string> warnings() const;

  private:
    geometry::Box found_extent() const;
    bool holds_nothing(const OGRFeature& feature) const;
    bool passes_filter(OGRFeature& feature);
    bool is_lost(const OGRGeometry* geometry) const;
    void note_fault();
    void note_end();
    std::string postgres_text(const OGRFeature& feature, int column);
    std::string own_text(const OGRFeature& feature, int column);
    std::string geojson_text(const OGRFeature& feature, int column, std::string text);
    void refuse_lost_texts(const std::string& column);

    GdalDataset dataset_;
    OGRLayer* layer_;
    LayerSketch sketch_;
    std::size_t max_vertices_;
    bool is_table_;
    bool is_geojson_;
    bool is_postgres_;
    bool is_workbook_;  ///< of Excel
    bool is_filegdb_;
    std::optional<std::string> encoding_;
    TextDecoder decoder_;
    OwnTexts own_texts_;
    SqliteReals sqlite_reals_;
    std::optional<SourceFilter> filter_;
    std::optional<geometry::Box> extent_;
    std::optional<std::int64_t> last_row_;
    std::string row_fault_;  ///< what GDAL said of the last row
    std::vector<std::string> row_warnings_;
    std::int64_t rows_of_table_ = -1;
    std::vector<std::string> faults_;
    std::vector<std::string> own_warnings_;
    SourceClaims claims_;  ///< of the file itself
    /// Of a GeoJSON, once it is asked for.
    std::optional<std::set<std::string>> quoted_numbers_;
    std::int64_t features_read_ = 0;
    bool is_at_begin_ = true;  ///< no row was read since
    bool is_at_end_ = false;
    std::int64_t empty_lines_ = 0;
    std::int64_t days_without_end_ = 0;
};

}  // namespace koppelkans::io
