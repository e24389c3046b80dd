#include "engine/io/target.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/result_file_sqlite.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 500;
constexpr int max_links = 40;
/// Leaves room for process and random number in the 255 bytes of a file name.
constexpr std::size_t max_stem_bytes = 180;
constexpr std::array<const char*, 3> siblings{"-wal", "-shm", "-journal"};

/// A link that leads nowhere counts as well. Unlike std::filesystem's it never throws.
bool exists(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

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

void remove_siblings(const std::string& path) {
    for (const char* sibling : siblings) {
        ::unlink((path + sibling).c_str());
    }
}

void remove_with_siblings(const std::string& path) {
    ::unlink(path.c_str());
    remove_siblings(path);
}

/// The file that a path means: links followed, the folder made absolute.
std::string resolved(const std::string& path) {
    fs::path at(path);
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
    const fs::path folder = at.has_parent_path() ? at.parent_path() : fs::path(".");
    std::error_code error;
    const fs::path absolute = fs::canonical(folder, error);
    if (error || !fs::is_directory(absolute, error)) {
        fail_to_write(path, fmt::format("there is no folder {}; make it, or name another --output",
                                        folder.string()));
    }
    return (absolute / at.filename()).string();
}

/// The first bytes of SQLite's format (sqlite.org/fileformat2.html), as far as they matter here.
struct Header {
    static constexpr std::size_t size = 100;
    std::array<unsigned char, size> bytes{};
    std::size_t length = 0;

    std::uint32_t number(std::size_t at) const {
        return (std::uint32_t{bytes[at]} << 24) | (std::uint32_t{bytes[at + 1]} << 16) |
               (std::uint32_t{bytes[at + 2]} << 8) | std::uint32_t{bytes[at + 3]};
    }
    bool is_geopackage() const {
        constexpr std::string_view magic("SQLite format 3\0", 16);
        const std::string_view id(reinterpret_cast<const char*>(bytes.data()) + 68, 4);
        return length == size && std::memcmp(bytes.data(), magic.data(), magic.size()) == 0 &&
               (id == "GPKG" || id == "GP10" || id == "GP11");
    }
    bool is_in_wal_mode() const { return bytes[18] != 1 || bytes[19] != 1; }
    std::uintmax_t file_bytes() const {
        const std::uint32_t page = (std::uint32_t{bytes[16]} << 8) | bytes[17];
        return std::uintmax_t{page == 1 ? 65536 : page} * number(28);
    }
};

std::optional<Header> read_header(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    Header header;
    file.read(reinterpret_cast<char*>(header.bytes.data()), Header::size);
    header.length = static_cast<std::size_t>(file.gcount());
    return header;
}

/// Throws when what lies there must not be replaced. True: there is a file that may be.
bool replaceable_file_at(const std::string& resolved, const std::string& path) {
    struct stat old {};
    if (::stat(resolved.c_str(), &old) != 0) {
        if (errno == ENOENT) {
            return false;
        }
        fail_to_write(path, reason_of(errno));
    }
    if (S_ISDIR(old.st_mode)) {
        fail_to_write(path, fmt::format("it is a folder; name a file in it, such as {}",
                                        (fs::path(path) / "koppelkansen.gpkg").string()));
    }
    if (!S_ISREG(old.st_mode)) {
        fail_to_write(path, "it is not an ordinary file; name another --output");
    }
    const std::optional<Header> header = read_header(resolved);
    if (!header) {
        fail_to_write(path, fmt::format("the file there cannot be read ({})", reason_of(errno)));
    }
    if (header->length > 0 && !header->is_geopackage()) {
        fail_to_write(path,
                      "the file there is not a GeoPackage, and only a GeoPackage is replaced; "
                      "name another --output");
    }
    if (::access(resolved.c_str(), W_OK) != 0) {
        fail_to_write(path, "the file there is write-protected; name another --output");
    }
    return true;
}

[[noreturn]] void fail_since_edited(const std::string& path) {
    fail_to_write(path,
                  "another program is editing it (an edit session in QGIS?); end that first, or "
                  "name another --output");
}

/// Locks the old file against writers as long as it lives, its journal folded in. A file that
/// SQLite cannot read at all is nobody's to edit: it is let go.
class OldFile {
  public:
    OldFile(const std::string& resolved, const std::string& path)
        : connection_(resolved, SqliteMode::read_write, patience_ms) {
        // In this order: a file in WAL mode can only leave it when nobody else has it open, and
        // once it has left, the lock keeps others from entering it again.
        const std::optional<std::string> mode =
            connection_.first_value("PRAGMA journal_mode=DELETE");
        if ((!mode && connection_.is_busy()) || (mode && *mode == "wal")) {
            fail_since_edited(path);
        }
        if (!connection_.run("BEGIN IMMEDIATE") && connection_.is_busy()) {
            fail_since_edited(path);
        }
    }

  private:
    SqliteConnection connection_;
};

std::string temporary_prefix(const fs::path& resolved) {
    return "." + resolved.filename().string().substr(0, max_stem_bytes) + ".tmp-";
}

constexpr std::string_view temporary_suffix = ".gpkg";

std::string temporary_name(const std::string& resolved) {
    const fs::path target(resolved);
    std::random_device random;
    for (;;) {
        const std::string name = fmt::format("{}{}-{:08x}{:08x}{}", temporary_prefix(target),
                                             ::getpid(), random(), random(), temporary_suffix);
        std::string path = (target.parent_path() / name).string();
        if (!exists(path)) {
            return path;
        }
    }
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

bool is_alive(std::string_view digits) {
    pid_t process = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), process);
    return read.ec != std::errc{} || process <= 0 || ::kill(process, 0) == 0 || errno != ESRCH;
}

