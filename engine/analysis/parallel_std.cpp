#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "engine/analysis/parallel_threads.h"

namespace koppelkans::analysis::threads {

namespace {

/// The first exception of any thread, to be thrown again on the calling one.
class FirstFailure {
  public:
    /// Inside a catch clause.
    void keep() {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (!first_) {
            first_ = std::current_exception();
        }
        happened_ = true;
    }
    bool happened() const { return happened_; }
    /// When no other thread runs any more.
    void rethrow() const {
        if (first_) {
            std::rethrow_exception(first_);
        }
    }

  private:
    std::mutex mutex_;
    std::exception_ptr first_;
    std::atomic<bool> happened_{false};
};

/// `body` on `count` threads at once, the calling one among them; back when all are done.
void on_threads(int count, const std::function<void()>& body) {
    std::vector<std::jthread> others;
    for (int i = 1; i < count; ++i) {
        others.emplace_back(body);
    }
    body();
}

/// The pieces between `next` and the last `finish`. Each thread does whatever can be done: finish
/// the oldest piece when it has run, else take one more and run it, else wait for another thread.
class Pipeline {
  public:
    Pipeline(std::size_t most, const std::function<std::optional<Work>()>& next)
        : most_(most), next_(next) {}

    /// One thread, until nothing is left to do.
    void work() {
        std::unique_lock<std::mutex> lock(mutex_);
        while (!over()) {
            if (!finishing_ && !pieces_.empty() && pieces_.front().has_run) {
                finish_oldest(lock);
            } else if (!taking_ && !ended_ && pieces_.size() < most_) {
                take_and_run(lock);
            } else {
                changed_.wait(lock);
                continue;
            }
            changed_.notify_all();
        }
    }

    void rethrow() const { failure_.rethrow(); }

  private:
    struct Piece {
        Work work;
        bool has_run = false;
    };

    bool over() const { return failure_.happened() || (ended_ && pieces_.empty()); }

    /// Calls something of the caller's without the lock.
    void outside(std::unique_lock<std::mutex>& lock, const std::function<void()>& call) {
        lock.unlock();
        try {
            call();
        } catch (...) {
            failure_.keep();
        }
        lock.lock();
    }

    void finish_oldest(std::unique_lock<std::mutex>& lock) {
        finishing_ = true;
        outside(lock, pieces_.front().work.finish);
        finishing_ = false;
        pieces_.pop_front();
    }

    void take_and_run(std::unique_lock<std::mutex>& lock) {
        taking_ = true;
        std::optional<Work> taken;
        outside(lock, [&] { taken = next_(); });
        taking_ = false;
        if (!taken) {
            ended_ = true;
            return;
        }
        // A deque leaves its elements where they are when others come and go at its ends.
        pieces_.push_back(Piece{std::move(*taken)});
        Piece& piece = pieces_.back();
        changed_.notify_all();
        outside(lock, piece.work.run);
        piece.has_run = true;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Piece> pieces_;  ///< under way, in the order of their taking
    std::size_t most_;
    const std::function<std::optional<Work>()>& next_;
    FirstFailure failure_;
    bool taking_ = false;
    bool finishing_ = false;
    bool ended_ = false;
};

}  // namespace

int available() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void for_each(std::size_t end, int count, const std::function<void(std::size_t)>& body) {
    FirstFailure failure;
    std::atomic<std::size_t> next{0};
    on_threads(count, [&] {
        try {
            for (std::size_t i = next++; i < end && !failure.happened(); i = next++) {
                body(i);
            }
        } catch (...) {
            failure.keep();
        }
    });
    failure.rethrow();
}

void run_in_order(int count, const std::function<std::optional<Work>()>& next) {
    Pipeline pipeline(static_cast<std::size_t>(count) * pieces_a_thread, next);
    on_threads(count, [&] { pipeline.work(); });
    pipeline.rethrow();
}

}  // namespace koppelkans::analysis::threads
