#include <optional>
#include <utility>
#include <vector>

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "engine/analysis/parallel_threads.h"

namespace koppelkans::analysis::threads {

namespace {

/// More threads than cores are allowed when asked for; oneTBB would warn on stderr and use fewer.
class ThreadLimit {
  public:
    explicit ThreadLimit(int threads)
        : control_(tbb::global_control::max_allowed_parallelism,
                   static_cast<std::size_t>(threads)) {}

  private:
    tbb::global_control control_;
};

}  // namespace

int available() {
    return tbb::this_task_arena::max_concurrency();
}

void for_each(std::size_t end, int count, const std::function<void(std::size_t)>& body) {
    const ThreadLimit limit(count);
    tbb::task_arena arena(count);
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, end, body); });
}

void run_in_order(int count, const std::function<std::optional<Work>()>& next) {
    // Where a piece fails, oneTBB forgets those that wait behind it: so they are ours. Pieces end
    // in order and no more of them are under way than there are places, so the next place is free.
    std::vector<std::optional<Work>> places(static_cast<std::size_t>(count) * pieces_a_thread);
    std::size_t taken = 0;
    using Token = std::optional<Work>*;
    const ThreadLimit limit(count);
    tbb::task_arena arena(count);
    arena.execute([&] {
        const auto take = [&](tbb::flow_control& flow) -> Token {
            std::optional<Work>& place = places[taken % places.size()];
            place = next();
            if (!place) {
                flow.stop();
                return nullptr;
            }
            ++taken;
            return &place;
        };
        const auto run = [](Token place) {
            (*place)->run();
            return place;
        };
        const auto finish = [](Token place) {
            (*place)->finish();
            place->reset();
        };
        tbb::parallel_pipeline(
            places.size(),
            tbb::make_filter<void, Token>(tbb::filter_mode::serial_in_order, take) &
                tbb::make_filter<Token, Token>(tbb::filter_mode::parallel, run) &
                tbb::make_filter<Token, void>(tbb::filter_mode::serial_in_order, finish));
    });
}

}  // namespace koppelkans::analysis::threads
