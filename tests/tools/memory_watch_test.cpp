#include "tools/koppelkans/memory_watch.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

using testing::ExitedWithCode;
using testing::HasSubstr;

constexpr std::uint64_t mb = 1 << 20;

MemoryLimit more_than_now(std::uint64_t bytes) {
    return {memory_in_use() + bytes, "what this test allows"};
}

/// Takes memory, some MB at a time, and asks after each whether to go on; gives up after a while.
void take_memory(const analysis::Progress& progress, std::uint64_t most) {
    std::vector<std::vector<char>> taken;
    for (std::uint64_t bytes = 0; bytes < most; bytes += 4 * mb) {
        taken.emplace_back(4 * mb, 'x');
        progress.stop_if_cancelled();
    }
    for (int i = 0; i < 1000; ++i) {  // it holds what it has: the watch has time to see it
        progress.stop_if_cancelled();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

TEST(MemoryWatches, EndWorkThatNeedsTooMuch) {
    analysis::Progress progress;
    try {
        watched(more_than_now(100 * mb), progress,
                [&](StopSignal& /*stop*/) { take_memory(progress, 110 * mb); });
        ADD_FAILURE() << "it went on";
    } catch (const domain::InputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("this needs more memory than what this test allows"));
    }
}

TEST(MemoryWatches, LeaveWorkThatKeepsWithinIt) {
    analysis::Progress progress;
    const int answer = watched(more_than_now(2000 * mb), progress, [](StopSignal& /*stop*/) {
        const std::vector<char> taken(100 * mb, 'x');
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return static_cast<int>(taken.back());
    });
    EXPECT_EQ(answer, 'x');
    EXPECT_FALSE(progress.cancelled());
}

TEST(MemoryWatches, RefuseToBeginAboveTheLimit) {
    analysis::Progress progress;
    EXPECT_THROW(watched({1, "nothing"}, progress, [](StopSignal& /*stop*/) { FAIL(); }),
                 domain::InputError);
}

/// Work inside a library that does not ask: the process ends, and takes its file with it.
TEST(MemoryWatches, EndTheProcessOfWorkThatDoesNotAsk) {
    const ScratchFolder folder;
    const auto work = [&folder] {
        analysis::Progress progress;
        watched(more_than_now(50 * mb), progress, [&folder](StopSignal& stop) {
            folder.write("half.gpkg", "half");
            stop.add_temporary_file(folder / "half.gpkg");
            std::vector<std::vector<char>> taken;
            for (int i = 0; i < 200; ++i) {
                taken.emplace_back(4 * mb, 'x');
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            std::this_thread::sleep_for(std::chrono::seconds(30));
        });
    };
    EXPECT_EXIT(work(), ExitedWithCode(1),
                "koppelkans: this needs more memory than what this test allows");
    EXPECT_FALSE(std::filesystem::exists(folder / "half.gpkg"));
}

TEST(LackOfMemory, ThatNobodyCanCatchEndsTheProcessWell) {
    const ScratchFolder folder;
    const auto fail = [] { throw std::bad_alloc(); };
    const auto work = [&] {
        end_well_without_memory();
        analysis::Progress progress;
        StopSignal stop(progress);
        folder.write("half.gpkg", "half");
        stop.add_temporary_file(folder / "half.gpkg");
        std::thread(fail).join();
    };
    EXPECT_EXIT(work(), ExitedWithCode(1), "koppelkans: the system gives no more memory");
    EXPECT_FALSE(std::filesystem::exists(folder / "half.gpkg"));
}

TEST(LackOfMemory, IsNotWhatAnyOtherFaultIsTakenFor) {
    const auto work = [] {
        end_well_without_memory();
        std::thread([] { throw std::runtime_error("iets anders"); }).join();
    };
    EXPECT_EXIT(work(), testing::KilledBySignal(SIGABRT), "");
}

}  // namespace
}  // namespace koppelkans::tools
