#include "engine/io/report_manifest.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <nlohmann/json.hpp>

#include "engine/domain/ids.h"
#include "engine/io/held_folder.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

bool is_path_of_report(const std::string& text) {
    const fs::path path(text);
    const auto parts = std::distance(path.begin(), path.end());
    return !text.empty() && path.is_relative() && parts <= 2 &&
           std::all_of(path.begin(), path.end(), [](const fs::path& part) {
               return !part.empty() && part.native().front() != '.';
           });
}

std::vector<ReportFile> files_in_manifest(const std::string& folder) {
    std::vector<ReportFile> files;
    const auto json =
        nlohmann::json::parse(bytes_of_file(folder + "/" + manifest_name), nullptr, false);
    if (!json.is_object() || !json.contains("koppelkans") || !json.contains("files") ||
        !json["files"].is_array()) {
        return files;
    }
    for (const auto& entry : json["files"]) {
        if (entry.is_object() && entry.contains("path") && entry["path"].is_string() &&
            entry.contains("sha256") && entry["sha256"].is_string()) {
            const std::string path = entry["path"];
            if (is_path_of_report(path)) {
                files.push_back({path, 0, entry["sha256"]});
            }
        }
    }
    return files;
}

std::string sha256_of_file(const std::string& path) {
    return domain::sha256_hex(bytes_of_file(path));
}

}  // namespace koppelkans::io
