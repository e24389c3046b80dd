#include "tools/koppelkans/stop_signal.h"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include <pthread.h>
#include <unistd.h>

#include "tools/koppelkans/memory_limit.h"

namespace koppelkans::tools {
namespace {

constexpr timespec patience{0, 700'000'000};
constexpr int wake_up = SIGUSR2;  // from our own destructor
constexpr std::string_view stopped = "stopped; nothing was written";

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

/// The one that watches now; a program does one job at a time.
std::atomic<StopSignal*> current{nullptr};

[[noreturn]] void say_and_exit(ExitCode code, std::string_view message) {
    for (const std::string_view part :
         {std::string_view("koppelkans: "), message, std::string_view("\n")}) {
        const ssize_t written = write(STDERR_FILENO, part.data(), part.size());
        static_cast<void>(written);
    }
    // Exit handlers would wait for the threads that are still at work.
    _exit(static_cast<int>(code));
}

/// Made before memory runs out.
const std::string& sentence_without_memory() {
    static const std::string sentence = no_memory_sentence();
    return sentence;
}

[[noreturn]] void end_without_memory() {
    const std::string& sentence = sentence_without_memory();
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc&) {
            if (StopSignal* watcher = current.load(); watcher != nullptr) {
                watcher->end_process(ExitCode::failed, sentence);
            }
            say_and_exit(ExitCode::failed, sentence);
        } catch (...) {
            // As without this.
        }
    }
    std::abort();
}

}  // namespace

Stopped::Stopped(int signal)
    : std::runtime_error(std::string(stopped)), code_(static_cast<ExitCode>(128 + signal)) {}

StopSignal::StopSignal(analysis::Progress& progress)
    : progress_(progress), watched_(stopping_signals()) {
    pthread_sigmask(SIG_BLOCK, &watched_, &before_);
    thread_ = std::thread([this] { watch(); });
    current.store(this);
}

StopSignal::~StopSignal() {
    current.store(nullptr);
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
        // Written out now: there may be no memory for it when they have to go.
        for (const char* companion : {"", "-journal", "-wal", "-shm"}) {
            temporary_files_.push_back(path + companion);
        }
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
    end_process(static_cast<ExitCode>(128 + signal), stopped);
}

void StopSignal::end_process(ExitCode code, std::string_view message) {
    // The lock is kept until the process has ended: work that ends just now waits for it.
    const std::lock_guard<std::mutex> lock(mutex_);
    if (done_ || is_finishing_) {
        return;
    }
    remove_temporary_files();
    say_and_exit(code, message);
}

void StopSignal::remove_temporary_files() {
    for (const std::string& path : temporary_files_) {
        if (unlink(path.c_str()) == 0 || (errno != EISDIR && errno != EPERM)) {
            continue;
        }
        try {
            std::error_code error;
            std::filesystem::remove_all(path, error);
        } catch (const std::bad_alloc&) {
            // The folder stays, as after a kill; the next report takes it away.
        }
    }
}

void end_well_without_memory() {
    sentence_without_memory();
    std::set_terminate(end_without_memory);
}

}  // namespace koppelkans::tools
