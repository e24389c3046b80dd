#include "engine/io/report_recovery.h"

#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
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

std::string entry(const std::string& path, std::uintmax_t bytes, const std::string& sha256) {
    return fmt::format(R"({{"path": "{}", "bytes": {}, "sha256": "{}"}})", path, bytes, sha256);
}

std::string manifest_with(const std::string& entries) {
    return R"({"koppelkans": "0", "files": [)" + entries + "]}";
}

std::string manifest_of(const std::string& path, const std::string& bytes) {
    return manifest_with(entry(path, bytes.size(), domain::sha256_hex(bytes)));
}

/// Zeros that take no room on the disk.
void write_zeros(const std::string& path, std::uintmax_t count) {
    write_bytes(path, "");
    fs::resize_file(path, count);
}

/// The most memory that this process has had.
std::int64_t peak_kib() {
    ::rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

/// A folder for a report that somebody sent, with a hidden one in it as of a killed report, and a
/// folder outside of it that holds x.html.
class ReportRecovery : public testing::Test {
  protected:
    ReportRecovery() {
        fs::create_directories(kept_);
        fs::create_directory(outside_);
        write_bytes(outside_ + "/x.html", "outside");
        write_bytes(hidden_ + "/manifest.json", manifest_of("buurt/x.html", "outside"));
    }

    void keep(const std::string& path, const std::string& bytes = "kept") const {
        fs::create_directories(fs::path(kept_ + "/" + path).parent_path());
        write_bytes(kept_ + "/" + path, bytes);
    }
    std::string refused() const {
        return refusal([this] { ReportFolder(folder_, Overwrite::no); });
    }
    /// A page where a killed report may have laid it, and what that one lists.
    void put_page(const std::string& manifest) const {
        fs::create_directories(folder_ + "/buurt");
        write_bytes(folder_ + "/buurt/x.html", "outside");
        write_bytes(hidden_ + "/manifest.json", manifest);
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
    fs::create_directory_symlink(outside_, folder_ + "/buurt");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_EQ(bytes_of(outside_ + "/x.html"), "outside");
}

TEST_F(ReportRecovery, follows_no_link_to_put_a_file_back) {
    fs::create_directory_symlink(outside_, folder_ + "/wijk");
    keep("wijk/planted.html");
    EXPECT_THAT(refusal([this] { io::clear_killed_reports(folder_, Others::are_dead); }),
                HasSubstr(folder_ + "/wijk/planted.html: Not a directory"));
    EXPECT_FALSE(fs::exists(outside_ + "/planted.html"));
    // The folder of what was kept may be a link as well.
    fs::remove_all(hidden_);
    fs::create_directory(hidden_);
    write_bytes(hidden_ + "/manifest.json", manifest_of("index.html", "b"));
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
    fs::create_directory(folder_ + "/buurt");
    write_bytes(folder_ + "/buurt/x.html", "outside");
    write_bytes(folder_ + "/notes.txt", "mine");
    EXPECT_EQ(refused(), "");
    EXPECT_EQ(bytes_of(folder_ + "/index.html"), "kept");
    EXPECT_FALSE(is_there("buurt"));
    EXPECT_FALSE(fs::exists(hidden_));
}

TEST_F(ReportRecovery, takes_away_a_first_report_that_was_killed) {
    fs::create_directory(folder_ + "/buurt");
    write_bytes(folder_ + "/buurt/x.html", "outside");
    EXPECT_EQ(refused(), "");
    EXPECT_TRUE(fs::is_empty(folder_));
    // With a file of somebody among its pages, it is no more than a folder with files.
    fs::create_directories(folder_ + "/buurt");
    fs::create_directories(hidden_);
    write_bytes(hidden_ + "/manifest.json", manifest_of("buurt/x.html", "outside"));
    write_bytes(folder_ + "/buurt/x.html", "outside");
    write_bytes(folder_ + "/buurt/notes.txt", "mine");
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    EXPECT_TRUE(is_there("buurt/x.html"));
}

TEST_F(ReportRecovery, goes_no_further_where_a_file_cannot_be_put_back) {
    // The same page in the old report and in the new one.
    write_bytes(hidden_ + "/manifest.json", manifest_of("index.html", "kept"));
    write_bytes(folder_ + "/manifest.json", manifest_of("index.html", "kept"));
    keep("index.html");
    keep("wijk/w.html");
    write_bytes(folder_ + "/wijk", "mine");
    for (int attempt = 0; attempt < 2; ++attempt) {
        EXPECT_THAT(refused(), testing::AllOf(HasSubstr(hidden_ + ": "),
                                              HasSubstr(folder_ + "/wijk/w.html: Not a directory"),
                                              HasSubstr("or remove this folder")));
        EXPECT_EQ(bytes_of(folder_ + "/index.html"), "kept");
        EXPECT_EQ(bytes_of(folder_ + "/wijk"), "mine");
        EXPECT_TRUE(fs::exists(kept_ + "/wijk/w.html"));
    }
    fs::remove(folder_ + "/wijk");
    EXPECT_EQ(refused(), "");
    EXPECT_EQ(bytes_of(folder_ + "/index.html"), "kept");
    EXPECT_EQ(bytes_of(folder_ + "/wijk/w.html"), "kept");
    EXPECT_FALSE(fs::exists(hidden_));
}

TEST_F(ReportRecovery, says_why_a_folder_cannot_be_made) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may make a folder everywhere";
    }
    keep("wijk/w.html");
    fs::permissions(folder_, static_cast<fs::perms>(0555));
    EXPECT_THAT(refused(), HasSubstr("/wijk/w.html: Permission denied"));
    fs::permissions(folder_, static_cast<fs::perms>(0755));
}

