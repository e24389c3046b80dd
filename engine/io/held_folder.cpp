#include "engine/io/held_folder.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/io/sha256.h"

namespace koppelkans::io {

namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
/// Without O_NONBLOCK, to open a pipe waits for whoever writes to it.
constexpr int file_flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC;

/// False where it is no ordinary file, or reading fails.
bool read_in_blocks(const HeldPlace& place, const std::function<void(std::string_view)>& take) {
    const int file = ::openat(place.folder.number(), place.name.c_str(), file_flags);
    struct ::stat status {};
    const bool is_file = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    constexpr std::size_t block_bytes = std::size_t{1} << 16;
    std::string block(block_bytes, '\0');
    ssize_t size = is_file ? 1 : -1;
    while (size > 0) {
        size = ::read(file, block.data(), block.size());
        take({block.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))});
    }
    if (file >= 0) {
        ::close(file);
    }
    return size == 0;
}

bool status_of(const HeldPlace& place, struct ::stat& status) {
    return ::fstatat(place.folder.number(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

}  // namespace

HeldFolder::HeldFolder(const std::string& path) : number_(::open(path.c_str(), folder_flags)) {}

HeldFolder::HeldFolder(HeldFolder&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

HeldFolder::~HeldFolder() {
    if (is_open()) {
        ::close(number_);
    }
}

HeldFolder HeldFolder::below(const std::string& name) const {
    // A number below zero may mean the working directory.
    return HeldFolder(is_open() ? ::openat(number_, name.c_str(), folder_flags) : -1);
}

HeldPlace place_in(const HeldFolder& top, const std::string& path) {
    const std::filesystem::path parts(path);
    const std::string folder = parts.parent_path().string();
    return {top.below(folder.empty() ? "." : folder), parts.filename().string()};
}

HeldPlace place_made_in(const HeldFolder& top, const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const bool is_made = folder.empty() || ::mkdirat(top.number(), folder.c_str(), 0777) == 0;
    const int reason = errno;
    HeldPlace place = place_in(top, path);
    if (!place.folder.is_open() && !is_made && reason != EEXIST) {
        errno = reason;
    }
    return place;
}

bool is_there(const HeldPlace& place) {
    struct ::stat status {};
    return status_of(place, status);
}

bool is_same_file(const HeldPlace& one, const HeldPlace& other) {
    struct ::stat first {};
    struct ::stat second {};
    return status_of(one, first) && status_of(other, second) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

std::optional<std::uintmax_t> size_at(const HeldPlace& place) {
    struct ::stat status {};
    if (!status_of(place, status) || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return static_cast<std::uintmax_t>(status.st_size);
}

std::string sha256_at(const HeldPlace& place) {
    Sha256 sha256;
    const bool is_read =
        read_in_blocks(place, [&sha256](std::string_view block) { sha256.add(block); });
    return is_read ? sha256.hex() : std::string();
}

std::string bytes_at(const HeldPlace& place) {
    std::string bytes;
    const bool is_read =
        read_in_blocks(place, [&bytes](std::string_view block) { bytes += block; });
    return is_read ? bytes : std::string();
}

bool remove_at(const HeldPlace& place) {
    return ::unlinkat(place.folder.number(), place.name.c_str(), 0) == 0;
}

bool move_to(const HeldPlace& from, const HeldPlace& to) {
    return ::renameat(from.folder.number(), from.name.c_str(), to.folder.number(),
                      to.name.c_str()) == 0;
}

}  // namespace koppelkans::io
