#include "engine/io/source_layer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_feature.h>
#include <ogrsf_frmts.h>

#include "engine/domain/text.h"
#include "engine/io/source_geometry.h"
#include "engine/io/source_postgres.h"
#include "engine/io/sqlite_guard.h"
#include "engine/io/sqlite_zeros.h"

namespace koppelkans::io {

using domain::InputError;
using domain::InputPlace;

namespace {

constexpr std::size_t faults_kept = 3;

}  // namespace

std::optional<std::string> own_encoding(const GdalDataset& dataset,
                                        const std::optional<std::string>& encoding) {
    return dataset.decodes_texts() ? std::nullopt : encoding;
}

LayerSketch sketch_of(OGRLayer& layer, const GdalDataset& dataset, TextDecoder& decoder) {
    const GdalErrors errors;
    LayerSketch sketch;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    sketch.name = decoder.decoded(layer.GetName());
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        sketch.columns.push_back(decoder.decoded(definition.GetFieldDefn(i)->GetNameRef()));
    }
    if (dataset.is_xml() && errors.failed()) {
        throw InputError({dataset.pad(), sketch.name, {}},
                         "cannot be read to its end: " + errors.text());
    }
    sketch.has_geometry =
        !dataset.is_table() && definition.GetGeomFieldCount() > 0 && layer.GetGeomType() != wkbNone;
    if (sketch.has_geometry) {
        sketch.geometry = OGRGeometryTypeToName(layer.GetGeomType());
    }
    return sketch;
}

void OgrDelete::operator()(OGRFeature* feature) const {
    OGRFeature::DestroyFeature(feature);
}

SourceLayer::SourceLayer(GdalDataset dataset, OGRLayer* layer,
                         const std::optional<std::string>& encoding, std::size_t max_vertices)
    : dataset_(std::move(dataset)),
      layer_(layer),
      max_vertices_(max_vertices),
      is_table_(dataset_.is_table()),
      is_geojson_(dataset_.driver().rfind("GeoJSON", 0) == 0),
      is_postgres_(dataset_.driver() == "PostgreSQL"),
      is_workbook_(dataset_.driver() == "XLSX"),
      is_filegdb_(dataset_.driver() == "OpenFileGDB"),
      encoding_(own_encoding(dataset_, encoding)),
      decoder_(encoding_) {
    SheetClaims sheet = claims_before_reading(dataset_, *layer_);
    sketch_ = sketch_of(*layer_, dataset_, decoder_);
    own_texts_ = OwnTexts(dataset_, *layer_);
    if (dataset_.is_sqlite()) {
        sqlite_reals_ =
            SqliteReals(dataset_.sqlite_connection(), layer_->GetName(), layer_->GetFIDColumn());
    }
    claims_ = claims_of(dataset_, *layer_, std::move(sheet));
    own_warnings_ = claims_.warnings;
    if (sketch_.columns.empty() && !sketch_.has_geometry && dataset_.is_sqlite()) {
        throw InputError(place(),
                         "its columns cannot be read; a view that calls functions of SpatiaLite or "
                         "of another program is not run: save it as a table");
    }
    if (is_postgres_) {
        rows_of_table_ = order_by_key(*layer_);
    }
    if (is_table_) {
        // GDAL makes geometry of a column named WKT, and stops reading at the first that is none.
        OGRFeatureDefn& definition = *layer_->GetLayerDefn();
        for (int i = 0; i < definition.GetGeomFieldCount(); ++i) {
            definition.GetGeomFieldDefn(i)->SetIgnored(TRUE);
        }
    }
}

InputPlace SourceLayer::place(std::optional<std::int64_t> row) const {
    return {dataset_.pad(), sketch_.name, row};
}

int SourceLayer::find_column(const std::string& column) const {
    const std::vector<std::string>& all = sketch_.columns;
    auto found = std::find(all.begin(), all.end(), column);
    if (found == all.end()) {
        const std::string wanted = domain::folded(column);
        found = std::find_if(all.begin(), all.end(), [&wanted](const std::string& name) {
            return domain::folded(name) == wanted;
        });
    }
    if (found != all.end()) {
        return static_cast<int>(found - all.begin());
    }
    const std::string fid = domain::folded(layer_->GetFIDColumn());
    return !fid.empty() && fid == domain::folded(column) ? fid_column : no_column;
}

int SourceLayer::column_named(const std::string& column, const std::string& key) const {
    const int found = find_column(column);
    if (found != no_column) {
        return found;
    }
    const std::string near = domain::nearest(column, sketch_.columns);
    throw InputError(place(),
                     fmt::format("it has no column {} ({}){}; its columns: {}", column, key,
                                 near.empty() ? std::string() : fmt::format(", is {} meant?", near),
                                 fmt::join(sketch_.columns, ", ")));
}

