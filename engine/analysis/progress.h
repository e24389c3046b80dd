#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

#include "engine/domain/errors.h"

namespace koppelkans::analysis {

/// The steps that a user is told of: four of a run, then three of a report.
enum class Phase { buurten, sources, analysis, writing, result, pages, tables };

/// Asked now and then by a long step, every few milliseconds of work; throws when the user has
/// stopped it.
using Stop = std::function<void()>;

/// What the long steps say of themselves while they run, and how they are stopped. This class
/// itself is silent; a command derives the one that draws a bar. `advance` may be called from any
/// thread, `begin` and `end` only from the one that runs the job.
class Progress {
  public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    /// `total` is -1 where it cannot be known cheaply.
    virtual void begin(Phase phase, std::int64_t total) {
        static_cast<void>(phase);
        static_cast<void>(total);
    }
    virtual void advance(std::int64_t count) { static_cast<void>(count); }
    virtual void end() {}

    /// Async-signal-safe: only sets a flag.
    void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
    bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }
    /// Throws domain::Cancelled when the user has stopped the work. Called at least every few
    /// milliseconds of work.
    void stop_if_cancelled() const {
        if (cancelled()) {
            throw domain::Cancelled();
        }
    }

  private:
    std::atomic<bool> cancelled_{false};
};

}  // namespace koppelkans::analysis
