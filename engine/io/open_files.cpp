#include "engine/io/open_files.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace koppelkans::io {

namespace {

/// A source has its files, of a Shapefile five, and PROJ, SQLite and the result have theirs.
constexpr std::size_t spare_files = 24;

}  // namespace

void check_open_files(const domain::InputPlace& place) {
    std::array<int, spare_files> spare{};
    std::size_t opened = 0;
    bool is_full = false;
    while (opened < spare.size() && !is_full) {
        const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        is_full = file < 0 && (errno == EMFILE || errno == ENFILE);
        if (file < 0) {
            break;  // for another reason, which is not for this place to tell
        }
        spare[opened] = file;
        ++opened;
    }
    for (std::size_t i = 0; i < opened; ++i) {
        ::close(spare[i]);
    }
    if (is_full) {
        rlimit files{};
        static_cast<void>(::getrlimit(RLIMIT_NOFILE, &files));
        throw domain::InputError(
            place, fmt::format("cannot be opened: the system allows {} open files, and the sources "
                               "before this one take nearly all; allow more (ulimit -n)",
                               files.rlim_cur));
    }
}

}  // namespace koppelkans::io
