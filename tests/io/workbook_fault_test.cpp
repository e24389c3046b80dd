#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/report_workbook.h"
#include "engine/io/workbook_check.h"
#include "tests/io/report_scene.h"
#include "tests/io/result_scene.h"
#include "tests/io/workbook_reader.h"

// Workbooks that do not get to their end, and large ones.

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::check_workbook;
using io::WorkbookContent;
using io::write_workbook;
using report::Column;
using report::ColumnKind;
using report::Table;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// Rows of numbers that do not compress well.
Table noise(std::int64_t rows) {
    const std::vector<Column> columns{{"a", "A", ColumnKind::text},
                                      {"n", "N", ColumnKind::integer},
                                      {"x_m2", "X", ColumnKind::real}};
    return long_table("Rijen", columns, rows, [](std::int64_t at) {
        const auto mixed = static_cast<std::uint64_t>(at + 1) * 0x9E3779B97F4A7C15ULL;
        return Row{text(std::to_string(mixed)), static_cast<std::int64_t>(mixed >> 20U),
                   static_cast<double>(mixed) / 7};
    });
}

WorkbookContent many(std::int64_t rows, int sheets) {
    WorkbookContent content = plain_workbook();
    for (int i = 0; i < sheets; ++i) {
        content.tables.push_back(noise(rows));
    }
    return content;
}

constexpr const char* first_sheet = "xl/worksheets/sheet2.xml";

/// The bytes between the tags of its rows.
std::int64_t bytes_of_rows(const std::string& path) {
    const std::string sheet = part_of(path, first_sheet);
    const std::string begin = "<sheetData>";
    return static_cast<std::int64_t>(sheet.find("</sheetData>") - sheet.find(begin) - begin.size());
}

/// Writes workbooks over an old file in a process that may write no file beyond a size.
class LimitedFiles : public testing::Test {
  protected:
    std::string said(std::int64_t most_bytes, int sheets) {
        write_bytes(path_, "old");
        std::string why = refusal_with_files_up_to(static_cast<std::uint64_t>(most_bytes), [&] {
            write_workbook(path_, many(5000, sheets));
        });
        EXPECT_EQ(bytes_of(path_) == "old", !why.empty()) << most_bytes;
        EXPECT_THAT(folder_.names(), ElementsAre("x.xlsx")) << most_bytes;
        return why;
    }

    const TestFolder folder_;
    const std::string path_ = folder_.file("x.xlsx");
};

TEST_F(LimitedFiles, keep_the_old_workbook_where_the_rows_do_not_fit) {
    write_workbook(path_, many(5000, 1));
    const std::int64_t rows = bytes_of_rows(path_);
    const auto sheet = static_cast<std::int64_t>(part_of(path_, first_sheet).size());
    const std::string cannot = "cannot write " + path_ + ": ";
    EXPECT_EQ(said(rows / 2, 1), cannot + "File too large");
    EXPECT_EQ(said(rows - 1, 1), cannot + "File too large");
    // The library copies the rows of a sheet and sees nothing; we do.
    EXPECT_THAT(said(rows + 1, 1), StartsWith(cannot + first_sheet + " did not get onto the disk"));
    EXPECT_THAT(said(sheet - 1, 1),
                StartsWith(cannot + first_sheet + " did not get onto the disk"));
    EXPECT_EQ(said(sheet, 1), "");
}

TEST_F(LimitedFiles, keep_the_old_workbook_where_the_new_one_does_not_fit) {
    write_workbook(path_, many(5000, 9));
    const auto whole = static_cast<std::int64_t>(fs::file_size(path_));
    ASSERT_LT(part_of(path_, first_sheet).size(), whole / 2) << "or its parts would not fit";
    EXPECT_EQ(said(whole / 2, 9), "cannot write " + path_ + ": File too large");
    EXPECT_EQ(said(whole - 1, 9), "cannot write " + path_ + ": File too large");
    EXPECT_EQ(said(whole, 9), "");
}

