#include "engine/io/result_file.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/result_file_sqlite.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::ResultFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

/// SOURCE_DATE_EPOCH for the length of a test.
class Epoch {
  public:
    explicit Epoch(const char* value) {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread runs in these tests
        ::setenv("SOURCE_DATE_EPOCH", value, 1);
    }
    ~Epoch() {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread runs in these tests
        ::unsetenv("SOURCE_DATE_EPOCH");
    }
    Epoch(const Epoch&) = delete;
    Epoch& operator=(const Epoch&) = delete;
};

/// So many rows that the file grows past what SQLite keeps in memory.
analysis::BuurtResult many(const Scene& scene, std::size_t rows) {
    analysis::BuurtResult result = scene.found[0];
    result.koppelkansen.assign(rows, result.koppelkansen[0]);
    return result;
}

TEST(ResultFiles, are_not_there_before_they_are_whole) {
    const TestFolder folder;
    const std::string path = folder.file("result.gpkg");
    const Scene scene;
    ResultFile file(path, Scene::all_lagen(), scene.context());
    scene.fill(file);
    EXPECT_FALSE(fs::exists(path));
    EXPECT_TRUE(fs::exists(file.temporary_path()));
    EXPECT_THAT(folder.names(), ElementsAre(fs::path(file.temporary_path()).filename().string()))
        << "no journal on the disk while writing";
    file.finish();
    EXPECT_THAT(folder.names(), ElementsAre("result.gpkg"));
}

TEST(ResultFiles, that_are_given_up_leave_nothing) {
    const TestFolder folder;
    const std::string path = folder.file("result.gpkg");
    const Scene scene;
    scene.write(path);
    const std::string before = fingerprint(path);
    {
        ResultFile file(path, Scene::all_lagen(), scene.context());
        file.add(many(scene, 20000));
    }
    EXPECT_EQ(fingerprint(path), before);
    EXPECT_THAT(folder.names(), ElementsAre("result.gpkg"));
}

TEST(ResultFiles, of_a_crs_that_nobody_knows_leave_nothing) {
    const TestFolder folder;
    const Scene scene;
    io::ResultContext context = scene.context();
    context.crs = "EPSG:999999";
    EXPECT_NE(refusal([&] { const ResultFile file(folder.file("x.gpkg"), {}, context); }), "");
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ResultFiles, tell_how_many_rows_they_hold) {
    const TestFolder folder;
    const Scene scene;
    ResultFile file(folder.file("x.gpkg"), {"opgaven", "koppelkansen"}, scene.context());
    EXPECT_THAT(file.rows(), ElementsAre(Pair("koppelkansen", 0), Pair("opgaven", 0),
                                         Pair("bronnen", 0), Pair("run", 0)));
    scene.fill(file);
    file.finish();
    EXPECT_THAT(file.rows(), ElementsAre(Pair("koppelkansen", 2), Pair("opgaven", 5),
                                         Pair("bronnen", 3), Pair("run", 1)));
}

TEST(ResultFiles, take_rows_from_another_thread) {
    const TestFolder folder;
    const std::string path = folder.file("x.gpkg");
    const Scene scene;
    ResultFile file(path, Scene::all_lagen(), scene.context());
    std::thread([&] { scene.fill(file); }).join();
    file.finish();
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM opgaven"), ElementsAre("5"));
}

