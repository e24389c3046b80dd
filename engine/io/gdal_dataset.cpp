#include "engine/io/gdal_dataset.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/configuration.h"
#include "engine/io/csv_check.h"
#include "engine/io/dxf_check.h"
#include "engine/io/fgb_check.h"
#include "engine/io/gdal_walls.h"
#include "engine/io/geojson_check.h"
#include "engine/io/gml_check.h"
#include "engine/io/kml_files.h"
#include "engine/io/open_files.h"
#include "engine/io/packed_check.h"
#include "engine/io/said_secrets.h"
#include "engine/io/shapefile_check.h"
#include "engine/io/sheet_check.h"
#include "engine/io/source_access.h"
#include "engine/io/source_file.h"
#include "engine/io/sqlite_guard.h"

namespace koppelkans::io {

namespace fs = std::filesystem;
using domain::InputError;
using domain::InputPlace;

namespace {

// The order is the order in which GDAL asks them: specific ones first.
constexpr std::array<const char*, 15> driver_names = {"GPKG",        "SQLite",     "ESRI Shapefile",
                                                      "GeoJSON",     "GeoJSONSeq", "FlatGeobuf",
                                                      "OpenFileGDB", "XLSX",       "ODS",
                                                      "GML",         "LIBKML",     "KML",
                                                      "DXF",         "PostgreSQL", "CSV"};

void register_them() {
    close_side_doors();  // before a driver looks at what is open
    RegisterOGRGeoPackage();
    RegisterOGRSQLite();
    RegisterOGRShape();
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRFlatGeobuf();
    RegisterOGROpenFileGDB();
    RegisterOGRXLSX();
    RegisterOGRODS();
    RegisterOGRGML();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRDXF();
    RegisterOGRPG();
    RegisterOGRCSV();
    // A table's columns are found by name, so its first row always is the header.
    CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
    CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
    CPLSetConfigOption("GML_FIELDTYPES", "ALWAYS_STRING");  // GDAL takes 0012 for 12
    // Reading must not leave files beside the user's own.
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    silence_gdal();
}

CPLStringList open_options(const std::string& driver, const std::optional<std::string>& encoding) {
    CPLStringList options;
    if (driver == "CSV") {
        options.SetNameValue("HEADERS", "YES");
        options.SetNameValue("AUTODETECT_TYPE", "NO");
    } else if (driver == "GML") {
        options.SetNameValue("WRITE_GFS", "NO");
        options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
    } else if (driver == "ESRI Shapefile" && encoding) {
        options.SetNameValue("ENCODING", encoding->c_str());
    } else if (driver == "GeoJSON") {
        options.SetNameValue("DATE_AS_STRING", "YES");  // GDAL takes 01-02-27 for a day in 2001
    }
    return options;
}

/// Tables in which GIS programs keep styles, projects and settings.
bool is_housekeeping(const std::string& layer) {
    static constexpr std::array<const char*, 8> names = {
        "layer_styles",     "qgis_projects", "qgis_layer_metadata", "spatial_ref_sys",
        "geometry_columns", "data_licenses", "sql_statements_log",  "elementarygeometries"};
    static constexpr std::array<const char*, 7> prefixes = {
        "gpkg_", "sqlite_", "rtree_", "idx_", "views_geometry", "virts_geometry", "knn"};
    const std::string name = domain::folded(layer);
    return std::any_of(names.begin(), names.end(),
                       [&name](const char* known) { return name == known; }) ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&name](const char* prefix) { return name.rfind(prefix, 0) == 0; });
}

std::vector<std::string> check_csv_files(GDALDataset& csv, const InputPlace& place) {
    const CPLStringList names(csv.GetFileList());
    std::vector<std::string> told;
    std::error_code ignored;
    const bool is_folder = fs::is_directory(place.path, ignored);
    for (int i = 0; i < names.Count(); ++i) {
        // Of a folder the file is told.
        const std::string said = check_csv(names[i], {is_folder ? names[i] : place.path, {}, {}});
        if (!said.empty()) {
            told.push_back(is_folder ? fmt::format("{}: {}", names[i], said) : said);
        }
    }
    return told;
}

Definition copy_of(const OGRFeatureDefn& definition) {
    OGRFeatureDefn* copy = definition.Clone();
    copy->Reference();  // of a copy nobody holds one
    return Definition(copy);
}

}  // namespace

