#include "engine/io/fgb_check.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <ogr_core.h>

#include "engine/domain/text.h"
#include "engine/io/flat_table.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/source_text.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

// flatgeobuf.org: eight bytes that say what it is, the header, an index of the ground, and the
// features; header and features are flatbuffers behind their size in four bytes.
constexpr std::uint64_t magic_bytes = 8;
constexpr std::uint64_t size_bytes = 4;
constexpr std::uint64_t largest_header = 10 << 20;    ///< GDAL takes no larger one
constexpr std::uint64_t largest_feature = 256 << 20;  ///< whose texts are looked at
constexpr std::uint64_t index_node_bytes = 40;
constexpr std::size_t columns_field = 7;  ///< places in the table of the header
constexpr std::size_t count_field = 8;
constexpr std::size_t index_field = 9;
constexpr std::uint64_t usual_index_node_size = 16;
constexpr std::size_t values_field = 1;  ///< in the table of a feature
// Types of columns, and the bytes that a value of each takes; 0: it says so itself.
constexpr std::uint64_t text_type = 11;
constexpr std::uint64_t moment_type = 13;
constexpr std::array<std::uint64_t, 15> sizes = {1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 0, 0, 0, 0};

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
        return number_at(part(at, size_bytes), 0, size_bytes);
    }
    /// So many bytes, or those up to the end of the file; until the next call.
    std::string_view part(std::uint64_t at, std::uint64_t count) {
        constexpr std::uint64_t bytes_a_read = 1 << 15;
        if (at < begin_ || at + count > begin_ + part_.size()) {
            begin_ = at;
            part_ = read(at, std::max(count, bytes_a_read));
        }
        return std::string_view(part_).substr(0, at - begin_ + count).substr(at - begin_);
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

/// Where the parts of a file stand, by its header.
struct Layout {
    std::string header;
    std::uint64_t counted = 0;   ///< features; 0 where the writer did not know
    std::uint64_t features = 0;  ///< where they begin
};

/// Nothing where it is no FlatGeobuf that can be read.
std::optional<Layout> layout_of(Bytes& file) {
    const auto header_size = file.size_at(magic_bytes);
    if (!header_size || *header_size > largest_header) {
        return std::nullopt;
    }
    Layout layout;
    layout.header = file.read(magic_bytes + size_bytes, *header_size);
    const auto header = FlatTable::root(layout.header);
    layout.counted = header ? header->number(count_field, 8, 0).value_or(0) : 0;
    const auto node_size = header ? header->number(index_field, 2, usual_index_node_size)
                                  : std::optional<std::uint64_t>(0);
    // Where nobody knew how many there are, there is no index.
    const auto index = layout.counted == 0
                           ? std::optional<std::uint64_t>(0)
                           : index_size(layout.counted, node_size.value_or(0), file.size());
    layout.features = magic_bytes + size_bytes + *header_size + index.value_or(0);
    return index ? std::optional(layout) : std::nullopt;
}

struct Column {
    std::string name;
    std::uint64_t type = 0;
};

std::vector<Column> columns_in(const std::string& header) {
    std::vector<Column> columns;
    const auto table = FlatTable::root(header);
    for (const FlatTable& column :
         table ? table->tables_of(columns_field) : std::vector<FlatTable>()) {
        columns.push_back({domain::folded(column.bytes_of(0)), column.number(1, 1, 0).value_or(0)});
    }
    return columns;
}

/// GDAL reads slashes for dashes and a blank for the T as well.
bool is_moment(std::string_view text) {
    std::string usual(text);
    std::replace(usual.begin(), usual.end(), '/', '-');
    std::replace(usual.begin(), usual.end(), ' ', 'T');
    OGRField field;
    return is_whole_day(usual) && OGRParseDate(std::string(text).c_str(), &field, 0) != 0;
}

/// Why GDAL would give another text; empty where it would not.
std::string lost_of(std::uint64_t type, std::string_view text) {
    if ((type == text_type || type == moment_type) && text.find('\0') != text.npos) {
        return holds_zero_byte;
    }
    if (type == moment_type && !text.empty() && !is_moment(text)) {
        constexpr std::size_t shown_letters = 60;
        return fmt::format(
            "it holds \"{}\", which would become another day or none; write whole days, as "
            "2027-04-15, or make it a column of texts",
            TextDecoder().decoded(std::string(text.substr(0, shown_letters)).c_str()));
    }
    return {};
}

/// Goes through the values of one feature: the number of a column, and its value, as often as there
/// are any.
void look_through(std::string_view values, const std::vector<Column>& columns, LostTexts& lost) {
    for (std::uint64_t at = 0; at + 2 <= values.size();) {
        const std::uint64_t number = *number_at(values, at, 2);
        at += 2;
        if (number >= columns.size() || columns[number].type >= sizes.size()) {
            return;
        }
        const Column& column = columns[number];
        if (sizes[column.type] > 0) {
            at += sizes[column.type];
            continue;
        }
        const auto text = counted_bytes(values, at);
        if (!text) {
            return;
        }
        at += 4 + text->size();
        if (std::string reason = lost_of(column.type, *text); !reason.empty()) {
            lost.emplace(column.name, std::move(reason));
        }
    }
}

}  // namespace

void check_fgb(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, GDAL tells itself
    Bytes file(name);
    const auto layout = layout_of(file);
    if (!layout || layout->counted == 0) {
        return;
    }
    const std::uint64_t counted = layout->counted;
    const Features found = features_from(file, layout->features);
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

LostTexts lost_texts_in_fgb(const std::string& name) {
    const GdalErrors errors;
    LostTexts lost;
    Bytes file(name);
    const auto layout = layout_of(file);
    if (!layout) {
        return lost;
    }
    const std::vector<Column> columns = columns_in(layout->header);
    for (std::uint64_t at = layout->features; at < file.size();) {
        const auto size = file.size_at(at);
        if (!size || *size > file.size() - at - size_bytes) {
            break;
        }
        const auto feature = *size > largest_feature
                                 ? std::nullopt
                                 : FlatTable::root(file.part(at + size_bytes, *size));
        look_through(feature ? feature->bytes_of(values_field) : std::string_view(), columns, lost);
        at += size_bytes + *size;
    }
    return lost;
}

}  // namespace koppelkans::io
