#include "engine/io/file_place.h"

#include <filesystem>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "tests/io/result_scene.h"

// What Target and ProjectFile make of these is in their own tests.

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(FailToWrite, says_what_to_do_about_a_full_disk) {
    EXPECT_EQ(
        refusal([] { io::fail_to_write("a.gpkg", "database or disk is full"); }),
        "cannot write a.gpkg: no space left on its disk; make room, or name another --output");
    EXPECT_THAT(refusal([] { io::fail_to_write("a.gpkg", "No space left on device"); }),
                HasSubstr("no space left on its disk"));
    EXPECT_EQ(refusal([] { io::fail_to_write("a.gpkg", "something else"); }),
              "cannot write a.gpkg: something else");
}

TEST(Resolved, follows_links_and_names_the_option_that_helps) {
    const TestFolder folder;
    fs::create_symlink(folder.file("b"), folder.file("a"));
    fs::create_symlink("c", folder.file("b"));
    EXPECT_EQ(io::resolved(folder.file("a"), "--project"), fs::canonical(folder.path()) / "c");
    EXPECT_THAT(refusal([&] { io::resolved(folder.file("no/x"), "--project"); }),
                HasSubstr("name another --project"));
    fs::create_symlink("loop", folder.file("loop"));
    EXPECT_THAT(refusal([&] { io::resolved(folder.file("loop"), "--project"); }),
                HasSubstr("leads back to itself"));
}

TEST(Resolved, takes_a_name_that_a_project_can_hold) {
    const TestFolder folder;
    for (const char* name : {"a\nb.gpkg", "a\tb.gpkg", "e\x1B[1m.gpkg", "kansen\xFF.gpkg"}) {
        EXPECT_THAT(refusal([&] { io::resolved(folder.file(name), "--output"); }),
                    HasSubstr("its name holds bytes that are no text"));
    }
    EXPECT_EQ(refusal([&] { io::resolved(folder.file("caf\u00E9 #1.gpkg"), "--output"); }), "");
}

TEST(Resolved, follows_no_link_out_of_its_folder) {
    const TestFolder folder;
    fs::create_directories(folder.file("in/deep"));
    fs::create_directory(folder.file("in2"));
    const std::string out = (fs::canonical(folder.path()) / "out.gpkg").string();
    fs::create_symlink(folder.file("out.gpkg"), folder.file("in/a.gpkg"));
    fs::create_symlink("../out.gpkg", folder.file("in/b.gpkg"));
    fs::create_symlink("b.gpkg", folder.file("in/c.gpkg"));
    fs::create_symlink("../in2/x.gpkg", folder.file("in/d.gpkg"));
    for (const char* name : {"in/a.gpkg", "in/b.gpkg", "in/c.gpkg"}) {
        EXPECT_EQ(refusal([&] { io::resolved(folder.file(name), "--output"); }),
                  "cannot write " + folder.file(name) +
                      ": it is a link that leads out of its folder, to " + out +
                      "; name that file itself by --output if it is meant");
    }
    EXPECT_THAT(refusal([&] { io::resolved(folder.file("in/d.gpkg"), "--output"); }),
                HasSubstr("leads out of its folder"))
        << "a folder beside it that begins alike";
    fs::create_symlink("deep/x.gpkg", folder.file("in/e.gpkg"));
    EXPECT_EQ(io::resolved(folder.file("in/e.gpkg"), "--output"),
              fs::canonical(folder.path()) / "in/deep/x.gpkg");
    // A folder that is typed is the user's own word, whatever it is a link to.
    fs::create_directory_symlink("in2", folder.file("typed"));
    EXPECT_EQ(io::resolved(folder.file("typed/x.gpkg"), "--output"),
              fs::canonical(folder.path()) / "in2/x.gpkg");
}

TEST(TemporaryNames, are_hidden_and_new_each_time) {
    const TestFolder folder;
    const std::string name = io::temporary_name(folder.file("x.qgz"), ".qgz");
    EXPECT_THAT(name, HasSubstr("/.x.qgz.tmp-"));
    EXPECT_TRUE(name.ends_with(".qgz"));
    EXPECT_NE(name, io::temporary_name(folder.file("x.qgz"), ".qgz"));
}

}  // namespace

}  // namespace koppelkans::test
