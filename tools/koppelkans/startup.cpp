#include "tools/koppelkans/startup.h"

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

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

}  // namespace

void prepare_process() {
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    open_closed_streams();
}

}  // namespace koppelkans::tools
