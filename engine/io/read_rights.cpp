#include "engine/io/read_rights.h"

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace koppelkans::io {

void check_rights(const std::string& path, const domain::InputPlace& place) {
    std::error_code ignored;
    const int folder_too = std::filesystem::is_directory(path, ignored) ? X_OK : 0;
    if (::faccessat(AT_FDCWD, path.c_str(), R_OK | folder_too, AT_EACCESS) != 0 &&
        errno == EACCES) {
        throw domain::InputError(
            place, folder_too != 0
                       ? "permission denied: this folder cannot be looked into; ask for the right "
                         "to read it and what is in it"
                       : "permission denied; ask for the right to read it and to enter its folder");
    }
}

void check_rights(const std::string& path) {
    check_rights(path, {path, {}, {}});
}

}  // namespace koppelkans::io
