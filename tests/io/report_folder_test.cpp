#include "engine/io/report_folder.h"

#include <csignal>
#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "engine/domain/errors.h"
#include "engine/domain/ids.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::Overwrite;
using io::ReportFile;
using io::ReportFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// As the job writes it, with no more than what the next report looks at.
std::string manifest(const std::vector<ReportFile>& files) {
    nlohmann::json json{{"koppelkans", "0"}, {"files", nlohmann::json::array()}};
    for (const ReportFile& file : files) {
        json["files"].push_back(
            {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return json.dump();
}

class ReportFolders : public testing::Test {
  protected:
    ReportFolders() : path_(test_.file("rapport")) {}

    void write(const std::vector<std::string>& files, const std::string& bytes = "x",
               Overwrite overwrite = Overwrite::no) const {
        ReportFolder folder(path_, overwrite);
        for (const std::string& file : files) {
            folder.write(file, bytes);
        }
        folder.finish(manifest, progress_);
    }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(path_)) {
            found.push_back(entry.path().lexically_relative(path_).string());
        }
        return found;
    }
    bool is_there(const std::string& name) const { return fs::exists(path_ + "/" + name); }

    const TestFolder test_;
    const std::string path_;
    const analysis::Progress progress_;
};

TEST_F(ReportFolders, give_files_their_places_and_list_them) {
    ReportFolder folder(path_, Overwrite::no);
    folder.write("index.html", "een");
    folder.write("buurt/BU1.html", "twee");
    EXPECT_FALSE(is_there("index.html")) << "not before all are whole";
    const std::vector<ReportFile> files = folder.finish(manifest, progress_).files;
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path, "buurt/BU1.html");
    EXPECT_EQ(files[0].bytes, 4U);
    EXPECT_EQ(files[0].sha256, domain::sha256_hex("twee"));
    EXPECT_EQ(bytes_of(path_ + "/index.html"), "een");
    EXPECT_THAT(bytes_of(path_ + "/manifest.json"), HasSubstr(files[0].sha256));
}

TEST_F(ReportFolders, leave_nothing_where_a_report_is_not_finished) {
    {
        ReportFolder folder(path_, Overwrite::no);
        folder.write("index.html", "een");
    }
    EXPECT_FALSE(fs::exists(path_)) << "the folder was made for it";
    write({"index.html"}, "oud");
    {
        ReportFolder folder(path_, Overwrite::no);
        folder.write("index.html", "nieuw");
    }
    EXPECT_EQ(bytes_of(path_ + "/index.html"), "oud");
    EXPECT_THAT(names(), UnorderedElementsAre("index.html", "manifest.json"));
}

TEST_F(ReportFolders, can_be_stopped_until_the_first_file_takes_its_place) {
    write({"index.html"}, "oud");
    ReportFolder folder(path_, Overwrite::no);
    folder.write("index.html", "nieuw");
    folder.write("index.pdf", "nieuw");
    EXPECT_THROW(folder.finish(manifest, progress_,
                               [this] {
                                   EXPECT_FALSE(is_there("index.pdf"));
                                   throw domain::Cancelled();
                               }),
                 domain::Cancelled);
    EXPECT_EQ(bytes_of(path_ + "/index.html"), "oud");
    EXPECT_FALSE(is_there("index.pdf"));
}

TEST_F(ReportFolders, drop_what_was_needed_on_the_way) {
    ReportFolder folder(path_, Overwrite::no);
    folder.write("index.pdf", "x");
    folder.drop("index.pdf");
    EXPECT_THAT(folder.finish(manifest, progress_).files, IsEmpty());
}

TEST_F(ReportFolders, renew_a_report_and_take_away_pages_that_it_has_no_more) {
    write({"buurt/BU1.html", "buurt/BU2.html", "wijk/WK1.html"});
    write_bytes(path_ + "/buurt/BU2.html", "with a note of somebody");
    write_bytes(path_ + "/notes.txt", "mine");
    write({"buurt/BU3.html"});
    EXPECT_THAT(names(), UnorderedElementsAre("buurt", "buurt/BU2.html", "buurt/BU3.html",
                                              "manifest.json", "notes.txt"));
}

TEST_F(ReportFolders, do_not_replace_what_somebody_changed_unless_overwriting) {
    write({"index.pdf", "index.html"});
    write_bytes(path_ + "/index.html", "x and a note");
    EXPECT_THAT(refusal([&] {
                    write({"index.pdf", "index.html"}, "nieuw");
                }),
                HasSubstr("index.html: somebody changed this file since its report was made"));
    EXPECT_EQ(bytes_of(path_ + "/index.pdf"), "x");
    write({"index.pdf", "index.html"}, "nieuw", Overwrite::yes);
    EXPECT_EQ(bytes_of(path_ + "/index.html"), "nieuw");
}

