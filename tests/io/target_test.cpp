#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
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
using io::Target;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Targets, are_replaced_when_whole) {
    const TestFolder folder;
    const std::string path = folder.file("new.gpkg");
    {
        Target target(path);
        EXPECT_EQ(fs::path(target.temporary_path()).parent_path(), fs::canonical(folder.path()));
        EXPECT_THAT(fs::path(target.temporary_path()).filename().string(),
                    testing::MatchesRegex("\\.new\\.gpkg\\.tmp-[0-9]+-[0-9a-f]+\\.gpkg"));
        make_geopackage(target.temporary_path(), "new");
        EXPECT_FALSE(fs::exists(path));
        place(target);
    }
    EXPECT_THAT(value_in(path), ElementsAre("new"));
    EXPECT_THAT(folder.names(), ElementsAre("new.gpkg"));
}

TEST(Targets, leave_the_old_file_when_the_work_stops) {
    const OldResult old;
    const std::string before = fingerprint(old.path);
    {
        const Target target(old.path);
        make_geopackage(target.temporary_path(), "half");
        write_bytes(target.temporary_path() + "-journal", "x");
    }
    EXPECT_EQ(fingerprint(old.path), before);
    EXPECT_THAT(old.folder.names(), ElementsAre("old.gpkg"));
}

TEST(Targets, keep_the_permissions_of_the_old_file) {
    const OldResult old;
    fs::permissions(old.path, static_cast<fs::perms>(0664));
    Target target(old.path);
    make_geopackage(target.temporary_path(), "new");
    fs::permissions(target.temporary_path(), static_cast<fs::perms>(0600));
    place(target);
    EXPECT_EQ(fs::status(old.path).permissions(), static_cast<fs::perms>(0664));
}

TEST(Targets, refuse_a_file_that_is_not_whole) {
    const TestFolder folder;
    const std::string path = folder.file("new.gpkg");
    Target target(path);
    EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("not whole"));
    make_geopackage(target.temporary_path(), "new");
    const std::string whole = bytes_of(target.temporary_path());
    write_bytes(target.temporary_path(), whole.substr(0, whole.size() - 1));
    EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("not whole"));
    write_bytes(target.temporary_path(), whole);
    write_bytes(target.temporary_path() + "-wal", "x");
    EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("still has a journal"));
    fs::remove(target.temporary_path() + "-wal");
    place(target);
    EXPECT_THAT(value_in(path), ElementsAre("new"));
}

TEST(Targets, follow_a_link_to_the_file_behind_it) {
    const TestFolder folder;
    fs::create_directory(folder.file("real"));
    make_geopackage(folder.file("real/data.gpkg"), "old");
    fs::create_symlink("real/data.gpkg", folder.file("link.gpkg"));
    EXPECT_EQ(refused(folder.file("link.gpkg"), Overwrite::yes), "");
    Target target(folder.file("link.gpkg"));
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_TRUE(fs::is_symlink(folder.file("link.gpkg")));
    EXPECT_THAT(value_in(folder.file("real/data.gpkg")), ElementsAre("new"));
    fs::create_symlink("b", folder.file("a"));
    fs::create_symlink("a", folder.file("b"));
    EXPECT_THAT(refused(folder.file("a"), Overwrite::yes), HasSubstr("leads back to itself"));
}

TEST(Targets, do_not_replace_a_file_that_appeared_meanwhile) {
    const TestFolder folder;
    const std::string path = folder.file("new.gpkg");
    Target target(path);
    make_geopackage(target.temporary_path(), "ours");
    make_geopackage(path, "theirs");
    EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("appeared while"));
    EXPECT_THAT(value_in(path), ElementsAre("theirs"));
}

TEST(Targets, do_not_replace_a_file_whose_editing_began_meanwhile) {
    const OldResult old;
    {
        Target target(old.path);
        make_geopackage(target.temporary_path(), "new");
        const Child editor([&old] {
            auto* open = new SqliteConnection(old.path, SqliteMode::read_write, 0);
            open->run("PRAGMA journal_mode=WAL; BEGIN IMMEDIATE; UPDATE t SET v = 'edited'");
        });
        ASSERT_TRUE(editor.is_ready());
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("another program is editing it"));
    }
    EXPECT_THAT(value_in(old.path), ElementsAre("old"));
}

