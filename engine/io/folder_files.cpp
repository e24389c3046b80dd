#include "engine/io/folder_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/read_rights.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

namespace {

using Endings = std::set<std::string>;

/// Of files that are opened themselves.
const Endings vector_endings = {".gpkg",    ".sqlite", ".db",       ".shp",      ".shz",
                                ".geojson", ".json",   ".geojsonl", ".geojsons", ".fgb",
                                ".gdb",     ".csv",    ".tsv",      ".xlsx",     ".ods",
                                ".dxf",     ".gml",    ".kml",      ".kmz"};

const Endings packings = {".gz", ".zip"};
const Endings archives = {".gz", ".zip", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst"};

/// Of files that hold no plan, or none that a program could read.
const Endings quiet_endings = {
    // Settings, styles and projects.
    ".toml", ".ini", ".qml", ".sld", ".lyr", ".lyrx", ".qgs", ".qgz", ".qlr", ".mxd", ".aprx",
    // Documents and pictures.
    ".pdf", ".md", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".htm", ".html",
    ".eml", ".msg", ".log", ".py", ".sh", ".bat", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp",
    ".tif", ".tiff",
    // What stands beside a file of vectors: its CRS, encoding, types, index or journal.
    ".prj", ".qpj", ".cpg", ".cst", ".shx", ".sbn", ".sbx", ".qix", ".ain", ".aih", ".ixs", ".mxs",
    ".atx", ".fbn", ".fbx", ".qmd", ".csvt", ".gfs", ".xsd", ".gpkg-wal", ".gpkg-shm",
    ".gpkg-journal", ".properties"};

/// Names that say themselves that a file is there to be read by people.
const std::set<std::string> quiet_stems = {"readme",   "leesmij", "license",  "licence",
                                           "licentie", "copying", "changelog"};

/// A file with the first ending belongs to one of the same name with the second.
const std::map<std::string, std::string> owners = {{".dbf", ".shp"}, {".dat", ".tab"},
                                                   {".map", ".tab"}, {".id", ".tab"},
                                                   {".ind", ".tab"}, {".mid", ".mif"}};

std::string ending_of(const fs::path& path) {
    return domain::folded(path.extension().string());
}

/// `riool.csv` of `riool.csv.gz`; empty for what is not packed so.
fs::path unpacked(const fs::path& path) {
    const bool is_packed = packings.count(ending_of(path)) > 0;
    const fs::path inner = is_packed ? path.stem() : fs::path();
    return vector_endings.count(ending_of(inner)) > 0 ? inner : fs::path();
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;  // of its own: a link that leads nowhere must not end the listing
    return fs::is_directory(path, ignored);
}

[[noreturn]] void fail_to_list(const std::string& folder, const std::error_code& error) {
    throw domain::InputError({folder, {}, {}},
                             fmt::format("this folder cannot be listed: {}", error.message()));
}

/// Everything in the folder but folders and hidden files, by name; a `.gdb` folder is a file.
std::vector<fs::path> listed(const std::string& folder) {
    check_rights(folder);
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path& path = entry->path();
        const bool is_hidden = path.filename().string().front() == '.';
        if (!is_hidden && (!is_folder(path) || ending_of(path) == ".gdb")) {
            files.push_back(path);
        }
    }
    if (error) {
        fail_to_list(folder, error);
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_read(const fs::path& path) {
    const std::string ending = ending_of(path);
    return vector_endings.count(ending) > 0 && is_folder(path) == (ending == ".gdb");
}

/// `names` are those of all files, folded.
bool needs_no_word(const fs::path& path, const std::set<std::string>& names) {
    const std::string name = domain::folded(path.filename().string());
    const auto owner = owners.find(ending_of(path));
    const bool has_owner = owner != owners.end() &&
                           names.count(domain::folded(path.stem().string()) + owner->second) > 0;
    return has_owner || quiet_endings.count(ending_of(path)) > 0 ||
           quiet_stems.count(domain::folded(path.stem().string())) > 0 ||
           name.ends_with(".shp.xml") || name.ends_with(".aux.xml");
}

std::string note_of(const std::string& ending, const std::vector<fs::path>& files) {
    const std::string others =
        files.size() == 1 ? std::string() : fmt::format(" and {} more", files.size() - 1);
    const std::string kind =
        ending.empty() ? std::string("without an ending") : fmt::format("that end in {}", ending);
    return fmt::format("{}{}: passed over, files {} are not read from a folder; {}",
                       files.front().string(), others, kind,
                       archives.count(ending) > 0
                           ? "unpack them if they hold plans"
                           : "if they hold plans, save these as a GeoPackage or CSV");
}

}  // namespace

FolderFiles files_of(const std::string& folder) {
    FolderFiles found;
    std::set<std::string> names;
    std::map<std::string, std::vector<fs::path>> others;
    const std::vector<fs::path> files = listed(folder);
    for (const fs::path& path : files) {
        names.insert(domain::folded(path.filename().string()));
    }
    std::set<std::string> unpacked_names;
    for (const fs::path& path : files) {
        const std::string inner = domain::folded(unpacked(path).string());
        if (is_read(path)) {
            found.vector_files.push_back(path.string());
        } else if (!inner.empty() && !is_folder(path)) {
            // The same plans twice would meet themselves.
            if (names.count(inner) > 0 || !unpacked_names.insert(inner).second) {
                found.notes.push_back(fmt::format("{}: passed over, {} is there as well",
                                                  path.string(), unpacked(path).string()));
            } else {
                found.vector_files.push_back(path.string());
            }
        } else if (!needs_no_word(path, names)) {
            others[ending_of(path)].push_back(path);
        }
    }
    for (const auto& [ending, paths] : others) {
        found.notes.push_back(note_of(ending, paths));
    }
    return found;
}

}  // namespace koppelkans::io
