#include "engine/io/report_recovery.h"

#include <algorithm>
#include <cerrno>
#include <set>
#include <string_view>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/file_place.h"
#include "engine/io/held_folder.h"
#include "engine/io/report_manifest.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

/// The names in a folder; nothing where it cannot be read.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        names.push_back(at->path().filename().string());
    }
    return names;
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(fs::symlink_status(path, error));
}

bool lists(const ListedFiles& files, const ReportFile& file) {
    const auto found = files.find(file.path);
    return found != files.end() && found->second.sha256 == file.sha256;
}

/// A report that was killed between its first file and its last.
class HalfReport {
  public:
    HalfReport(const std::string& folder, const std::string& hidden)
        : folder_(folder),
          hidden_(hidden),
          kept_(hidden_.below(kept_folder)),
          folder_path_(folder),
          hidden_path_(hidden),
          kept_path_(hidden_path_ / kept_folder) {
        if (size_at(place_in(hidden_, manifest_name))) {
            is_begun_ = true;
            files_ = files_in_manifest(hidden_, hidden);
            present_ = files_in_manifest(folder_, folder);
            kept_files_ = files_in_manifest(kept_, kept_path_.string());
        }
    }

    /// The new files that came where nothing was. What a report that is there, or was, lists just
    /// so is its own: an attempt to put it back may have brought it already.
    std::vector<std::string> added() const;
    /// Their folders, and those of the others.
    std::set<std::string> folders() const;
    /// Whether the manifest of the report that was there is among what was kept.
    bool has_kept_manifest() const { return !kept_files_.empty(); }
    std::string put_back() const;

  private:
    std::vector<std::string> kept_paths() const;
    bool is_of_report(const HeldPlace& place, const HeldPlace& kept, const std::string& path) const;

    HeldFolder folder_;
    HeldFolder hidden_;
    HeldFolder kept_;
    fs::path folder_path_;
    fs::path hidden_path_;
    fs::path kept_path_;
    bool is_begun_ = false;
    ListedFiles files_;       ///< of the new report
    ListedFiles present_;     ///< of the manifest in the folder
    ListedFiles kept_files_;  ///< of the one that was kept
};

std::vector<std::string> HalfReport::added() const {
    std::vector<std::string> paths;
    for (const auto& [path, file] : files_) {
        if (!is_there(place_in(hidden_, path)) && !is_there(place_in(kept_, path)) &&
            !lists(present_, file) && !lists(kept_files_, file) &&
            is_as_listed(place_in(folder_, path), file)) {
            paths.push_back(path);
        }
    }
    return paths;
}

std::set<std::string> HalfReport::folders() const {
    std::set<std::string> folders;
    for (const auto& [path, file] : files_) {
        folders.insert(fs::path(path).parent_path().string());
    }
    folders.erase("");
    return folders;
}

/// The manifest last, as it tells of the others.
std::vector<std::string> HalfReport::kept_paths() const {
    std::vector<std::string> paths;
    if (!kept_.is_open()) {
        return paths;
    }
    const auto add = [&](const std::string& path) {
        if (is_path_of_report(path) && !is_folder(kept_path_ / path)) {
            paths.push_back(path);
        }
    };
    for (const std::string& name : names_in(kept_path_)) {
        add(name);
        if (is_folder(kept_path_ / name)) {
            for (const std::string& below : names_in(kept_path_ / name)) {
                add(name + "/" + below);
            }
        }
    }
    std::partition(paths.begin(), paths.end(),
                   [](const std::string& path) { return path != manifest_name; });
    return paths;
}

/// The old file by its other name, or what the new report laid over it.
bool HalfReport::is_of_report(const HeldPlace& place, const HeldPlace& kept,
                              const std::string& path) const {
    const auto file = files_.find(path);
    return is_same_file(place, kept) || (file != files_.end() && is_as_listed(place, file->second));
}

