#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace koppelkans::io {

/// A program that runs beside this one and talks with it by lines, over its stdin and stdout. It
/// stands in a process group of its own, so that Ctrl-C in a terminal reaches this program alone,
/// which then decides; its signals are as they were before anybody blocked or ignored them. It
/// never outlives this object, nor leaves a zombie. One object serves one thread; several may be
/// made at once from several threads.
///
///     ChildProcess cat({"cat"}, environment_without("PYTHON", {}));
///     cat.send("hello\n");
///     cat.answer(stop, std::chrono::seconds(10)).line;  // hello
class ChildProcess {
  public:
    /// Asked every 50 ms or more often; throws when the user has stopped the work. May be empty.
    using Stop = std::function<void()>;

    enum class Heard { line, end, nothing };
    struct Answer {
        Heard heard;       ///< end: it said its last; nothing: not within the limit
        std::string line;  ///< without its line end
    };

    /// `words`: the program, looked for on PATH where its name has no slash, and its arguments.
    /// Throws std::system_error where it cannot be started. Costs about a millisecond.
    ChildProcess(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Kills what still runs.
    ~ChildProcess();

    /// For lines of less than 100 kB, one unanswered at a time: it does not wait for room in the
    /// pipe. Silent when nobody listens any more; `answer` tells.
    void send(std::string_view text);
    /// Waits for the next line; past 1 MB without a line end, that is one too. Throws what `stop`
    /// throws, after the program is killed.
    Answer answer(const Stop& stop, std::chrono::milliseconds limit);

    /// Lets it read the end of its stdin, gives it `patience` to end by itself, and kills it and
    /// what it started if it does not. Answers how it ended: "ended with code 3", "was killed by
    /// signal 9 (Killed)". May be called again.
    std::string end(std::chrono::milliseconds patience);
    /// The last that it wrote to stderr so far, 4 kB at most.
    const std::string& complaints() const { return complaints_; }
    pid_t id() const { return id_; }

  private:
    void start(const std::vector<std::string>& words, const std::vector<std::string>& environment);
    Answer next_line(const Stop& stop, std::chrono::milliseconds limit);
    void listen(std::chrono::milliseconds limit);
    bool read_answer();
    void read_complaints();
    bool has_ended() const;
    void take_away();

    pid_t id_ = -1;
    bool gone_ = false;
    int status_ = 0;
    int talk_ = -1;  ///< a socket, as writing to one need not raise SIGPIPE; -1: closed
    int complain_ = -1;
    std::string heard_;
    std::string complaints_;
};

/// The environment of this program without the variables whose name begins with `prefix`, and with
/// `added` ("NAME=value").
std::vector<std::string> environment_without(std::string_view prefix,
                                             const std::vector<std::string>& added);

}  // namespace koppelkans::io
