#include "engine/io/file_beside.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

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
