#include "tools/koppelkans/stop_signal.h"

#include <ctime>
#include <filesystem>
#include <system_error>

#include <pthread.h>
#include <unistd.h>

namespace koppelkans::tools {
namespace {

constexpr timespec patience{0, 700'000'000};
constexpr int wake_up = SIGUSR2;  // from our own destructor
constexpr char message[] = "koppelkans: stopped; nothing was written\n";

/// Those that would end the program now; who starts us with one ignored wants it ignored.
sigset_t stopping_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction current {};
        if (sigaction(signal, nullptr, &current) == 0 && current.sa_handler != SIG_IGN) {
            sigaddset(&signals, signal);
        }
    }
    sigaddset(&signals, wake_up);
    return signals;
}

}  // namespace

Stopped::Stopped(int signal)
    : std::runtime_error("stopped; nothing was written"),
      code_(static_cast<ExitCode>(128 + signal)) {}

StopSignal::StopSignal(analysis::Progress& progress)
    : progress_(progress), watched_(stopping_signals()) {
    pthread_sigmask(SIG_BLOCK, &watched_, &before_);
    thread_ = std::thread([this] { watch(); });
}

StopSignal::~StopSignal() {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        done_ = true;
    }
    pthread_kill(thread_.native_handle(), wake_up);
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopSignal::add_temporary_file(const std::string& path) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (path.empty()) {
        temporary_files_.clear();
    } else {
        temporary_files_.push_back(path);
    }
}

void StopSignal::let_finish() {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_finishing_ = true;
}

void StopSignal::watch() {
    int signal = wake_up;
    while (signal == wake_up) {
        sigwait(&watched_, &signal);
        const std::lock_guard<std::mutex> lock(mutex_);
        if (done_) {
            return;
        }
    }
    received_.store(signal);
    progress_.cancel();
    sigtimedwait(&watched_, nullptr, &patience);  // the end of the work, a second signal, or time
    {
        // The lock is kept until the process has ended: work that ends just now waits for it.
        const std::lock_guard<std::mutex> lock(mutex_);
        if (!done_ && !is_finishing_) {
            end_process(signal);
        }
    }
}

void StopSignal::end_process(int signal) {
    for (const std::string& path : temporary_files_) {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            std::filesystem::remove_all(path, error);
            continue;
        }
        for (const char* companion : {"", "-journal", "-wal", "-shm"}) {
            unlink((path + companion).c_str());
        }
    }
    // Exit handlers would wait for the threads that are still at work.
    const ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
    static_cast<void>(written);
    _exit(128 + signal);
}

}  // namespace koppelkans::tools
