#include "engine/io/file_beside.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

#include "engine/io/file_place.h"

namespace koppelkans::io {

FileBeside::FileBeside(std::string path, const char* suffix)
    : path_(std::move(path)), resolved_(resolved(path_, "--output")) {
    remove_stale_temporaries(resolved_, suffix);
    check_folder_takes_files(resolved_, path_, suffix);
    temporary_ = temporary_name(resolved_, suffix);
}

FileBeside::~FileBeside() {
    if (!is_kept_) {
        ::unlink(temporary_.c_str());
    }
}

std::string FileBeside::folder() const {
    return std::filesystem::path(resolved_).parent_path().string();
}

void FileBeside::keep(Overwrite overwrite) {
    struct ::stat old {};
    // Whom the owner kept from reading the old file is kept from the new one.
    if (::lstat(resolved_.c_str(), &old) == 0 && S_ISREG(old.st_mode)) {
        static_cast<void>(::chmod(temporary_.c_str(), old.st_mode & 0777U));
    }
    bring_to_disk(temporary_, path_);
    const int renamed = overwrite == Overwrite::yes
                            ? std::rename(temporary_.c_str(), resolved_.c_str())
                            : rename_onto_nothing(temporary_, resolved_);
    if (renamed != 0) {
        fail_to_write(path_, reason_of(errno));
    }
    is_kept_ = true;
}

}  // namespace koppelkans::io
