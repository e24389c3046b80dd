#include "engine/io/sqlite_journal.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

/// The first bytes of a journal, and the last ones of one that names another
/// (sqlite.org/fileformat2.html, "The Rollback Journal").
constexpr std::string_view magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

bool has_magic_at(std::ifstream& file, std::streamoff at, std::ios::seekdir from) {
    std::array<char, magic.size()> bytes{};
    file.clear();
    file.seekg(at, from);
    file.read(bytes.data(), bytes.size());
    return file.gcount() == bytes.size() && std::string_view(bytes.data(), bytes.size()) == magic;
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes) {
        number = (number << 8U) | static_cast<unsigned char>(byte);
    }
    return number;
}

}  // namespace

std::string fault_of_journals(const std::string& database, SqliteMode mode) {
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::canonical(database, error);
    const std::string path = error ? database : canonical.string();
    for (const char* suffix : journal_suffixes) {
        struct stat status {};
        if (::lstat((path + suffix).c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
            return fmt::format(
                "{}{} beside it is not an ordinary file; look where it comes from, and remove it",
                path, suffix);
        }
    }
    const std::string journal = path + "-journal";
    std::ifstream file(journal, std::ios::binary);
    const bool has_begun = has_magic_at(file, 0, std::ios::beg);
    const auto end = -static_cast<std::streamoff>(magic.size());
    if (has_magic_at(file, end, std::ios::end) && mode == SqliteMode::read_write) {
        return fmt::format(
            "{} beside it names another file, which would be removed; look where it comes from, "
            "and remove it",
            journal);
    }
    if (has_begun && mode == SqliteMode::read_only) {
        return fmt::format(
            "a program was stopped while it wrote to it, as {} tells; open it once in QGIS, which "
            "puts it right",
            journal);
    }
    return {};
}

bool is_cut_off(const std::string& database) {
    // sqlite.org/fileformat2.html, "The Database Header".
    std::array<char, 100> bytes{};
    std::ifstream file(database, std::ios::binary);
    file.read(bytes.data(), bytes.size());
    const std::string_view head(bytes.data(), static_cast<std::size_t>(file.gcount()));
    std::error_code no_log;
    const auto log = std::filesystem::file_size(database + "-wal", no_log);
    if (head.size() < bytes.size() || !head.starts_with("SQLite format 3") ||
        (!no_log && log > 0)) {
        return false;
    }
    const std::uint32_t written = big_endian(head.substr(16, 2));
    const std::uint64_t page_bytes = written == 1 ? 65536 : written;
    // The count holds where the change it was made at is the last one.
    const bool count_holds = head.substr(24, 4) == head.substr(92, 4);
    std::error_code no_file;
    const auto size = std::filesystem::file_size(database, no_file);
    return !no_file && count_holds && size < page_bytes * big_endian(head.substr(28, 4));
}

}  // namespace koppelkans::io
