#include <filesystem>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/result_file_sqlite.h"
#include "tests/io/target_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::Overwrite;
using io::SqliteConnection;
using io::SqliteMode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CheckTarget, takes_a_new_name_in_a_folder_and_leaves_nothing) {
    const TestFolder folder;
    EXPECT_EQ(refused(folder.file("new.gpkg"), Overwrite::no), "");
    EXPECT_EQ(refused(folder.file("naam met spaties é.gpkg"), Overwrite::no), "");
    EXPECT_EQ(refused(folder.file(std::string(240, 'n') + ".gpkg"), Overwrite::no), "");
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(CheckTarget, refuses_what_cannot_be_a_file) {
    const TestFolder folder;
    fs::create_directory(folder.file("map"));
    EXPECT_THAT(refused(folder.file("map"), Overwrite::yes),
                HasSubstr("it is a folder; name a file in it, such as " +
                          folder.file("map/koppelkansen.gpkg")));
    EXPECT_THAT(refused(folder.file("map/"), Overwrite::no), HasSubstr("it is a folder"));
    EXPECT_THAT(refused(folder.file("none/x.gpkg"), Overwrite::no),
                HasSubstr("there is no folder " + folder.file("none")));
    write_bytes(folder.file("file"), "");
    EXPECT_THAT(refused(folder.file("file/x.gpkg"), Overwrite::no),
                HasSubstr("there is no folder"));
    EXPECT_THAT(refused("", Overwrite::no), HasSubstr("cannot write the result"));
    EXPECT_THAT(refused("/dev/null", Overwrite::yes), HasSubstr("not an ordinary file"));
    EXPECT_THAT(refused(folder.file(std::string(300, 'n')), Overwrite::no), HasSubstr("too long"));
}

TEST(CheckTarget, keeps_a_file_that_is_there) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    const std::string before = fingerprint(path);
    EXPECT_THAT(refused(path, Overwrite::no), HasSubstr("it exists already"));
    EXPECT_THAT(refused(path, Overwrite::no), HasSubstr("--overwrite"));
    EXPECT_EQ(refused(path, Overwrite::yes), "");
    EXPECT_EQ(fingerprint(path), before);
    EXPECT_THAT(folder.names(), ElementsAre("old.gpkg"));
}

TEST(CheckTarget, overwrites_only_a_geopackage_or_an_empty_file) {
    const TestFolder folder;
    write_bytes(folder.file("notes.txt"),
                "notes that took a week, much longer than a header " + std::string(100, '.'));
    EXPECT_THAT(refused(folder.file("notes.txt"), Overwrite::yes), HasSubstr("not a GeoPackage"));
    write_bytes(folder.file("short"), "x");
    EXPECT_THAT(refused(folder.file("short"), Overwrite::yes), HasSubstr("not a GeoPackage"));
    make_geopackage(folder.file("other.sqlite"), "x");
    SqliteConnection other(folder.file("other.sqlite"), SqliteMode::read_write, 0);
    ASSERT_TRUE(other.run("PRAGMA application_id = 0"));
    EXPECT_THAT(refused(folder.file("other.sqlite"), Overwrite::yes),
                HasSubstr("not a GeoPackage"));
    write_bytes(folder.file("empty"), "");
    EXPECT_EQ(refused(folder.file("empty"), Overwrite::yes), "");
}

/// Permissions do not bind root: the check is made in a child that is nobody.
bool refused_to_nobody(const std::string& path, const std::string& reason) {
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        const bool bound = ::geteuid() != 0 || ::setresuid(nobody, nobody, nobody) == 0;
        const bool said = refused(path, Overwrite::yes).find(reason) != std::string::npos;
        ::_exit(bound && said ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0;
}

TEST(CheckTarget, refuses_a_protected_file_and_folder) {
    const TestFolder folder;
    make_geopackage(folder.file("old.gpkg"), "old");
    fs::permissions(folder.path(), static_cast<fs::perms>(0777));
    fs::permissions(folder.file("old.gpkg"), static_cast<fs::perms>(0444));
    EXPECT_TRUE(refused_to_nobody(folder.file("old.gpkg"), "write-protected"));
    fs::permissions(folder.file("old.gpkg"), static_cast<fs::perms>(0000));
    EXPECT_TRUE(refused_to_nobody(folder.file("old.gpkg"), "Permission denied"));
    fs::permissions(folder.path(), static_cast<fs::perms>(0555));
    EXPECT_TRUE(refused_to_nobody(folder.file("new.gpkg"), "takes no new file"));
    fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(CheckTarget, refuses_a_file_that_is_being_edited) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    SqliteConnection editor(path, SqliteMode::read_write, 0);
    ASSERT_TRUE(editor.run("BEGIN IMMEDIATE"));
    EXPECT_THAT(refused(path, Overwrite::yes), HasSubstr("another program is editing it"));
    ASSERT_TRUE(editor.run("ROLLBACK"));
    EXPECT_EQ(refused(path, Overwrite::yes), "");
    ASSERT_TRUE(editor.run("PRAGMA journal_mode=WAL; SELECT * FROM t"));
    EXPECT_THAT(refused(path, Overwrite::yes), HasSubstr("another program is editing it"));
}

TEST(CheckTarget, does_not_mind_a_reader) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    SqliteConnection reader(path, SqliteMode::read_only, 0);
    ASSERT_TRUE(reader.run("BEGIN; SELECT * FROM t"));
    EXPECT_EQ(refused(path, Overwrite::yes), "");
}

}  // namespace

}  // namespace koppelkans::test
