#include "engine/analysis/step_clock.h"

#include <ctime>

#include <gtest/gtest.h>

namespace koppelkans::analysis {
namespace {

/// Keeps this thread at work for as many seconds of CPU.
void work_for(double cpu_s) {
    timespec began{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &began);
    timespec now = began;
    while (static_cast<double>(now.tv_sec - began.tv_sec) +
               static_cast<double>(now.tv_nsec - began.tv_nsec) / 1e9 <
           cpu_s) {
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    }
}

TEST(StepClock, TimeGoesToTheStepThatEnded) {
    StepTimes times;
    StepClock clock(times);
    work_for(0.004);
    clock.finish(Step::place);
    work_for(0.002);
    clock.finish(Step::combine);
    EXPECT_GE(times.of(Step::place), 0.004);
    EXPECT_GE(times.of(Step::combine), 0.002);
    EXPECT_EQ(times.of(Step::risk), 0);
}

TEST(StepTimes, AddUp) {
    StepTimes one;
    one.add(Step::couple, 1.5);
    StepTimes other;
    other.add(Step::couple, 0.25);
    other.add(Step::write, 2);
    one.add(other);
    EXPECT_EQ(one.of(Step::couple), 1.75);
    EXPECT_EQ(one.of(Step::write), 2);
    EXPECT_STREQ(to_text(Step::place), "place");
    EXPECT_STREQ(to_text(Step::write), "write");
}

}  // namespace
}  // namespace koppelkans::analysis
