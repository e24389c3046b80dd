// files FIRST COUNT [FOLDER]: gives the job COUNT scenes of four hostile files, made from the seeds
// from FIRST on, and expects of each what no file may break. Prints a seed before its files are
// read: the last one is that of the files that end the program. With a FOLDER the last scene stays
// there, so that `koppelkans run FOLDER` may be looked at.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <optional>

#include <sys/time.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/job.h"
#include "tests/fuzz/hostile_scene.h"
#include "tests/fuzz/result_check.h"
#include "tests/fuzz/target.h"

namespace koppelkans::fuzz {
namespace {

namespace fs = std::filesystem;

/// What one scene may reckon, sanitized, whatever else the machine does; and how long it may take,
/// as what waits reckons nothing.
constexpr unsigned seconds_of_work = 120;
constexpr unsigned seconds_a_scene = 600;

struct Tally {
    std::uint64_t scenes = 0;
    std::uint64_t files = 0;
    std::uint64_t refused = 0;
    std::int64_t rows = 0;
    std::int64_t taken = 0;
    double slowest_s = 0;  ///< of work
};

/// How it ended: a Summary, or the sentence for the user.
struct Ending {
    std::optional<io::Summary> summary;
    std::string message;
};

template <typename Job>
Ending ending_of(const Job& job) {
    Ending ending;
    try {
        ending.summary = job();
    } catch (const domain::InputError& error) {
        ending.message = error.what();
        expect(ending.message.find('\n') == std::string::npos, "the sentence is one line");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "not an InputError: %s\n", error.what());
        std::abort();
    }
    return ending;
}

void expect_rows(const HostileScene& scene, const io::Summary& summary, Tally& tally) {
    for (const io::SourceSummary& source : summary.sources) {
        expect_account(source);
        const auto used = std::find_if(scene.files().begin(), scene.files().end(),
                                       [&](const auto& one) { return one.naam == source.naam; });
        expect(used != scene.files().end() && source.account.gelezen == used->file.rows,
               "every row was read");
        tally.rows += source.account.gelezen;
        tally.taken += source.account.geanalyseerd;
    }
}

/// Without the files that are refused, one by one; empty where none is left to run on.
Ending run_without_refused(HostileScene& scene, const io::JobOptions& options, Tally& tally) {
    analysis::Progress progress;
    while (scene.has_plans()) {
        const io::Configuration configuration = scene.configuration();
        Ending ending = ending_of([&] { return io::run(configuration, options, progress); });
        if (ending.summary) {
            return ending;
        }
        std::printf("    %s\n", ending.message.c_str());
        expect(scene.names() == scene.before(), "a refusal leaves nothing in the folder");
        const Ending check = ending_of([&] { return io::check(configuration, options, progress); });
        expect(check.message == ending.message, "check says what run says");
        expect(scene.drop_named_in(ending.message), "the sentence names the file");
        ++tally.refused;
    }
    return {};
}

void try_scene(std::uint64_t seed, const fs::path& folder, Tally& tally) {
    Dice dice(seed);
    HostileScene scene(folder, dice);
    io::JobOptions options;
    options.jobs = dice.one_in(8) ? 2 : 1;
    tally.files += scene.files().size();
    const Ending run = run_without_refused(scene, options, tally);
    if (!run.summary) {
        return;
    }
    expect_rows(scene, *run.summary, tally);
    expect_result(scene.result(), *run.summary);
    std::set<std::string> after = scene.before();
    after.insert(fs::path(scene.result()).filename().string());
    expect(scene.names() == after, "no other file is left in the folder");
    if (dice.one_in(4)) {
        analysis::Progress progress;
        const io::Configuration configuration = scene.configuration();
        const Ending check = ending_of([&] { return io::check(configuration, options, progress); });
        expect(check.summary.has_value(), "check reads what run reads");
        expect_same(*check.summary, *run.summary);
    }
}

extern "C" void too_slow(int /*signal*/) {
    constexpr std::string_view words = "not so: a scene is done in time\n";
    static_cast<void>(write(STDERR_FILENO, words.data(), words.size()));
    std::abort();
}

/// By their end too_slow() is called; 0 for never.
void limit(unsigned of_work, unsigned in_all) {
    itimerval timer{};
    timer.it_value.tv_sec = of_work;
    setitimer(ITIMER_PROF, &timer, nullptr);
    alarm(in_all);
}

double seconds_worked() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void print(const Tally& tally, double seconds) {
    std::printf(
        "%llu files in %llu scenes: %lld rows, of which %lld taken in, %llu files refused; %.0f s, "
        "the slowest scene %.1f s of work\n",
        static_cast<unsigned long long>(tally.files), static_cast<unsigned long long>(tally.scenes),
        static_cast<long long>(tally.rows), static_cast<long long>(tally.taken),
        static_cast<unsigned long long>(tally.refused), seconds, tally.slowest_s);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void try_scenes(std::uint64_t first, std::uint64_t count, const std::string& kept_in) {
    const fs::path folder = kept_in.empty() ? fs::temp_directory_path() /
                                                  ("koppelkans-files-" + std::to_string(getpid()))
                                            : fs::path(kept_in);
    static_cast<void>(std::signal(SIGALRM, too_slow));
    static_cast<void>(std::signal(SIGPROF, too_slow));
    const auto start = std::chrono::steady_clock::now();
    Tally tally;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
        std::fflush(stdout);
        fs::remove_all(folder);
        const double began = seconds_worked();
        limit(seconds_of_work, seconds_a_scene);
        try_scene(seed, folder, tally);
        limit(0, 0);
        ++tally.scenes;
        tally.slowest_s = std::max(tally.slowest_s, seconds_worked() - began);
    }
    if (kept_in.empty()) {
        fs::remove_all(folder);
    }
    print(tally, seconds_since(start));
}

}  // namespace
}  // namespace koppelkans::fuzz

int main(int count, char** words) {
    if (count < 3) {
        std::fprintf(stderr, "usage: files FIRST COUNT [FOLDER]\n");
        return 2;
    }
    koppelkans::fuzz::try_scenes(std::stoull(words[1]), std::stoull(words[2]),
                                 count > 3 ? words[3] : "");
    return 0;
}
