#include "tools/koppelkans/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace koppelkans::tools {
namespace {

constexpr std::chrono::milliseconds redraw_after(100);
constexpr std::size_t narrowest_bar = 10;
constexpr std::size_t widest_bar = 30;
constexpr const char* erase_line = "\r\x1b[K";

struct PhaseWords {
    const char* doing;
    const char* unit;
};

PhaseWords words_of(analysis::Phase phase) {
    switch (phase) {
        case analysis::Phase::buurten:
            return {"Reading buurten", "rows"};
        case analysis::Phase::sources:
            return {"Reading plans", "rows"};
        case analysis::Phase::analysis:
            return {"Finding koppelkansen", "buurten"};
        case analysis::Phase::writing:
            return {"Writing", "rows"};
        case analysis::Phase::result:
            return {"Reading the result", "rows"};
        case analysis::Phase::pages:
            return {"Writing pages", "pages"};
        case analysis::Phase::tables:
            return {"Writing tables", "rows"};
    }
    return {"Working", "rows"};
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    return whole < 3600 ? fmt::format("{} min {:02} s", whole / 60, whole % 60)
                        : fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string bar(double part, std::size_t width) {
    const auto full = static_cast<std::size_t>(part * static_cast<double>(width));
    return "[" + std::string(full, '#') + std::string(width - full, '.') + "]";
}

/// Count and rate, and what is known of the rest.
std::string figures(const ProgressState& state) {
    const char* const unit = words_of(state.phase).unit;
    std::string text = state.total < 0 ? fmt::format("{} {}", state.count, unit)
                                       : fmt::format("{}/{} {}", state.count, state.total, unit);
    if (state.seconds < 0.5 || state.count == 0) {
        return text;  // a rate over less says nothing
    }
    const double rate = static_cast<double>(state.count) / state.seconds;
    text += fmt::format(", {:.{}f}/s", rate, rate < 10 ? 1 : 0);
    if (state.total >= state.count) {
        text += ", " + duration(static_cast<double>(state.total - state.count) / rate) + " left";
    }
    return text;
}

}  // namespace

std::optional<ProgressMode> read_progress_mode(const std::string& word) {
    if (word == "auto") {
        return ProgressMode::automatic;
    }
    if (word == "always") {
        return ProgressMode::always;
    }
    if (word == "never") {
        return ProgressMode::never;
    }
    return std::nullopt;
}

ProgressSurface stderr_surface() {
    ProgressSurface surface;
    surface.write = [](const std::string& text) {
        // Where stderr is closed there is nobody to tell.
        static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
    };
    surface.now = [] { return std::chrono::steady_clock::now(); };
    surface.width = [] {
        winsize size{};
        const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
        return known ? static_cast<std::size_t>(size.ws_col) : 80U;
    };
    return surface;
}

ProgressStyle style_on_stderr(ProgressMode mode) {
    if (mode == ProgressMode::never) {
        return ProgressStyle::none;
    }
    const char* const terminal =
        std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): no thread yet
    const bool can_redraw =
        isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string(terminal) != "dumb";
    if (can_redraw) {
        return ProgressStyle::bar;
    }
    return mode == ProgressMode::always ? ProgressStyle::lines : ProgressStyle::none;
}

std::string progress_line(const ProgressState& state, std::size_t width) {
    const std::string phase = words_of(state.phase).doing;
    const std::string right = figures(state);
    std::string line = phase + "  " + right;
    if (state.total > 0) {
        const double part =
            std::min(1.0, static_cast<double>(state.count) / static_cast<double>(state.total));
        const std::string percent = fmt::format("{:3.0f}%", part * 100);
        const std::size_t fixed = line.size() + percent.size() + 5;
        if (fixed + narrowest_bar <= width) {
            const std::size_t room = std::min(widest_bar, width - fixed);
            line = fmt::format("{} {} {}  {}", phase, bar(part, room), percent, right);
        }
    }
    return line.substr(0, width);
}

std::string progress_closing(const ProgressState& state) {
    const PhaseWords words = words_of(state.phase);
    return fmt::format("{}: {} {} in {:.1f} s", words.doing, state.count, words.unit,
                       state.seconds);
}

ProgressBar::ProgressBar(ProgressStyle style, ProgressSurface surface)
    : style_(style), surface_(std::move(surface)) {}

ProgressBar::~ProgressBar() {
    const std::lock_guard<std::mutex> lock(mutex_);
    erase();  // an error may have ended the phase
}

void ProgressBar::begin(analysis::Phase phase, std::int64_t total) {
    if (style_ == ProgressStyle::none) {
        return;
    }
    phase_ = phase;
    total_ = total;
    count_.store(0);
    began_ = surface_.now();
    running_ = true;
    next_draw_.store((began_ + redraw_after).time_since_epoch().count());
}

void ProgressBar::advance(std::int64_t count) {
    count_.fetch_add(count, std::memory_order_relaxed);
    if (style_ != ProgressStyle::bar) {
        return;
    }
    const Time now = surface_.now();
    auto due = next_draw_.load(std::memory_order_relaxed);
    if (now.time_since_epoch().count() < due) {
        return;
    }
    const auto next = (now + redraw_after).time_since_epoch().count();
    if (next_draw_.compare_exchange_strong(due, next)) {  // of several threads one draws
        const std::lock_guard<std::mutex> lock(mutex_);
        draw(now);
    }
}

void ProgressBar::end() {
    if (!running_) {
        return;
    }
    running_ = false;
    const std::lock_guard<std::mutex> lock(mutex_);
    erase();
    if (style_ == ProgressStyle::lines) {
        surface_.write("koppelkans: " + progress_closing(state_at(surface_.now())) + "\n");
    }
}

ProgressState ProgressBar::state_at(Time now) const {
    return {phase_, count_.load(), total_, std::chrono::duration<double>(now - began_).count()};
}

void ProgressBar::draw(Time now) {
    const std::size_t width = surface_.width();
    // The last column stays free: some terminals wrap when it is written.
    surface_.write(erase_line + progress_line(state_at(now), width > 1 ? width - 1 : 1));
    drawn_ = true;
}

void ProgressBar::erase() {
    if (drawn_) {
        surface_.write(erase_line);
        drawn_ = false;
    }
}

}  // namespace koppelkans::tools
