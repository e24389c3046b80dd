#include "engine/io/target.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/io/file_place.h"
#include "engine/io/result_file_sqlite.h"
#include "engine/io/sqlite_journal.h"

namespace koppelkans::io {

namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 500;
constexpr const char* option = result_output.option;
constexpr std::string_view temporary_suffix = result_output.suffix;

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

/// Throws when what lies there is nothing to replace. True: there is a file that is.
bool result_at(const std::string& resolved, const std::string& path) {
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
    return true;
}

/// Throws when what lies there must not be replaced. True: there is a file that may be.
bool replaceable_file_at(const std::string& resolved, const std::string& path) {
    const bool there = result_at(resolved, path);
    if (there && ::access(resolved.c_str(), W_OK) != 0) {
        fail_to_write(path, "the file there is write-protected; name another --output");
    }
    return there;
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
        : connection_(safe(resolved, path), SqliteMode::read_write, patience_ms) {
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
    /// Before anything is opened, which may play back a journal.
    static const std::string& safe(const std::string& resolved, const std::string& path) {
        if (const std::string fault = fault_of_journals(resolved, SqliteMode::read_write);
            !fault.empty()) {
            fail_to_write(path, fault);
        }
        return resolved;
    }

    SqliteConnection connection_;
};

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
    for (const char* sibling : journal_suffixes) {
        if (exists(temporary + sibling)) {
            fail_to_write(path, "the file that was written still has a journal");
        }
    }
}

}  // namespace

void check_target(const std::string& path, Overwrite overwrite) {
    const std::string target = resolved(path, option);
    struct stat old {};
    const bool there = ::stat(target.c_str(), &old) == 0;
    if (there && S_ISREG(old.st_mode) && overwrite == Overwrite::no) {
        fail_to_write(path,
                      "it exists already; replace it with --overwrite, or name another --output");
    }
    if (replaceable_file_at(target, path)) {
        const OldFile free_to_replace(target, path);
    }
    check_folder_takes_files(target, path, temporary_suffix);
}

void check_target_named(const std::string& path) {
    static_cast<void>(result_at(resolved(path, option), path));
}

Target::Target(std::string path)
    : path_(std::move(path)),
      resolved_(resolved(path_, option)),
      was_there_(exists(resolved_)),
      at_start_(result_state(resolved_)) {
    remove_stale_temporaries(resolved_, temporary_suffix);
    temporary_ = temporary_name(resolved_, temporary_suffix);
}

Target::~Target() {
    if (!done_) {
        remove_with_siblings(temporary_);
    }
}

void Target::make_ready() {
    check_whole(temporary_, path_);
    bring_to_disk(temporary_, path_);
}

void Target::replace() {
    std::optional<OldFile> old;
    if (replaceable_file_at(resolved_, path_)) {
        if (!was_there_) {
            fail_to_write(path_,
                          "a file of that name appeared while the result was being made; move "
                          "it away and run again");
        }
        // Looked at before its journal is folded in, which changes it.
        const bool is_changed = result_state(resolved_) != at_start_;
        old.emplace(resolved_, path_);
        if (is_changed) {
            fail_to_write(path_,
                          "somebody changed or replaced it while the result was being made; run "
                          "again, or name another --output");
        }
        struct stat status {};
        if (::stat(resolved_.c_str(), &status) == 0) {
            ::chmod(temporary_.c_str(), status.st_mode & 07777);
        }
    }
    // What is left of journals now belongs to nothing: the old file has none, or there is no old
    // file.
    remove_siblings(resolved_);
    const int renamed = old ? ::rename(temporary_.c_str(), resolved_.c_str())
                            : rename_onto_nothing(temporary_, resolved_);
    if (renamed != 0) {
        fail_to_write(path_, reason_of(errno));
    }
    done_ = true;
}

void Target::settle() const {
    settle_folder_of(resolved_, path_);
}

}  // namespace koppelkans::io
