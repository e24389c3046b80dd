#include "tools/koppelkans/progress_bar.h"

#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::tools {
namespace {

using analysis::Phase;
using std::chrono::milliseconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;

/// A terminal made of a list, with a clock that only the test moves.
struct FakeSurface {
    std::vector<std::string> written;
    std::chrono::steady_clock::time_point clock{std::chrono::hours(1)};
    std::size_t columns = 80;

    ProgressSurface surface() {
        return {[this](const std::string& text) { written.push_back(text); },
                [this] { return clock; }, [this] { return columns; }};
    }
};

TEST(ProgressLine, ShowsPhaseCountRateAndTimeLeft) {
    EXPECT_EQ(progress_line({Phase::analysis, 100, 400, 10}, 100),
              "Finding koppelkansen [#######.......................]  25%  100/400 buurten, 10/s, "
              "30 s left");
}

TEST(ProgressLine, WithoutATotalHasNoBarAndNoTimeLeft) {
    EXPECT_EQ(progress_line({Phase::sources, 1200, -1, 4}, 80), "Reading plans  1200 rows, 300/s");
}

TEST(ProgressLine, SaysNoRateBeforeThereIsOne) {
    EXPECT_EQ(progress_line({Phase::writing, 7, -1, 0.2}, 80), "Writing  7 rows");
    EXPECT_EQ(progress_line({Phase::writing, 0, -1, 9}, 80), "Writing  0 rows");
}

TEST(ProgressLine, FitsTheWidth) {
    const ProgressState state{Phase::analysis, 123456, 9999999, 3600};
    for (std::size_t width = 1; width <= 140; ++width) {
        EXPECT_LE(progress_line(state, width).size(), width);
    }
    EXPECT_EQ(progress_line(state, 20), "Finding koppelkansen");
}

TEST(ProgressLine, TimeLeftInTheUnitThatSuits) {
    EXPECT_THAT(progress_line({Phase::sources, 1, 91, 1}, 120), EndsWith("1 min 30 s left"));
    EXPECT_THAT(progress_line({Phase::sources, 1, 7261, 1}, 120), EndsWith("2 h 01 min left"));
    EXPECT_THAT(progress_line({Phase::sources, 5, 5, 1}, 120), EndsWith("0 s left"));
}

TEST(ProgressLine, ACountBeyondTheTotalStaysWhole) {
    EXPECT_THAT(progress_line({Phase::sources, 12, 10, 1}, 120),
                AllOf(HasSubstr("100%"), EndsWith("12/10 rows, 12/s")));
}

TEST(ProgressBar, DrawsAtMostTenTimesASecond) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::bar, fake.surface());
    bar.begin(Phase::sources, 1000);
    for (int i = 0; i < 1000; ++i) {
        fake.clock += milliseconds(1);
        bar.advance(1);
    }
    EXPECT_THAT(fake.written, SizeIs(10));
    EXPECT_THAT(fake.written.back(), HasSubstr("1000/1000 rows"));
}

TEST(ProgressBar, LeavesACleanLine) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::bar, fake.surface());
    bar.begin(Phase::sources, 10);
    fake.clock += milliseconds(200);
    bar.advance(5);
    bar.end();
    ASSERT_THAT(fake.written, SizeIs(2));
    EXPECT_EQ(fake.written.back(), "\r\x1b[K");
}

TEST(ProgressBar, CleansUpWhenAnErrorEndsThePhase) {
    FakeSurface fake;
    {
        ProgressBar bar(ProgressStyle::bar, fake.surface());
        bar.begin(Phase::sources, 10);
        fake.clock += milliseconds(200);
        bar.advance(5);
    }
    EXPECT_EQ(fake.written.back(), "\r\x1b[K");
}

TEST(ProgressBar, ShortPhasesShowNothing) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::bar, fake.surface());
    bar.begin(Phase::buurten, 10);
    fake.clock += milliseconds(99);
    bar.advance(10);
    bar.end();
    EXPECT_TRUE(fake.written.empty());
}

TEST(ProgressBar, LeavesTheLastColumnFree) {
    FakeSurface fake;
    fake.columns = 12;
    ProgressBar bar(ProgressStyle::bar, fake.surface());
    bar.begin(Phase::analysis, 10);
    fake.clock += milliseconds(200);
    bar.advance(5);
    ASSERT_THAT(fake.written, SizeIs(1));
    EXPECT_EQ(fake.written[0], "\r\x1b[KFinding kop");
}

TEST(ProgressBar, InPlainLinesSaysWhenAPhaseIsOver) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::lines, fake.surface());
    bar.begin(Phase::sources, 120);
    fake.clock += milliseconds(1500);
    bar.advance(120);
    bar.end();
    EXPECT_THAT(fake.written, ElementsAre("koppelkans: Reading plans: 120 rows in 1.5 s\n"));
}

TEST(ProgressBar, WithoutAStyleIsSilent) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::none, fake.surface());
    bar.begin(Phase::sources, 120);
    fake.clock += milliseconds(1500);
    bar.advance(120);
    bar.end();
    EXPECT_TRUE(fake.written.empty());
}

TEST(ProgressBar, CountsFromSeveralThreads) {
    FakeSurface fake;
    ProgressBar bar(ProgressStyle::lines, fake.surface());
    bar.begin(Phase::analysis, 4000);
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&bar] {
            for (int j = 0; j < 1000; ++j) {
                bar.advance(1);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    bar.end();
    EXPECT_THAT(fake.written.back(), HasSubstr("4000 buurten"));
}

TEST(ProgressMode, IsReadFromItsWords) {
    EXPECT_EQ(read_progress_mode("auto"), ProgressMode::automatic);
    EXPECT_EQ(read_progress_mode("always"), ProgressMode::always);
    EXPECT_EQ(read_progress_mode("never"), ProgressMode::never);
    EXPECT_EQ(read_progress_mode("sometimes"), std::nullopt);
}

TEST(ProgressMode, NeverIsNeverShown) {
    EXPECT_EQ(style_on_stderr(ProgressMode::never), ProgressStyle::none);
}

}  // namespace
}  // namespace koppelkans::tools
