#include "tools/koppelkans/stop_signal.h"

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;

/// Runs `work` in a process of its own, sends it signals when it says that it is ready, and gives
/// its exit code; 1000 + signal where a signal killed it.
class Child {
  public:
    explicit Child(const std::function<int(const std::function<void()>&)>& work) {
        if (pipe(ready_.data()) != 0) {
            return;
        }
        pid_ = fork();
        if (pid_ == 0) {
            alarm(60);  // a test that hangs must not hang for ever
            for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
                // by nohup and behind & they are ignored, which a program holds to
                static_cast<void>(std::signal(signal, SIG_DFL));
            }
            const int said = ready_[1];
            _exit(work([said] { static_cast<void>(!write(said, "r", 1)); }));
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        close(ready_[0]);
        close(ready_[1]);
    }

    void wait_until_ready() const {
        char byte = 0;
        ASSERT_EQ(read(ready_[0], &byte, 1), 1);
    }
    void send(int signal) const { ASSERT_EQ(kill(pid_, signal), 0); }
    int exit_code() const {
        int status = 0;
        waitpid(pid_, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }

  private:
    std::array<int, 2> ready_{-1, -1};
    pid_t pid_ = -1;
};

/// Work that looks at its Progress, as the engine does.
int obedient(const std::function<void()>& ready) {
    analysis::Progress progress;
    StopSignal stop(progress);
    ready();
    while (!progress.cancelled()) {
        usleep(1000);
    }
    return static_cast<int>(Stopped(stop.received()).code());
}

TEST(StopSignal, AsksTheWorkToStop) {
    for (const auto& [signal, code] : {std::pair{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 129}}) {
        const Child child(obedient);
        child.wait_until_ready();
        child.send(signal);
        EXPECT_EQ(child.exit_code(), code);
    }
}

class StopSignalFile : public testing::Test {
  protected:
    StopSignalFile() {
        for (const char* file :
             {"t.gpkg", "t.gpkg-journal", "t.gpkg-wal", ".t.gpkg.lock", "other.gpkg"}) {
            folder_.write(file, "x");
        }
    }

    /// Work that sits inside a library and hears nothing.
    int deaf(const std::function<void()>& ready, const std::string& temporary) const {
        close(STDERR_FILENO);
        analysis::Progress progress;
        StopSignal stop(progress);
        stop.add_temporary_file(folder_ / ".t.gpkg.lock");
        stop.add_temporary_file(folder_ / "t.gpkg");
        if (temporary.empty()) {
            stop.add_temporary_file("");
        }
        ready();
        for (;;) {
            pause();
        }
    }

    ScratchFolder folder_;
};

TEST_F(StopSignalFile, EndsDeafWorkWithinASecondAndRemovesItsFiles) {
    const Child child([this](const auto& ready) { return deaf(ready, "t.gpkg"); });
    child.wait_until_ready();
    const auto before = std::chrono::steady_clock::now();
    child.send(SIGINT);
    EXPECT_EQ(child.exit_code(), 130);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
    EXPECT_FALSE(files::exists(folder_ / "t.gpkg"));
    EXPECT_FALSE(files::exists(folder_ / "t.gpkg-journal"));
    EXPECT_FALSE(files::exists(folder_ / "t.gpkg-wal"));
    EXPECT_FALSE(files::exists(folder_ / ".t.gpkg.lock"));
    EXPECT_TRUE(files::exists(folder_ / "other.gpkg"));
}

TEST_F(StopSignalFile, RemovesNothingWhenTheFileIsGoneAlready) {
    const Child child([this](const auto& ready) { return deaf(ready, ""); });
    child.wait_until_ready();
    child.send(SIGTERM);
    EXPECT_EQ(child.exit_code(), 143);
    EXPECT_TRUE(files::exists(folder_ / "t.gpkg"));
}

TEST_F(StopSignalFile, RemovesAFolderWithAllThatIsInIt) {
    files::create_directories(folder_ / "t.gpkg.d/buurt");
    folder_.write("t.gpkg.d/buurt/page.html", "x");
    const Child child([this](const std::function<void()>& ready) {
        close(STDERR_FILENO);
        analysis::Progress progress;
        StopSignal stop(progress);
        stop.add_temporary_file(folder_ / "t.gpkg.d");
        ready();
        for (;;) {
            pause();
        }
        return 0;
    });
    child.wait_until_ready();
    child.send(SIGINT);
    EXPECT_EQ(child.exit_code(), 130);
    EXPECT_FALSE(files::exists(folder_ / "t.gpkg.d"));
    EXPECT_TRUE(files::exists(folder_ / "t.gpkg"));
}

TEST(StopSignal, LetsWorkFinishThatSaysSo) {
    const Child child([](const std::function<void()>& ready) {
        analysis::Progress progress;
        StopSignal stop(progress);
        stop.let_finish();
        ready();
        while (!progress.cancelled()) {
            usleep(1000);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // longer than its patience
        return 7;
    });
    child.wait_until_ready();
    child.send(SIGINT);
    child.send(SIGTERM);
    EXPECT_EQ(child.exit_code(), 7);
}

TEST(StopSignal, LeavesIgnoredSignalsIgnored) {
    const Child child([](const std::function<void()>& ready) {
        static_cast<void>(std::signal(SIGHUP, SIG_IGN));
        analysis::Progress progress;
        StopSignal stop(progress);
        ready();
        while (!progress.cancelled()) {
            usleep(1000);
        }
        return stop.received();
    });
    child.wait_until_ready();
    child.send(SIGHUP);
    child.send(SIGTERM);
    EXPECT_EQ(child.exit_code(), SIGTERM);
}

TEST(StopSignal, GivesTheSignalsBack) {
    const Child child([](const std::function<void()>& ready) {
        {
            analysis::Progress progress;
            const StopSignal stop(progress);
        }
        ready();
        for (;;) {
            pause();
        }
        return 0;
    });
    child.wait_until_ready();
    child.send(SIGTERM);
    EXPECT_EQ(child.exit_code(), 1000 + SIGTERM);
}

TEST(StopSignal, WithoutASignalNothingIsCancelled) {
    analysis::Progress progress;
    {
        const StopSignal stop(progress);
        EXPECT_EQ(stop.received(), 0);
    }
    EXPECT_FALSE(progress.cancelled());
}

}  // namespace
}  // namespace koppelkans::tools
