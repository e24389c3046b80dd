#include "engine/io/output_links.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

/// plannen, where the configuration lies, uo beside it, and elders, where nothing should come.
class OutputLinks : public testing::Test {
  protected:
    OutputLinks() {
        fs::create_directories(top_ + "/plannen/uit");
        fs::create_directories(top_ + "/uo/2026");
        fs::create_directory(top_ + "/elders");
    }
    std::string judged(const std::string& path, const std::string& folder) const {
        return refusal([&] { io::refuse_to_leave(folder, path, "--output"); });
    }
    std::string judged(const char* path) const {
        return judged(top_ + "/" + path, top_ + "/plannen");
    }

    const TestFolder test_;
    const std::string top_ = fs::canonical(test_.path()).string();
};

TEST_F(OutputLinks, may_stay_within_the_folder_of_the_configuration) {
    fs::create_directory_symlink("../elders", top_ + "/plannen/weg");
    fs::create_directory_symlink("uit", top_ + "/plannen/blijft");
    fs::create_directory_symlink("..", top_ + "/plannen/uit/terug");
    EXPECT_EQ(judged("plannen/x.gpkg"), "");
    EXPECT_EQ(judged("plannen/uit/x.gpkg"), "");
    EXPECT_EQ(judged("plannen/blijft/x.gpkg"), "");
    EXPECT_EQ(judged("plannen/uit/terug/x.gpkg"), "");
    EXPECT_EQ(judged("plannen/weg/x.gpkg"),
              "cannot write " + top_ + "/plannen/weg/x.gpkg: the link " + top_ +
                  "/plannen/weg in its path leads out of its folder, to " + top_ +
                  "/elders; name that folder itself by --output if it is meant");
    EXPECT_THAT(judged("plannen/niet/x.gpkg"), HasSubstr("there is no folder"));
}

TEST_F(OutputLinks, may_not_hide_where_an_open_path_leads) {
    fs::create_directory_symlink("../elders", top_ + "/uo/link");
    fs::create_directory_symlink("2026", top_ + "/uo/laatste");
    fs::create_directory_symlink("/", top_ + "/uo/alles");
    EXPECT_EQ(judged("uo/x.gpkg"), "");
    EXPECT_EQ(judged("uo/laatste/x.gpkg"), "");
    EXPECT_EQ(judged("elders/x.gpkg"), "");
    for (const char* path :
         {"uo/link/x.gpkg", "plannen/../uo/link/x.gpkg", "uo/alles/tmp/x.gpkg"}) {
        EXPECT_THAT(judged(path), AllOf(HasSubstr("the link " + top_ + "/uo/"),
                                        HasSubstr("leads out of its folder, to /")))
            << path;
    }
}

TEST_F(OutputLinks, may_lead_to_the_configuration_itself) {
    fs::create_directory_symlink(top_ + "/plannen", top_ + "/uo/mijn");
    EXPECT_EQ(judged(top_ + "/uo/mijn/uit/x.gpkg", top_ + "/uo/mijn"), "");
    EXPECT_EQ(judged(top_ + "/uo/x.gpkg", top_ + "/uo/mijn/"), "");
    EXPECT_THAT(judged(top_ + "/uo/mijn/x.gpkg", top_ + "/elders"), HasSubstr("/uo/mijn in its"));
}

TEST_F(OutputLinks, may_be_those_of_the_system) {
    if (!fs::is_symlink("/var/run")) {
        GTEST_SKIP() << "/var/run is no link here";
    }
    EXPECT_EQ(judged("/var/run/x.gpkg", top_), "");
}

TEST_F(OutputLinks, do_not_go_by_a_process) {
    for (const char* path : {"/proc/self/cwd/x.gpkg", "/proc/x.gpkg", "/dev/fd/x.gpkg"}) {
        EXPECT_THAT(judged(path, top_), AllOf(HasSubstr("cannot write"), HasSubstr("/proc")))
            << path;
    }
}

}  // namespace

}  // namespace koppelkans::test
