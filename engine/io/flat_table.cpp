#include "engine/io/flat_table.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t offset_bytes = 4;
constexpr std::size_t distance_bytes = 2;

}  // namespace

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

std::optional<std::string_view> counted_bytes(std::string_view bytes, std::uint64_t at) {
    const auto count = number_at(bytes, at, offset_bytes);
    return count && *count <= bytes.size() - at - offset_bytes
               ? std::optional(bytes.substr(at + offset_bytes, *count))
               : std::nullopt;
}

std::optional<FlatTable> FlatTable::at(std::string_view bytes, std::uint64_t at) {
    const auto back = number_at(bytes, at, offset_bytes);
    if (!back) {
        return std::nullopt;
    }
    // A signed distance; what it leads out of the bytes by is no place in them either.
    const std::uint64_t places =
        at -
        static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(*back)));
    const auto length = number_at(bytes, places, distance_bytes);
    return length ? std::optional(FlatTable(bytes, at, places, *length)) : std::nullopt;
}

std::optional<FlatTable> FlatTable::root(std::string_view bytes) {
    const auto place = number_at(bytes, 0, offset_bytes);
    return place ? at(bytes, *place) : std::nullopt;
}

std::optional<std::uint64_t> FlatTable::distance_of(std::size_t field) const {
    const std::uint64_t place = 2 * distance_bytes + distance_bytes * field;
    return place + distance_bytes > length_ ? std::optional<std::uint64_t>(0)
                                            : number_at(bytes_, places_ + place, distance_bytes);
}

std::optional<std::uint64_t> FlatTable::number(std::size_t field, std::size_t size,
                                               std::uint64_t missing) const {
    const auto distance = distance_of(field);
    if (!distance) {
        return std::nullopt;
    }
    return *distance == 0 ? std::optional(missing) : number_at(bytes_, at_ + *distance, size);
}

std::optional<std::uint64_t> FlatTable::place_of(std::size_t field) const {
    const std::uint64_t distance = distance_of(field).value_or(0);
    const auto further =
        distance > 0 ? number_at(bytes_, at_ + distance, offset_bytes) : std::nullopt;
    return further ? std::optional(at_ + distance + *further) : std::nullopt;
}

std::string_view FlatTable::bytes_of(std::size_t field) const {
    const auto place = place_of(field);
    return place ? counted_bytes(bytes_, *place).value_or(std::string_view()) : std::string_view();
}

std::vector<FlatTable> FlatTable::tables_of(std::size_t field) const {
    std::vector<FlatTable> tables;
    const auto list = place_of(field);
    const auto count = list ? number_at(bytes_, *list, offset_bytes) : std::nullopt;
    for (std::uint64_t i = 0; count && i < *count; ++i) {
        const std::uint64_t place = *list + offset_bytes * (i + 1);
        const auto further = number_at(bytes_, place, offset_bytes);
        const auto table = further ? at(bytes_, place + *further) : std::nullopt;
        if (!table) {
            break;
        }
        tables.push_back(*table);
    }
    return tables;
}

}  // namespace koppelkans::io
