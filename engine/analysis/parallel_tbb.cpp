#include <memory>
#include <utility>

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
    // oneTBB wants tokens that copy cheaply: a shared pointer to the piece.
    using Token = std::shared_ptr<Work>;
    const ThreadLimit limit(count);
    tbb::task_arena arena(count);
    arena.execute([&] {
        const auto take = [&next](tbb::flow_control& flow) -> Token {
            std::optional<Work> work = next();
            if (!work) {
                flow.stop();
                return nullptr;
            }
            return std::make_shared<Work>(std::move(*work));
        };
        const auto run = [](const Token& work) {
            work->run();
            return work;
        };
        const auto finish = [](const Token& work) { work->finish(); };
        tbb::parallel_pipeline(
            static_cast<std::size_t>(count) * pieces_a_thread,
            tbb::make_filter<void, Token>(tbb::filter_mode::serial_in_order, take) &
                tbb::make_filter<Token, Token>(tbb::filter_mode::parallel, run) &
                tbb::make_filter<Token, void>(tbb::filter_mode::serial_in_order, finish));
    });
}

}  // namespace koppelkans::analysis::threads