bool SourceLayer::is_binary(int column) const {
    if (column < 0) {
        return false;
    }
    const OGRFieldDefn& field = *layer_->GetLayerDefn()->GetFieldDefn(column);
    return field.GetType() == OFTBinary ||
           holds_bytes(dataset_.sqlite_connection(), layer_->GetName(), field.GetNameRef());
}

std::string SourceLayer::column_name(int column) const {
    if (column >= 0) {
        return sketch_.columns[static_cast<std::size_t>(column)];
    }
    const char* fid = layer_->GetFIDColumn();
    return *fid == '\0' ? std::string("fid") : std::string(fid);
}

const OGRSpatialReference* SourceLayer::crs() const {
    const GdalErrors errors;
    return layer_->GetSpatialRef();
}

const geometry::Box& SourceLayer::extent() {
    if (!extent_) {
        extent_ = found_extent();
        rewind();
    }
    return *extent_;
}

geometry::Box SourceLayer::found_extent() const {
    const GdalErrors errors;
    OGREnvelope envelope;
    if (!has_geometry()) {
        return {};
    }
    // Where a GeoPackage does not say its extent the driver asks SQLite, and falls over where only
    // one of the four numbers is NaN: looking at each geometry does as well.
    const bool is_known = layer_->GetExtent(&envelope, FALSE) == OGRERR_NONE;
    if (!is_known &&
        (dataset_.driver() == "GPKG" ? layer_->OGRLayer::GetExtent(&envelope, TRUE)
                                     : layer_->GetExtent(&envelope, TRUE)) != OGRERR_NONE) {
        return {};
    }
    const geometry::Box box{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
    const bool finite = std::isfinite(box.min_x) && std::isfinite(box.min_y) &&
                        std::isfinite(box.max_x) && std::isfinite(box.max_y);
    return finite ? box : geometry::Box{};
}

std::int64_t SourceLayer::row_count() const {
    if (rows_of_table_ >= 0) {
        return filter_ ? -1 : rows_of_table_;
    }
    const GdalErrors errors;
    return !filter_ && layer_->TestCapability(OLCFastFeatureCount) != 0
               ? layer_->GetFeatureCount(TRUE)
               : -1;
}

void SourceLayer::set_filter(const std::string& where) {
    std::string own_bytes = where;
    if (encoding_) {  // the texts that it is compared with are in the source's bytes
        const GdalErrors errors;
        char* recoded = CPLRecode(where.c_str(), CPL_ENC_UTF8, encoding_->c_str());
        own_bytes = recoded;
        CPLFree(recoded);
    }
    if (Definition types = dataset_.types_of(layer_->GetName())) {
        own_texts_.set_types(std::move(types));
    }
    try {
        const OwnTexts::Typed typed(own_texts_, *layer_);
        filter_.emplace(*layer_, own_bytes);
    } catch (const std::invalid_argument& refusal) {
        throw InputError(place(),
                         fmt::format("the filter {} cannot be used: {}; its columns: {}", where,
                                     refusal.what(), fmt::join(sketch_.columns, ", ")));
    }
}

void SourceLayer::rewind() {
    const GdalErrors errors;
    layer_->ResetReading();
    last_row_.reset();
    faults_.clear();
    features_read_ = 0;
    is_at_begin_ = true;
    is_at_end_ = false;
    empty_lines_ = 0;
    days_without_end_ = 0;
    if (filter_) {
        filter_->restart();
    }
}

Feature SourceLayer::next() {
    GdalErrors errors;
    if (is_at_begin_ && dataset_.is_xml()) {
        layer_->ResetReading();  // another source of this file may have read (shared_datasets.h)
    }
    is_at_begin_ = false;
    for (;;) {
        errors.clear();
        Feature feature(layer_->GetNextFeature());
        if (feature == nullptr) {
            if (errors.failed()) {
                throw InputError(place(last_row_),
                                 "it cannot be read any further than this: " + errors.text());
            }
            row_fault_.clear();
            row_warnings_ = errors.warnings();
            note_fault();
            note_end();
            return feature;
        }
        ++features_read_;
        sqlite_gave_a_row();
        last_row_ = feature->GetFID();
        row_fault_ = errors.failed() ? errors.text() : std::string();
        row_warnings_ = errors.warnings();
        note_fault();
        if (is_table_ && holds_nothing(*feature)) {
            ++empty_lines_;
        } else if (passes_filter(*feature)) {
            return feature;
        }
    }
}

/// In a file of one feature a line a line that was left out is a broken one.
void SourceLayer::note_end() {
    is_at_end_ = true;
    if (features_read_ < claims_.count && dataset_.driver() == "GeoJSONSeq") {
        throw InputError(place(),
                         fmt::format("it holds {} lines, of which GDAL reads {}{}{}; mend "
                                     "the others or take them out",
                                     claims_.count, features_read_, faults_.empty() ? "" : ": ",
                                     faults_.empty() ? "" : faults_.front()));
    }
}

/// Keeps the first few things that GDAL says of rows, for the user. What `postgres_text` undoes is
/// none of them.
void SourceLayer::note_fault() {
    std::string said = row_fault_;
    for (const std::string& warning : row_warnings_) {
        const bool is_undone = is_postgres_ && is_cut_off(warning);
        said = said.empty() && !is_undone ? warning : said;
    }
    if (!said.empty() && faults_.size() <= faults_kept) {
        const std::string where = last_row_ ? fmt::format("row {}", *last_row_) : "the end";
        faults_.push_back(fmt::format("{}: {}", where, said));
    }
}

bool SourceLayer::holds_nothing(const OGRFeature& feature) const {
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (feature.IsFieldSetAndNotNull(i) &&
            (feature.GetFieldDefnRef(i)->GetType() != OFTString ||
             !domain::trimmed(feature.GetFieldAsString(i)).empty())) {
            return false;
        }
    }
    return true;
}

