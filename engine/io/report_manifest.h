#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "engine/io/held_folder.h"

namespace koppelkans::io {

/// A file of a report, as its manifest lists it.
struct ReportFile {
    std::string path;  ///< below the folder, with /
    std::uintmax_t bytes = 0;
    std::string sha256;
};

inline constexpr const char* manifest_name = "manifest.json";

/// A path that a report may write: the overview, the workbook, the manifest, `csv/` and the name of
/// a layer, a page in `buurt/`, `wijk/` or `gemeente/`. A list from someone else removes no other
/// file. Of a file only one spelling is so.
bool is_path_of_report(const std::string& text);

/// By path.
using ListedFiles = std::map<std::string, ReportFile>;

/// What the manifest of a report in that folder lists; nothing where there is none, or none that
/// can be read. A path that no report writes is
/// left out; of those that are repeated the first counts. Throws domain::InputError, which calls
/// the folder `shown`, for a manifest of more than 64 MB.
ListedFiles files_in_manifest(const HeldFolder& folder, const std::string& shown);

/// Whether an ordinary file is there that is as the report made it. Cost: one pass over the file
/// where it has that size, else none.
bool is_as_listed(const HeldPlace& place, const ReportFile& file);

}  // namespace koppelkans::io
