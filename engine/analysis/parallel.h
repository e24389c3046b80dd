#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace koppelkans::analysis {

/// The one place where the engine starts threads. `jobs` is the number of threads, 0 means every
/// core and 1 means the calling thread alone. An exception of any piece of work stops the rest and
/// is thrown again on the calling thread.

/// Calls `body` for every number below `count`, in no order.
void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body);

/// A piece of work: `run` on any thread, then `finish` in the order in which the pieces were handed
/// out, one at a time. What both share lives in what they capture.
struct Work {
    std::function<void()> run;
    std::function<void()> finish;
};

/// Takes pieces from `next` (one at a time, in order) until it gives none. Only a few pieces a
/// thread are under way at once, so that memory does not grow with their number.
void run_in_order(int jobs, const std::function<std::optional<Work>()>& next);

}  // namespace koppelkans::analysis
