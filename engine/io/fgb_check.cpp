#include "engine/io/fgb_check.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

// flatgeobuf.org: eight bytes that say what it is, the header, an index of the ground, and the
// features; header and features are flatbuffers behind their size in four bytes.
constexpr std::uint64_t magic_bytes = 8;
constexpr std::uint64_t size_bytes = 4;
constexpr std::uint64_t largest_header = 10 << 20;  ///< GDAL takes no larger one
constexpr std::uint64_t index_node_bytes = 40;
constexpr std::size_t count_field = 8;  ///< places in the table of the header
constexpr std::size_t index_field = 9;
constexpr std::uint64_t usual_index_node_size = 16;

/// Little endian, from bytes that may end too early; nothing then.
std::optional<std::uint64_t> number_at(std::string_view bytes, std::uint64_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return number;
}

/// The value in a place of the root table of a flatbuffer; `missing` where it is left out, nothing
/// where the bytes are no flatbuffer.
std::optional<std::uint64_t> field_of(std::string_view buffer, std::size_t field, std::size_t size,
                                      std::uint64_t missing) {
    const auto table = number_at(buffer, 0, 4);
    const auto back = table ? number_at(buffer, *table, 4) : std::nullopt;
    if (!back) {
        return std::nullopt;
    }
    // A signed distance; what it leads out of the buffer by is no place in it either.
    const std::uint64_t places =
        *table -
        static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(*back)));
    const auto length = number_at(buffer, places, 2);
    if (!length) {
        return std::nullopt;
    }
    const std::uint64_t place = 4 + 2 * field;
    if (place + 2 > *length) {
        return missing;
    }
    const auto distance = number_at(buffer, places + place, 2);
    if (!distance || *distance == 0) {
        return distance ? std::optional(missing) : std::nullopt;
    }
    return number_at(buffer, *table + *distance, size);
}

/// A file of which a few bytes are looked at here and there, each time further on.
class Bytes {
  public:
    explicit Bytes(const std::string& name) : file_(open_vsi_file(name)) {
        if (file_ && VSIFSeekL(file_.get(), 0, SEEK_END) == 0) {
            size_ = VSIFTellL(file_.get());
        }
    }
    std::uint64_t size() const { return size_; }

    std::string read(std::uint64_t at, std::uint64_t count) const {
        std::string bytes(at < size_ ? std::min(count, size_ - at) : 0, '\0');
        if (bytes.empty() || VSIFSeekL(file_.get(), at, SEEK_SET) != 0) {
            return {};
        }
        bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file_.get()));
        return bytes;
    }

    /// The four bytes there as a number.
    std::optional<std::uint64_t> size_at(std::uint64_t at) {
        constexpr std::uint64_t bytes_a_read = 1 << 15;
        if (at < begin_ || at + size_bytes > begin_ + part_.size()) {
            begin_ = at;
            part_ = read(at, bytes_a_read);
        }
        return number_at(part_, at - begin_, size_bytes);
    }

  private:
    VsiFile file_;
    std::uint64_t size_ = 0;
    std::uint64_t begin_ = 0;  ///< of the part that is in memory
    std::string part_;
};

/// How many bytes the index of so many features takes; nothing where it would not fit in a file.
std::optional<std::uint64_t> index_size(std::uint64_t features, std::uint64_t node_size,
                                        std::uint64_t file_size) {
    if (node_size < 2) {
        return 0;
    }
    if (features > file_size / index_node_bytes) {
        return std::nullopt;
    }
    std::uint64_t nodes = features;
    std::uint64_t level = features;
    do {
        level = (level + node_size - 1) / node_size;
        nodes += level;
    } while (level > 1);
    return nodes * index_node_bytes;
}

struct Features {
    std::uint64_t whole = 0;
    bool ends_with_file = false;  ///< nothing stands behind the last of them
};

Features features_from(Bytes& file, std::uint64_t at) {
    Features features;
    while (at < file.size()) {
        const auto size = file.size_at(at);
        if (!size || *size > file.size() - at - size_bytes) {
            return features;
        }
        at += size_bytes + *size;
        ++features.whole;
    }
    features.ends_with_file = at == file.size();
    return features;
}

}  // namespace

void check_fgb(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, GDAL tells itself
    Bytes file(name);
    const auto header_size = file.size_at(magic_bytes);
    if (!header_size || *header_size > largest_header) {
        return;
    }
    const std::string header = file.read(magic_bytes + size_bytes, *header_size);
    const std::uint64_t counted = field_of(header, count_field, 8, 0).value_or(0);
    const auto node_size = field_of(header, index_field, 2, usual_index_node_size);
    const auto index = index_size(counted, node_size.value_or(0), file.size());
    if (counted == 0 || !index) {
        return;
    }
    const Features found = features_from(file, magic_bytes + size_bytes + *header_size + *index);
    const char* const advice =
        "rows would be lost; ask for the file again, or for the same in another format";
    if (found.whole > counted || (found.whole == counted && !found.ends_with_file)) {
        throw domain::InputError(
            place, fmt::format("its header counts {} features and more stand behind these, so {}",
                               counted, advice));
    }
    if (found.whole < counted && found.ends_with_file) {
        throw domain::InputError(
            place, fmt::format("its header counts {} features and it holds {}, so {}", counted,
                               found.whole, advice));
    }
}

}  // namespace koppelkans::io
