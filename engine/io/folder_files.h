#pragma once

#include <string>
#include <vector>

namespace koppelkans::io {

/// What a folder given for plans holds.
struct FolderFiles {
    /// The paths of what is opened, by name: vector files, tables, `.gdb` folders, and packed ones
    /// (`.csv.gz`, `.shp.zip`) that do not lie there unpacked as well.
    std::vector<std::string> vector_files;
    /// Other files that may hold plans, so that none is passed over without a word: a sentence for
    /// all files of one ending, by ending.
    std::vector<std::string> notes;
};

/// Looks at names alone, and not into folders below. Not told of: hidden files, documents,
/// pictures, styles, projects and settings, and what belongs to a file beside it (`.prj`, the
/// `.dbf` of a `.shp`). Throws domain::InputError for a folder that cannot be listed, wholly or
/// in part: what is in it would be left out without a word.
///
///     files_of("plannen").vector_files     // plannen/riool.gpkg, plannen/groen.csv.gz
FolderFiles files_of(const std::string& folder);

}  // namespace koppelkans::io
