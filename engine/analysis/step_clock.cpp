#include "engine/analysis/step_clock.h"

#include <ctime>

namespace koppelkans::analysis {

namespace {

double thread_cpu_s() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

}  // namespace

const char* to_text(Step step) {
    constexpr std::array<const char*, step_count> words = {
        "place", "overlap", "couple", "combine", "risk", "summarise", "write"};
    return words[static_cast<std::size_t>(step)];
}

void StepTimes::add(const StepTimes& other) {
    for (std::size_t i = 0; i < step_count; ++i) {
        cpu_s_[i] += other.cpu_s_[i];
    }
}

StepClock::StepClock(StepTimes& times) : times_(times), since_s_(thread_cpu_s()) {}

void StepClock::finish(Step step) {
    const double now_s = thread_cpu_s();
    times_.add(step, now_s - since_s_);
    since_s_ = now_s;
}

}  // namespace koppelkans::analysis
