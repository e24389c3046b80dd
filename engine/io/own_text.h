#pragma once

#include <memory>
#include <string>
#include <vector>

#include <ogr_core.h>

#include "engine/io/gdal_dataset.h"

class OGRFeature;
class OGRLayer;

namespace koppelkans::io {

/// Columns that a format keeps, or may keep, as text and that GDAL would give as numbers or dates:
/// it reads `01-02-27` as a day in 2001 and `2,5` as 2, and `voorjaar 2027` as none at all, mostly
/// without a word. They are asked for as text, so that our own readers judge what the file says
/// (SPEC §3). A filter still compares numbers and dates (SPEC §8), on a copy of the row.
///
/// Left as GDAL gives them: columns of which its driver has made numbers or dates before a row is
/// asked for, or has no text (spreadsheets, FlatGeobuf, FileGDB, PostgreSQL, days of KML, real
/// numbers of SQLite, and of a GML where a schema or .gfs says so; without one GDAL gives the texts
/// of a GML).
class OwnTexts {
  public:
    OwnTexts() = default;
    /// Of a layer of which no row was read yet.
    OwnTexts(const GdalDataset& dataset, OGRLayer& layer);

    /// The text of a column as `field_text` would have given its value, where it is one; else as it
    /// is.
    std::string as_value(int column, const std::string& text) const;

    /// Some column has another type to a filter than to us.
    bool differ() const { return types_ != nullptr; }
    /// What GDAL takes the columns for, for a filter.
    void set_types(Definition types) { types_ = std::move(types); }
    /// A row with the types of GDAL; a value that does not fit its type is null or what GDAL makes
    /// of it.
    std::unique_ptr<OGRFeature> typed(const OGRFeature& row) const;

    /// While one lives the columns of the layer have the types of GDAL; no row may be read.
    class Typed {
      public:
        Typed(const OwnTexts& texts, OGRLayer& layer);
        ~Typed();
        Typed(const Typed&) = delete;
        Typed& operator=(const Typed&) = delete;

      private:
        OGRFeatureDefn& definition_;
        std::vector<OGRFieldType> ours_;
    };

  private:
    /// Whose numbers and dates are written in another way than ours.
    enum class Form { text, dbf, sqlite, gml, other };

    std::string date_text(int column, const std::string& text) const;

    Form form_ = Form::text;
    std::vector<OGRFieldType> was_;  ///< the type of each column; a text where it was left alone
    Definition types_;
};

}  // namespace koppelkans::io
