#pragma once

#include <string>

#include "engine/domain/errors.h"
#include "engine/io/configuration.h"

namespace koppelkans::io {

// What a configuration from someone else may make the engine read: the files that it names, and
// nothing over a network unless the command line allows it. Judged by the name alone, before
// anything is opened; what an opened file asks for behind its name is held by gdal_walls.h.

/// How the name of a source says that it is reached.
enum class SourceAccess {
    file,      ///< a path on this machine
    archive,   ///< a path into a zip or gzip on this machine: `/vsizip/`, `/vsigzip/`
    database,  ///< `PG:...`, `postgresql://...`
    network,   ///< GDAL's file systems of the web and the cloud, also inside an archive
    address,   ///< `https://...` and the like, which no driver here reads
    other,  ///< any other of GDAL's file systems: standard input, a part of a file, memory, a tar
};

/// Looks at nothing but the name. A folder named like a file system of GDAL's counts as one.
SourceAccess access_of(const std::string& bron);

/// True for a connection where others are files or folders.
bool is_database(const std::string& bron);

/// Throws domain::InputError that says what to do for a source over a network that is not allowed,
/// and for one that is never read.
void check_access(const std::string& bron, Network network, const domain::InputPlace& place);

}  // namespace koppelkans::io
