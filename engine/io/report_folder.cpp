#include "engine/io/report_folder.h"

#include <cerrno>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/ids.h"
#include "engine/io/file_place.h"
#include "engine/io/input_hash.h"
#include "engine/io/report_placing.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

/// Makes the folder and those above it; gives those that were not there, the lowest first.
std::vector<std::string> made(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> missing;
    for (fs::path at = fs::absolute(folder, error); !at.empty() && !fs::exists(at, error);
         at = at.parent_path()) {
        if (at.has_filename()) {  // none behind a last slash
            missing.push_back(at.string());
        }
    }
    if (fs::is_directory(folder, error)) {
        return {};
    }
    if (exists(folder)) {
        throw domain::InputError(
            fmt::format("{}: this is no folder; a report needs one of its own", folder));
    }
    fs::create_directories(folder, error);
    if (error) {
        fail_to_write(folder, error.message());
    }
    return missing;
}

/// Neither a file nor a folder nor a link.
bool is_special(const fs::path& path) {
    std::error_code error;
    return fs::is_other(fs::symlink_status(path, error));
}

/// False where another one has come in its place.
bool is_still_at(const std::string& folder, int descriptor) {
    struct ::stat ours {};
    struct ::stat there {};
    return ::fstat(descriptor, &ours) == 0 && ::stat(folder.c_str(), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

}  // namespace

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

bool FolderLock::take(const std::string& folder, const std::string& shown) {
    descriptor_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0) {
        throw domain::InputError(fmt::format("{}: {}", shown, reason_of(errno)));
    }
    const bool is_locked = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
    if ((!is_locked && errno == EWOULDBLOCK) || !is_still_at(folder, descriptor_)) {
        throw domain::InputError(
            fmt::format("{}: another report is being made here; wait until that is done, or name "
                        "another folder",
                        shown));
    }
    return is_locked;
}

ReportFolder::ReportFolder(std::string folder, Overwrite overwrite)
    : folder_(std::move(folder)), overwrite_(overwrite) {
    if (folder_.empty()) {
        throw domain::UsageError("-o \"\" names no folder");
    }
    made_folders_ = made(folder_);
    resolved_ = fs::canonical(folder_).string();
    const Others others = lock_.take(resolved_, folder_) ? Others::are_dead : Others::may_run;
    refuse_files_of_others(others);  // before anything is touched
    clear_killed_reports(resolved_, others);
    refuse_files_of_others(others);
    old_ = files_in_manifest(HeldFolder(resolved_), folder_);
    temporary_ = hidden_folder_within(resolved_);
    if (::mkdir(temporary_.c_str(), 0777) != 0) {
        const int reason = errno;
        remove_folders_made();
        fail_to_write(folder_, fmt::format("it takes no new file ({})", reason_of(reason)));
    }
}

void ReportFolder::refuse_files_of_others(Others others) const {
    if (overwrite_ == Overwrite::no && holds_files_of_others(resolved_, others)) {
        throw domain::InputError(fmt::format(
            "{}: this folder holds files that are no report; name another one, or say --overwrite "
            "to write among them",
            folder_));
    }
}

ReportFolder::~ReportFolder() {
    std::error_code error;
    if (!must_keep_hidden_) {
        // First: with it, what cannot be removed would be half a report.
        fs::remove(fs::path(temporary_) / manifest_name, error);
        fs::remove_all(temporary_, error);
    }
    remove_folders_made();
}

void ReportFolder::remove_folders_made() const {
    for (const std::string& folder : made_folders_) {
        ::rmdir(folder.c_str());  // only where nothing came into it
    }
}

std::string ReportFolder::place(const std::string& path) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        made_.insert(path);
    }
    const fs::path target = fs::path(temporary_) / path;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) {
        fail_to_write(folder_ + "/" + path, error.message());
    }
    return target.string();
}

void ReportFolder::write(const std::string& path, std::string_view bytes) {
    write_new_file(place(path), bytes, folder_ + "/" + path);
}

void ReportFolder::drop(const std::string& path) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        made_.erase(path);
    }
    std::error_code error;
    fs::remove(fs::path(temporary_) / path, error);
}

std::vector<ReportFile> ReportFolder::made_files(const analysis::Progress& progress) const {
    std::vector<ReportFile> files;
    for (const std::string& path : made_) {
        const std::string file = temporary_ + "/" + path;
        const std::optional<std::string> hash = hash_of_files({file}, progress);
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(file, error);
        if (!hash || error) {
            fail_to_write(folder_ + "/" + path, "the file that was written is gone");
        }
        files.push_back({path, bytes, *hash});
    }
    return files;
}

/// A full disk may say so only now, as long as nothing has its place. Folders as well: after a
/// power failure they must hold what is renamed with them.
void ReportFolder::bring_to_disk_below() const {
    for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
        if (entry.is_regular_file() || entry.is_directory()) {
            bring_to_disk(
                entry.path().string(),
                folder_ + "/" + entry.path().lexically_relative(temporary_).generic_string());
        }
    }
    bring_to_disk(temporary_, folder_);
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
        if (is_special(target)) {
            refuse(target, "this is a pipe or a device where the report has a file");
        }
        if (::access((fs::exists(parent, error) ? parent : fs::path(resolved_)).c_str(),
                     W_OK | X_OK) != 0) {
            refuse(parent, "nothing may be written here");
        }
    }
}

/// A note that somebody wrote on a page must not go unseen.
void ReportFolder::check_unchanged(const std::vector<std::string>& paths) const {
    const HeldFolder folder(resolved_);
    for (const std::string& path : paths) {
        const auto old = old_.find(path);
        const HeldPlace place = place_in(folder, path);
        // A link that somebody laid in its place is no page either.
        if (old != old_.end() && is_there(place) && !is_as_listed(place, old->second)) {
            throw domain::InputError(
                fmt::format("{}/{}: somebody changed this file since its report was made; move it "
                            "away, or say --overwrite to replace it",
                            folder_, path));
        }
    }
}

ReportFolder::Stale ReportFolder::stale_files() const {
    Stale stale;
    const HeldFolder folder(resolved_);
    for (const auto& [path, file] : old_) {
        const HeldPlace place = place_in(folder, path);
        if (!made_.contains(path) && size_at(place)) {
            (is_as_listed(place, file) ? stale.unchanged : stale.changed).push_back(path);
        }
    }
    return stale;
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
    Stale stale = stale_files();
    const ReportPlacing placing{resolved_, temporary_, paths, std::move(stale.unchanged), folder_};
    if (before_placing) {
        before_placing();
    }
    temporary_ = place_report(placing, must_keep_hidden_);
    settle_folder_of(resolved_, folder_);
    return {std::move(files), static_cast<std::int64_t>(placing.stale.size()),
            std::move(stale.changed)};
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
