#include "engine/io/file_place.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <new>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

constexpr int max_links = 40;
/// Leaves room for process and random number in the 255 bytes of a file name.
constexpr std::size_t max_stem_bytes = 180;

/// A file descriptor that is closed at the end of its scope.
class Descriptor {
  public:
    Descriptor(const std::string& path, int flags, mode_t mode = 0)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

  private:
    int number_;
};

std::string hidden_stem(const fs::path& resolved) {
    return "." + resolved.filename().string().substr(0, max_stem_bytes);
}

std::string temporary_prefix(const fs::path& resolved) {
    return hidden_stem(resolved) + ".tmp-";
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Someone holds a lock: SQLite does from the first row to the last. It tells of a process in
/// another container or on another machine, which cannot be asked by its number.
bool is_locked(const std::string& path) {
    const Descriptor file(path, O_RDWR);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return file.is_open() && ::fcntl(file.number(), F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/// The path of a temporary file and what stands in its name for its process, for each of a target.
template <typename Visit>
void for_each_temporary(const std::string& resolved, std::string_view suffix, const Visit& visit) {
    const std::string prefix = temporary_prefix(resolved);
    std::error_code error;
    for (fs::directory_iterator at(fs::path(resolved).parent_path(), error), end;
         !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(suffix)) {
            const std::string_view rest = std::string_view(name).substr(prefix.size());
            visit(at->path().string(), rest.substr(0, rest.find('-')));
        }
    }
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_within(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

bool is_alive(std::string_view process) {
    pid_t number = 0;
    const auto read = std::from_chars(process.data(), process.data() + process.size(), number);
    return read.ec != std::errc{} || number <= 0 || ::kill(number, 0) == 0 || errno != ESRCH;
}

bool exists(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

void remove_siblings(const std::string& path) {
    for (const char* sibling : journal_suffixes) {
        ::unlink((path + sibling).c_str());
    }
}

void remove_with_siblings(const std::string& path) {
    ::unlink(path.c_str());
    remove_siblings(path);
}

std::string resolved(const std::string& path, const char* option) {
    fs::path at(path);
    std::error_code no_folder;
    const fs::path named_in = fs::canonical(folder_of(at), no_folder);
    for (int links = 0;; ++links) {
        std::error_code no_link;
        const fs::path link = fs::read_symlink(at, no_link);
        if (no_link) {
            break;
        }
        if (links == max_links) {
            fail_to_write(path, "it is a link that leads back to itself");
        }
        at = at.parent_path() / link;
    }
    if (std::error_code none; at.filename().empty() && !fs::is_directory(at, none)) {
        fail_to_write(path, "it names no file");
    }
    const std::string name = at.filename().string();
    if (domain::readable(name) != name || name.find_first_of("\n\t") != std::string::npos) {
        fail_to_write(path,
                      fmt::format("its name holds bytes that are no text, by which no project "
                                  "finds it; name another {}",
                                  option));
    }
    const fs::path folder = folder_of(at);
    std::error_code error;
    const fs::path absolute = fs::canonical(folder, error);
    if (error || !fs::is_directory(absolute, error)) {
        fail_to_write(path, fmt::format("there is no folder {}; make it, or name another {}",
                                        folder.string(), option));
    }
    if (!is_within(absolute, named_in)) {
        fail_to_write(path, fmt::format("it is a link that leads out of its folder, to {}; name "
                                        "that file itself by {} if it is meant",
                                        (absolute / at.filename()).string(), option));
    }
    return (absolute / at.filename()).string();
}

std::string temporary_name(const std::string& resolved, std::string_view suffix) {
    const fs::path target(resolved);
    std::random_device random;
    for (;;) {
        const std::string name = fmt::format("{}{}-{:08x}{:08x}{}", temporary_prefix(target),
                                             ::getpid(), random(), random(), suffix);
        std::string path = (target.parent_path() / name).string();
        if (!exists(path)) {
            return path;
        }
    }
}

void remove_stale_temporaries(const std::string& resolved, std::string_view suffix) {
    for_each_temporary(resolved, suffix, [](const std::string& path, std::string_view process) {
        if (!is_alive(process) && !is_locked(path)) {
            remove_with_siblings(path);
        }
    });
}

void remove_temporaries(const std::string& resolved, std::string_view suffix) {
    for_each_temporary(resolved, suffix, [](const std::string& path, std::string_view process) {
        // What no run names so is a file of somebody.
        if (is_number(process)) {
            remove_with_siblings(path);
        }
    });
}

std::string lock_name(const std::string& resolved) {
    const fs::path target(resolved);
    return (target.parent_path() / (hidden_stem(target) + ".lock")).string();
}

void check_folder_takes_files(const std::string& resolved, const std::string& path,
                              std::string_view suffix) {
    const std::string probe = temporary_name(resolved, suffix);
    const Descriptor file(probe, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.is_open()) {
        fail_to_write(path, fmt::format("its folder takes no new file ({})", reason_of(errno)));
    }
    ::unlink(probe.c_str());
}

namespace {

/// 0, or why not.
int synced(const std::string& file) {
    const Descriptor open(file, O_RDONLY);
    // Some file systems cannot sync a folder and say so with EINVAL: nothing more can be done
    // there.
    return !open.is_open() || (::fsync(open.number()) != 0 && errno != EINVAL) ? errno : 0;
}

}  // namespace

void bring_to_disk(const std::string& file, const std::string& path) {
    if (const int error = synced(file); error != 0) {
        fail_to_write(path, reason_of(error));
    }
}

void settle_folder_of(const std::string& resolved, const std::string& path) {
    if (const int error = synced(fs::path(resolved).parent_path().string()); error != 0) {
        throw domain::InputError(fmt::format(
            "{} is written, but its folder could not be brought to the disk ({}): after a power "
            "failure the old one may be there",
            path, reason_of(error)));
    }
}

void write_new_file(const std::string& file, std::string_view bytes, const std::string& path) {
    errno = 0;
    std::FILE* const stream = std::fopen(file.c_str(), "wbx");
    if (stream == nullptr) {
        fail_to_write(path, reason_of(errno));
    }
    const bool is_whole = std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size();
    const int write_error = errno;
    // What is still in the buffer may find the disk full.
    const bool is_closed = std::fclose(stream) == 0;
    if (!is_whole || !is_closed) {
        fail_to_write(path, reason_of(is_whole ? errno : write_error));
    }
}

int rename_onto_nothing(const std::string& from, const std::string& to) {
    const int done = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    const bool cannot_promise = done != 0 && (errno == EINVAL || errno == ENOSYS);
    return cannot_promise ? ::rename(from.c_str(), to.c_str()) : done;
}

void fail_to_write(const std::string& path, const std::string& reason) {
    const bool full = reason.find("is full") != std::string::npos ||
                      reason.find("No space left") != std::string::npos ||
                      reason.find("quota exceeded") != std::string::npos;
    if (reason.find("out of memory") != std::string::npos) {
        throw std::bad_alloc();
    }
    throw domain::InputError(fmt::format(
        "cannot write {}: {}", path.empty() ? "the result" : path,
        full ? "no space left on its disk; make room, or name another --output" : reason));
}

}  // namespace koppelkans::io
