#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

// What can be said of the file of a source before GDAL sees it. Internal to the sources.

/// Throws domain::InputError, with what to do, for a file that is not there or may not be read,
/// empty, a pipe or a device, a text in UTF-16, a shapefile without its .shx, and for a pipe or a
/// device beside it under the same name or in the folder that it is. Cost: a few system calls, and
/// one a file of the same name.
void check_source_file(const std::string& bron, const domain::InputPlace& place);

/// The same of an archive that is a pipe or a device; `bron` is a path into it.
void check_archive_file(const std::string& bron, const domain::InputPlace& place);

/// A file inside /vsizip/ and the like, also one in another and one in braces, is named by the file
/// on disk that it is in; by its own name where there is none, for the message that follows.
std::string file_on_disk(const std::string& name);

/// What GDAL is given to open: compressed files through its own file systems, and a path so that no
/// driver takes it for an address or for the data themselves.
std::string gdal_name_of(const std::string& bron);

/// For `did you mean`: the name in the folder of `path` that is nearest to it; empty when none is.
std::string nearest_file(const std::string& path);

/// "plannen" for "/data/plannen.csv.gz"
std::string stem_of(const std::string& path);

}  // namespace koppelkans::io
