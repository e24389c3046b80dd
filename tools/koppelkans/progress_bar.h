#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "engine/analysis/progress.h"

namespace koppelkans::tools {

/// `--progress`.
enum class ProgressMode { automatic, always, never };
/// How progress is shown: one line that is drawn again, or a line when a phase ends.
enum class ProgressStyle { none, bar, lines };

/// "auto", "always", "never".
std::optional<ProgressMode> read_progress_mode(const std::string& word);

/// Where the bar goes; a test hands in its own.
struct ProgressSurface {
    std::function<void(const std::string&)> write;
    std::function<std::chrono::steady_clock::time_point()> now;
    std::function<std::size_t()> width;  ///< columns
};

/// stderr, as wide as its terminal (80 where that cannot be asked).
ProgressSurface stderr_surface();
/// By the mode and by what stderr is: a terminal that can redraw a line gets a bar.
ProgressStyle style_on_stderr(ProgressMode mode);

/// How far a phase is.
struct ProgressState {
    analysis::Phase phase = analysis::Phase::buurten;
    std::int64_t count = 0;
    std::int64_t total = -1;  ///< -1: not known
    double seconds = 0;       ///< since the phase began
};

/// One line without its end, at most `width` columns: phase, bar, count, rate and time left. ASCII,
/// so that a column is a byte.
std::string progress_line(const ProgressState& state, std::size_t width);
/// What is said when the phase is over: phase, count, time.
std::string progress_closing(const ProgressState& state);

/// Shows how far the work is, at most ten times a second. A bar leaves a clean line behind.
/// `advance` may be called from any thread and costs an addition and a look at the clock.
class ProgressBar : public analysis::Progress {
  public:
    ProgressBar(ProgressStyle style, ProgressSurface surface);
    ~ProgressBar() override;

    void begin(analysis::Phase phase, std::int64_t total) override;
    void advance(std::int64_t count) override;
    void end() override;

  private:
    using Time = std::chrono::steady_clock::time_point;
    ProgressState state_at(Time now) const;
    void draw(Time now);
    void erase();

    ProgressStyle style_;
    ProgressSurface surface_;
    analysis::Phase phase_ = analysis::Phase::buurten;
    std::int64_t total_ = -1;
    std::atomic<std::int64_t> count_{0};
    std::atomic<std::chrono::steady_clock::rep> next_draw_{0};
    Time began_;
    bool running_ = false;
    bool drawn_ = false;  // under mutex_
    std::mutex mutex_;
};

}  // namespace koppelkans::tools
