#include "engine/analysis/parallel.h"

#include <memory>

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace koppelkans::analysis {

namespace {

constexpr std::size_t pieces_a_thread = 4;

int thread_count(int jobs) {
    return jobs > 0 ? jobs : tbb::this_task_arena::max_concurrency();
}

/// More threads than cores are allowed when asked for; oneTBB would warn on stderr and use fewer.
class ThreadLimit {
  public:
    explicit ThreadLimit(int threads)
        : control_(tbb::global_control::max_allowed_parallelism,
                   static_cast<std::size_t>(threads)) {}

  private:
    tbb::global_control control_;
};

void run_one_by_one(const std::function<std::optional<Work>()>& next) {
    while (std::optional<Work> work = next()) {
        work->run();
        work->finish();
    }
}

}  // namespace

void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body) {
    const int threads = thread_count(jobs);
    if (threads == 1 || count < 2) {
        for (std::size_t i = 0; i < count; ++i) {
            body(i);
        }
        return;
    }
    const ThreadLimit limit(threads);
    tbb::task_arena arena(threads);
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, body); });
}

void run_in_order(int jobs, const std::function<std::optional<Work>()>& next) {
    const int threads = thread_count(jobs);
    if (threads == 1) {
        run_one_by_one(next);
        return;
    }
    // oneTBB wants tokens that copy cheaply: a shared pointer to the piece.
    using Token = std::shared_ptr<Work>;
    const ThreadLimit limit(threads);
    tbb::task_arena arena(threads);
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
            static_cast<std::size_t>(threads) * pieces_a_thread,
            tbb::make_filter<void, Token>(tbb::filter_mode::serial_in_order, take) &
                tbb::make_filter<Token, Token>(tbb::filter_mode::parallel, run) &
                tbb::make_filter<Token, void>(tbb::filter_mode::serial_in_order, finish));
    });
}

}  // namespace koppelkans::analysis
