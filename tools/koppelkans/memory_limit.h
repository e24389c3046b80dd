#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace koppelkans::tools {

/// How much memory a command may take, and the half sentence that says where that comes from.
struct MemoryLimit {
    std::uint64_t bytes = UINT64_MAX;
    std::string
        origin;  ///< "the 500M of --max-memory", "nine tenths of the memory of this machine"
};

/// `--max-memory`: a number with K, M, G or T behind it (1 K = 1,024 bytes), also as MB or MiB.
/// Throws domain::UsageError for anything else, and for 0.
MemoryLimit read_memory_limit(const std::string& typed);

/// What was typed, else nine tenths of what the machine, or the container it runs in, can give:
/// beyond that the system would end the program without a word.
MemoryLimit memory_limit(const std::optional<std::string>& typed);

/// The least of the memory of the machine and of the control groups (v2 or v1) of this process,
/// with as much swap as there is for it. `root`: where /proc and /sys lie, for tests. Empty where
/// the system does not say.
std::optional<std::uint64_t> memory_of_machine(const std::string& root = "/");

/// What this process has in memory and in swap, in bytes; 0 where the system does not say. Its
/// children are not counted. Allocates nothing. Cost: some tens of µs.
std::uint64_t memory_in_use();

/// The sentence of a command that had to end since it needs more than the limit.
std::string memory_sentence(const MemoryLimit& limit);
/// The sentence for when the system itself gives no more.
std::string no_memory_sentence();

}  // namespace koppelkans::tools
