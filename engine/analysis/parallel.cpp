#include "engine/analysis/parallel.h"

#include "engine/analysis/parallel_threads.h"

namespace koppelkans::analysis {

namespace {

int thread_count(int jobs) {
    return jobs > 0 ? jobs : threads::available();
}

}  // namespace

void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body) {
    const int threads = thread_count(jobs);
    if (threads > 1 && count > 1) {
        threads::for_each(count, threads, body);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        body(i);
    }
}

void run_in_order(int jobs, const std::function<std::optional<Work>()>& next) {
    const int threads = thread_count(jobs);
    if (threads > 1) {
        threads::run_in_order(threads, next);
        return;
    }
    while (std::optional<Work> work = next()) {
        work->run();
        work->finish();
    }
}

}  // namespace koppelkans::analysis
