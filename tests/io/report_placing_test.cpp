#include "engine/io/report_placing.h"

#include <cstdio>
#include <filesystem>
#include <map>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/domain/ids.h"
#include "engine/io/report_recovery.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::clear_killed_reports;
using io::Others;
using testing::HasSubstr;

using Files = std::map<std::string, std::string>;

/// A folder with a report of index.pdf and wijk/w.html, and a hidden one with the next report, of
/// index.pdf and buurt/b.html.
class ReportPlacings : public testing::Test {
  protected:
    ReportPlacings() {
        fs::create_directories(folder_ + "/wijk");
        fs::create_directories(hidden_ + "/buurt");
        write_bytes(folder_ + "/index.pdf", "old a");
        write_bytes(folder_ + "/wijk/w.html", "old w");
        write_bytes(folder_ + "/manifest.json", "old");
        write_bytes(hidden_ + "/index.pdf", "new a");
        write_bytes(hidden_ + "/buurt/b.html", "new b");
        write_bytes(hidden_ + "/manifest.json", new_manifest());
    }

    static std::string new_manifest() {
        return R"({"koppelkans": "0", "files": [{"path": "index.pdf", "bytes": 5, "sha256": ")" +
               domain::sha256_hex("new a") +
               R"("}, {"path": "buurt/b.html", "bytes": 5, "sha256": ")" +
               domain::sha256_hex("new b") + R"("}]})";
    }
    /// Contents by name; folders end in / and are empty.
    static Files files_in(const std::string& folder) {
        Files found;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const std::string name = entry.path().lexically_relative(folder).string();
            if (entry.is_directory()) {
                found[name + "/"] = "";
            } else {
                found[name] = bytes_of(entry.path().string());
            }
        }
        return found;
    }
    std::string place(const std::vector<std::string>& paths = {"index.pdf", "buurt/b.html",
                                                               "manifest.json"}) {
        return io::place_report({folder_, hidden_, paths, {"wijk/w.html"}, "rapport"},
                                must_keep_hidden_);
    }
    static ::ino_t inode(const std::string& path) {
        struct ::stat status {};
        ::stat(path.c_str(), &status);
        return status.st_ino;
    }

    const TestFolder test_;
    const std::string folder_ = fs::canonical(test_.path()).string() + "/rapport";
    const std::string hidden_ = folder_ + "/.koppelkans-report-999999999-0badcafe";
    const Files old_{
        {"index.pdf", "old a"}, {"wijk/", ""}, {"wijk/w.html", "old w"}, {"manifest.json", "old"}};
    const Files new_{{"index.pdf", "new a"},
                     {"buurt/", ""},
                     {"buurt/b.html", "new b"},
                     {"manifest.json", new_manifest()}};
    bool must_keep_hidden_ = false;
};

TEST_F(ReportPlacings, exchange_the_folder_in_one_step) {
    fs::create_directory(test_.file("other"));
    if (::renameat2(AT_FDCWD, test_.file("other").c_str(), AT_FDCWD, folder_.c_str(),
                    RENAME_EXCHANGE) != 0) {
        GTEST_SKIP() << "the file system of " << test_.path() << " cannot exchange two folders";
    }
    fs::remove(folder_);
    fs::rename(test_.file("other"), folder_);
    fs::permissions(folder_, static_cast<fs::perms>(0750));
    const ::ino_t made = inode(hidden_);
    const std::string left = place();
    EXPECT_EQ(files_in(folder_), new_);
    EXPECT_EQ(inode(folder_), made);
    EXPECT_EQ(fs::status(folder_).permissions(), static_cast<fs::perms>(0750));
    EXPECT_EQ(files_in(left), old_) << "to be removed";
    EXPECT_THAT(fs::path(left).filename().string(), HasSubstr(".rapport.koppelkans-report-"));
}

TEST_F(ReportPlacings, leave_the_folder_where_others_have_files_in_it) {
    write_bytes(folder_ + "/notes.txt", "mine");
    const ::ino_t before = inode(folder_);
    fs::remove_all(place());
    Files expected = new_;
    expected["notes.txt"] = "mine";
    EXPECT_EQ(files_in(folder_), expected);
    EXPECT_EQ(inode(folder_), before);
}

TEST_F(ReportPlacings, leave_the_folder_where_somebody_stands_in_it) {
    const fs::path here = fs::current_path();
    fs::current_path(folder_);
    const ::ino_t before = inode(folder_);
    fs::remove_all(place());
    fs::current_path(here);
    EXPECT_EQ(files_in(folder_), new_);
    EXPECT_EQ(inode(folder_), before);
}

TEST_F(ReportPlacings, put_all_back_where_one_file_cannot_come) {
    write_bytes(folder_ + "/notes.txt", "mine");
    EXPECT_THAT(refusal([&] {
                    place({"index.pdf", "buurt/b.html", "gone.html", "manifest.json"});
                }),
                HasSubstr("cannot write rapport/gone.html: No such file or directory"));
    EXPECT_FALSE(must_keep_hidden_);
    fs::remove_all(hidden_);
    Files expected = old_;
    expected["notes.txt"] = "mine";
    EXPECT_EQ(files_in(folder_), expected);
}

/// As a kill leaves them: one file has its place, the other not yet.
TEST_F(ReportPlacings, put_the_old_report_back_after_a_kill) {
    fs::create_directories(hidden_ + "/.kept/wijk");
    fs::rename(folder_ + "/wijk/w.html", hidden_ + "/.kept/wijk/w.html");
    fs::create_hard_link(folder_ + "/index.pdf", hidden_ + "/.kept/index.pdf");
    fs::rename(hidden_ + "/index.pdf", folder_ + "/index.pdf");
    fs::create_directory(folder_ + "/buurt");
    fs::rename(hidden_ + "/buurt/b.html", folder_ + "/buurt/b.html");
    clear_killed_reports(folder_, Others::may_run);
    EXPECT_EQ(files_in(folder_), old_);
}

TEST_F(ReportPlacings, leave_the_new_report_where_the_kill_came_later) {
    fs::create_directories(hidden_ + "/.kept");
    fs::create_hard_link(folder_ + "/index.pdf", hidden_ + "/.kept/index.pdf");
    fs::remove_all(folder_ + "/wijk");
    for (const char* name : {"index.pdf", "buurt", "manifest.json"}) {
        fs::rename(hidden_ + "/" + name, folder_ + "/" + name);
    }
    clear_killed_reports(folder_, Others::may_run);
    EXPECT_EQ(files_in(folder_), new_);
}

TEST_F(ReportPlacings, do_not_clear_what_a_running_process_makes_unless_all_are_dead) {
    const std::string alive =
        folder_ + "/.koppelkans-report-" + std::to_string(::getpid()) + "-0badcafe";
    fs::rename(hidden_, alive);
    clear_killed_reports(folder_, Others::may_run);
    EXPECT_TRUE(fs::exists(alive));
    clear_killed_reports(folder_, Others::are_dead);
    EXPECT_EQ(files_in(folder_), old_);
}

}  // namespace

}  // namespace koppelkans::test
