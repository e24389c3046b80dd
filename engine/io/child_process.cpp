#include "engine/io/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace koppelkans::io {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds between_stops{50};
constexpr std::size_t longest_line = 1'000'000;
constexpr std::size_t most_complaints = 4'000;

[[noreturn]] void fail(int error, const char* what) {
    throw std::system_error(error, std::generic_category(), what);
}

void check(int error, const char* what) {
    if (error != 0) {
        fail(error, what);
    }
}

/// Open until the end of the scope, unless released.
class Descriptor {
  public:
    Descriptor() = default;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { reset(-1); }

    int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }
    void reset(int number) {
        if (number_ >= 0) {
            ::close(number_);
        }
        number_ = number;
    }
    /// Takes a number of its own, past those of stdin, stdout and stderr: where this program was
    /// started without one of these, the child would get it mixed up with what is laid there.
    void take(int number) {
        reset(number);
        if (number <= STDERR_FILENO) {
            reset(::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
            if (number_ < 0) {
                fail(errno, "cannot open a pipe");
            }
        }
    }

  private:
    int number_ = -1;
};

/// Both ends close themselves in what other threads start meanwhile.
struct Ends {
    Descriptor ours;
    Descriptor theirs;
};

void open_socket(Ends& ends) {
    std::array<int, 2> both{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both.data()) != 0) {
        fail(errno, "cannot open a socket");
    }
    ends.ours.take(both[0]);
    ends.theirs.take(both[1]);
}

void open_pipe(Ends& ends) {
    std::array<int, 2> both{};
    if (::pipe2(both.data(), O_CLOEXEC) != 0) {
        fail(errno, "cannot open a pipe");
    }
    ends.ours.take(both[0]);
    ends.theirs.take(both[1]);
    ::fcntl(ends.ours.number(), F_SETFL, O_NONBLOCK);
}

class FileActions {
  public:
    FileActions() { check(::posix_spawn_file_actions_init(&actions_), "cannot start a program"); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }

    void lay(int from, int to) {
        check(::posix_spawn_file_actions_adddup2(&actions_, from, to), "cannot start a program");
    }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

/// A process group of its own, no signal blocked, none ignored.
class Attributes {
  public:
    Attributes() {
        check(::posix_spawnattr_init(&attributes_), "cannot start a program");
        sigset_t none;
        ::sigemptyset(&none);
        sigset_t usual;
        ::sigemptyset(&usual);
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1,
                                 SIGUSR2, SIGCHLD, SIGTSTP}) {
            ::sigaddset(&usual, signal);
        }
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &usual);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

/// As execve wants them; valid as long as `texts`.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));  // execve does not write there
    }
    pointers.push_back(nullptr);
    return pointers;
}

std::string ending(int status) {
    if (WIFSIGNALED(status)) {
        const char* words = ::sigdescr_np(WTERMSIG(status));
        return fmt::format("was killed by signal {} ({})", WTERMSIG(status),
                           words == nullptr ? "unknown" : words);
    }
    return fmt::format("ended with code {}", WEXITSTATUS(status));
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& words,
                           const std::vector<std::string>& environment) {
    start(words, environment);
}

ChildProcess::~ChildProcess() {
    end(milliseconds(0));
    if (complain_ >= 0) {
        ::close(complain_);
    }
}

void ChildProcess::start(const std::vector<std::string>& words,
                         const std::vector<std::string>& environment) {
    Ends talk;
    open_socket(talk);
    Ends complain;
    open_pipe(complain);
    FileActions actions;
    actions.lay(talk.theirs.number(), STDIN_FILENO);
    actions.lay(talk.theirs.number(), STDOUT_FILENO);
    actions.lay(complain.theirs.number(), STDERR_FILENO);
    const Attributes attributes;
    check(::posix_spawnp(&id_, words.front().c_str(), actions.get(), attributes.get(),
                         pointers_to(words).data(), pointers_to(environment).data()),
          words.front().c_str());
    talk_ = talk.ours.release();
    complain_ = complain.ours.release();
}