TEST(FullDisks, keep_the_old_workbook) {
    const TestFolder folder;
    const std::string disk = folder.file("disk");
    fs::create_directory(disk);
    write_workbook(folder.file("x.xlsx"), many(5000, 1));
    const std::int64_t rows = bytes_of_rows(folder.file("x.xlsx"));
    // Full while rows are put aside, and while they are copied.
    for (const std::int64_t room : {rows / 2, rows + rows / 2}) {
        const std::string size = "size=" + std::to_string(room);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, size.c_str()) != 0) {
            GTEST_SKIP() << "only root can make a small disk";
        }
        const std::string path = disk + "/x.xlsx";
        write_bytes(path, "old");
        EXPECT_THAT(refusal([&] { write_workbook(path, many(5000, 1)); }),
                    StartsWith("cannot write " + path + ": "))
            << room;
        EXPECT_TRUE(bytes_of(path) == "old") << room;
        EXPECT_EQ(std::distance(fs::directory_iterator(disk), fs::directory_iterator()), 1);
        ::umount2(disk.c_str(), MNT_DETACH);
    }
}

TEST(WorkbookFaults, in_the_rows_leave_nothing) {
    const TestFolder folder;
    std::vector<Table> tables{
        noise(10), long_table("Kapot", {{"a", "A", ColumnKind::text}}, 9, [](std::int64_t at) {
            if (at == 5) {
                throw domain::InputError("broken");
            }
            return Row{text("a")};
        })};
    EXPECT_EQ(refusal([&] { write_workbook(folder.file("x.xlsx"), plain_workbook(tables)); }),
              "broken");
    EXPECT_THAT(folder.names(), IsEmpty());
    EXPECT_THAT(refusal([&] { write_workbook(folder.file("no/x.xlsx"), plain_workbook()); }),
                HasSubstr("there is no folder"));
}

TEST(WorkbookChecks, see_what_is_not_whole) {
    const TestFolder folder;
    const std::string path = folder.file("x.xlsx");
    write_workbook(path, many(2000, 1));
    const std::int64_t rows = bytes_of_rows(path);
    const auto said = [](const std::string& file, const std::string& sheet, std::int64_t bytes) {
        return refusal([&] { check_workbook(file, "shown.xlsx", {{sheet, bytes}}); });
    };
    EXPECT_EQ(said(path, first_sheet, rows), "");
    EXPECT_THAT(said(path, first_sheet, rows + 1),
                StartsWith("cannot write shown.xlsx: xl/worksheets/sheet2.xml did not get"));
    EXPECT_THAT(said(path, first_sheet, 0), HasSubstr("sheet2.xml did not get"));
    EXPECT_THAT(said(path, first_sheet, 1 << 30), HasSubstr("sheet2.xml did not get"));
    EXPECT_THAT(said(path, "xl/worksheets/sheet3.xml", rows), HasSubstr("cannot be read back"));
    EXPECT_THAT(said(folder.file("none"), first_sheet, rows), HasSubstr("cannot be read back"));
    const std::string bytes = bytes_of(path);
    const std::string other = folder.file("other.xlsx");
    for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 30}) {
        write_bytes(other, bytes.substr(0, size));
        EXPECT_NE(said(other, first_sheet, rows), "") << size;
    }
    std::string damaged = bytes;
    damaged[bytes.size() / 2] ^= 1;
    write_bytes(other, damaged);
    EXPECT_NE(said(other, first_sheet, rows), "");
}

/// Kilobytes of this process: "VmRSS", or "VmHWM" for the most it ever had.
std::int64_t memory_kb(const std::string& what) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what + ":")) {
            return std::stoll(line.substr(what.size() + 1));
        }
    }
    return 0;
}

constexpr bool is_sanitized =
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
    true;
#else
    false;
#endif
#else
    false;
#endif

TEST(LargeWorkbooks, take_the_memory_of_a_row) {
    if (is_sanitized) {
        GTEST_SKIP() << "the sanitizer keeps freed memory";
    }
    const TestFolder folder;
    std::int64_t grown_kb = 0;
    // As a child, which has its own high-water mark.
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        std::ofstream("/proc/self/clear_refs") << 5;
        const std::int64_t before = memory_kb("VmRSS");
        write_workbook(folder.file("x.xlsx"), many(100000, 2));
        const std::int64_t grown = memory_kb("VmHWM") - before;
        ::_exit(::write(ends[1], &grown, sizeof(grown)) == sizeof(grown) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0);
    ASSERT_EQ(::read(ends[0], &grown_kb, sizeof(grown_kb)), static_cast<ssize_t>(sizeof(grown_kb)));
    ::close(ends[0]);
    ::close(ends[1]);
    EXPECT_LT(grown_kb, 8 * 1024) << "its rows take some fifty megabytes";
    EXPECT_EQ(ReadWorkbook(folder.file("x.xlsx")).sheets().size(), 3U);
}

}  // namespace

}  // namespace koppelkans::test
