#pragma once

#include <array>
#include <cstddef>

namespace koppelkans::analysis {

/// The steps on a buurt, in their order; `write` is what the caller does with its result.
enum class Step { place, overlap, couple, combine, risk, summarise, write };
inline constexpr std::size_t step_count = 7;
/// "place", "overlap", ...
const char* to_text(Step step);

/// CPU seconds that each step took.
class StepTimes {
  public:
    double of(Step step) const { return cpu_s_[static_cast<std::size_t>(step)]; }
    void add(Step step, double cpu_s) { cpu_s_[static_cast<std::size_t>(step)] += cpu_s; }
    void add(const StepTimes& other);

  private:
    std::array<double, step_count> cpu_s_{};
};

/// Says which step the time of this thread went to. Cost: a call of the system a step.
///
///     StepClock clock(times);
///     place(); clock.finish(Step::place);
///     couple(); clock.finish(Step::couple);
class StepClock {
  public:
    explicit StepClock(StepTimes& times);
    /// What was done since the last call was this step.
    void finish(Step step);

  private:
    StepTimes& times_;
    double since_s_;
};

}  // namespace koppelkans::analysis