void ChildProcess::send(std::string_view text) {
    while (!text.empty() && talk_ >= 0) {
        const ssize_t sent = ::send(talk_, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) {
            return;
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
}

ChildProcess::Answer ChildProcess::answer(const Stop& stop, milliseconds limit) {
    try {
        return next_line(stop, limit);
    } catch (...) {
        end(milliseconds(0));
        throw;
    }
}

ChildProcess::Answer ChildProcess::next_line(const Stop& stop, milliseconds limit) {
    const Clock::time_point last = Clock::now() + limit;
    for (bool open = talk_ >= 0;; open = open && read_answer()) {
        if (const std::size_t length = heard_.find('\n'); length != std::string::npos) {
            Answer answer{Heard::line, heard_.substr(0, length)};
            heard_.erase(0, length + 1);
            return answer;
        }
        if (heard_.size() > longest_line) {
            return {Heard::line, std::exchange(heard_, "")};
        }
        if (stop) {
            stop();
        }
        if (!open) {
            return {Heard::end, ""};
        }
        const auto left = std::chrono::duration_cast<milliseconds>(last - Clock::now());
        if (left <= milliseconds(0)) {
            return {Heard::nothing, ""};
        }
        listen(std::min(left, between_stops));
    }
}

/// Until there is something to read. A pipe for complaints that fills up would hold up the child.
void ChildProcess::listen(milliseconds limit) {
    std::array<pollfd, 2> both{{{talk_, POLLIN, 0}, {complain_, POLLIN, 0}}};
    if (::poll(both.data(), both.size(), static_cast<int>(limit.count())) > 0 &&
        both[1].revents != 0) {
        read_complaints();
    }
}

/// What there is; false at its end.
bool ChildProcess::read_answer() {
    std::array<char, 4096> part{};
    const ssize_t size = ::recv(talk_, part.data(), part.size(), MSG_DONTWAIT);
    if (size > 0) {
        heard_.append(part.data(), static_cast<std::size_t>(size));
        return true;
    }
    return size < 0 && (errno == EAGAIN || errno == EINTR);
}

void ChildProcess::read_complaints() {
    std::array<char, 4096> part{};
    ssize_t size = -1;
    while (complain_ >= 0 && (size = ::read(complain_, part.data(), part.size())) > 0) {
        complaints_.append(part.data(), static_cast<std::size_t>(size));
        if (complaints_.size() > most_complaints) {
            complaints_.erase(0, complaints_.size() - most_complaints);
        }
    }
    // A pipe that has ended is always ready to be read: poll is not to look at it again.
    if (size == 0) {
        ::close(std::exchange(complain_, -1));
    }
}

/// Looks without taking: until it is taken, no other process gets its number.
bool ChildProcess::has_ended() const {
    siginfo_t found{};
    int answer = 0;
    while ((answer = ::waitid(P_PID, static_cast<id_t>(id_), &found,
                              WEXITED | WNOHANG | WNOWAIT)) != 0 &&
           errno == EINTR) {
    }
    return answer != 0 || found.si_pid != 0;
}

void ChildProcess::take_away() {
    // What it started goes with it, also where it has ended itself.
    ::kill(-id_, SIGKILL);
    while (::waitpid(id_, &status_, 0) < 0 && errno == EINTR) {
    }
    gone_ = true;
}

std::string ChildProcess::end(milliseconds patience) {
    if (talk_ >= 0) {
        ::close(std::exchange(talk_, -1));
    }
    const Clock::time_point last = Clock::now() + patience;
    while (!gone_ && !has_ended() && Clock::now() < last) {
        read_complaints();
        std::this_thread::sleep_for(milliseconds(2));
    }
    if (!gone_) {
        take_away();
    }
    read_complaints();
    return ending(status_);
}

std::vector<std::string> environment_without(std::string_view prefix,
                                             const std::vector<std::string>& added) {
    std::vector<std::string> texts;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!std::string_view(*variable).starts_with(prefix)) {
            texts.emplace_back(*variable);
        }
    }
    texts.insert(texts.end(), added.begin(), added.end());
    return texts;
}

}  // namespace koppelkans::io
