#include "engine/io/workbook_check.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <unzip.h>

#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t chunk_bytes = 1U << 16U;
constexpr std::string_view rows_begin = "<sheetData>";
constexpr std::string_view rows_end = "</sheetData>";

struct ZipClose {
    void operator()(void* zip) const { unzClose(zip); }
};
using Zip = std::unique_ptr<void, ZipClose>;

/// Goes through a part and keeps of it what tells whether it is whole.
class Part {
  public:
    explicit Part(std::optional<std::int64_t> bytes_of_rows) : bytes_of_rows_(bytes_of_rows) {}

    void add(std::string_view bytes) {
        if (head_.empty()) {
            head_ = bytes;
            const std::size_t rows = head_.find(rows_begin);
            if (bytes_of_rows_ && rows != std::string::npos) {
                end_at_ = static_cast<std::int64_t>(rows + rows_begin.size()) + *bytes_of_rows_;
            }
        }
        const auto size = static_cast<std::int64_t>(bytes.size());
        const auto first = std::max<std::int64_t>(end_at_ - at_, 0);
        const auto last = std::min<std::int64_t>(
            end_at_ + static_cast<std::int64_t>(rows_end.size()) - at_, size);
        if (first < last) {
            behind_rows_ += bytes.substr(static_cast<std::size_t>(first),
                                         static_cast<std::size_t>(last - first));
        }
        tail_ += bytes.substr(bytes.size() - std::min(bytes.size(), tail_bytes));
        tail_.erase(0, tail_.size() - std::min(tail_.size(), tail_bytes));
        at_ += size;
    }

    bool is_whole() const {
        const std::string_view head = head_;
        const std::size_t root = head.find('<', head.find("?>"));
        if (root == std::string_view::npos) {
            return false;
        }
        const std::string_view name =
            head.substr(root + 1, head.find_first_of(" />", root) - root - 1);
        const std::string_view tail =
            std::string_view(tail_).substr(0, tail_.find_last_not_of("\r\n") + 1);
        const bool is_empty_root = head.find('>', root) + 1 == static_cast<std::size_t>(at_);
        return (is_empty_root || tail.ends_with(fmt::format("</{}>", name))) &&
               (!bytes_of_rows_ || behind_rows_ == rows_end);
    }

  private:
    static constexpr std::size_t tail_bytes = 64;

    std::optional<std::int64_t> bytes_of_rows_;
    std::int64_t end_at_ = -1;  ///< of the rows
    std::int64_t at_ = 0;
    std::string head_;
    std::string tail_;
    std::string behind_rows_;
};

/// Reads the part at hand; false where it is not whole.
bool is_whole(void* zip, std::optional<std::int64_t> bytes_of_rows) {
    if (unzOpenCurrentFile(zip) != UNZ_OK) {
        return false;
    }
    Part part(bytes_of_rows);
    std::string chunk(chunk_bytes, '\0');
    int read = 0;
    while ((read = unzReadCurrentFile(zip, chunk.data(), chunk_bytes)) > 0) {
        part.add(std::string_view(chunk).substr(0, static_cast<std::size_t>(read)));
    }
    // Which looks at the checksum.
    return unzCloseCurrentFile(zip) == UNZ_OK && read == 0 && part.is_whole();
}

}  // namespace

void check_workbook(const std::string& file, const std::string& path,
                    const std::map<std::string, std::int64_t>& bytes_of_rows) {
    const Zip zip(unzOpen64(file.c_str()));
    std::size_t sheets = 0;
    int at = zip ? unzGoToFirstFile(zip.get()) : UNZ_ERRNO;
    for (; at == UNZ_OK; at = unzGoToNextFile(zip.get())) {
        std::array<char, 256> name{};
        at = unzGetCurrentFileInfo64(zip.get(), nullptr, name.data(), name.size() - 1, nullptr, 0,
                                     nullptr, 0);
        const auto sheet = bytes_of_rows.find(name.data());
        const bool has_rows = sheet != bytes_of_rows.end();
        sheets += has_rows ? 1 : 0;
        if (at != UNZ_OK ||
            !is_whole(zip.get(), has_rows ? std::optional(sheet->second) : std::nullopt)) {
            fail_to_write(path, fmt::format("{} did not get onto the disk whole; is there room "
                                            "for twice the workbook?",
                                            name.data()));
        }
    }
    if (at != UNZ_END_OF_LIST_OF_FILE || sheets != bytes_of_rows.size()) {
        fail_to_write(path, "it cannot be read back");
    }
}

}  // namespace koppelkans::io