TEST(ResultFiles, print_nothing_even_when_they_fail) {
    const TestFolder folder;
    const Scene scene;
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    scene.write(folder.file("a.gpkg"));
    io::ResultContext context = scene.context();
    context.crs = "no such thing";
    EXPECT_NE(refusal([&] { const ResultFile file(folder.file("b.gpkg"), {}, context); }), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(ResultFiles, are_the_same_bytes_for_the_same_input_and_epoch) {
    const TestFolder folder;
    const Epoch epoch("1700000000");
    const Scene scene;
    // The project in a result names its file, so two names make two files.
    for (const char* name : {"a", "b"}) {
        fs::create_directory(folder.file(name));
        ResultFile file(folder.file(name) + "/x.gpkg", Scene::all_lagen(), scene.context());
        file.add(many(scene, 5000));
        scene.fill(file);
        file.finish();
    }
    EXPECT_EQ(fingerprint(folder.file("a/x.gpkg")), fingerprint(folder.file("b/x.gpkg")));
    EXPECT_THAT(rows_of(folder.file("a/x.gpkg"),
                        "SELECT DISTINCT last_change FROM gpkg_contents "
                        "UNION SELECT update_time FROM layer_styles"),
                ElementsAre("2023-11-14T22:13:20.000Z"));
}

TEST(ResultFiles, without_an_epoch_say_when_they_were_made) {
    const TestFolder folder;
    const std::string path = folder.file("a.gpkg");
    Scene().write(path);
    EXPECT_THAT(rows_of(path,
                        "SELECT DISTINCT strftime('%s', 'now') - strftime('%s', last_change) "
                        "BETWEEN 0 AND 60 FROM gpkg_contents"),
                ElementsAre("1"));
}

TEST(ResultFiles, refuse_an_epoch_that_is_no_number) {
    const TestFolder folder;
    for (const char* text : {"yesterday", "", "-1", "12x", "999999999999999"}) {
        const Epoch epoch(text);
        EXPECT_THAT(refusal([&] { Scene().write(folder.file("a.gpkg")); }),
                    HasSubstr("SOURCE_DATE_EPOCH is '" + std::string(text) + "'"));
    }
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ResultFiles, do_not_replace_a_file_whose_editing_began_meanwhile) {
    const TestFolder folder;
    const std::string path = folder.file("result.gpkg");
    const Scene scene;
    scene.write(path);
    std::optional<io::SqliteConnection> editor;
    const std::string said = refusal([&] {
        ResultFile file(path, {}, scene.context());
        scene.fill(file);
        editor.emplace(path, io::SqliteMode::read_write, 0);
        ASSERT_TRUE(editor->run("PRAGMA journal_mode=WAL; BEGIN IMMEDIATE"));
        file.finish();
    });
    editor.reset();
    EXPECT_THAT(said, HasSubstr("another program is editing it"));
    EXPECT_THAT(folder.names(), ElementsAre("result.gpkg"));
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM koppelkansen"), ElementsAre("2"));
}

/// A child that does the work; how it ended.
int ended(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

TEST(ResultFiles, of_a_killed_run_are_cleared_away_by_the_next) {
    const TestFolder folder;
    const std::string path = folder.file("result.gpkg");
    const Scene scene;
    scene.write(path);
    const std::string before = fingerprint(path);
    const int status = ended([&] {
        ResultFile file(path, Scene::all_lagen(), scene.context());
        file.add(many(scene, 20000));
        ::kill(::getpid(), SIGKILL);
    });
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(folder.names().size(), 2U) << "the hidden file and no journal";
    EXPECT_EQ(fingerprint(path), before);
    scene.write(path);
    EXPECT_THAT(folder.names(), ElementsAre("result.gpkg"));
}

/// What a child says that writes `rows` rows to `path`; "" when it succeeds.
std::string said_while_writing(const std::string& path, std::size_t rows, rlim_t largest_file) {
    const TestFolder notes;
    ended([&] {
        static_cast<void>(::signal(SIGXFSZ, SIG_IGN));
        const rlimit limit{largest_file, largest_file};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Scene scene;
        write_bytes(notes.file("said"), refusal([&] {
                        ResultFile file(path, Scene::all_lagen(), scene.context());
                        file.add(many(scene, rows));
                        scene.fill(file);
                        file.finish();
                    }));
    });
    return bytes_of(notes.file("said"));
}

TEST(ResultFiles, that_cannot_be_written_to_the_end_leave_the_old_file) {
    const TestFolder folder;
    const std::string path = folder.file("result.gpkg");
    Scene().write(path);
    const std::string before = fingerprint(path);
    ASSERT_EQ(said_while_writing(folder.file("whole.gpkg"), 5000, RLIM_INFINITY), "");
    const auto whole = fs::file_size(folder.file("whole.gpkg"));
    fs::remove(folder.file("whole.gpkg"));
    // Cut off while the tables are made, among the rows, and at the end, among the indexes.
    for (const auto largest : {whole / 500, whole / 2, whole - whole / 50}) {
        EXPECT_THAT(said_while_writing(path, 5000, largest), HasSubstr("cannot write " + path))
            << largest;
        EXPECT_EQ(fingerprint(path), before);
        EXPECT_THAT(folder.names(), ElementsAre("result.gpkg")) << largest;
    }
}

TEST(ResultFiles, on_a_full_disk_say_so_and_leave_the_old_file) {
    const TestFolder folder;
    const std::string disk = folder.file("disk");
    const Scene scene;
    const auto write = [&scene](const std::string& path) {
        return refusal([&] {
            ResultFile file(path, Scene::all_lagen(), scene.context());
            file.add(many(scene, 5000));
            scene.fill(file);
            file.finish();
        });
    };
    ASSERT_EQ(write(folder.file("whole.gpkg")), "");
    const auto whole = fs::file_size(folder.file("whole.gpkg"));
    scene.write(folder.file("old.gpkg"), {});
    const auto old = fs::file_size(folder.file("old.gpkg"));
    fs::create_directory(disk);
    // Full among the rows, and full at the end, among the indexes.
    for (const auto room : {whole / 2, whole - whole / 50}) {
        const std::string size = "size=" + std::to_string(old + room);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, size.c_str()) != 0) {
            GTEST_SKIP() << "only root can make a small disk";
        }
        const std::string path = disk + "/result.gpkg";
        fs::copy_file(folder.file("old.gpkg"), path);
        EXPECT_EQ(write(path),
                  "cannot write " + path +
                      ": no space left on its disk; make room, or name another --output");
        EXPECT_EQ(fingerprint(path), fingerprint(folder.file("old.gpkg")));
        EXPECT_EQ(std::distance(fs::directory_iterator(disk), fs::directory_iterator()), 1);
        ::umount(disk.c_str());
    }
}

}  // namespace

}  // namespace koppelkans::test
