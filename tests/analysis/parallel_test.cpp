#include "engine/analysis/parallel.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::analysis {
namespace {

/// Gives threads that should not be here a chance to be seen.
void let_others_come() {
    for (int i = 0; i < 50; ++i) {
        std::this_thread::yield();
    }
}

/// Where two threads wait for one another.
class MeetingPlace {
  public:
    /// Whether somebody else came within ten seconds.
    bool meets() {
        std::unique_lock lock(mutex_);
        ++here_;
        changed_.notify_all();
        return changed_.wait_for(lock, std::chrono::seconds(10), [this] { return here_ > 1; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int here_ = 0;
};

TEST(TwoThreads, WorkAtTheSameTime) {
    MeetingPlace place;
    parallel_for(2, 2, [&](std::size_t i) { EXPECT_TRUE(place.meets()) << i; });
}

TEST(TwoThreads, WorkOnPiecesAtTheSameTime) {
    MeetingPlace place;
    int taken = 0;
    run_in_order(2, [&]() -> std::optional<Work> {
        if (taken == 2) {
            return std::nullopt;
        }
        ++taken;
        return Work{[&place] { EXPECT_TRUE(place.meets()); }, [] {}};
    });
}

TEST(NoNumberOfJobs, MeansAllCores) {
    if (std::thread::hardware_concurrency() < 2) {
        GTEST_SKIP() << "one core: nobody to meet";
    }
    MeetingPlace place;
    parallel_for(2, 0, [&](std::size_t i) { EXPECT_TRUE(place.meets()) << i; });
}

TEST(TwoThreads, AreNotThree) {
    std::mutex mutex;
    std::set<std::thread::id> seen;
    parallel_for(60, 2, [&](std::size_t) {
        let_others_come();
        const std::lock_guard lock(mutex);
        seen.insert(std::this_thread::get_id());
    });
    EXPECT_LE(seen.size(), 2U);
}

TEST(OneThread, IsTheOneThatCalls) {
    const auto caller = std::this_thread::get_id();
    parallel_for(9, 1, [&](std::size_t) { EXPECT_EQ(std::this_thread::get_id(), caller); });
}

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

/// How many pieces are under way, and the most that ever were.
class UnderWay {
  public:
    void begin() {
        const int now = ++now_;
        int most = most_;
        while (now > most && !most_.compare_exchange_weak(most, now)) {
        }
    }
    void end() { --now_; }
    int most() const { return most_; }

  private:
    std::atomic<int> now_{0};
    std::atomic<int> most_{0};
};

TEST_P(OnJobs, TakingAndFinishingAreNeverDoneByTwoAtOnce) {
    UnderWay takers;
    UnderWay finishers;
    int taken = 0;
    run_in_order(GetParam(), [&]() -> std::optional<Work> {
        takers.begin();
        let_others_come();
        const bool last = ++taken > 300;
        takers.end();
        if (last) {
            return std::nullopt;
        }
        return Work{[] {},
                    [&finishers] {
                        finishers.begin();
                        let_others_come();
                        finishers.end();
                    }};
    });
    EXPECT_EQ(takers.most(), 1);
    EXPECT_EQ(finishers.most(), 1);
}

TEST_P(OnJobs, OnlyAFewPiecesAreUnderWay) {
    const int jobs = GetParam();
    if (jobs == 0) {
        return;  // as many as there are cores: what that is, this test need not know
    }
    const int most = jobs == 1 ? 1 : 4 * jobs;
    UnderWay pieces;
    std::atomic<int> taken{0};
    run_in_order(jobs, [&]() -> std::optional<Work> {
        if (taken == 400) {
            return std::nullopt;
        }
        pieces.begin();
        const int number = taken++;
        // The first piece holds all others up until as many are taken as may be.
        return Work{[number, most, &taken] {
                        while (number == 0 && taken < most) {
                            std::this_thread::yield();
                        }
                    },
                    [&pieces] { pieces.end(); }};
    });
    EXPECT_EQ(taken, 400);
    EXPECT_EQ(pieces.most(), most);
}

TEST_P(OnJobs, AnExceptionStopsWhatWouldNeverEnd) {
    int run = 0;
    EXPECT_THROW(run_in_order(GetParam(),
                              [&run]() -> std::optional<Work> {
                                  const int number = run++;
                                  return Work{[number] {
                                                  if (number == 30) {
                                                      throw std::runtime_error("running");
                                                  }
                                              },
                                              [] {}};
                              }),
                 std::runtime_error);
    int finished = 0;
    EXPECT_THROW(run_in_order(GetParam(),
                              [&finished]() -> std::optional<Work> {
                                  return Work{[] {},
                                              [&finished] {
                                                  if (++finished == 30) {
                                                      throw std::runtime_error("finishing");
                                                  }
                                              }};
                              }),
                 std::runtime_error);
    EXPECT_EQ(finished, 30);
}

TEST_P(OnJobs, NothingIsFinishedAfterAPieceThatFailed) {
    int taken = 0;
    std::vector<int> finished;
    EXPECT_THROW(run_in_order(GetParam(),
                              [&]() -> std::optional<Work> {
                                  const int number = taken++;
                                  return Work{[number] {
                                                  if (number == 30) {
                                                      throw std::runtime_error("running");
                                                  }
                                              },
                                              [number, &finished] { finished.push_back(number); }};
                              }),
                 std::runtime_error);
    ASSERT_LE(finished.size(), 30U);
    for (std::size_t i = 0; i < finished.size(); ++i) {
        EXPECT_EQ(finished[i], static_cast<int>(i));
    }
}

TEST_P(OnJobs, AFailureIsThrownWhenAllThreadsAreDone) {
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> running{0};
        EXPECT_THROW(parallel_for(100, GetParam(),
                                  [&running](std::size_t i) {
                                      ++running;
                                      if (i % 10 == 7) {
                                          --running;
                                          throw std::runtime_error("one of several");
                                      }
                                      --running;
                                  }),
                     std::runtime_error);
        EXPECT_EQ(running, 0);
    }
}

TEST_P(OnJobs, ALoopMayHoldALoop) {
    std::vector<std::atomic<int>> visits(400);
    parallel_for(20, GetParam(), [&visits](std::size_t row) {
        parallel_for(20, GetParam(),
                     [&visits, row](std::size_t column) { ++visits[row * 20 + column]; });
    });
    for (const auto& count : visits) {
        EXPECT_EQ(count, 1);
    }
}

TEST_P(OnJobs, NothingToDoIsFine) {
    parallel_for(0, GetParam(), [](std::size_t) { FAIL(); });
    run_in_order(GetParam(), []() -> std::optional<Work> { return std::nullopt; });
}

}  // namespace
}  // namespace koppelkans::analysis
