#include "engine/io/packed_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unzip.h>
#include <zlib.h>

#include "engine/domain/text.h"
#include "engine/io/source_file.h"

namespace koppelkans::io {

namespace fs = std::filesystem;
using domain::InputError;
using domain::InputPlace;

namespace {

struct ZipClose {
    void operator()(void* zip) const { unzClose(zip); }
};
using Zip = std::unique_ptr<void, ZipClose>;

/// Follows the gzip data of a file, which may be several, one behind the other.
class GzipData {
  public:
    GzipData() { is_good_ = inflateInit2(&stream_, of_gzip) == Z_OK; }
    GzipData(const GzipData&) = delete;
    GzipData& operator=(const GzipData&) = delete;
    ~GzipData() { inflateEnd(&stream_); }

    void follow(std::vector<unsigned char>& packed, std::size_t size) {
        stream_.next_in = packed.data();
        stream_.avail_in = static_cast<uInt>(size);
        while (is_good_ && stream_.avail_in > 0) {
            if (is_at_end_) {
                inflateReset(&stream_);
                is_at_end_ = false;
            }
            stream_.next_out = plain_.data();
            stream_.avail_out = static_cast<uInt>(plain_.size());
            const uInt before = stream_.avail_in;
            const int state = inflate(&stream_, Z_NO_FLUSH);
            read_ += before - stream_.avail_in;
            plain_bytes_ += plain_.size() - stream_.avail_out;
            is_at_end_ = state == Z_STREAM_END;
            whole_ = is_at_end_ ? read_ : whole_;
            is_good_ = (is_at_end_ || state == Z_OK) && plain_bytes_ < largest_plain;
        }
    }
    bool is_good() const { return is_good_; }
    /// Up to where it is whole gzip data; 0 where it never was, or nobody looked to the end.
    std::int64_t whole() const { return plain_bytes_ < largest_plain ? whole_ : 0; }

  private:
    static constexpr int of_gzip = 15 + 16;
    /// No plan unpacks to more, and what does is looked at no further.
    static constexpr std::uint64_t largest_plain = std::uint64_t{16} << 30U;

    z_stream stream_{};
    std::vector<unsigned char> plain_ = std::vector<unsigned char>(1U << 18U);
    bool is_good_ = false;
    bool is_at_end_ = false;
    std::int64_t read_ = 0;
    std::uint64_t plain_bytes_ = 0;
    std::int64_t whole_ = 0;
};

/// The name of the file that the list of a zip stands at.
std::string current_name(void* zip) {
    unz_file_info64 info{};
    unzGetCurrentFileInfo64(zip, &info, nullptr, 0, nullptr, 0, nullptr, 0);
    std::string name(info.size_filename, '\0');
    unzGetCurrentFileInfo64(zip, nullptr, name.data(), info.size_filename, nullptr, 0, nullptr, 0);
    return name;
}

bool is_of_macos(const std::string& name) {
    return name.rfind("__MACOSX/", 0) == 0 || fs::path(name).filename() == ".DS_Store";
}

}  // namespace

void check_gzip(const std::string& file, const InputPlace& place) {
    std::ifstream bytes(file, std::ios::binary);
    std::vector<unsigned char> packed(1U << 16U);
    GzipData data;
    std::int64_t size = 0;
    do {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as the stream has them
        bytes.read(reinterpret_cast<char*>(packed.data()),
                   static_cast<std::streamsize>(packed.size()));
        size += bytes.gcount();
        data.follow(packed, static_cast<std::size_t>(bytes.gcount()));
    } while (bytes && data.is_good());
    if (data.whole() > 0 && data.whole() < size) {
        throw InputError(
            place, fmt::format("from byte {} on it holds what is no whole gzip data, by which rows "
                               "would be lost; unpack it, as gunzip -c does, and name the file "
                               "that comes out",
                               data.whole() + 1));
    }
}

std::string check_zip(const std::string& file, const InputPlace& place) {
    const Zip zip(unzOpen64(file.c_str()));
    std::set<std::string> names;
    std::set<std::string> plans;
    int state = zip == nullptr ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(zip.get());
    for (; state == UNZ_OK; state = unzGoToNextFile(zip.get())) {
        const std::string name = current_name(zip.get());
        const bool is_folder = name.ends_with('/');
        if (!names.insert(name).second && !is_folder) {
            throw InputError(place, fmt::format("it holds two files named {}, of which one would "
                                                "be read; unpack it and name the right one",
                                                name));
        }
        if (!is_folder && !is_of_macos(name)) {
            plans.insert(name);
        }
    }
    const bool is_safe = plans.size() == 1 && plans.begin()->find("..") == std::string::npos;
    const bool has_more = std::any_of(names.begin(), names.end(), is_of_macos);
    return is_safe && has_more ? *plans.begin() : std::string();
}

std::string check_packed(const std::string& bron, const InputPlace& place) {
    const std::string file = file_on_disk(bron);
    const std::string extension = domain::folded(fs::path(file).extension().string());
    constexpr std::array<std::string_view, 5> zips = {".zip", ".shz", ".kmz", ".xlsx", ".ods"};
    if (extension == ".gz") {
        check_gzip(file, place);
    }
    return std::find(zips.begin(), zips.end(), extension) == zips.end() ? std::string()
                                                                        : check_zip(file, place);
}

}  // namespace koppelkans::io
