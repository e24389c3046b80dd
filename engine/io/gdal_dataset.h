#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/configuration.h"
#include "engine/io/gdal_errors.h"
#include "engine/io/gml_features.h"
#include "engine/io/kml_check.h"

class GDALDataset;
class OGRFeatureDefn;
class OGRLayer;

namespace koppelkans::io {

/// Makes the drivers known that the README lists, and no other. May be called often.
void register_drivers();

struct OgrRelease {
    void operator()(OGRFeatureDefn* definition) const;
};
using Definition = std::unique_ptr<OGRFeatureDefn, OgrRelease>;
struct GdalClose {
    void operator()(GDALDataset* dataset) const;
};

/// A vector dataset, opened for reading only. May move between threads, used by one at a time.
class GdalDataset {
  public:
    /// Throws domain::InputError, with what to do, for a path that does not exist, a file that no
    /// driver reads, an empty one, a CSV in UTF-16, and what source_access.h does not let through
    /// or a library falls over (dxf_check.h, kml_files.h). `encoding` goes to the drivers that take
    /// one. A `.csv.gz` or `.csv.zip` is read where it is.
    explicit GdalDataset(const std::string& bron, const std::optional<std::string>& encoding = {},
                         Network network = Network::refused);
    GdalDataset(GdalDataset&&) noexcept = default;
    GdalDataset& operator=(GdalDataset&&) noexcept = default;
    ~GdalDataset() = default;

    /// The same open dataset once more; closed with the last of them. Its layers keep one place for
    /// all, so who reads a layer goes to its begin first and to its end before another reads.
    GdalDataset shared() const { return *this; }

    GDALDataset& operator*() const { return *dataset_; }
    GDALDataset* operator->() const { return dataset_.get(); }
    /// As given, passwords masked: for messages.
    const std::string& pad() const { return pad_; }
    /// GDAL's short name of the driver: `GPKG`, `CSV`, ...
    std::string driver() const;
    /// A spreadsheet or CSV: no geometry of its own, and lines that hold nothing mean nothing.
    bool is_table() const;
    /// A GeoPackage, a SpatiaLite or another database of SQLite.
    bool is_sqlite() const;
    /// Its `sqlite3*`, open as long as this is; null for a dataset of another kind.
    void* sqlite_connection() const;
    /// Read to its end when it is opened or first asked for its columns; a fault in there would
    /// cost all rows behind it.
    bool is_xml() const;
    /// The driver itself turns texts into UTF-8 by the encoding that it was opened with.
    bool decodes_texts() const;
    /// The layers that hold data, without those that GIS programs keep for themselves.
    std::vector<OGRLayer*> layers() const;
    /// What the user should know of how it was opened.
    const std::vector<std::string>& warnings() const { return warnings_; }
    /// Throws domain::InputError for a layer of a file of which GDAL would read fewer rows than the
    /// file holds, without a word. Asked of the layer that is read: what lies beside it in a folder
    /// may be broken.
    void check_layer(const std::string& layer) const;
    /// What a KML said that GDAL loses, before it was opened; for source_claims.h. Nothing of all
    /// else.
    const KmlClaims& kml_claims() const { return *kml_claims_; }
    /// What a GML says of its geometries; for source_claims.h. Cost: reads the file, once for all
    /// that share it.
    const GmlFeatures& gml_features() const;
    /// The columns of a layer as GDAL gave them, whatever this or another source that shares the
    /// dataset has made of them since. To be asked for before it does.
    Definition columns_of(OGRLayer& layer) const;
    /// For a GeoJSON, whose days are read as texts, and a GML, of which all is: what GDAL takes the
    /// columns of a layer for when they are not. Null for all else. Cost: reads the file once more.
    Definition types_of(const std::string& layer) const;
    /// Every file it is made of, in name order, a folder's files all, an archive for what is in it;
    /// empty for a database and for what is read over a network: it may change between two reads.
    std::vector<std::string> files() const;
    /// File name without folder and endings; empty for a database.
    std::string stem() const;

  private:
    GdalDataset(const GdalDataset&) = default;
    void open(const std::string& name, const std::optional<std::string>& encoding);
    /// Refuse what a driver would fall over or read in part, and gather what is to be told.
    void look_before(const std::string& name, const std::string& known_name);
    void look_after(const std::string& name);

    std::string bron_;
    std::string pad_;
    std::vector<std::string> warnings_;
    std::shared_ptr<GDALDataset> dataset_;
    /// Of each layer that was asked for.
    using Columns = std::map<OGRLayer*, Definition>;
    std::shared_ptr<Columns> columns_ = std::make_shared<Columns>();
    std::shared_ptr<const KmlClaims> kml_claims_ = std::make_shared<KmlClaims>();
    std::shared_ptr<std::optional<GmlFeatures>> gml_features_ =
        std::make_shared<std::optional<GmlFeatures>>();
    mutable std::vector<OGRLayer*> layers_;  ///< once they were asked for; thousands take time
};

}  // namespace koppelkans::io
