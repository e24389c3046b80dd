#include "engine/io/report_recovery.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/ids.h"
#include "engine/io/report_folder.h"
#include "tests/io/result_scene.h"

// What is put back after a kill is in report_placing_test; here, what is not.

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::Others;
using io::Overwrite;
using io::ReportFolder;
using testing::HasSubstr;

std::string manifest_of(const std::string& path, const std::string& bytes) {
    return R"({"koppelkans": "0", "files": [{"path": ")" + path + R"(", "sha256": ")" +
           domain::sha256_hex(bytes) + R"("}]})";
}

/// A folder for a report that somebody sent, with a hidden one in it as of a killed report, and a
/// folder outside of it that holds x.html.
class ReportRecovery : public testing::Test {
  protected:
    ReportRecovery() {
        fs::create_directories(kept_);
        fs::create_directory(outside_);
        write_bytes(outside_ + "/x.html", "outside");
        write_bytes(hidden_ + "/manifest.json", manifest_of("gebieden/x.html", "outside"));
    }

    void keep(const std::string& path, const std::string& bytes = "kept") const {
        fs::create_directories(fs::path(kept_ + "/" + path).parent_path());
        write_bytes(kept_ + "/" + path, bytes);
    }
    std::string refused() const {
        return refusal([this] { ReportFolder(folder_, Overwrite::no); });
    }
    bool is_there(const std::string& name) const { return fs::exists(folder_ + "/" + name); }

    const TestFolder test_;
    const std::string folder_ = fs::canonical(test_.path()).string() + "/rapport";
    const std::string outside_ = test_.file("outside");
    const std::string hidden_ = folder_ + "/.koppelkans-report-999999999-0badcafe";
    const std::string kept_ = hidden_ + "/.kept";
};

TEST_F(ReportRecovery, begins_after_the_folder_is_found_fit_for_a_report) {
    write_bytes(folder_ + "/notes.txt", "mine");
    keep("index.html");
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    EXPECT_TRUE(fs::exists(kept_ + "/index.html"));
    EXPECT_FALSE(is_there("index.html"));
}

TEST_F(ReportRecovery, follows_no_link_to_remove_a_file) {
    fs::create_directory_symlink(outside_, folder_ + "/gebieden");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_EQ(bytes_of(outside_ + "/x.html"), "outside");
}

TEST_F(ReportRecovery, follows_no_link_to_put_a_file_back) {
    fs::create_directory_symlink(outside_, folder_ + "/a");
    keep("a/planted.html");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_FALSE(fs::exists(outside_ + "/planted.html"));
    // The folder of what was kept may be a link as well.
    fs::remove_all(hidden_);
    fs::create_directory(hidden_);
    write_bytes(hidden_ + "/manifest.json", manifest_of("b.html", "b"));
    fs::create_directory_symlink(outside_, kept_);
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_EQ(bytes_of(outside_ + "/x.html"), "outside");
    EXPECT_FALSE(is_there("x.html"));
}

TEST_F(ReportRecovery, puts_back_only_what_a_report_writes) {
    keep("a/b/c.html");
    keep(".profile");
    keep("index.html");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_FALSE(is_there("a"));
    EXPECT_FALSE(is_there(".profile"));
    EXPECT_TRUE(is_there("index.html"));
    EXPECT_FALSE(fs::exists(hidden_));
}

TEST_F(ReportRecovery, leaves_what_somebody_put_in_the_place_of_a_page) {
    keep("notes.txt", "not mine");
    write_bytes(folder_ + "/notes.txt", "mine");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_EQ(bytes_of(folder_ + "/notes.txt"), "mine");
}

TEST_F(ReportRecovery, leaves_the_hidden_folders_of_others_alone) {
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can give a folder to somebody else";
    }
    constexpr ::uid_t somebody = 12345;
    keep("index.html");
    ASSERT_EQ(::chown(hidden_.c_str(), somebody, somebody), 0);
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_TRUE(fs::exists(kept_ + "/index.html"));
    EXPECT_FALSE(is_there("index.html"));
    // Whose folder it is may do there what he likes.
    ASSERT_EQ(::chown(folder_.c_str(), somebody, somebody), 0);
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_TRUE(is_there("index.html"));
}

/// On a disk without hard links, the old manifest is away while a report takes its places.
TEST_F(ReportRecovery, brings_back_a_report_whose_manifest_was_kept) {
    keep("manifest.json", manifest_of("index.html", "kept"));
    keep("index.html");
    fs::create_directory(folder_ + "/gebieden");
    write_bytes(folder_ + "/gebieden/x.html", "outside");
    write_bytes(folder_ + "/notes.txt", "mine");
    EXPECT_EQ(refused(), "");
    EXPECT_EQ(bytes_of(folder_ + "/index.html"), "kept");
    EXPECT_FALSE(is_there("gebieden"));
    EXPECT_FALSE(fs::exists(hidden_));
}

TEST_F(ReportRecovery, takes_away_a_first_report_that_was_killed) {
    fs::create_directory(folder_ + "/gebieden");
    write_bytes(folder_ + "/gebieden/x.html", "outside");
    EXPECT_EQ(refused(), "");
    EXPECT_TRUE(fs::is_empty(folder_));
    // With a file of somebody among its pages, it is no more than a folder with files.
    fs::create_directories(folder_ + "/gebieden");
    fs::create_directories(hidden_);
    write_bytes(hidden_ + "/manifest.json", manifest_of("gebieden/x.html", "outside"));
    write_bytes(folder_ + "/gebieden/x.html", "outside");
    write_bytes(folder_ + "/gebieden/notes.txt", "mine");
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    EXPECT_TRUE(is_there("gebieden/x.html"));
}

TEST_F(ReportRecovery, does_not_wait_for_the_writer_of_a_pipe) {
    fs::remove_all(hidden_);
    ASSERT_EQ(::mkfifo((folder_ + "/manifest.json").c_str(), 0600), 0);
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    ReportFolder folder(folder_, Overwrite::yes);
    folder.write("index.html", "x");
    const analysis::Progress progress;
    EXPECT_THAT(
        refusal([&] { folder.finish([](const auto&) { return std::string("{}"); }, progress); }),
        HasSubstr("manifest.json: this is a pipe or a device where the report has a file"));
    EXPECT_TRUE(fs::is_fifo(folder_ + "/manifest.json"));
    EXPECT_FALSE(is_there("index.html"));
}

}  // namespace

}  // namespace koppelkans::test
