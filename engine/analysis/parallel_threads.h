#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "engine/analysis/parallel.h"

/// What parallel.cpp needs of threads: by oneTBB (parallel_tbb.cpp), which is what the program
/// ships with, or by the standard library alone (parallel_std.cpp), where a sanitizer must see
/// every lock: Debian's oneTBB is not compiled for it. The option KOPPELKANS_THREADS of CMake says
/// which one is linked; both pass the same tests.
namespace koppelkans::analysis::threads {

/// How many pieces of work a thread may have under way, finished by it but waiting for their turn
/// included.
constexpr std::size_t pieces_a_thread = 4;

/// As many threads as can run at once, 1 or more.
int available();

/// As parallel_for of parallel.h, on `count` (2 or more) threads, of which the calling one is one.
void for_each(std::size_t end, int count, const std::function<void(std::size_t)>& body);

/// As run_in_order of parallel.h, on `count` (2 or more) threads, of which the calling one is one.
void run_in_order(int count, const std::function<std::optional<Work>()>& next);

}  // namespace koppelkans::analysis::threads
