#include "engine/io/target.h"

#include <filesystem>
#include <functional>
#include <optional>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/result_file_sqlite.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::check_target;
using io::Overwrite;
using io::SqliteConnection;
using io::SqliteMode;
using io::Target;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What the InputError says; empty when there was none.
std::string refused(const std::string& path, Overwrite overwrite) {
    return refusal([&] { check_target(path, overwrite); });
}

/// The smallest that counts as a GeoPackage, with one value to know it by.
void make_geopackage(const std::string& path, const std::string& value) {
    write_bytes(path, "");
    SqliteConnection file(path, SqliteMode::read_write, 0);
    ASSERT_TRUE(
        file.run("PRAGMA application_id = 0x47504B47; CREATE TABLE t (v TEXT); "
                 "INSERT INTO t VALUES ('" +
                 value + "')"))
        << file.message();
}

std::vector<std::string> value_in(const std::string& path) {
    return rows_of(path, "SELECT v FROM t");
}

/// Runs in a process of its own, which lives until it is told to end.
class Child {
  public:
    explicit Child(const std::function<void()>& work) {
        int ready[2] = {-1, -1};
        if (::pipe(ready) != 0) {
            throw std::runtime_error("no pipe");
        }
        process_ = ::fork();
        if (process_ == 0) {
            work();
            const bool told = ::write(ready[1], "x", 1) == 1;
            while (told) {
                ::pause();
            }
            ::_exit(1);
        }
        ::close(ready[1]);
        char byte = 0;
        is_ready_ = ::read(ready[0], &byte, 1) == 1;
        ::close(ready[0]);
    }
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    bool is_ready() const { return is_ready_; }
    pid_t process() const { return process_; }
    void end() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
        process_ = 0;
    }

  private:
    pid_t process_ = 0;
    bool is_ready_ = false;
};

/// All that comes after the last row.
void place(Target& target) {
    target.make_ready();
    target.replace();
    target.settle();
}

pid_t a_dead_process() {
    Child child([] {});
    const pid_t process = child.process();
    child.end();
    return process;
}

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
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    const std::string before = fingerprint(path);
    {
        const Target target(path);
        make_geopackage(target.temporary_path(), "half");
        write_bytes(target.temporary_path() + "-journal", "x");
    }
    EXPECT_EQ(fingerprint(path), before);
    EXPECT_THAT(folder.names(), ElementsAre("old.gpkg"));
}

TEST(Targets, keep_the_permissions_of_the_old_file) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    fs::permissions(path, static_cast<fs::perms>(0664));
    Target target(path);
    make_geopackage(target.temporary_path(), "new");
    fs::permissions(target.temporary_path(), static_cast<fs::perms>(0600));
    place(target);
    EXPECT_EQ(fs::status(path).permissions(), static_cast<fs::perms>(0664));
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
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    {
        Target target(path);
        make_geopackage(target.temporary_path(), "new");
        const Child editor([&path] {
            auto* open = new SqliteConnection(path, SqliteMode::read_write, 0);
            open->run("PRAGMA journal_mode=WAL; BEGIN IMMEDIATE; UPDATE t SET v = 'edited'");
        });
        ASSERT_TRUE(editor.is_ready());
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("another program is editing it"));
    }
    EXPECT_THAT(value_in(path), ElementsAre("old"));
}

TEST(Targets, do_not_replace_a_file_that_was_changed_or_replaced_meanwhile) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    {
        Target target(path);
        make_geopackage(target.temporary_path(), "new");
        ASSERT_TRUE(
            SqliteConnection(path, SqliteMode::read_write, 0).run("UPDATE t SET v = 'edited'"));
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("somebody changed or replaced it"));
    }
    EXPECT_THAT(value_in(path), ElementsAre("edited"));
    {
        Target slow(path);
        make_geopackage(slow.temporary_path(), "slow");
        Target quick(path);
        make_geopackage(quick.temporary_path(), "quick");
        place(quick);
        EXPECT_THAT(refusal([&] { place(slow); }), HasSubstr("somebody changed or replaced it"))
            << "as where two runs cannot keep each other out";
    }
    EXPECT_THAT(value_in(path), ElementsAre("quick"));
    EXPECT_THAT(folder.names(), ElementsAre("old.gpkg"));
}

TEST(Targets, keep_what_an_editor_committed_and_left_in_its_journal_meanwhile) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    {
        Target target(path);
        make_geopackage(target.temporary_path(), "new");
        {
            Child editor([&path] {
                auto* open = new SqliteConnection(path, SqliteMode::read_write, 0);
                open->run("PRAGMA journal_mode=WAL; UPDATE t SET v = 'edited'");
            });
            ASSERT_TRUE(editor.is_ready());
        }
        EXPECT_THAT(refusal([&] { place(target); }), HasSubstr("somebody changed or replaced it"));
    }
    EXPECT_THAT(value_in(path), ElementsAre("edited"));
}

TEST(Targets, meet_no_journal_of_a_crashed_editor) {
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    {
        Child editor([&path] {
            auto* open = new SqliteConnection(path, SqliteMode::read_write, 0);
            open->run("PRAGMA journal_mode=WAL; UPDATE t SET v = 'edited'");
        });
        ASSERT_TRUE(editor.is_ready());
    }
    ASSERT_TRUE(fs::exists(path + "-wal")) << "the editor left its journal";
    Target target(path);
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_THAT(folder.names(), ElementsAre("old.gpkg"));
    EXPECT_THAT(value_in(path), ElementsAre("new"));
    EXPECT_THAT(rows_of(path, "PRAGMA integrity_check"), ElementsAre("ok"));
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
    const TestFolder folder;
    const std::string path = folder.file("old.gpkg");
    make_geopackage(path, "old");
    write_bytes(path, bytes_of(path).substr(0, 200));
    Target target(path);
    make_geopackage(target.temporary_path(), "new");
    place(target);
    EXPECT_THAT(value_in(path), ElementsAre("new"));
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
