#pragma once

#include <string>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/io/result_file_gdal.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::io {

// What a result holds beside its rows and what GDAL 3.6 does not write. All go through the dataset
// that the rows went through, in the same transaction. Internal to the result file.

/// What the view koppelkansen_totaal gives. Who reads a result asks this itself, as a view of that
/// name may be another one.
std::string totals_query();

/// The view koppelkansen_totaal on the table koppelkansen, registered.
void create_totals_view(GpkgDataset& dataset, const std::string& timestamp);

/// The extension gpkg_schema: alias (as title), description and the words of every field.
void write_data_columns(GpkgDataset& dataset, const std::vector<domain::Layer>& layers);

/// The extension gpkg_metadata: where the file comes from, and title and history of each layer.
void write_metadata(GpkgDataset& dataset, const publish::ResultFacts& facts);

/// The table layer_styles with the default style of each layer, as QGIS itself writes it.
void write_styles(GpkgDataset& dataset, const publish::ResultFacts& facts);

/// The table qgis_projects with the one project, an archive. It must not be registered.
void write_project_table(GpkgDataset& dataset, const std::string& archive,
                         const std::string& timestamp);

}  // namespace koppelkans::io
