#include "tools/koppelkans/memory_limit.h"

#include <filesystem>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

using testing::HasSubstr;

TEST(MemoryLimits, AreReadWithTheirUnit) {
    const std::pair<const char*, double> cases[] = {{"500M", 500.0 * (1 << 20)},
                                                    {"4G", 4.0 * (1 << 30)},
                                                    {"4g", 4.0 * (1 << 30)},
                                                    {"1.5 GB", 1.5 * (1 << 30)},
                                                    {"640KiB", 640.0 * (1 << 10)},
                                                    {" 2T ", 2048.0 * (1 << 30)},
                                                    {"0.5K", 512}};
    for (const auto& [typed, bytes] : cases) {
        EXPECT_EQ(static_cast<double>(read_memory_limit(typed).bytes), bytes) << typed;
    }
    EXPECT_EQ(read_memory_limit("4G").origin, "the 4G of --max-memory");
}

TEST(MemoryLimits, WithoutAUnitOrOutOfReachAreWrong) {
    for (const char* wrong : {"", "4", "G", "-1G", "0M", "4X", "4GG", "4Gi b", "1e30G", "nan G",
                              "inf G", "4,5G", "M4"}) {
        EXPECT_THROW(read_memory_limit(wrong), domain::UsageError) << wrong;
    }
}

TEST(MemoryLimits, AreByDefaultThoseOfTheMachine) {
    const MemoryLimit limit = memory_limit(std::nullopt);
    ASSERT_TRUE(memory_of_machine());
    EXPECT_EQ(limit.bytes, *memory_of_machine() / 10 * 9);
    EXPECT_THAT(memory_sentence(limit), HasSubstr("nine tenths of the"));
    EXPECT_GT(limit.bytes, memory_in_use());
}

/// A /proc and a /sys of our own.
class Machine {
  public:
    void says(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories(std::filesystem::path(folder_ / file).parent_path());
        folder_.write(file, text);
    }
    std::optional<std::uint64_t> memory() const { return memory_of_machine(folder_ / ""); }

  private:
    ScratchFolder folder_;
};

TEST(MemoryOfMachine, IsThatOfTheMachineOrOfItsContainer) {
    const Machine machine;
    EXPECT_EQ(machine.memory(), std::nullopt);
    machine.says("proc/meminfo",
                 "MemTotal:        8000 kB\nMemFree: 1 kB\nSwapTotal:       1000 kB\n");
    EXPECT_EQ(machine.memory(), 9000U * 1024);
    machine.says("proc/self/cgroup", "0::/stad/run\n");
    machine.says("sys/fs/cgroup/stad/run/memory.max", "max\n");
    EXPECT_EQ(machine.memory(), 9000U * 1024);
    machine.says("sys/fs/cgroup/stad/memory.max", "4096000\n");
    EXPECT_EQ(machine.memory(), 4'096'000U + 1000U * 1024) << "a group lies in others";
    machine.says("sys/fs/cgroup/stad/run/memory.swap.max", "0\n");
    EXPECT_EQ(machine.memory(), 4'096'000U);
    machine.says("sys/fs/cgroup/memory.max", "1024000\n");
    EXPECT_EQ(machine.memory(), 1'024'000U) << "as a container sees its own";
}

TEST(MemoryOfMachine, KnowsTheOlderControlGroups) {
    const Machine machine;
    machine.says("proc/meminfo", "MemTotal:        8000 kB\nSwapTotal:       0 kB\n");
    machine.says("proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/docker/1f\n");
    machine.says("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    EXPECT_EQ(machine.memory(), 8000U * 1024);
    machine.says("sys/fs/cgroup/memory/docker/1f/memory.limit_in_bytes", "512000\n");
    EXPECT_EQ(machine.memory(), 512'000U);
}

TEST(MemoryInUse, FollowsWhatIsTaken) {
    const std::uint64_t before = memory_in_use();
    ASSERT_GT(before, 1'000'000U);
    const std::vector<char> block(200'000'000, 'x');
    EXPECT_GT(memory_in_use(), before + 150'000'000) << block.back();
}

TEST(MemorySentences, SayWhatToDo) {
    EXPECT_EQ(memory_sentence({1, "the 500M of --max-memory"}),
              "this needs more memory than the 500M of --max-memory; allow more with --max-memory, "
              "or take fewer "
              "plans or layers (--lagen) at once or fewer threads (--jobs 1); nothing was written");
    EXPECT_THAT(no_memory_sentence(), HasSubstr("the system gives no more memory"));
}

}  // namespace
}  // namespace koppelkans::tools
