#pragma once

#include <string>

#include "engine/io/target.h"

namespace koppelkans::io {

/// A project of QGIS (.qgs) as the archive that QGIS reads: a zip with that one file, which is what
/// a .qgz is. The same text gives the same bytes. Must be called under a GdalScope; throws
/// domain::InputError where GDAL cannot make it.
std::string project_archive(const std::string& qgs);
/// Bytes as hexadecimal text, which is how a GeoPackage keeps the archive.
std::string hexadecimal(const std::string& bytes);

/// Checks before any work that a project can be written there. Throws domain::InputError with what
/// to do, and domain::UsageError for a name that is not one of a project.
void check_project_path(const std::string& path, Overwrite overwrite);
/// Writes the archive beside the path and moves it there; throws domain::InputError.
void write_project(const std::string& path, const std::string& archive);
/// The GeoPackage as a project at `project` names it: from its folder, so that both can be moved.
std::string data_source_for(const std::string& project, const std::string& geopackage);

}  // namespace koppelkans::io