TEST(Targets, do_not_replace_a_file_that_was_changed_or_replaced_meanwhile) {
    const OldResult old;
    {
        Target target(old.path);
        make_geopackage(target.temporary_path(), "new");
        ASSERT_TRUE(
            SqliteConnection(old.path, SqliteMode::read_write, 0).run("UPDATE t SET v = 'edited'"));
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("somebody changed or replaced it"));
    }
    EXPECT_THAT(value_in(old.path), ElementsAre("edited"));
    {
        Target slow(old.path);
        make_geopackage(slow.temporary_path(), "slow");
        Target quick(old.path);
        make_geopackage(quick.temporary_path(), "quick");
        place(quick);
        EXPECT_THAT(refusal([&] { place(slow); }), HasSubstr("somebody changed or replaced it"))
            << "as where two runs cannot keep each other out";
    }
    EXPECT_THAT(value_in(old.path), ElementsAre("quick"));
    EXPECT_THAT(old.folder.names(), ElementsAre("old.gpkg"));
}

TEST(Targets, keep_what_an_editor_committed_and_left_in_its_journal_meanwhile) {
    const OldResult old;
    {
        Target target(old.path);
        make_geopackage(target.temporary_path(), "new");
        {
            Child editor([&old] {
                auto* open = new SqliteConnection(old.path, SqliteMode::read_write, 0);
                open->run("PRAGMA journal_mode=WAL; UPDATE t SET v = 'edited'");
            });
            ASSERT_TRUE(editor.is_ready());
        }
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("somebody changed or replaced it"));
    }
    EXPECT_THAT(value_in(old.path), ElementsAre("edited"));
}

TEST(Targets, meet_no_journal_of_a_crashed_editor) {
    const OldResult old;
    {
        Child editor([&old] {
            auto* open = new SqliteConnection(old.path, SqliteMode::read_write, 0);
            open->run("PRAGMA journal_mode=WAL; UPDATE t SET v = 'edited'");
        });
        ASSERT_TRUE(editor.is_ready());
    }
    ASSERT_TRUE(fs::exists(old.path + "-wal")) << "the editor left its journal";
    Target target(old.path);
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_THAT(old.folder.names(), ElementsAre("old.gpkg"));
    EXPECT_THAT(value_in(old.path), ElementsAre("new"));
    EXPECT_THAT(rows_of(old.path, "PRAGMA integrity_check"), ElementsAre("ok"));
}

TEST(Targets, meet_no_journal_that_belongs_to_nothing) {
    const TestFolder folder;
    const std::string path = folder.file("new.gpkg");
    for (const char* sibling : {"-wal", "-shm", "-journal"}) {
        write_bytes(path + sibling, "from another life");
    }
    Target target(path);
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_THAT(folder.names(), ElementsAre("new.gpkg"));
    EXPECT_THAT(value_in(path), ElementsAre("new"));
}

TEST(Targets, replace_a_geopackage_that_is_broken) {
    const OldResult old;
    write_bytes(old.path, bytes_of(old.path).substr(0, 200));
    Target target(old.path);
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_THAT(value_in(old.path), ElementsAre("new"));
}

TEST(Targets, clear_away_what_a_killed_run_left) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    const std::string dead = std::to_string(a_dead_process());
    const std::string alive = std::to_string(::getpid());
    for (const std::string& name :
         {".x.gpkg.tmp-" + dead + "-ab.gpkg", ".x.gpkg.tmp-" + dead + "-ab.gpkg-journal",
          ".x.gpkg.tmp-" + alive + "-cd.gpkg", ".y.gpkg.tmp-" + dead + "-ab.gpkg",
          std::string(".x.gpkg.tmp-notes.gpkg")}) {
        write_bytes(folder.file(name), "x");
    }
    const Target target(path);
    EXPECT_THAT(folder.names(),
                ElementsAre(".x.gpkg.tmp-" + alive + "-cd.gpkg", ".x.gpkg.tmp-notes.gpkg",
                            ".y.gpkg.tmp-" + dead + "-ab.gpkg"));
}

TEST(Targets, leave_what_another_machine_is_writing) {
    const TestFolder folder;
    const std::string elsewhere =
        folder.file(".x.gpkg.tmp-" + std::to_string(a_dead_process()) + "-ab.gpkg");
    make_geopackage(elsewhere, "x");
    const Child writer([&elsewhere] {
        auto* open = new SqliteConnection(elsewhere, SqliteMode::read_write, 0);
        open->run("BEGIN IMMEDIATE");
    });
    ASSERT_TRUE(writer.is_ready());
    const Target target(folder.file("x.gpkg"));
    EXPECT_TRUE(fs::exists(elsewhere));
}

}  // namespace

}  // namespace koppelkans::test
