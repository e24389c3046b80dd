#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "engine/analysis/progress.h"
#include "tools/koppelkans/memory_limit.h"
#include "tools/koppelkans/stop_signal.h"

namespace koppelkans::tools {

/// While one lives, it looks fifty times a second how much memory the process has. Above the limit
/// it asks the work to stop by its Progress; work that goes on for two seconds, or takes another
/// quarter of the limit, ends with the process, its temporary file removed. So that a run ends with
/// a sentence and not by the system.
///
///     MemoryWatch memory(limit, progress, stop);
///     try { work(); } catch (const domain::Cancelled&) { memory.fail_if_exceeded(); ... }
class MemoryWatch {
  public:
    /// Throws domain::InputError where the process is above the limit before it began.
    MemoryWatch(MemoryLimit limit, analysis::Progress& progress, StopSignal& stop);
    MemoryWatch(const MemoryWatch&) = delete;
    MemoryWatch& operator=(const MemoryWatch&) = delete;
    ~MemoryWatch();

    /// Throws domain::InputError with the sentence of the limit when the work was stopped for it.
    void fail_if_exceeded() const;

  private:
    void watch();
    void give_it_time();

    MemoryLimit limit_;
    analysis::Progress& progress_;
    StopSignal& stop_;
    std::atomic<bool> is_exceeded_{false};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_done_ = false;  // under mutex_
    std::thread thread_;
};

/// The work of a command, watched for signals and for its memory: what it throws when it is stopped
/// becomes Stopped, or a domain::InputError for the memory. A std::bad_alloc that nobody can catch
/// (in a destructor, in a thread of a library) ends the process with its sentence and 1.
template <typename Work>
auto watched(const MemoryLimit& limit, analysis::Progress& progress, const Work& work) {
    StopSignal stop(progress);
    MemoryWatch memory(limit, progress, stop);
    try {
        return work(stop);
    } catch (const domain::Cancelled&) {
        memory.fail_if_exceeded();
        throw Stopped(stop.received());
    }
}

}  // namespace koppelkans::tools
