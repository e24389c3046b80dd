#include "engine/io/report_folder.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/ids.h"
#include "engine/io/file_place.h"
#include "engine/io/input_hash.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.json";
constexpr std::string_view temporary_prefix = ".koppelkans-report-";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A relative path with at most one folder and no hidden part: all that a report writes.
bool is_our_kind(const std::string& text) {
    const fs::path path(text);
    const auto parts = std::distance(path.begin(), path.end());
    return !text.empty() && path.is_relative() && parts <= 2 &&
           std::all_of(path.begin(), path.end(), [](const fs::path& part) {
               return !part.empty() && part.native().front() != '.';
           });
}

/// What an earlier report wrote here; nothing where there is none, or none that can be read.
std::vector<ReportFile> files_in_manifest(const fs::path& folder) {
    std::vector<ReportFile> files;
    const auto json = nlohmann::json::parse(bytes_of(folder / manifest_name), nullptr, false);
    if (!json.is_object() || !json.contains("koppelkans") || !json.contains("files") ||
        !json["files"].is_array()) {
        return files;
    }
    for (const auto& entry : json["files"]) {
        if (entry.is_object() && entry.contains("path") && entry["path"].is_string() &&
            entry.contains("sha256") && entry["sha256"].is_string()) {
            const std::string path = entry["path"];
            if (is_our_kind(path)) {
                files.push_back({path, 0, entry["sha256"]});
            }
        }
    }
    return files;
}

bool is_alive(std::string_view process) {
    int number = 0;
    for (const char c : process) {
        if (c < '0' || c > '9' || number > 100'000'000) {
            return true;
        }
        number = 10 * number + (c - '0');
    }
    return ::kill(number, 0) == 0 || errno == EPERM;
}

/// The hidden folders of reports whose process is gone.
void remove_left_behind(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> left;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(temporary_prefix)) {
            const std::string_view rest = std::string_view(name).substr(temporary_prefix.size());
            if (!is_alive(rest.substr(0, rest.find('-')))) {
                left.push_back(at->path());
            }
        }
    }
    for (const fs::path& path : left) {
        fs::remove_all(path, error);
    }
}

bool holds_other_files(const fs::path& folder) {
    std::error_code error;
    return std::any_of(fs::directory_iterator(folder, error), fs::directory_iterator(),
                       [](const fs::directory_entry& entry) {
                           return !entry.path().filename().native().starts_with(temporary_prefix);
                       });
}

/// Makes the folder and those above it; true where it was not there.
bool made(const std::string& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) {
        return false;
    }
    if (exists(folder)) {
        throw domain::InputError(
            fmt::format("{}: this is no folder; a report needs one of its own", folder));
    }
    fs::create_directories(folder, error);
    if (error) {
        fail_to_write(folder, error.message());
    }
    return true;
}

std::string temporary_folder_in(const std::string& folder) {
    std::random_device random;
    std::string path =
        fmt::format("{}/{}{}-{:08x}", folder, temporary_prefix, ::getpid(), random());
    if (::mkdir(path.c_str(), 0777) != 0) {
        fail_to_write(folder, fmt::format("it takes no new file ({})", reason_of(errno)));
    }
    return path;
}

}  // namespace

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void FolderLock::take(const std::string& folder, const std::string& shown) {
    descriptor_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0) {
        throw domain::InputError(fmt::format("{}: {}", shown, reason_of(errno)));
    }
    // Some file systems know no locks: there, nobody can be kept out.
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        throw domain::InputError(fmt::format("{}: another report is being made here", shown));
    }
}

ReportFolder::ReportFolder(std::string folder, Overwrite overwrite)
    : folder_(std::move(folder)), overwrite_(overwrite) {
    if (folder_.empty()) {
        throw domain::UsageError("-o \"\" names no folder");
    }
    made_folder_ = made(folder_);
    resolved_ = fs::canonical(folder_).string();
    lock_.take(resolved_, folder_);
    remove_left_behind(resolved_);
    old_ = files_in_manifest(resolved_);
    if (old_.empty() && overwrite == Overwrite::no && holds_other_files(resolved_)) {
        throw domain::InputError(fmt::format(
            "{}: this folder holds files that are no report; name another one, or say --overwrite "
            "to write among them",
            folder_));
    }
    temporary_ = temporary_folder_in(resolved_);
}

ReportFolder::~ReportFolder() {
    std::error_code error;
    fs::remove_all(temporary_, error);
    if (made_folder_) {
        fs::remove(resolved_, error);  // only where nothing came into it
    }
}

std::string ReportFolder::place(const std::string& path) const {
    const fs::path target = fs::path(temporary_) / path;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) {
        fail_to_write(folder_ + "/" + path, error.message());
    }
    return target.string();
}

void ReportFolder::write(const std::string& path, std::string_view bytes) const {
    const std::string shown = folder_ + "/" + path;
    errno = 0;
    std::FILE* const file = std::fopen(place(path).c_str(), "wbx");
    if (file == nullptr) {
        fail_to_write(shown, reason_of(errno));
    }
    const bool is_whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const int write_error = errno;
    const bool is_closed = std::fclose(file) == 0;
    if (!is_whole || !is_closed) {
        fail_to_write(shown, reason_of(is_whole ? errno : write_error));
    }
}

void ReportFolder::drop(const std::string& path) const {
    std::error_code error;
    fs::remove(fs::path(temporary_) / path, error);
}

