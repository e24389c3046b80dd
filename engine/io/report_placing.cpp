#include "engine/io/report_placing.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/file_place.h"
#include "engine/io/report_recovery.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

std::string name_of_process() {
    std::random_device random;
    return fmt::format("{}-{:08x}", ::getpid(), random());
}

/// All files below, relative; folders end in /.
std::vector<std::string> all_below(const std::string& folder, const std::string& but) {
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator at(folder), end; at != end; ++at) {
        if (at->path() == but) {
            at.disable_recursion_pending();
            continue;
        }
        const bool is_folder = fs::is_directory(at->symlink_status());
        names.push_back(at->path().lexically_relative(folder).generic_string() +
                        (is_folder ? "/" : ""));
    }
    return names;
}

bool is_all_of(const std::vector<std::string>& names, const std::vector<std::string>& known,
               const std::vector<std::string>& known_too) {
    std::set<std::string> all;
    for (const auto* paths : {&known, &known_too}) {
        for (const std::string& path : *paths) {
            all.insert(path);
            all.insert(fs::path(path).parent_path().string() + "/");
        }
    }
    return std::all_of(names.begin(), names.end(),
                       [&all](const std::string& name) { return all.contains(name); });
}

/// The extended attributes, each ended by a zero; none where there are no such things.
std::string attribute_names(const std::string& path) {
    constexpr std::size_t longest = 65536;  // XATTR_LIST_MAX
    std::string names(longest, '\0');
    const ssize_t size = ::listxattr(path.c_str(), names.data(), names.size());
    names.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return names;
}

/// Who may do what there stays the same when one takes the place of the other.
bool takes_rights_of(const std::string& hidden, const std::string& folder) {
    struct ::stat there {};
    struct ::stat ours {};
    const std::string attributes = attribute_names(folder);
    return ::stat(folder.c_str(), &there) == 0 && ::stat(hidden.c_str(), &ours) == 0 &&
           there.st_uid == ours.st_uid && there.st_gid == ours.st_gid &&
           attributes.find("system.posix_acl_access") == std::string::npos &&
           attributes == attribute_names(hidden) &&
           ::chmod(hidden.c_str(), there.st_mode & 07777) == 0;
}

/// Who stands in a folder stays with the old one when it is exchanged.
bool is_stood_in(const std::string& folder) {
    std::error_code error;
    const std::string here = fs::current_path(error).string() + "/";
    return error || here.starts_with(folder + "/");
}

bool can_be_exchanged(const ReportPlacing& placing) {
    try {
        return !is_stood_in(placing.folder) && takes_rights_of(placing.hidden, placing.folder) &&
               is_all_of(all_below(placing.folder, placing.hidden), placing.paths, placing.stale) &&
               is_all_of(all_below(placing.hidden, ""), placing.paths, {});
    } catch (const fs::filesystem_error&) {
        return false;  // what cannot be looked at is not ours to exchange
    }
}

/// The hidden folder with the old report, beside the folder; empty where it cannot be so. Where it
/// cannot get back into the folder, the new report stays there for its owner to remove.
std::string exchanged(const ReportPlacing& placing) {
    if (!can_be_exchanged(placing)) {
        return "";
    }
    const fs::path folder(placing.folder);
    std::string beside =
        (folder.parent_path() / (prefix_beside(folder) + name_of_process())).string();
    if (::rename(placing.hidden.c_str(), beside.c_str()) != 0) {
        return "";
    }
    if (::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, placing.folder.c_str(), RENAME_EXCHANGE) ==
        0) {
        return beside;
    }
    const int reason = errno;
    if (::rename(beside.c_str(), placing.hidden.c_str()) != 0) {
        std::error_code error;
        fs::remove_all(beside, error);
        fail_to_write(placing.shown, reason_of(reason));
    }
    return "";
}

int rename_to(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    return std::rename(from.c_str(), to.c_str());
}

/// So that the old file is there until the new one is; without links, a moment less.
bool keep(const fs::path& file, const fs::path& kept) {
    std::error_code error;
    fs::create_directories(kept.parent_path(), error);
    return ::link(file.c_str(), kept.c_str()) == 0 || std::rename(file.c_str(), kept.c_str()) == 0;
}

/// The path that could not be placed, with errno set; empty when all are there.
std::string place_one_by_one(const ReportPlacing& placing) {
    const fs::path folder(placing.folder);
    const fs::path hidden(placing.hidden);
    const fs::path kept = hidden / kept_folder;
    for (const std::string& path : placing.stale) {
        if (rename_to(folder / path, kept / path) != 0) {
            return path;
        }
    }
    for (const std::string& path : placing.paths) {
        const fs::path place = folder / path;
        if ((exists(place.string()) && !keep(place, kept / path)) ||
            rename_to(hidden / path, place) != 0) {
            return path;
        }
    }
    return "";
}

void remove_folders_left_empty(const ReportPlacing& placing) {
    for (const std::string& path : placing.stale) {
        const fs::path parent = (fs::path(placing.folder) / path).parent_path();
        if (parent != placing.folder) {
            ::rmdir(parent.c_str());  // only where it is empty now
        }
    }
}

/// Whom the owner kept from reading a file is kept from the one that takes its place.
void keep_rights(const ReportPlacing& placing) {
    for (const std::string& path : placing.paths) {
        struct ::stat old {};
        if (::lstat((placing.folder + "/" + path).c_str(), &old) == 0 && S_ISREG(old.st_mode)) {
            static_cast<void>(::chmod((placing.hidden + "/" + path).c_str(), old.st_mode & 0777U));
        }
    }
}

}  // namespace

std::string hidden_folder_within(const std::string& folder) {
    return folder + "/" + hidden_prefix + name_of_process();
}

std::string place_report(const ReportPlacing& placing, bool& must_keep_hidden) {
    keep_rights(placing);
    if (std::string beside = exchanged(placing); !beside.empty()) {
        return beside;
    }
    const std::string refused = place_one_by_one(placing);
    if (!refused.empty()) {
        const std::string reason = reason_of(errno);
        must_keep_hidden = true;  // also where putting back throws
        must_keep_hidden = !put_back(placing.folder, placing.hidden).empty();
        fail_to_write(placing.shown + "/" + refused,
                      must_keep_hidden ? reason +
                                             "; a part of the new report stays there, and the "
                                             "next report in this folder puts that right, or "
                                             "says what is in the way"
                                       : reason);
    }
    remove_folders_left_empty(placing);
    return placing.hidden;
}

}  // namespace koppelkans::io
