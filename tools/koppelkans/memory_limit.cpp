#include "tools/koppelkans/memory_limit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;

constexpr const char* what_helps =
    "take fewer plans or layers (--lagen) at once or fewer threads (--jobs 1)";

/// The number in the first word of a file; empty for another word, as `max`.
std::optional<std::uint64_t> number_in(const files::path& path) {
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? std::optional(number) : std::nullopt;
}

/// Of a text with lines as `MemTotal:  8000000 kB`, in bytes; empty where the key is not in it.
std::optional<std::uint64_t> kilobytes_of(std::string_view text, std::string_view key) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t digits =
        std::min(text.find_first_not_of(" \t", at + key.size()), text.size());
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data() + digits, text.data() + text.size(), number);
    return read.ec == std::errc() ? std::optional(number * 1024) : std::nullopt;
}

std::string text_of(const files::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Given {
    std::optional<std::uint64_t> memory;
    std::optional<std::uint64_t> swap;
};

void take_less(std::optional<std::uint64_t>& least, std::optional<std::uint64_t> other) {
    if (other && (!least || *other < *least)) {
        least = other;
    }
}

/// The limits of a control group and of those that it lies in.
void take_groups(const files::path& mount, const files::path& group, const char* memory,
                 const char* swap, Given& given) {
    files::path folder = group.relative_path();
    for (;;) {
        take_less(given.memory, number_in(mount / folder / memory));
        take_less(given.swap, number_in(mount / folder / swap));
        if (folder.empty()) {
            return;
        }
        folder = folder.parent_path();
    }
}

/// Lines as `0::/user.slice` (v2) and `4:memory:/docker/1f` (v1).
Given given_by_groups(const files::path& root) {
    Given given;
    std::ifstream file(root / "proc/self/cgroup");
    const files::path mount = root / "sys/fs/cgroup";
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos) {
            continue;
        }
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
        const std::string group = line.substr(second + 1);
        if (controllers == ",,") {
            take_groups(mount, group, "memory.max", "memory.swap.max", given);
        } else if (controllers.find(",memory,") != std::string::npos) {
            take_groups(mount / "memory", group, "memory.limit_in_bytes", "", given);
        }
    }
    return given;
}

}  // namespace

MemoryLimit read_memory_limit(const std::string& typed) {
    const std::string text = domain::folded(domain::trimmed(typed));
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    std::string unit(stopped, end);
    unit.erase(0, std::min(unit.find_first_not_of(' '), unit.size()));
    constexpr std::string_view letters = "kmgt";
    const std::size_t power = unit.empty() ? std::string::npos : letters.find(unit.front());
    const bool is_unit = power != std::string::npos &&
                         (unit.size() == 1 || unit.substr(1) == "b" || unit.substr(1) == "ib");
    constexpr double most = 1e18;
    for (std::size_t i = 0; is_unit && i <= power; ++i) {
        number *= 1024;
    }
    if (error != std::errc() || !is_unit || !(number >= 1) || number > most) {
        throw domain::UsageError(fmt::format(
            "--max-memory \"{}\" is no amount of memory; write it as 500M or 4G", typed));
    }
    return {static_cast<std::uint64_t>(number),
            fmt::format("the {} of --max-memory", domain::trimmed(typed))};
}

MemoryLimit memory_limit(const std::optional<std::string>& typed) {
    if (typed) {
        return read_memory_limit(*typed);
    }
    const std::optional<std::uint64_t> all = memory_of_machine();
    if (!all) {
        return {};
    }
    constexpr double bytes_a_gb = 1024.0 * 1024 * 1024;
    return {*all / 10 * 9, fmt::format("nine tenths of the {:.1f} GB of memory of this machine",
                                       static_cast<double>(*all) / bytes_a_gb)};
}

std::optional<std::uint64_t> memory_of_machine(const std::string& root) {
    const std::string info = text_of(files::path(root) / "proc/meminfo");
    Given given = given_by_groups(root);
    take_less(given.memory, kilobytes_of(info, "MemTotal:"));
    take_less(given.swap, kilobytes_of(info, "SwapTotal:"));
    if (!given.memory) {
        return std::nullopt;
    }
    return *given.memory + given.swap.value_or(0);
}

std::uint64_t memory_in_use() {
    // Nothing is allocated: it is asked when memory has run out.
    std::array<char, 8192> text{};
    const int file = ::open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 0;
    }
    const ssize_t length = ::read(file, text.data(), text.size());
    ::close(file);
    const std::string_view status(text.data(),
                                  static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    return kilobytes_of(status, "\nVmRSS:").value_or(0) +
           kilobytes_of(status, "\nVmSwap:").value_or(0);
}

std::string memory_sentence(const MemoryLimit& limit) {
    return fmt::format(
        "this needs more memory than {}; allow more with --max-memory, or {}; nothing was written",
        limit.origin, what_helps);
}

std::string no_memory_sentence() {
    return fmt::format(
        "the system gives no more memory; end other programs, or {}; nothing was written",
        what_helps);
}

}  // namespace koppelkans::tools
