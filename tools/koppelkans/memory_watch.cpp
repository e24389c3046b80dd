#include "tools/koppelkans/memory_watch.h"

#include <chrono>
#include <utility>

#include "engine/domain/errors.h"

namespace koppelkans::tools {
namespace {

constexpr std::chrono::milliseconds between_looks{20};
constexpr std::chrono::seconds patience{2};

}  // namespace

MemoryWatch::MemoryWatch(MemoryLimit limit, analysis::Progress& progress, StopSignal& stop)
    : limit_(std::move(limit)), progress_(progress), stop_(stop) {
    if (memory_in_use() > limit_.bytes) {
        throw domain::InputError(memory_sentence(limit_));
    }
    thread_ = std::thread([this] { watch(); });
}

MemoryWatch::~MemoryWatch() {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        is_done_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void MemoryWatch::fail_if_exceeded() const {
    if (is_exceeded_.load()) {
        throw domain::InputError(memory_sentence(limit_));
    }
}

void MemoryWatch::watch() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (!changed_.wait_for(lock, between_looks, [this] { return is_done_; })) {
        if (memory_in_use() > limit_.bytes) {
            is_exceeded_.store(true);
            progress_.cancel();
            lock.unlock();
            give_it_time();
            return;
        }
    }
}

void MemoryWatch::give_it_time() {
    const auto end = std::chrono::steady_clock::now() + patience;
    const std::uint64_t most = limit_.bytes + limit_.bytes / 4;
    {
        std::unique_lock<std::mutex> lock(mutex_);
        while (std::chrono::steady_clock::now() < end && memory_in_use() <= most) {
            if (changed_.wait_for(lock, between_looks, [this] { return is_done_; })) {
                return;
            }
        }
    }
    stop_.end_process(ExitCode::failed, memory_sentence(limit_));
}

}  // namespace koppelkans::tools