bool SourceLayer::passes_filter(OGRFeature& feature) {
    if (!filter_) {
        return true;
    }
    try {
        return own_texts_.differ() ? filter_->passes(*own_texts_.typed(feature))
                                   : filter_->passes(feature);
    } catch (const std::runtime_error& failure) {
        throw InputError(
            place(feature.GetFID()),
            fmt::format("the filter cannot be judged for this row: {}", failure.what()));
    }
}

/// The file says where the row that was read last lies, and GDAL gives none of it, or a part.
bool SourceLayer::is_lost(const OGRGeometry* geometry) const {
    const auto row_of_file =
        static_cast<std::size_t>(std::max<std::int64_t>(features_read_, 1) - 1);
    if (row_of_file >= claims_.geometries.size()) {
        return false;
    }
    const ClaimedGeometry& claim = claims_.geometries[row_of_file];
    if (geometry == nullptr || geometry->IsEmpty() != 0) {
        return claim.is_there;
    }
    return claim.is_broken || (claim.positions > 0 && vertices_of(*geometry) < claim.positions);
}

void SourceLayer::take_geometry(OGRFeature& feature, domain::InputRow& row) {
    std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry(0));
    if (is_lost(geometry.get())) {
        row.geometry_fault = "its geometry cannot be read";
        return;
    }
    // GeoJSON is read in blocks: what is said there may be about a later row.
    if (geometry == nullptr && !row_fault_.empty() && !is_geojson_) {
        row.geometry_fault = row_fault_;
        return;
    }
    try {
        row.geometry = taken_over(std::move(geometry), max_vertices_);
    } catch (const geometry::GeometryError& error) {
        row.geometry_fault = error.what();
    }
}

std::vector<std::string> SourceLayer::warnings() const {
    std::vector<std::string> warnings = own_warnings_;
    if (decoder_.guessed()) {
        warnings.emplace_back(
            "some texts are not in the encoding that they should have and were read as CP1252; "
            "name "
            "the right one with encoding = \"...\"");
    }
    if (empty_lines_ > 0) {
        warnings.push_back(empty_lines_ == 1
                               ? "1 empty line was skipped"
                               : fmt::format("{} empty lines were skipped", empty_lines_));
    }
    if (is_at_end_ && features_read_ < claims_.count) {
        warnings.push_back(fmt::format(
            "it holds {} features, of which GDAL reads {}: the others are none, such as null or a "
            "bare number, and were left out",
            claims_.count, features_read_));
    }
    if (days_without_end_ > 0) {
        warnings.push_back(fmt::format(
            "{} days that PostgreSQL gives as infinity, or from before Christ, were read as "
            "9999-12-31: never",
            days_without_end_));
    }
    if (filter_ && filter_->undated() > 0) {
        warnings.push_back(
            fmt::format("{} rows were left out because the filter compares a date that they lack",
                        filter_->undated()));
    }
    for (std::size_t i = 0; i < faults_.size(); ++i) {
        warnings.push_back(i < faults_kept ? "GDAL says near " + faults_[i]
                                           : std::string("GDAL says more of the kind"));
    }
    return warnings;
}

}  // namespace koppelkans::io
