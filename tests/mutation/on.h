#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <type_traits>

/// Which of the mutants that mutate.py wrote into a copy of the sources is on: none, or the one
/// that the environment names. Only mutated copies include this.
namespace koppelkans::mutation {

inline constexpr std::size_t most_mutants = 4096;

/// By number: whether a place was come by, to see which tests reach it.
inline std::array<std::atomic<bool>, most_mutants> reached{};

inline int number_from_environment() {
    const char* const number = std::getenv("KOPPELKANS_MUTANT");  // NOLINT(concurrency-mt-unsafe)
    return number == nullptr ? 0 : std::atoi(number);             // NOLINT(cert-err34-c)
}

/// The mutants are numbered from 1.
inline const int active = number_from_environment();

inline bool is_on(std::size_t number) {
    reached[number].store(true, std::memory_order_relaxed);
    return static_cast<int>(number) == active;
}

/// Whether this mutant is the one; never while compiling.
constexpr bool on(std::size_t number) {
    return !std::is_constant_evaluated() && is_on(number);
}

}  // namespace koppelkans::mutation
