#pragma once

#include <array>
#include <cstdint>
#include <string>

#include <sys/types.h>

namespace koppelkans::io {

/// Which file lies at a path, and when it was written last; all zero where there is none, or an
/// empty one. By it one sees that somebody replaced or changed a file meanwhile. Internal to io.
struct FileState {
    ::ino_t inode = 0;
    ::off_t bytes = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool operator==(const FileState&) const = default;
};

/// Links are followed. Never throws.
FileState file_state(const std::string& path);

/// Of a GeoPackage and of what an editor keeps beside it.
using ResultState = std::array<FileState, 2>;
ResultState result_state(const std::string& path);

}  // namespace koppelkans::io
