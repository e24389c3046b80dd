#include "engine/io/output_lock.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::OutputLock;
using io::result_output;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string refused(const std::string& path) {
    return refusal([&] { const OutputLock lock(path, result_output); });
}

TEST(OutputLocks, keep_a_second_run_out_and_leave_nothing) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    {
        const OutputLock lock(path, result_output);
        EXPECT_TRUE(lock.is_held());
        EXPECT_EQ(lock.file(), fs::canonical(folder.path()).string() + "/.x.gpkg.lock");
        EXPECT_EQ(refused(path), "cannot write " + path +
                                     ": another run is writing it; wait until that is done, or "
                                     "name another --output");
        EXPECT_EQ(refused(folder.file("y.gpkg")), "") << "another output";
    }
    EXPECT_EQ(refused(path), "");
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(OutputLocks, know_a_file_by_any_of_its_names) {
    const TestFolder folder;
    write_bytes(folder.file("x.gpkg"), "");
    fs::create_symlink("x.gpkg", folder.file("link.gpkg"));
    const OutputLock lock(folder.file("x.gpkg"), result_output);
    EXPECT_THAT(refused(folder.file("link.gpkg")), HasSubstr("another run is writing it"));
    EXPECT_THAT(refused(folder.path() + "/./x.gpkg"), HasSubstr("another run is writing it"));
}

TEST(OutputLocks, take_over_what_a_killed_run_left) {
    const TestFolder folder;
    write_bytes(folder.file(".x.gpkg.lock"), "");
    // In a container the next process has often the number of the one that was killed.
    const std::string left = folder.file(".x.gpkg.tmp-" + std::to_string(::getpid()) + "-ab.gpkg");
    write_bytes(left, "half");
    write_bytes(folder.file(".x.gpkg.tmp-notes.gpkg"), "of somebody");
    EXPECT_EQ(refused(folder.file("x.gpkg")), "");
    EXPECT_THAT(folder.names(), ElementsAre(".x.gpkg.tmp-notes.gpkg"));
}

TEST(OutputLocks, lie_beside_ordinary_files_alone) {
    EXPECT_FALSE(OutputLock("/dev/null", result_output).is_held());
    const TestFolder folder;
    EXPECT_FALSE(OutputLock(folder.path(), result_output).is_held());
    EXPECT_THAT(folder.names(), IsEmpty());
    EXPECT_THAT(refused(folder.file("none/x.gpkg")), HasSubstr("there is no folder"));
}

}  // namespace

}  // namespace koppelkans::test
