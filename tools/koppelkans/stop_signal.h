#pragma once

#include <atomic>
#include <csignal>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/analysis/progress.h"
#include "tools/koppelkans/command.h"

namespace koppelkans::tools {

/// The user or the system stopped the work.
class Stopped : public std::runtime_error {
  public:
    /// `signal`: SIGINT, SIGTERM or SIGHUP.
    explicit Stopped(int signal);
    /// 128 + the signal, as shells count.
    ExitCode code() const { return code_; }

  private:
    ExitCode code_;
};

/// While one lives, Ctrl-C, SIGTERM and SIGHUP ask the work to stop by its Progress. Work that has
/// not stopped 700 ms later (it may sit inside a long call of a library), or a second signal, ends
/// the process: the temporary files are removed first. Signals that are ignored (nohup) stay
/// ignored. Make it before the work starts its threads: they inherit which signals are held back.
///
///     StopSignal stop(progress);
///     options.on_temporary_file = [&](const std::string& path) { stop.add_temporary_file(path); };
class StopSignal {
  public:
    explicit StopSignal(analysis::Progress& progress);
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    ~StopSignal();

    /// A file, or a folder with all in it, to remove as well when the process has to end; empty:
    /// none any more. From any thread.
    void add_temporary_file(const std::string& path);
    /// From here on the work ends by itself soon and must not be ended in its middle: a signal only
    /// asks. From any thread.
    void let_finish();
    /// Ends the process now, in the middle of its work: removes the temporary file and says
    /// `message` on stderr. Returns only where the work is over already or must not be ended any
    /// more. From any thread; nothing is allocated, so that it works when memory has run out.
    void end_process(ExitCode code, std::string_view message);
    /// The signal that came, 0 for none.
    int received() const { return received_.load(); }

  private:
    void watch();
    void remove_temporary_files();

    analysis::Progress& progress_;
    sigset_t watched_{};
    sigset_t before_{};
    std::atomic<int> received_{0};
    std::mutex mutex_;
    bool done_ = false;                         // under mutex_
    bool is_finishing_ = false;                 // under mutex_
    std::vector<std::string> temporary_files_;  // under mutex_
    std::thread thread_;
};

/// For run_program: an exception that nobody can catch (thrown in a destructor, in a thread of a
/// library) ends the program. Where it says that memory ran out, the work ends as by
/// StopSignal::end_process, with exit code 1 and a sentence; any other aborts, as without this.
void end_well_without_memory();

}  // namespace koppelkans::tools
