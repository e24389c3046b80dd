#include "engine/analysis/parallel.h"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::analysis {
namespace {

class OnJobs : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Jobs, OnJobs, testing::Values(0, 1, 2, 7));

TEST_P(OnJobs, EveryNumberIsVisitedOnce) {
    std::vector<std::atomic<int>> visits(1000);
    parallel_for(visits.size(), GetParam(), [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) {
        EXPECT_EQ(count, 1);
    }
}

TEST_P(OnJobs, WorkFinishesInTheOrderOfItsTaking) {
    int taken = 0;
    std::vector<int> finished;
    run_in_order(GetParam(), [&]() -> std::optional<Work> {
        if (taken == 500) {
            return std::nullopt;
        }
        const int number = taken++;
        const auto result = std::make_shared<int>(-1);
        return Work{[number, result] { *result = number; },
                    [result, &finished] { finished.push_back(*result); }};
    });
    ASSERT_EQ(finished.size(), 500U);
    for (int i = 0; i < 500; ++i) {
        EXPECT_EQ(finished[static_cast<std::size_t>(i)], i);
    }
}

TEST_P(OnJobs, AnExceptionReachesTheCaller) {
    EXPECT_THROW(parallel_for(100, GetParam(),
                              [](std::size_t i) {
                                  if (i == 57) {
                                      throw std::runtime_error("57");
                                  }
                              }),
                 std::runtime_error);
    int taken = 0;
    EXPECT_THROW(run_in_order(GetParam(),
                              [&]() -> std::optional<Work> {
                                  if (++taken == 30) {
                                      throw std::runtime_error("reading");
                                  }
                                  return Work{[] {}, [] {}};
                              }),
                 std::runtime_error);
}

TEST_P(OnJobs, NothingToDoIsFine) {
    parallel_for(0, GetParam(), [](std::size_t) { FAIL(); });
    run_in_order(GetParam(), []() -> std::optional<Work> { return std::nullopt; });
}

}  // namespace
}  // namespace koppelkans::analysis
