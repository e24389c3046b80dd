#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace koppelkans::fuzz {

/// Choices that follow from a seed alone, the same on every machine: the distributions of the
/// standard library are not.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed * 0x9E3779B97F4A7C15U + 1) {}

    /// From 0 up to, not including, `n`; 0 for an `n` of 0.
    std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    /// From now on harm is done so many times more seldom.
    void calm(std::size_t times) { calmness_ = times; }
    /// One in `n`, unless calmed, of what makes a row be left out at once: then nothing is seen of
    /// what lies behind.
    bool harm_in(std::size_t n) { return one_in(n * calmness_); }
    /// From 0 up to 1.
    double share() { return static_cast<double>(engine_() >> 11U) / 9007199254740992.0; }

    template <typename T>
    const T& of(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

  private:
    std::mt19937_64 engine_;
    std::size_t calmness_ = 1;
};

}  // namespace koppelkans::fuzz
