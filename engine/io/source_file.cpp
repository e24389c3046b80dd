#include "engine/io/source_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/configuration.h"
#include "engine/io/read_rights.h"
#include "engine/io/source_access.h"

namespace koppelkans::io {

namespace fs = std::filesystem;
using domain::InputError;
using domain::InputPlace;

namespace {

std::string lower_extension(const std::string& path) {
    return domain::folded(fs::path(path).extension().string());
}

bool is_text_table(const std::string& path) {
    const std::string extension = lower_extension(path);
    return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

/// A text file in UTF-16 has a byte order mark, or at least a zero in its first two letters.
bool looks_like_utf16(const std::string& path) {
    std::array<char, 4> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    if (file.gcount() < 2) {
        return false;
    }
    const bool mark =
        (head[0] == '\xFF' && head[1] == '\xFE') || (head[0] == '\xFE' && head[1] == '\xFF');
    return mark || head[0] == '\0' || head[1] == '\0';
}

bool is_special(const fs::path& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// Drivers look for files of the same name with other endings, and into a folder: a pipe among
/// these would be waited for, a device might never end.
void check_beside(const std::string& bron, const InputPlace& place) {
    std::error_code error;
    const bool is_folder = fs::is_directory(bron, error);
    const fs::path parent = fs::path(bron).has_parent_path() ? fs::path(bron).parent_path() : ".";
    const std::string stem = domain::folded(stem_of(bron)) + ".";
    std::string first;  // in name order: a folder has none
    for (fs::directory_iterator entry(is_folder ? fs::path(bron) : parent, error), end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool belongs = is_folder || domain::folded(name).rfind(stem, 0) == 0;
        if (belongs && (first.empty() || name < first) && is_special(entry->path())) {
            first = name;
        }
    }
    if (!first.empty()) {
        throw InputError(place, fmt::format("{} {} it is a pipe or a device, which would be waited "
                                            "for; take it away",
                                            first, is_folder ? "in" : "beside"));
    }
}

}  // namespace

void check_archive_file(const std::string& bron, const InputPlace& place) {
    for (std::size_t slash = bron.find('/', 1); slash != std::string::npos;) {
        const std::size_t next = bron.find('/', slash + 1);
        const std::size_t start = bron.find('/', 1) + 1;
        if (next > start && is_special(bron.substr(start, next - start))) {
            throw InputError(place, "this is a pipe or a device; save what it gives as a file");
        }
        slash = next;
    }
}

void check_source_file(const std::string& bron, const InputPlace& place) {
    std::error_code ignored;
    check_rights(bron, place);
    if (!fs::exists(bron, ignored)) {
        const bool is_link = fs::is_symlink(fs::symlink_status(bron, ignored));
        const std::string near = is_link ? std::string() : nearest_file(bron);
        throw InputError(place, near.empty()
                                    ? std::string("this file does not exist")
                                    : fmt::format("this file does not exist; is {} meant?", near));
    }
    // A pipe would be waited for until somebody writes to it.
    if (!fs::is_regular_file(bron, ignored) && !fs::is_directory(bron, ignored)) {
        throw InputError(place, "this is a pipe or a device; save what it gives as a file");
    }
    if (fs::is_regular_file(bron, ignored) && fs::file_size(bron, ignored) == 0) {
        throw InputError(place, "this file is empty (0 bytes)");
    }
    if (is_text_table(bron) && looks_like_utf16(bron)) {
        throw InputError(
            place, fmt::format("this file is UTF-16, which cannot be read; make it UTF-8 first: "
                               "iconv -f UTF-16 -t UTF-8 \"{0}\" > \"{1}-utf8{2}\"",
                               bron, stem_of(bron), lower_extension(bron)));
    }
    const fs::path path(bron);
    if (lower_extension(bron) == ".shp" &&
        !fs::exists(fs::path(path).replace_extension(".shx"), ignored) &&
        !fs::exists(fs::path(path).replace_extension(".SHX"), ignored)) {
        throw InputError(place,
                         "the .shx beside this .shp is missing; a shapefile is at least .shp, .shx "
                         "and .dbf, so ask for all of its files");
    }
    check_beside(bron, place);
}

std::string file_on_disk(const std::string& name) {
    std::error_code ignored;
    std::string rest = name;
    const auto archive_end = [&rest](bool inside) -> std::size_t {
        for (const std::string_view archive : {"/vsizip/", "/vsigzip/", "vsizip/", "vsigzip/"}) {
            if (rest.starts_with(archive) && (inside || archive.front() == '/')) {
                return archive.size();
            }
        }
        return 0;
    };
    for (std::size_t end = archive_end(false); end > 0; end = archive_end(true)) {
        rest.erase(0, end);
        rest.erase(0, rest.find_first_not_of('{'));
    }
    while (!rest.empty() && !fs::is_regular_file(rest, ignored)) {
        const std::size_t end = rest.find_last_of("/}");
        rest.erase(end == std::string::npos ? 0 : end);
    }
    return rest.empty() ? name : rest;
}

std::string gdal_name_of(const std::string& bron) {
    if (access_of(bron) != SourceAccess::file) {
        return bron;
    }
    // To drivers a colon or a brace may begin an address, a query, or the data themselves.
    const bool may_mean_more = bron.find_first_of(":{<") != std::string::npos;
    std::string file = may_mean_more && fs::path(bron).is_relative() ? "./" + bron : bron;
    const std::string extension = lower_extension(file);
    const bool is_zipped_file =
        extension == ".zip" && !lower_extension(fs::path(file).stem().string()).empty();
    if (extension == ".gz" || is_zipped_file) {
        file.insert(0, extension == ".gz" ? "/vsigzip/" : "/vsizip/");
    }
    return file;
}

std::string nearest_file(const std::string& path) {
    std::error_code error;
    std::vector<std::string> names;
    const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".";
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return domain::nearest(fs::path(path).filename().string(), names);
}

std::string stem_of(const std::string& path) {
    std::string name = fs::path(path).filename().string();
    if (name.empty()) {  // a folder with a slash behind it
        name = fs::path(path).parent_path().filename().string();
    }
    const std::string extension = lower_extension(name);
    if (extension == ".gz" || extension == ".zip") {
        name = fs::path(name).stem().string();
    }
    return fs::path(name).stem().string();
}

}  // namespace koppelkans::io