std::vector<ReportFile> ReportFolder::made_files(const analysis::Progress& progress) const {
    std::vector<ReportFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
        if (entry.is_regular_file()) {
            files.push_back({entry.path().lexically_relative(temporary_).generic_string(),
                             entry.file_size(),
                             hash_of_files({entry.path().string()}, progress).value_or("")});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const ReportFile& a, const ReportFile& b) { return a.path < b.path; });
    return files;
}

/// A full disk may say so only now, as long as nothing has its place.
void ReportFolder::bring_to_disk_below() const {
    for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
        if (entry.is_regular_file()) {
            bring_to_disk(
                entry.path().string(),
                folder_ + "/" + entry.path().lexically_relative(temporary_).generic_string());
        }
    }
}

/// What would stop a rename, found before the first one: half a report is worse than none.
void ReportFolder::check_places(const std::vector<std::string>& paths) const {
    for (const std::string& path : paths) {
        const fs::path target = fs::path(resolved_) / path;
        const fs::path parent = target.parent_path();
        std::error_code error;
        const auto refuse = [&](const fs::path& at, const char* what) {
            throw domain::InputError(fmt::format("{}/{}: {}; take it away, or name another folder",
                                                 folder_, at.lexically_relative(resolved_).string(),
                                                 what));
        };
        if (parent != resolved_ && fs::is_symlink(parent, error)) {
            refuse(parent, "this is a link, and a report writes only within its folder");
        }
        if (fs::exists(parent, error) && !fs::is_directory(parent, error)) {
            refuse(parent, "this is a file where the report has a folder");
        }
        if (fs::is_directory(fs::symlink_status(target, error))) {
            refuse(target, "this is a folder where the report has a file");
        }
        if (::access((fs::exists(parent, error) ? parent : fs::path(resolved_)).c_str(),
                     W_OK | X_OK) != 0) {
            refuse(parent, "nothing may be written here");
        }
    }
}

/// A note that somebody wrote on a page must not go unseen.
void ReportFolder::check_unchanged(const std::vector<std::string>& paths) const {
    for (const ReportFile& file : old_) {
        const fs::path path = fs::path(resolved_) / file.path;
        std::error_code error;
        if (std::find(paths.begin(), paths.end(), file.path) != paths.end() &&
            fs::is_regular_file(fs::symlink_status(path, error)) &&
            domain::sha256_hex(bytes_of(path)) != file.sha256) {
            throw domain::InputError(
                fmt::format("{}/{}: somebody changed this file since its report was made; move it "
                            "away, or say --overwrite to replace it",
                            folder_, file.path));
        }
    }
}

void ReportFolder::place_all(const std::vector<std::string>& paths) const {
    for (const std::string& path : paths) {
        const fs::path target = fs::path(resolved_) / path;
        std::error_code error;
        fs::create_directories(target.parent_path(), error);
        if (::rename(place(path).c_str(), target.c_str()) != 0) {
            fail_to_write(folder_ + "/" + path, reason_of(errno));
        }
    }
}

ReportFolder::Finished ReportFolder::finish(const ManifestOf& manifest_of,
                                            const analysis::Progress& progress,
                                            const std::function<void()>& before_placing) {
    std::vector<ReportFile> files = made_files(progress);
    write(manifest_name, manifest_of(files));
    std::vector<std::string> paths;
    for (const ReportFile& file : files) {
        paths.push_back(file.path);
    }
    paths.emplace_back(manifest_name);  // last: it tells of what is there
    check_places(paths);
    if (overwrite_ == Overwrite::no) {
        check_unchanged(paths);
    }
    bring_to_disk_below();
    if (before_placing) {
        before_placing();
    }
    place_all(paths);
    const std::int64_t removed = remove_stale(files);
    return {std::move(files), removed};
}

std::int64_t ReportFolder::remove_stale(const std::vector<ReportFile>& files) const {
    std::int64_t removed = 0;
    std::set<std::string> now;
    for (const ReportFile& file : files) {
        now.insert(file.path);
    }
    for (const ReportFile& file : old_) {
        const fs::path path = fs::path(resolved_) / file.path;
        std::error_code error;
        if (now.contains(file.path) || !fs::is_regular_file(fs::symlink_status(path, error)) ||
            fs::is_symlink(path.parent_path(), error) ||
            domain::sha256_hex(bytes_of(path)) != file.sha256) {
            continue;
        }
        removed += fs::remove(path, error) ? 1 : 0;
        if (path.parent_path() != resolved_) {
            fs::remove(path.parent_path(), error);  // only where it is empty now
        }
    }
    return removed;
}

namespace {
constexpr std::size_t digits_of_hash = 16;  // with 8, who tries finds two codes within a second

/// As the name of a code that was changed; a code of its own that does so must not pass for one.
bool ends_as_changed(std::string_view code) {
    constexpr std::size_t end_bytes = 1 + digits_of_hash;
    return code.size() >= end_bytes && code[code.size() - end_bytes] == '-' &&
           code.substr(code.size() - digits_of_hash).find_first_not_of("0123456789abcdef") ==
               std::string_view::npos;
}
}  // namespace

std::string file_name_of(std::string_view code) {
    constexpr std::size_t longest = 60;
    std::string name;
    for (const char c : code.substr(0, longest)) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (is_kept) {
            name += c;
        }
    }
    const bool is_as_it_was = name == code && !name.empty() && !ends_as_changed(code);
    return is_as_it_was ? name : name + "-" + domain::sha256_hex(code).substr(0, digits_of_hash);
}

}  // namespace koppelkans::io
