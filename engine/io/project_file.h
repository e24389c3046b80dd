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

/// Checks before any work that a project can be written to `path`, beside a result at `uitvoer`: it
/// is named as one, is not the result itself, its folder takes files, and what would be replaced is
/// a project that koppelkans wrote (or empty), and not write-protected. Throws domain::UsageError
/// for a name that cannot be meant, else domain::InputError with what to do.
void check_project_path(const std::string& path, const std::string& uitvoer, Overwrite overwrite);
/// The GeoPackage as a project at `project` names it: from its folder, so that both can be moved
/// together. Links are followed.
std::string data_source_for(const std::string& project, const std::string& geopackage);

/// The place of a project file while it is being made: hidden beside its target, a link followed,
/// until `replace`. What was begun and not replaced is gone with the destructor.
class ProjectFile {
  public:
    /// Throws domain::InputError when the folder is not there.
    explicit ProjectFile(std::string path);
    ~ProjectFile();
    ProjectFile(const ProjectFile&) = delete;
    ProjectFile& operator=(const ProjectFile&) = delete;

    /// Throws domain::InputError when the disk does not take it, or what would be replaced is by
    /// now no project that koppelkans wrote.
    void write(const std::string& archive);
    /// Throws domain::InputError when it cannot be moved to its place, and says that the result is
    /// there.
    void replace();
    /// As Target::settle.
    void settle() const;

  private:
    std::string path_;
    std::string resolved_;
    std::string temporary_;
};

}  // namespace koppelkans::io