void register_drivers() {
    static std::once_flag once;
    std::call_once(once, register_them);
}

void OgrRelease::operator()(OGRFeatureDefn* definition) const {
    definition->Release();
}

void GdalClose::operator()(GDALDataset* dataset) const {
    const GdalErrors errors;  // closing may complain; of a read-only file there is nothing to lose
    GDALClose(dataset);
}

GdalDataset::GdalDataset(const std::string& bron, const std::optional<std::string>& encoding,
                         Network network)
    : bron_(bron), pad_(masked(bron)) {
    const InputPlace place{pad_, {}, {}};
    check_access(bron, network, place);
    check_open_files(place);
    register_drivers();
    if (network == Network::refused) {
        close_network();
    }
    if (access_of(bron) == SourceAccess::file) {
        check_source_file(bron, place);
    } else if (access_of(bron) == SourceAccess::archive) {
        check_archive_file(bron, place);
    }
    const std::string name = gdal_name_of(bron);
    const std::string only = check_packed(bron, place);
    open(name.rfind("/vsizip/", 0) == 0 && name != bron && !only.empty() ? name + "/" + only : name,
         encoding);
}

void GdalDataset::open(const std::string& name, const std::optional<std::string>& encoding) {
    CPLStringList drivers;
    for (const char* driver : driver_names) {
        drivers.AddString(driver);
    }
    GdalErrors errors;
    const SqliteGuard guard;
    static_cast<void>(take_refused_address());
    GDALDriverH known = GDALIdentifyDriverEx(name.c_str(), GDAL_OF_VECTOR, drivers.List(), nullptr);
    const std::string known_name = known == nullptr ? "" : GDALGetDriverShortName(known);
    const CPLStringList options = open_options(known_name, encoding);
    const InputPlace place{pad_, {}, {}};
    look_before(name, known_name);
    errors.clear();
    dataset_.reset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                          drivers.List(), options.List(), nullptr),
        GdalClose());
    if (dataset_ != nullptr) {
        SqliteGuard::restrain_connection(dataset_->GetInternalHandle("SQLITE_HANDLE"));
    }
    if (const std::string address = take_refused_address(); !address.empty()) {
        throw InputError(place,
                         fmt::format("it refers to {}, which is read over a network; take that out "
                                     "of the file, or allow it with --allow-network",
                                     masked(address)));
    }
    if (dataset_ == nullptr) {
        throw InputError(place, fmt::format("cannot be opened: {}",
                                            without_secrets(errors.text(), bron_, pad_)));
    }
    if (!guard.refusal().empty()) {
        throw InputError(place, guard.refusal());
    }
    if (is_xml() && errors.failed()) {
        // What stands behind the fault would be missing without a word.
        throw InputError(place, fmt::format("cannot be read to its end: {}", errors.text()));
    }
    look_after(name);
}

void GdalDataset::look_before(const std::string& name, const std::string& known_name) {
    const InputPlace place{pad_, {}, {}};
    if (known_name == "GML") {
        refuse_resolved_gml(name, place);
        check_schema(name, place);
        const std::string gfs = told_of_gfs(name);
        warnings_.insert(warnings_.end(), gfs.empty() ? 0U : 1U, gfs);
    }
    if (known_name == "DXF") {
        warnings_ = check_dxf(name, place);
    }
    if (may_be_kml(name, known_name)) {
        kml_claims_ = std::make_shared<KmlClaims>(claims_of_kml(name, place));
    }
    if (known_name == "GeoJSONSeq") {
        check_properties(name, place);
    }
}

void GdalDataset::look_after(const std::string& name) {
    const InputPlace place{pad_, {}, {}};
    if (driver() == "CSV") {
        for (std::string& told : check_csv_files(*dataset_, place)) {
            warnings_.push_back(std::move(told));
        }
    } else if (driver() == "XLSX") {
        check_shared_texts(name, place);
    } else if (driver().rfind("GeoJSON", 0) == 0) {
        for (OGRLayer* layer : dataset_->GetLayers()) {
            check_column_count(layer->GetLayerDefn()->GetFieldCount(), place);
        }
    }
}

std::string GdalDataset::driver() const {
    return dataset_->GetDriverName();
}

bool GdalDataset::is_table() const {
    const std::string name = driver();
    return name == "CSV" || name == "XLSX" || name == "ODS";
}