void remove_stale_temporaries(const std::string& resolved) {
    const std::string prefix = temporary_prefix(resolved);
    std::error_code error;
    for (fs::directory_iterator at(fs::path(resolved).parent_path(), error), end;
         !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(temporary_suffix)) {
            const std::string_view rest = std::string_view(name).substr(prefix.size());
            const std::string path = at->path().string();
            if (!is_alive(rest.substr(0, rest.find('-'))) && !is_locked(path)) {
                remove_with_siblings(path);
            }
        }
    }
}

/// The only sure way to learn whether a folder takes a file is to make one in it.
void check_folder_takes_files(const std::string& resolved, const std::string& path) {
    const std::string probe = temporary_name(resolved);
    const Descriptor file(probe, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.is_open()) {
        fail_to_write(path, fmt::format("its folder takes no new file ({})", reason_of(errno)));
    }
    ::unlink(probe.c_str());
}

void check_whole(const std::string& temporary, const std::string& path) {
    const std::optional<Header> header = read_header(temporary);
    std::error_code error;
    const std::uintmax_t size = fs::file_size(temporary, error);
    if (!header || error || !header->is_geopackage() || header->is_in_wal_mode() ||
        header->file_bytes() != size) {
        fail_to_write(path,
                      "the file that was written is not whole; the disk or the network lost "
                      "part of it");
    }
    for (const char* sibling : siblings) {
        if (exists(temporary + sibling)) {
            fail_to_write(path, "the file that was written still has a journal");
        }
    }
}

void bring_to_disk(const std::string& file, const std::string& path) {
    const Descriptor open(file, O_RDONLY);
    // Some file systems cannot sync a folder and say so with EINVAL: nothing more can be done
    // there.
    if (!open.is_open() || (::fsync(open.number()) != 0 && errno != EINVAL)) {
        fail_to_write(path, reason_of(errno));
    }
}

/// Renames only onto nothing, where the file system can promise that.
int rename_onto_nothing(const std::string& from, const std::string& to) {
    const int done = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    const bool cannot_promise = done != 0 && (errno == EINVAL || errno == ENOSYS);
    return cannot_promise ? ::rename(from.c_str(), to.c_str()) : done;
}

}  // namespace

void fail_to_write(const std::string& path, const std::string& reason) {
    const bool full = reason.find("is full") != std::string::npos ||
                      reason.find("No space left") != std::string::npos ||
                      reason.find("quota exceeded") != std::string::npos;
    throw domain::InputError(fmt::format(
        "cannot write {}: {}", path.empty() ? "the result" : path,
        full ? "no space left on its disk; make room, or name another --output" : reason));
}

void check_target(const std::string& path, Overwrite overwrite) {
    const std::string target = resolved(path);
    struct stat old {};
    const bool there = ::stat(target.c_str(), &old) == 0;
    if (there && S_ISREG(old.st_mode) && overwrite == Overwrite::no) {
        fail_to_write(path,
                      "it exists already; replace it with --overwrite, or name another --output");
    }
    if (replaceable_file_at(target, path)) {
        const OldFile free_to_replace(target, path);
    }
    check_folder_takes_files(target, path);
}

Target::Target(std::string path)
    : path_(std::move(path)), resolved_(resolved(path_)), was_there_(exists(resolved_)) {
    remove_stale_temporaries(resolved_);
    temporary_ = temporary_name(resolved_);
}

Target::~Target() {
    if (!done_) {
        remove_with_siblings(temporary_);
    }
}

void Target::replace() {
    check_whole(temporary_, path_);
    std::optional<OldFile> old;
    if (replaceable_file_at(resolved_, path_)) {
        if (!was_there_) {
            fail_to_write(path_,
                          "a file of that name appeared while the result was being made; move "
                          "it away and run again");
        }
        old.emplace(resolved_, path_);
        struct stat status {};
        if (::stat(resolved_.c_str(), &status) == 0) {
            ::chmod(temporary_.c_str(), status.st_mode & 07777);
        }
    }
    bring_to_disk(temporary_, path_);
    // What is left of journals now belongs to nothing: the old file has none, or there is no old
    // file.
    remove_siblings(resolved_);
    const int renamed = old ? ::rename(temporary_.c_str(), resolved_.c_str())
                            : rename_onto_nothing(temporary_, resolved_);
    if (renamed != 0) {
        fail_to_write(path_, reason_of(errno));
    }
    done_ = true;
    bring_to_disk(fs::path(resolved_).parent_path().string(), path_);
}

}  // namespace koppelkans::io
