#include "engine/io/file_state.h"

#include <sys/stat.h>

namespace koppelkans::io {

FileState file_state(const std::string& path) {
    struct ::stat state {};
    // Who opens a file in WAL mode for reading leaves an empty -wal; that is no edit.
    if (::stat(path.c_str(), &state) != 0 || state.st_size == 0) {
        return {};
    }
    return {state.st_ino, state.st_size, state.st_mtim.tv_sec, state.st_mtim.tv_nsec};
}

ResultState result_state(const std::string& path) {
    return {file_state(path), file_state(path + "-wal")};
}

}  // namespace koppelkans::io
