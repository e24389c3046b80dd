#include "engine/io/sqlite_journal.h"

#include <cstdint>
#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/io/file_place.h"
#include "tests/io/target_scene.h"

namespace koppelkans::test {
namespace {

namespace fs = std::filesystem;
using io::fault_of_journals;
using io::Overwrite;
using io::SqliteConnection;
using io::SqliteMode;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) {
        bytes += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xffU);
    }
    return bytes;
}

/// A journal with nothing to play back, that names another one.
std::string naming_journal(const std::string& named, std::uint32_t pages) {
    constexpr std::uint32_t sector = 512;
    constexpr std::uint32_t page = 4096;
    std::string journal = magic + big_endian(0) + big_endian(0) + big_endian(pages) +
                          big_endian(sector) + big_endian(page);
    journal.resize(sector);
    std::uint32_t sum = 0;
    for (const char letter : named) {
        sum += static_cast<unsigned char>(letter);
    }
    constexpr std::uint32_t locked_page = 0x40000000 / page + 1;
    return journal + big_endian(locked_page) + named +
           big_endian(static_cast<std::uint32_t>(named.size())) + big_endian(sum) + magic;
}

std::uint32_t pages_of(const std::string& path) {
    return static_cast<std::uint32_t>(fs::file_size(path) / 4096);
}

TEST(SqliteJournal, ThatNamesAFileDoesNotRemoveIt) {
    const OldResult old;
    const TestFolder home;
    const std::string victim = home.file("brief.txt");
    write_bytes(victim, "van een ander");
    const std::string journal = naming_journal(victim, pages_of(old.path));
    write_bytes(old.path + "-journal", journal);
    EXPECT_THAT(refused(old.path, Overwrite::yes),
                HasSubstr("-journal beside it names another file, which would be removed"));
    EXPECT_TRUE(fs::exists(victim));
    EXPECT_EQ(fs::file_size(old.path + "-journal"), journal.size()) << "left to be looked at";
    // That the journal is made as SQLite takes it: whoever just opens it removes the file.
    SqliteConnection opened(old.path, SqliteMode::read_write, 0);
    EXPECT_TRUE(opened.run("BEGIN IMMEDIATE"));
    EXPECT_FALSE(fs::exists(victim));
}

TEST(SqliteJournal, ThatIsNoOrdinaryFileIsRefused) {
    for (const char* suffix : io::journal_suffixes) {
        const OldResult old;
        ASSERT_EQ(::mkfifo((old.path + suffix).c_str(), 0600), 0);
        const std::string said = suffix + std::string(" beside it is not an ordinary file");
        EXPECT_THAT(refused(old.path, Overwrite::yes), HasSubstr(said));
        EXPECT_THAT(fault_of_journals(old.path, SqliteMode::read_only), HasSubstr(said));
        fs::remove(old.path + suffix);
        write_bytes(old.folder.file("elders"), "");
        fs::create_symlink(old.folder.file("elders"), old.path + suffix);
        EXPECT_THAT(refused(old.path, Overwrite::yes), HasSubstr(said));
        // SQLite follows a link to the database, and looks beside the file itself.
        const std::string link = old.folder.file("link.gpkg");
        fs::create_symlink(old.path, link);
        EXPECT_THAT(fault_of_journals(link, SqliteMode::read_only), HasSubstr(said));
    }
}

TEST(SqliteJournal, OfAProgramThatWasStoppedIsPlayedBackButNotRead) {
    const OldResult old;
    {
        const Child editor([&] {
            SqliteConnection writing(old.path, SqliteMode::read_write, 0);
            writing.run("PRAGMA cache_size=1");
            writing.run("BEGIN");
            writing.run("UPDATE t SET v = 'new'");
            writing.run(
                "CREATE TABLE spilled AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
                "i + 1 FROM n WHERE i < 9000) SELECT i, hex(zeroblob(100)) FROM n");
            ::kill(::getpid(), SIGKILL);
        });
    }
    ASSERT_GT(fs::file_size(old.path + "-journal"), 0U);
    EXPECT_THAT(fault_of_journals(old.path, SqliteMode::read_only),
                HasSubstr("a program was stopped while it wrote to it"));
    EXPECT_EQ(fault_of_journals(old.path, SqliteMode::read_write), "");
    EXPECT_EQ(refused(old.path, Overwrite::yes), "");
    EXPECT_THAT(value_in(old.path), ElementsAre("old"));
}

TEST(SqliteJournal, ThatIsEmptyOrAtItsEndIsNoFault) {
    const OldResult old;
    for (const std::string& journal : {std::string(), std::string(512, '\0'), std::string("x")}) {
        write_bytes(old.path + "-journal", journal);
        EXPECT_EQ(fault_of_journals(old.path, SqliteMode::read_only), "");
        EXPECT_EQ(fault_of_journals(old.path, SqliteMode::read_write), "");
    }
}

}  // namespace
}  // namespace koppelkans::test
