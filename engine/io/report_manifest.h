#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace koppelkans::io {

/// A file of a report, as its manifest lists it.
struct ReportFile {
    std::string path;  ///< below the folder, with /
    std::uintmax_t bytes = 0;
    std::string sha256;
};

inline constexpr const char* manifest_name = "manifest.json";

/// A relative path with at most one folder and no hidden part: all that a report writes.
bool is_path_of_report(const std::string& text);

/// What the manifest of a report in that folder lists; nothing where there is none, or none that
/// can be read. A path that no report writes (out of the folder, hidden, deeper than one folder) is
/// left out.
std::vector<ReportFile> files_in_manifest(const std::string& folder);

/// Of the file; that of no bytes where it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace koppelkans::io
