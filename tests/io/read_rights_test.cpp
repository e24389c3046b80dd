#include "engine/io/read_rights.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/nobody.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::io {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// Empty: it may be read, or is not there.
std::string refused(const std::string& path) {
    const test::Nobody nobody;
    try {
        check_rights(path);
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "";
}

TEST(ReadRights, OnlyWhatMayNotBeReadIsRefused) {
    const tools::ScratchFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    folder.write("open.csv", "x");
    folder.write("dicht.csv", "x");
    fs::permissions(folder / "dicht.csv", fs::perms(0200));
    EXPECT_EQ(refused(folder / "open.csv"), "");
    EXPECT_EQ(refused(folder / "nergens.csv"), "");
    EXPECT_EQ(refused(folder / "open.csv/x"), "");
    EXPECT_EQ(refused(folder.path()), "");
    EXPECT_THAT(refused(folder / "dicht.csv"), HasSubstr("dicht.csv: permission denied; ask"));
}

TEST(ReadRights, AFolderIsListedAndEntered) {
    const tools::ScratchFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    fs::create_directory(folder / "map");
    folder.write("map/x.csv", "x");
    for (const unsigned mode : {0711U, 0744U, 0700U}) {
        fs::permissions(folder / "map", fs::perms(mode));
        EXPECT_THAT(refused(folder / "map"), HasSubstr("map: permission denied: this folder"));
        // What is in there is read where the folder may be entered.
        EXPECT_EQ(refused(folder / "map/x.csv").empty(), mode == 0711U) << mode;
    }
}

}  // namespace
}  // namespace koppelkans::io
