#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/io/configuration.h"
#include "engine/io/source.h"

namespace koppelkans::io {

/// A layer of a file, as `init` tells the user about it.
struct InspectedLayer {
    std::string path;
    std::string layer;
    bool only_layer = true;  ///< of its file, housekeeping aside
    std::string geometry;    ///< OGR's word: `Multi Polygon`; empty for none
    bool has_crs = false;    ///< one that says where on earth
    std::int64_t rows = -1;  ///< -1: only reading would tell
    std::vector<FieldMatch> fields;
    std::string soort;            ///< code; empty when a column tells it, or nothing does
    std::string soort_explained;  ///< empty when nothing tells it
    bool looks_like_buurten = false;

    /// There is enough to it to be a source: a soort, or a date.
    bool looks_like_source() const;
};

struct Inspection {
    std::vector<InspectedLayer> layers;
    std::vector<std::string> notes;  ///< what was passed over, and why, one sentence each
};

/// The vector layers of a file or of the files in a folder (not those in folders below it, a `.gdb`
/// is a file), by name. Files that no driver reads are noted, and so are results of our own. A file
/// that is named itself and cannot be read is a domain::InputError, and so is a folder that cannot
/// be listed, and a file in it that this user has no right to read. Reads up to 1,000 rows a layer.
Inspection inspect(const std::string& path, const Configuration& run);

/// The sources in a file or folder as a configuration would name them: `naam` is the name of the
/// file, with the layer's behind it where the file gives more than one, and unique. Layers of
/// buurten are passed over, and layers that have neither soort nor date, unless the file was named
/// itself and has nothing else. `notes` gets what was passed over.
std::vector<BronConfiguration> sources_of(const std::string& path, const Configuration& run,
                                          std::vector<std::string>* notes = nullptr);

}  // namespace koppelkans::io