TEST_F(ReportFolders, take_a_link_in_the_place_of_a_page_for_a_change) {
    write({"index.html"});
    fs::rename(path_ + "/index.html", path_ + "/mine.html");
    fs::create_symlink("mine.html", path_ + "/index.html");
    EXPECT_THAT(refusal([&] { write({"index.html"}, "nieuw"); }),
                HasSubstr("index.html: somebody changed this file"));
    EXPECT_TRUE(fs::is_symlink(path_ + "/index.html"));
}

TEST_F(ReportFolders, keep_the_rights_of_a_page) {
    for (const bool is_exchanged : {true, false}) {
        write({"index.html"});
        fs::permissions(path_ + "/index.html", fs::perms(0600));
        if (!is_exchanged) {
            write_bytes(path_ + "/notes.txt", "mine");
        }
        write({"index.html"}, "nieuw");
        EXPECT_EQ(fs::status(path_ + "/index.html").permissions(), fs::perms(0600));
    }
}

TEST_F(ReportFolders, leave_no_folder_behind_that_they_made) {
    { const ReportFolder stopped(test_.file("een/twee/drie/"), Overwrite::no); }
    EXPECT_FALSE(fs::exists(test_.file("een")));
    fs::create_directory(test_.file("een"));
    { const ReportFolder stopped(test_.file("een/twee/drie"), Overwrite::no); }
    EXPECT_TRUE(fs::exists(test_.file("een")));
    EXPECT_FALSE(fs::exists(test_.file("een/twee")));
}

TEST_F(ReportFolders, say_how_many_files_went_away) {
    write({"index.pdf", "index.html", "koppelkansen.xlsx"});
    ReportFolder folder(path_, Overwrite::no);
    folder.write("index.pdf", "x");
    EXPECT_EQ(folder.finish(manifest, progress_).removed, 2);
}

TEST_F(ReportFolders, name_the_files_that_stay_as_somebody_changed_them) {
    write({"index.pdf", "index.html", "wijk/c.html"});
    write_bytes(path_ + "/wijk/c.html", "x and a note");
    ReportFolder folder(path_, Overwrite::no);
    folder.write("index.pdf", "x");
    const ReportFolder::Finished finished = folder.finish(manifest, progress_);
    EXPECT_EQ(finished.removed, 1);
    EXPECT_THAT(finished.left, ElementsAre("wijk/c.html"));
    EXPECT_EQ(bytes_of(path_ + "/wijk/c.html"), "x and a note");
}

TEST_F(ReportFolders, take_one_report_at_a_time) {
    const ReportFolder first(path_, Overwrite::no);
    EXPECT_THAT(refusal([&] { ReportFolder(path_, Overwrite::no); }),
                HasSubstr("another report is being made here"));
}

TEST_F(ReportFolders, refuse_a_folder_with_other_files_unless_overwriting) {
    fs::create_directory(path_);
    write_bytes(path_ + "/thesis.odt", "years of work");
    EXPECT_THAT(refusal([&] { write({"index.html"}); }), HasSubstr("say --overwrite"));
    EXPECT_THAT(names(), ElementsAre("thesis.odt"));
    write({"index.html"}, "x", Overwrite::yes);
    EXPECT_TRUE(is_there("thesis.odt"));
    EXPECT_TRUE(is_there("index.html"));
}

TEST_F(ReportFolders, are_folders) {
    write_bytes(path_, "a file");
    EXPECT_THAT(refusal([&] { write({"index.html"}); }), HasSubstr("this is no folder"));
    EXPECT_EQ(bytes_of(path_), "a file");
    EXPECT_THROW(ReportFolder("", Overwrite::no), domain::UsageError);
}

TEST_F(ReportFolders, do_not_follow_a_manifest_out_of_the_folder) {
    fs::create_directory(path_);
    write_bytes(test_.file("precious"), "x");
    write_bytes(path_ + "/.hidden", "x");
    const std::string hash = domain::sha256_hex("x");
    write_bytes(path_ + "/manifest.json", manifest({{"../precious", 1, hash},
                                                    {test_.file("precious"), 1, hash},
                                                    {".hidden", 1, hash},
                                                    {"a/b/c", 1, hash},
                                                    {"index.html", 1, hash}}));
    write({"page.html"});
    EXPECT_TRUE(fs::exists(test_.file("precious")));
    EXPECT_TRUE(is_there(".hidden"));
}

