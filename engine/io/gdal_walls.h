#pragma once

#include <string>

namespace koppelkans::io {

// What GDAL may not do behind the name of a source. A GeoJSON may name its CRS by a link that is
// then fetched, a database a table that is a file elsewhere; their names show nothing of it. These
// hold for the whole process, since GDAL's file systems and options do. Internal to the sources.

/// Closes GDAL's file systems that are no files of this machine nor archives (standard input, parts
/// of files, files made of others), and the network of PROJ inside GDAL, whatever the environment
/// says. Called once, before drivers are registered.
void close_side_doors();

/// Closes the network: GDAL's file systems of the web and the cloud, and its fetching of what a
/// file refers to. From then on such a request fails before a name is looked up. May be called
/// often, from any thread; there is no way back.
void close_network();

/// What was refused on this thread since the last call; empty: nothing.
std::string take_refused_address();

}  // namespace koppelkans::io