bool GdalDataset::is_sqlite() const {
    return driver() == "GPKG" || driver() == "SQLite";
}

void* GdalDataset::sqlite_connection() const {
    return is_sqlite() ? dataset_->GetInternalHandle("SQLITE_HANDLE") : nullptr;
}

bool GdalDataset::is_xml() const {
    static constexpr std::array<std::string_view, 5> drivers = {"GML", "LIBKML", "KML", "XLSX",
                                                                "ODS"};
    return std::find(drivers.begin(), drivers.end(), driver()) != drivers.end();
}

bool GdalDataset::decodes_texts() const {
    return driver() == "ESRI Shapefile";
}

std::vector<OGRLayer*> GdalDataset::layers() const {
    if (!layers_.empty()) {
        return layers_;
    }
    const GdalErrors errors;
    for (OGRLayer* layer : dataset_->GetLayers()) {
        if (!is_housekeeping(layer->GetName())) {
            layers_.push_back(layer);
        }
    }
    if (is_xml() && errors.failed()) {  // a spreadsheet is read when its sheets are counted
        layers_.clear();
        throw InputError({pad_, {}, {}}, "cannot be read to its end: " + errors.text());
    }
    return layers_;
}

void GdalDataset::check_layer(const std::string& layer) const {
    if (driver() == "ESRI Shapefile") {
        const CPLStringList names(dataset_->GetFileList());
        check_shapefile({names.List(), names.List() + names.Count()}, layer, {pad_, {}, {}});
    } else if (driver() == "LIBKML") {
        std::size_t given = 0;
        for (OGRLayer* one : dataset_->GetLayers()) {
            given += static_cast<std::size_t>(one->GetFeatureCount());
        }
        check_kml_rows(*kml_claims_, given, {pad_, {}, {}});
    } else if (driver() == "FlatGeobuf") {
        const CPLStringList names(dataset_->GetFileList());
        for (int i = 0; i < names.Count(); ++i) {
            check_fgb(names[i], {pad_, layer, {}});
        }
    }
}

const GmlFeatures& GdalDataset::gml_features() const {
    if (!*gml_features_) {
        *gml_features_ = features_of_gml(dataset_->GetDescription());
    }
    return **gml_features_;
}

Definition GdalDataset::columns_of(OGRLayer& layer) const {
    Definition& first = (*columns_)[&layer];
    if (first == nullptr) {
        first = copy_of(*layer.GetLayerDefn());
    }
    return copy_of(*first);
}

Definition GdalDataset::types_of(const std::string& layer) const {
    if (driver() != "GeoJSON" && driver() != "GML") {
        return nullptr;
    }
    const GdalErrors errors;
    const CPLConfigOptionSetter guess_types("GML_FIELDTYPES", "", false);
    CPLStringList drivers;
    drivers.AddString(driver().c_str());
    CPLStringList options;
    if (driver() == "GML") {
        options = open_options(driver(), {});
    }
    const std::unique_ptr<GDALDataset, GdalClose> typed(
        GDALDataset::Open(dataset_->GetDescription(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                          drivers.List(), options.List(), nullptr));
    OGRLayer* same = typed == nullptr ? nullptr : typed->GetLayerByName(layer.c_str());
    OGRLayer* own = dataset_->GetLayerByName(layer.c_str());
    if (same == nullptr || own == nullptr ||
        same->GetLayerDefn()->GetFieldCount() != own->GetLayerDefn()->GetFieldCount()) {
        return nullptr;  // somebody changed the file meanwhile
    }
    return copy_of(*same->GetLayerDefn());
}

std::vector<std::string> GdalDataset::files() const {
    std::vector<std::string> files;
    const SourceAccess access = access_of(bron_);
    if (access == SourceAccess::database || access == SourceAccess::network) {
        return files;
    }
    std::error_code error;
    if (fs::is_directory(bron_, error)) {
        for (fs::directory_iterator entry(bron_, error), end; !error && entry != end;
             entry.increment(error)) {
            if (entry->is_regular_file(error)) {
                files.push_back(entry->path().string());
            }
        }
    } else {
        const GdalErrors errors;
        const CPLStringList names(dataset_->GetFileList());
        for (int i = 0; i < names.Count(); ++i) {
            files.push_back(file_on_disk(names[i]));
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

std::string GdalDataset::stem() const {
    return is_database(bron_) ? std::string() : stem_of(bron_);
}

}  // namespace koppelkans::io