std::string HalfReport::put_back() const {
    if (!is_begun_) {
        return "";
    }
    std::string failed;
    const auto note = [&failed](bool is_done, const fs::path& path) {
        if (!is_done && failed.empty()) {
            failed = path.string() + ": " + reason_of(errno);
        }
    };
    for (const std::string& path : added()) {
        note(remove_at(place_in(folder_, path)), folder_path_ / path);
    }
    for (const std::string& folder : folders()) {
        // Only where it is empty now.
        static_cast<void>(::unlinkat(folder_.number(), folder.c_str(), AT_REMOVEDIR));
    }
    for (const std::string& path : kept_paths()) {
        const HeldPlace kept = place_in(kept_, path);
        const HeldPlace place = place_made_in(folder_, path);
        note(place.folder.is_open(), folder_path_ / path);
        // A file that somebody put there since then is worth more than a page of an old report.
        if (place.folder.is_open() && (!is_there(place) || is_of_report(place, kept, path))) {
            note(move_to(kept, place), folder_path_ / path);
        }
    }
    if (failed.empty()) {
        note(remove_at(place_in(hidden_, manifest_name)), hidden_path_ / manifest_name);
    }
    return failed;
}

bool is_of_user_or_owner(const fs::path& path, const std::string& folder) {
    struct ::stat there {};
    struct ::stat owned {};
    return ::lstat(path.c_str(), &there) == 0 && ::stat(folder.c_str(), &owned) == 0 &&
           (there.st_uid == ::geteuid() || there.st_uid == owned.st_uid);
}

/// The hidden folders in `where` whose name begins so, of processes that are gone, for `folder`.
std::vector<fs::path> left_in(const fs::path& where, const std::string& prefix,
                              const std::string& folder, Others others) {
    std::vector<fs::path> left;
    for (const std::string& name : names_in(where)) {
        if (!name.starts_with(prefix) || !is_folder(where / name) ||
            !is_of_user_or_owner(where / name, folder)) {
            continue;
        }
        const std::string_view rest = std::string_view(name).substr(prefix.size());
        if (others == Others::are_dead || !is_alive(rest.substr(0, rest.find('-')))) {
            left.push_back(where / name);
        }
    }
    return left;
}

/// What goes away when half a report does.
struct Leaving {
    std::set<std::string> files;
    std::set<std::string> folders;  ///< these only where nothing else is in them
};

bool stays(const fs::path& folder, const std::string& name, const Leaving& leaving) {
    if (is_hidden_of_report(name) || leaving.files.contains(name)) {
        return false;
    }
    if (!leaving.folders.contains(name) || !is_folder(folder / name)) {
        return true;
    }
    const std::vector<std::string> below = names_in(folder / name);
    return std::any_of(below.begin(), below.end(), [&](const std::string& one) {
        return !leaving.files.contains(name + "/" + one);
    });
}

}  // namespace

bool is_hidden_of_report(const std::string& name) {
    return name.starts_with(hidden_prefix);
}

std::string prefix_beside(const fs::path& folder) {
    return "." + folder.filename().string() + hidden_prefix;
}

std::string put_back(const std::string& folder, const std::string& hidden) {
    return HalfReport(folder, hidden).put_back();
}

bool holds_files_of_others(const std::string& folder, Others others) {
    if (!files_in_manifest(HeldFolder(folder), folder).empty()) {
        return false;
    }
    Leaving leaving;
    for (const fs::path& hidden : left_in(folder, hidden_prefix, folder, others)) {
        const HalfReport half(folder, hidden.string());
        if (half.has_kept_manifest()) {
            return false;
        }
        for (std::string& path : half.added()) {
            leaving.files.insert(std::move(path));
        }
        leaving.folders.merge(half.folders());
    }
    const std::vector<std::string> names = names_in(folder);
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return stays(folder, name, leaving); });
}

void clear_killed_reports(const std::string& folder, Others others) {
    std::error_code error;
    for (const fs::path& hidden : left_in(folder, hidden_prefix, folder, others)) {
        const std::string failed = put_back(folder, hidden.string());
        if (!failed.empty()) {
            throw domain::InputError(fmt::format(
                "{}: here lies what a report that was killed left, and not all of it can be put "
                "back ({}); put that right, or remove this folder",
                hidden.string(), failed));
        }
        fs::remove_all(hidden, error);
    }
    const fs::path path(folder);
    for (const fs::path& hidden :
         left_in(path.parent_path(), prefix_beside(path), folder, others)) {
        fs::remove_all(hidden, error);
    }
}

}  // namespace koppelkans::io
