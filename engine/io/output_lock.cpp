#include "engine/io/output_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace koppelkans::io {

namespace {

constexpr mode_t for_everybody = 0666;  // less the umask, as any file

int opened(const std::string& file) {
    const int flags = O_CLOEXEC | O_NOFOLLOW;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | flags, for_everybody);
    // Of another user, who was killed: what may be read may be locked. The caller closes it.
    // cppcheck-suppress resourceLeak
    return descriptor < 0 && errno == EACCES ? ::open(file.c_str(), O_RDONLY | O_NONBLOCK | flags)
                                             : descriptor;
}

/// False where it was removed, or another took its place, before it was locked.
bool is_still_at(const std::string& file, int descriptor) {
    struct ::stat ours {};
    struct ::stat there {};
    return ::fstat(descriptor, &ours) == 0 && ::lstat(file.c_str(), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

/// What check_target refuses anyway; no lock file is laid beside /dev/null.
bool is_no_file(const std::string& path) {
    struct ::stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

OutputLock::OutputLock(const std::string& path, const OutputKind& kind) {
    const std::string target = resolved(path, kind.option);
    if (is_no_file(target)) {
        return;
    }
    if (!take(lock_name(target))) {
        fail_to_write(path, fmt::format("another run is writing it; wait until that is done, or "
                                        "name another {}",
                                        kind.option));
    }
    if (is_held()) {
        remove_temporaries(target, kind.suffix);
    }
}

/// False where another holds it.
bool OutputLock::take(const std::string& lock_file) {
    for (;;) {
        descriptor_ = opened(lock_file);
        if (descriptor_ < 0) {
            return true;
        }
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && is_still_at(lock_file, descriptor_)) {
            file_ = lock_file;
            return true;
        }
        const int error = is_still_at(lock_file, descriptor_) ? errno : 0;
        ::close(descriptor_);
        descriptor_ = -1;
        if (error == EWOULDBLOCK) {
            return false;
        }
        if (error != 0) {
            ::unlink(lock_file.c_str());  // this file system knows no locks
            return true;
        }
    }
}

OutputLock::~OutputLock() {
    if (is_held()) {
        ::unlink(file_.c_str());  // before it is let go, so that nobody else's is removed
        ::close(descriptor_);
    }
}

}  // namespace koppelkans::io
