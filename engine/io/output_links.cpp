#include "engine/io/output_links.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

/// As it is written, without . and .. and a stroke at its end.
fs::path in_full(const std::string& path) {
    std::error_code error;
    const fs::path full = fs::absolute(path.empty() ? "." : path, error).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

/// Nobody but root can have laid it there.
bool is_of_system(const fs::path& link) {
    struct ::stat laid {};
    struct ::stat folder {};
    const bool is_roots = ::lstat(link.c_str(), &laid) == 0 && laid.st_uid == 0 &&
                          ::lstat(link.parent_path().c_str(), &folder) == 0 && folder.st_uid == 0 &&
                          (folder.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    return is_roots && (::geteuid() != 0 || link.parent_path() == "/var");
}

bool is_of_processes(const fs::path& folder) {
    struct ::statfs system {};
    return ::statfs(folder.c_str(), &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

/// Follows the folders of a path one by one.
class Walk {
  public:
    Walk(const std::string& path, const char* option, const fs::path& own)
        : path_(path), option_(option), own_(fs::canonical(own)) {}

    /// Whatever it leads to.
    void begin_at(const fs::path& folder) { at_ = fs::canonical(folder); }

    void enter(const fs::path& name) {
        const fs::path next = at_ / name;
        at_ = fs::is_symlink(next) ? followed(next) : next;
        if (is_of_processes(at_)) {
            fail_to_write(path_, fmt::format("{} is a folder of the system's processes; name "
                                             "another one by {}",
                                             at_.string(), option_));
        }
    }

  private:
    fs::path followed(const fs::path& link) const {
        fs::path to = fs::canonical(link);
        const bool stays = is_within(to, at_) || (is_within(link, own_) && is_within(to, own_));
        if (!stays && !is_of_system(link)) {
            fail_to_write(path_, fmt::format("the link {} in its path leads out of its folder, to "
                                             "{}; name that folder itself by {} if it is meant",
                                             link.string(), to.string(), option_));
        }
        return to;
    }

    const std::string& path_;
    const char* option_;
    fs::path own_;
    fs::path at_;
};

}  // namespace

void refuse_to_leave(const std::string& folder, const std::string& path, const char* option) {
    static_cast<void>(resolved(path, option));  // the file itself, and whether there is a folder
    const fs::path own = in_full(folder);
    const fs::path target = in_full(path);
    try {
        Walk walk(path, option, own);
        const auto parts = std::mismatch(own.begin(), own.end(), target.begin(), target.end());
        fs::path shared;
        for (auto part = own.begin(); part != parts.first; ++part) {
            shared /= *part;
        }
        walk.begin_at(shared);
        const auto last = std::prev(target.end());
        for (auto part = parts.second; part != target.end() && part != last; ++part) {
            walk.enter(*part);
        }
    } catch (const fs::filesystem_error& error) {
        fail_to_write(path, error.code().message());
    }
}

}  // namespace koppelkans::io
