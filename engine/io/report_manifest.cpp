#include "engine/io/report_manifest.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/domain/errors.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

namespace {
constexpr std::uintmax_t most_mb = 64;  // some 400,000 files
}

bool is_path_of_report(const std::string& text) {
    const fs::path path(text);
    const auto parts = std::distance(path.begin(), path.end());
    return !text.empty() && text.find('\0') == std::string::npos &&
           text.find("//") == std::string::npos && path.is_relative() && parts <= 2 &&
           std::all_of(path.begin(), path.end(), [](const fs::path& part) {
               return !part.empty() && part.native().front() != '.';
           });
}

ListedFiles files_in_manifest(const HeldFolder& folder, const std::string& shown) {
    const HeldPlace place = place_in(folder, manifest_name);
    if (size_at(place) > most_mb << 20) {
        throw domain::InputError(fmt::format(
            "{}/{}: this is larger than {} MB, and no report lists that much; move it away", shown,
            manifest_name, most_mb));
    }
    ListedFiles files;
    const auto json = nlohmann::json::parse(bytes_at(place), nullptr, false);
    if (!json.is_object() || !json.contains("koppelkans") || !json.contains("files") ||
        !json["files"].is_array()) {
        return files;
    }
    for (const auto& entry : json["files"]) {
        if (entry.is_object() && entry.contains("path") && entry["path"].is_string() &&
            entry.contains("bytes") && entry["bytes"].is_number_unsigned() &&
            entry.contains("sha256") && entry["sha256"].is_string()) {
            const std::string path = entry["path"];
            if (is_path_of_report(path)) {
                files.try_emplace(path, ReportFile{path, entry["bytes"], entry["sha256"]});
            }
        }
    }
    return files;
}

bool is_as_listed(const HeldPlace& place, const ReportFile& file) {
    return size_at(place) == file.bytes && !file.sha256.empty() && sha256_at(place) == file.sha256;
}

}  // namespace koppelkans::io
