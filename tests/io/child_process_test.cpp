#include "engine/io/child_process.h"

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "tests/io/printing_scene.h"

namespace koppelkans::test {

namespace {

using io::ChildProcess;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;

using Heard = ChildProcess::Heard;

std::vector<std::string> environment() {
    return io::environment_without("PYTHON", {"KOPPELKANS_ADDED=yes"});
}

ChildProcess::Answer answer_of(ChildProcess& child) {
    return child.answer(go_on, seconds(20));
}

/// Nobody need have taken away what is dead.
bool runs(pid_t process) {
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string id;
    std::string name;
    std::string state;
    return stat >> id >> name >> state && state != "Z";
}

TEST(ChildProcess, talks_by_lines_until_it_ends) {
    ChildProcess child({"sh", "-c", "read a; echo \"<$a>\"; read b; printf '%s\\nrest' \"$b\""},
                       environment());
    child.send("one\n");
    EXPECT_EQ(answer_of(child).line, "<one>");
    child.send("two\n");
    EXPECT_EQ(answer_of(child).line, "two");
    EXPECT_EQ(answer_of(child).heard, Heard::end);
    EXPECT_EQ(child.end(seconds(20)), "ended with code 0");
    EXPECT_EQ(answer_of(child).heard, Heard::end);
}

TEST(ChildProcess, reads_the_end_of_its_stdin_also_beside_another) {
    ChildProcess first({"cat"}, environment());
    ChildProcess second({"cat"}, environment());
    EXPECT_EQ(first.end(seconds(20)), "ended with code 0");
    second.send("still here\n");
    EXPECT_EQ(answer_of(second).line, "still here");
}

TEST(ChildProcess, says_how_it_ended) {
    ChildProcess failed({"sh", "-c", "echo why >&2; exit 3"}, environment());
    EXPECT_EQ(answer_of(failed).heard, Heard::end);
    EXPECT_EQ(failed.end(seconds(20)), "ended with code 3");
    EXPECT_EQ(failed.end(seconds(20)), "ended with code 3");
    EXPECT_EQ(failed.complaints(), "why\n");
    ChildProcess killed({"sh", "-c", "kill -SEGV $$"}, environment());
    EXPECT_EQ(killed.end(seconds(20)), "was killed by signal 11 (Segmentation fault)");
    EXPECT_THROW(ChildProcess({"no-such-program"}, environment()), std::system_error);
}

TEST(ChildProcess, waits_no_longer_than_it_is_told) {
    ChildProcess child({"sleep", "1000"}, environment());
    EXPECT_EQ(child.answer(go_on, milliseconds(20)).heard, Heard::nothing);
    EXPECT_EQ(child.end(milliseconds(20)), "was killed by signal 9 (Killed)");
    EXPECT_FALSE(runs(child.id()));
}

TEST(ChildProcess, is_gone_with_all_it_started_when_the_user_stops) {
    ChildProcess child({"sh", "-c", "sleep 1000 & echo $!; wait"}, environment());
    const pid_t grandchild = std::stoi(answer_of(child).line);
    EXPECT_TRUE(runs(child.id()));
    int asked = 0;
    const auto stop = [&] {
        if (++asked == 3) {
            throw std::runtime_error("stopped");
        }
    };
    EXPECT_THROW(child.answer(stop, seconds(20)), std::runtime_error);
    EXPECT_NE(::kill(child.id(), 0), 0);
    for (int tries = 0; runs(grandchild) && tries < 1000; ++tries) {
        ::usleep(10'000);
    }
    EXPECT_FALSE(runs(grandchild));
    EXPECT_EQ(answer_of(child).heard, Heard::end);
}

TEST(ChildProcess, may_complain_more_than_a_pipe_holds) {
    ChildProcess child(
        {"sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x >&2; echo last >&2; echo done"},
        environment());
    EXPECT_EQ(answer_of(child).line, "done");
    EXPECT_EQ(child.end(seconds(20)), "ended with code 0");
    EXPECT_THAT(child.complaints(), SizeIs(4'000));
    EXPECT_THAT(child.complaints(), EndsWith("xlast\n"));
}

TEST(ChildProcess, takes_a_megabyte_without_a_line_end_for_a_line) {
    ChildProcess child({"sh", "-c", "tr '\\0' x </dev/zero"}, environment());
    const ChildProcess::Answer answer = answer_of(child);
    EXPECT_EQ(answer.heard, Heard::line);
    EXPECT_GT(answer.line.size(), 1'000'000U);
}

TEST(ChildProcess, that_is_gone_is_told_things_in_vain) {
    ChildProcess child({"true"}, environment());
    while (runs(child.id())) {
        ::usleep(1'000);
    }
    child.send("anybody there?\n");
    child.send("still nobody?\n");
    EXPECT_EQ(answer_of(child).heard, Heard::end);
}

TEST(ChildProcess, starts_with_the_usual_signals_in_a_group_of_its_own) {
    sigset_t blocked;
    sigset_t before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGINT);
    ::sigaddset(&blocked, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
    const auto handled = ::signal(SIGPIPE, SIG_IGN);
    ChildProcess child({"sh", "-c",
                        "echo $(grep -E 'Sig(Blk|Ign)' /proc/self/status);"
                        "read -r _ _ _ _ group _ </proc/$$/stat; echo $$ $group"},
                       environment());
    ::signal(SIGPIPE, handled);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    // Signals 32 and 33 are the C library's own.
    EXPECT_THAT(answer_of(child).line,
                testing::MatchesRegex("SigBlk: 0{16} SigIgn: 0{7}[0-9]{2}0{7}"));
    const std::string id = std::to_string(child.id());
    EXPECT_EQ(answer_of(child).line, id + " " + id);
}

TEST(EnvironmentWithout, drops_what_begins_so_and_adds) {
    const Variable dropped("KOPPELKANS_DROP_THIS", "1");
    const Variable kept("KOPPELKANS_KEEP", "1");
    const std::vector<std::string> texts = io::environment_without("KOPPELKANS_DROP", {"ADDED=2"});
    EXPECT_THAT(texts, testing::Contains("KOPPELKANS_KEEP=1"));
    EXPECT_THAT(texts, testing::Contains("ADDED=2"));
    EXPECT_THAT(texts, testing::Not(testing::Contains(HasSubstr("DROP_THIS"))));
}

}  // namespace

}  // namespace koppelkans::test
