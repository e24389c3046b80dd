#include "engine/io/report_manifest.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/domain/errors.h"
#include "engine/domain/layers.h"

namespace koppelkans::io {

namespace {
constexpr std::uintmax_t most_mb = 64;  // some 400,000 files

/// `<layer>.csv`
bool is_table(std::string_view name) {
    return name.ends_with(".csv") && domain::layer_named(name.substr(0, name.size() - 4));
}

/// The name that `file_name_of` makes of a code, as a page or printed.
bool is_page(std::string_view name) {
    const std::size_t dot = name.find('.');
    const std::string_view ending = name.substr(std::min(dot, name.size()));
    return dot > 0 && (ending == ".html" || ending == ".pdf") &&
           std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dot), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}
}  // namespace

bool is_path_of_report(const std::string& text) {
    static const std::set<std::string_view> at_top = {"index.html", "index.pdf",
                                                      "koppelkansen.xlsx", manifest_name};
    static const std::set<std::string_view> folders_of_pages = {"buurt", "wijk", "gemeente"};
    const std::string_view path(text);
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) {
        return at_top.contains(path);
    }
    const std::string_view folder = path.substr(0, slash);
    const std::string_view name = path.substr(slash + 1);
    if (folder == "csv") {
        return is_table(name);
    }
    return folders_of_pages.contains(folder) && is_page(name);
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