TEST_F(ReportFolders, do_not_write_through_a_link) {
    const TestFolder elsewhere;
    write({"index.html"});
    fs::create_directory_symlink(elsewhere.path(), path_ + "/buurt");
    EXPECT_THAT(refusal([&] { write({"buurt/BU1.html"}); }), HasSubstr("this is a link"));
    EXPECT_THAT(elsewhere.names(), IsEmpty());
}

TEST_F(ReportFolders, replace_a_link_by_a_file_of_their_own) {
    write({"index.html"});
    write_bytes(test_.file("other.html"), "not ours");
    fs::remove(path_ + "/index.html");
    fs::create_symlink(test_.file("other.html"), path_ + "/index.html");
    write({"index.html"}, "new", Overwrite::yes);
    EXPECT_EQ(bytes_of(test_.file("other.html")), "not ours");
    EXPECT_EQ(bytes_of(path_ + "/index.html"), "new");
}

TEST_F(ReportFolders, take_away_what_a_killed_report_left) {
    // In a container the next process has often the number of the one that was killed.
    for (const int process : {999999999, ::getpid()}) {
        fs::create_directories(
            fmt::format("{}/.koppelkans-report-{}-0badcafe/buurt", path_, process));
        fs::create_directories(
            fmt::format("{}/.rapport.koppelkans-report-{}-0badcafe", test_.path(), process));
    }
    fs::create_directories(test_.file(".rapport2.koppelkans-report-1-0badcafe"));
    write({"index.html"});
    EXPECT_THAT(names(), UnorderedElementsAre("index.html", "manifest.json"));
    EXPECT_THAT(test_.names(),
                UnorderedElementsAre("rapport", ".rapport2.koppelkans-report-1-0badcafe"));
}

/// No file of this process grows beyond some bytes, as on a disk that is full.
class SmallFiles {
  public:
    explicit SmallFiles(::rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const ::rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        static_cast<void>(std::signal(SIGXFSZ, handler_));
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

  private:
    ::rlimit before_{};
    void (*handler_)(int) = nullptr;
};

TEST_F(ReportFolders, say_that_a_file_does_not_fit_and_leave_nothing) {
    {
        const SmallFiles small(4096);
        EXPECT_THAT(refusal([&] { write({"index.html"}, std::string(100'000, 'x')); }),
                    testing::AllOf(HasSubstr("cannot write"), HasSubstr("rapport/index.html"),
                                   HasSubstr("File too large")));
    }
    EXPECT_FALSE(fs::exists(path_));
}

TEST_F(ReportFolders, look_at_all_places_before_the_first_file_takes_its_own) {
    write({"index.pdf", "z.html"}, "oud");
    fs::create_directory(path_ + "/b.html");
    EXPECT_THAT(refusal([&] {
                    write({"index.pdf", "b.html"}, "nieuw");
                }),
                HasSubstr("b.html: this is a folder where the report has a file"));
    write_bytes(path_ + "/csv", "a file");
    EXPECT_THAT(refusal([&] {
                    write({"index.pdf", "csv/x.csv"}, "nieuw");
                }),
                HasSubstr("csv: this is a file where the report has a folder"));
    EXPECT_EQ(bytes_of(path_ + "/index.pdf"), "oud");
    EXPECT_TRUE(is_there("z.html"));
}

TEST(FileNames, keep_codes_and_tell_changed_ones_apart) {
    EXPECT_EQ(io::file_name_of("BU02890101"), "BU02890101");
    EXPECT_EQ(io::file_name_of("wijk-3_b"), "wijk-3_b");
    for (const char* code : {"", "..", "../../etc", "a/b", "a b", "é", ".hidden"}) {
        const std::string name = io::file_name_of(code);
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-_"),
                  std::string::npos)
            << code;
        EXPECT_FALSE(name.empty()) << code;
    }
    EXPECT_NE(io::file_name_of("a/b"), io::file_name_of("ab"));
    EXPECT_NE(io::file_name_of("a/b"), io::file_name_of("a b"));
    EXPECT_LT(io::file_name_of(std::string(10000, 'x')).size(), 80U);
}

TEST(FileNames, are_not_taken_by_a_code_that_looks_changed) {
    for (const char* code : {"", "a b", "../.."}) {
        const std::string name = io::file_name_of(code);
        EXPECT_NE(io::file_name_of(name), name) << code;
    }
    EXPECT_EQ(io::file_name_of("wijk-0123"), "wijk-0123");
    EXPECT_NE(io::file_name_of(", .??,"), io::file_name_of(",;:;; "))
        << "their SHA-256 begin with the same eight digits";
}

}  // namespace

}  // namespace koppelkans::test