TEST_F(ReportRecovery, ends_with_the_list_of_the_killed_report) {
    keep("index.html");
    EXPECT_EQ(io::put_back(folder_, hidden_), "");
    EXPECT_TRUE(is_there("index.html"));
    EXPECT_FALSE(fs::exists(hidden_ + "/manifest.json"));
    EXPECT_TRUE(fs::exists(hidden_)) << "without the list it does no harm";
}

TEST_F(ReportRecovery, removes_no_page_of_the_report_that_is_there) {
    put_page(manifest_of("buurt/x.html", "outside"));
    write_bytes(folder_ + "/manifest.json", manifest_of("buurt/x.html", "outside"));
    EXPECT_EQ(refused(), "");
    EXPECT_TRUE(is_there("buurt/x.html"));
    EXPECT_FALSE(fs::exists(hidden_));
    // Nor where its manifest is still among what was kept.
    fs::create_directories(hidden_);
    put_page(manifest_of("buurt/x.html", "outside"));
    keep("manifest.json", manifest_of("buurt/x.html", "outside"));
    fs::remove(folder_ + "/manifest.json");
    EXPECT_EQ(refused(), "");
    EXPECT_TRUE(is_there("buurt/x.html"));
    EXPECT_TRUE(is_there("manifest.json"));
}

/// Else a page is hashed as often as a list from someone else likes.
TEST_F(ReportRecovery, goes_by_the_first_entry_of_a_path_in_one_spelling) {
    const std::string sha256 = domain::sha256_hex("outside");
    for (const char* path :
         {"buurt/x.html", "buurt//x.html", R"(buurt/x.html\u0000a)", "buurt/x.html/"}) {
        fs::create_directories(hidden_);
        put_page(manifest_with(entry("buurt/x.html", 7, "00") + ", " + entry(path, 7, sha256)));
        io::clear_killed_reports(folder_, Others::are_dead);
        EXPECT_TRUE(is_there("buurt/x.html")) << path;
    }
}

TEST_F(ReportRecovery, removes_nothing_that_no_report_writes) {
    const std::string sha256 = domain::sha256_hex("outside");
    for (const std::string path :
         {"notes.txt", "csv/mine.csv", "mijn.html", "docs/x.html", "buurt/x.txt", "buurt/.html",
          "buurt/a b.html", "buurt/x.y.html"}) {
        fs::create_directories(hidden_);
        fs::create_directories((fs::path(folder_) / path).parent_path());
        write_bytes(hidden_ + "/manifest.json", manifest_with(entry(path, 7, sha256)));
        write_bytes(folder_ + "/" + path, "outside");
        io::clear_killed_reports(folder_, Others::are_dead);
        EXPECT_TRUE(is_there(path)) << path;
    }
}

TEST_F(ReportRecovery, takes_a_file_of_another_size_for_another_one) {
    const std::string sha256 = domain::sha256_hex("outside");
    for (const std::string& other :
         {entry("buurt/x.html", 8, sha256),
          R"({"path": "buurt/x.html", "sha256": ")" + sha256 + R"("})"}) {
        fs::create_directories(hidden_);
        put_page(manifest_with(other));
        io::clear_killed_reports(folder_, Others::are_dead);
        EXPECT_TRUE(is_there("buurt/x.html")) << other;
    }
}

TEST_F(ReportRecovery, hashes_a_large_file_in_little_memory) {
    constexpr std::uintmax_t mib = 1 << 20;
    write_zeros(folder_ + "/index.html", 64 * mib);
    // As sha256sum gives it.
    write_bytes(
        hidden_ + "/manifest.json",
        manifest_with(entry("index.html", 64 * mib,
                            "3b6a07d0d404fab4e23b6d34bc6696a6a312dd92821332385e5af7c01c421351")));
    const std::int64_t before = peak_kib();
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_LT(peak_kib() - before, 16 * 1024);
    EXPECT_FALSE(is_there("index.html"));
}

TEST_F(ReportRecovery, refuses_a_list_that_no_report_makes) {
    for (const std::string& folder : {folder_, hidden_}) {
        write_zeros(folder + "/manifest.json", (std::uintmax_t{64} << 20) + 1);
        EXPECT_THAT(refused(), testing::AllOf(HasSubstr("rapport"), HasSubstr("/manifest.json: "),
                                              HasSubstr("larger than 64 MB")));
        fs::remove(folder + "/manifest.json");
    }
}

TEST_F(ReportRecovery, reads_no_list_through_a_link) {
    const std::string elsewhere = outside_ + "/m.json";
    put_page("");
    write_bytes(elsewhere, manifest_of("buurt/x.html", "outside"));
    fs::remove(hidden_ + "/manifest.json");
    fs::create_symlink(elsewhere, hidden_ + "/manifest.json");
    io::clear_killed_reports(folder_, Others::are_dead);
    EXPECT_TRUE(is_there("buurt/x.html"));
    // Nor that of the report that was there.
    fs::create_directories(kept_);
    write_bytes(hidden_ + "/manifest.json", manifest_of("y.html", "y"));
    fs::create_symlink(elsewhere, kept_ + "/manifest.json");
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    fs::rename(kept_ + "/manifest.json", folder_ + "/manifest.json");
    EXPECT_THAT(refused(), HasSubstr("this folder holds files that are no report"));
    EXPECT_TRUE(is_there("buurt/x.html"));
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
