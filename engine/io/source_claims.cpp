#include "engine/io/source_claims.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include <cpl_string.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/domain/text.h"
#include "engine/io/fgb_check.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/geojson_check.h"
#include "engine/io/gml_check.h"
#include "engine/io/gml_features.h"
#include "engine/io/kml_files.h"
#include "engine/io/ods_check.h"
#include "engine/io/shapefile_check.h"
#include "engine/io/sqlite_srs.h"
#include "engine/io/sqlite_zeros.h"

namespace koppelkans::io {

namespace {

std::vector<std::string> files_of(const GdalDataset& dataset) {
    const CPLStringList names(dataset->GetFileList());
    return {names.List(), names.List() + names.Count()};
}

SourceClaims claims_of_fgb(const GdalDataset& dataset) {
    SourceClaims claims;
    for (const std::string& file : files_of(dataset)) {
        claims.texts.merge(lost_texts_in_fgb(file));
    }
    return claims;
}

SourceClaims claims_of_gml(const GdalDataset& dataset, OGRLayer& layer) {
    SourceClaims claims;
    std::set<std::string> numbers;
    const Definition columns = dataset.columns_of(layer);
    for (int i = 0; i < columns->GetFieldCount(); ++i) {
        const OGRFieldDefn& column = *columns->GetFieldDefn(i);
        if (column.GetType() == OFTReal) {
            numbers.insert(column.GetNameRef());
        }
    }
    if (!numbers.empty()) {
        GmlNumbers found = lost_numbers_in_gml(dataset->GetDescription(), numbers);
        claims.texts = std::move(found.lost);
        claims.numbers = std::move(found.changed);
    }
    const GmlGeometries geometries =
        geometries_of(dataset.gml_features(), layer.GetName(), dataset->GetLayerCount());
    check_one_crs(geometries, {dataset.pad(), layer.GetName(), {}});
    std::string told = told_of_geometries(geometries);
    if (!told.empty()) {
        claims.warnings.push_back(std::move(told));
    }
    return claims;
}

/// The folder of a KML that became this layer; null where that is not sure. Of several files the
/// order is not known. Folders and layers without rows are passed over: whether GDAL makes a layer
/// of an empty folder depends on its place.
const KmlFolder* folder_of(const KmlClaims& claims, const GdalDataset& dataset, OGRLayer& layer) {
    int number = -1;  // of the layer among those with rows
    int layers = 0;
    for (OGRLayer* one : dataset->GetLayers()) {
        const bool has_rows = one->GetFeatureCount() > 0;
        number = one == &layer && has_rows ? layers : number;
        layers += has_rows ? 1 : 0;
    }
    const KmlFolder* found = nullptr;
    int folders = 0;
    for (const KmlFolder& folder : claims.folders) {
        found = !folder.rows.empty() && folders == number ? &folder : found;
        folders += folder.rows.empty() ? 0 : 1;
    }
    const bool is_sure = claims.files == 1 && found != nullptr && folders == layers &&
                         layer.GetFeatureCount() == static_cast<GIntBig>(found->rows.size());
    return is_sure ? found : nullptr;
}

/// As GDAL names the column of a Data.
int column_of_data(const OGRFeatureDefn& columns, std::string name) {
    std::replace_if(
        name.begin(), name.end(),
        [](char letter) {
            return !(letter == '_' || (letter >= '0' && letter <= '9') ||
                     (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'));
        },
        '_');
    return columns.GetFieldIndex(name.c_str());
}

/// GDAL reads Data only where there is no Schema.
void add_lost_data(const KmlFolder& folder, const OGRFeatureDefn& columns, SourceClaims& claims) {
    constexpr std::size_t shown_names = 10;
    std::set<std::string> lost;
    for (const std::string& name : folder.data_beside_schema) {
        const int column = column_of_data(columns, name);
        if (column < 0) {
            lost.insert(name);
        } else {
            claims.texts.emplace(
                domain::folded(columns.GetFieldDefn(column)->GetNameRef()),
                "Data of that name, in a Placemark that has SchemaData as well, would be lost; "
                "put all into the SchemaData");
        }
    }
    for (const std::string& name : folder.data) {
        if (column_of_data(columns, name) < 0) {
            lost.insert(name);
        }
    }
    if (!lost.empty()) {
        const std::size_t more = lost.size() - std::min(lost.size(), shown_names);
        claims.warnings.push_back(fmt::format(
            "its Data of {}{} are not read, as it has a Schema or SchemaData, which alone give the "
            "columns then; put them into the SchemaData, or take the Schema out",
            fmt::join(lost.begin(),
                      std::next(lost.begin(), static_cast<std::ptrdiff_t>(lost.size() - more)),
                      ", "),
            more > 0 ? fmt::format(" and {} more", more) : std::string()));
    }
}

SourceClaims claims_of_kml(const GdalDataset& dataset, OGRLayer& layer) {
    const KmlClaims& kml = dataset.kml_claims();
    SourceClaims claims;
    const Definition columns = dataset.columns_of(layer);
    for (const auto& [column, day] : kml.days) {
        const int place = columns->GetFieldIndex(column.c_str());
        if (place < 0 || columns->GetFieldDefn(place)->GetType() != OFTDateTime) {
            continue;  // a column of texts that has the same name
        }
        claims.texts.emplace(
            column, "it holds \"" + day +
                        "\", which would become another day or none; write whole days, as "
                        "2027-04-15, or put such texts into ExtendedData and name them with "
                        "velden.start and velden.eind");
    }
    claims.warnings = told_of_kml(kml);
    if (const KmlFolder* folder = folder_of(kml, dataset, layer)) {
        claims.geometries = folder->rows;
        add_lost_data(*folder, *columns, claims);
    }
    return claims;
}

/// Why columns may not be read, by the names that they have where they are known by their place.
LostTexts by_name(const std::map<std::size_t, std::string>& by_place, const GdalDataset& dataset,
                  OGRLayer& layer) {
    const Definition columns = dataset.columns_of(layer);
    LostTexts texts;
    for (const auto& [place, why] : by_place) {
        if (place < static_cast<std::size_t>(columns->GetFieldCount())) {
            const OGRFieldDefn& column = *columns->GetFieldDefn(static_cast<int>(place));
            texts.emplace(domain::folded(column.GetNameRef()), why);
        }
    }
    return texts;
}

template <typename Claims>
SourceClaims claims_of_cells(Claims cells, const GdalDataset& dataset, OGRLayer& layer) {
    SourceClaims claims;
    claims.texts = by_name(cells.lost, dataset, layer);
    claims.warnings = std::move(cells.warnings);
    return claims;
}

SourceClaims claims_of_sqlite(const GdalDataset& dataset, OGRLayer& layer) {
    std::vector<std::string> columns;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    SourceClaims claims;
    for (const std::string& column :
         columns_with_zeros(dataset.sqlite_connection(), layer.GetName(), columns)) {
        claims.texts.emplace(domain::folded(column), holds_zero_byte);
    }
    std::string told =
        told_of_other_srs(dataset.sqlite_connection(), layer.GetName(), layer.GetFIDColumn());
    if (!told.empty()) {
        claims.warnings.push_back(std::move(told));
    }
    return claims;
}

}  // namespace

SheetClaims claims_before_reading(const GdalDataset& dataset, OGRLayer& layer) {
    return dataset.driver() == "XLSX"
               ? claims_of_sheet(dataset->GetDescription(), {dataset.pad(), layer.GetName(), {}})
               : SheetClaims();
}

SourceClaims claims_of(const GdalDataset& dataset, OGRLayer& layer, SheetClaims sheet) {
    const GdalErrors errors;
    const std::string driver = dataset.driver();
    const domain::InputPlace place{dataset.pad(), layer.GetName(), {}};
    SourceClaims claims;
    if (driver == "GeoJSON" || driver == "GeoJSONSeq") {
        claims = features_in(dataset->GetDescription(),
                             driver == "GeoJSON" ? FeatureForm::array : FeatureForm::lines,
                             {dataset.pad(), {}, {}});
    } else if (driver == "LIBKML") {
        claims = claims_of_kml(dataset, layer);
    } else if (driver == "FlatGeobuf") {
        claims = claims_of_fgb(dataset);
    } else if (driver == "GML") {
        claims = claims_of_gml(dataset, layer);
    } else if (driver == "ESRI Shapefile") {
        claims.texts = memos_of(files_of(dataset), layer.GetName());
        std::string told = told_of_zeros(files_of(dataset), layer.GetName());
        if (!told.empty()) {
            claims.warnings.push_back(std::move(told));
        }
    } else if (driver == "ODS") {
        claims = claims_of_cells(claims_of_ods(dataset->GetDescription(), place), dataset, layer);
    } else if (driver == "XLSX") {
        claims = claims_of_cells(std::move(sheet), dataset, layer);
    } else if (dataset.is_sqlite()) {
        claims = claims_of_sqlite(dataset, layer);
    }
    return claims;
}

}  // namespace koppelkans::io
