#include "engine/io/stopwatch.h"

#include <chrono>
#include <utility>

#include <sys/resource.h>

namespace koppelkans::io {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usage() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used;
}

}  // namespace

Stopwatch::Stopwatch() : began_(now()) {}

Stopwatch::Moment Stopwatch::now() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
    const rusage used = usage();
    return {wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime)};
}

void Stopwatch::finish(std::string phase) {
    const Moment end = now();
    constexpr double kib_a_mib = 1024;  // Linux counts in KiB
    timings_.push_back({std::move(phase), end.wall_s - began_.wall_s, end.cpu_s - began_.cpu_s,
                        static_cast<double>(usage().ru_maxrss) / kib_a_mib});
    began_ = end;
}

}  // namespace koppelkans::io
