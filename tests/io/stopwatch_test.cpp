#include "engine/io/stopwatch.h"

#include <ctime>

#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

void work_for(double cpu_s) {
    const std::clock_t began = std::clock();
    while (static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC < cpu_s) {
    }
}

TEST(Stopwatch, EachPhaseHasItsOwnTime) {
    Stopwatch watch;
    work_for(0.02);
    watch.finish("busy");
    watch.finish("idle");
    ASSERT_EQ(watch.timings().size(), 2U);
    const Timing& busy = watch.timings()[0];
    EXPECT_EQ(busy.phase, "busy");
    EXPECT_GE(busy.cpu_s, 0.015) << "the system counts in steps";
    EXPECT_GE(busy.wall_s, 0.015);
    const Timing& idle = watch.timings()[1];
    EXPECT_LT(idle.cpu_s, busy.cpu_s);
    EXPECT_GE(idle.peak_mib, busy.peak_mib);
    EXPECT_GT(busy.peak_mib, 1);
}

}  // namespace
}  // namespace koppelkans::io
