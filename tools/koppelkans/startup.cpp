#include "tools/koppelkans/startup.h"

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "engine/domain/errors.h"

namespace koppelkans::tools {

namespace {

void open_closed_streams() {
    for (const auto& [number, flags] : {std::pair{STDIN_FILENO, O_WRONLY},
                                        {STDOUT_FILENO, O_RDONLY},
                                        {STDERR_FILENO, O_RDONLY}}) {
        if (::fcntl(number, F_GETFD) < 0) {
            // The lowest number that is free: all below are open by now.
            static_cast<void>(::open("/dev/null", flags));
        }
    }
}

/// A run of a dozen sources takes some thirty.
constexpr rlim_t fewest_open_files = 64;

void allow_open_files() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        static_cast<void>(::setrlimit(RLIMIT_NOFILE, &files));
    }
}

}  // namespace

void prepare_process() {
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    open_closed_streams();
    allow_open_files();
}

void check_open_files() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < fewest_open_files) {
        throw domain::InputError(
            fmt::format("the system allows {} open files, and {} are needed at least; allow more "
                        "(ulimit -n); nothing was written",
                        files.rlim_cur, fewest_open_files));
    }
}

}  // namespace koppelkans::tools
