#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace koppelkans::io {

/// A number, little endian, of `size` bytes at `at`; nothing where the bytes end too early.
std::optional<std::uint64_t> number_at(std::string_view bytes, std::uint64_t at, std::size_t size);

/// As many bytes as the number of four bytes at `at` says; nothing where there are fewer.
std::optional<std::string_view> counted_bytes(std::string_view bytes, std::uint64_t at);

/// A table of a flatbuffer (flatbuffers.dev): values by their place in it, from 0. The bytes may be
/// any and stay with who has them; what leads out of them is nothing.
///
///     const auto header = FlatTable::root(bytes);
///     header->number(8, 8, 0);  // the ninth value, of eight bytes
class FlatTable {
  public:
    /// The one that a flatbuffer begins with; nothing where it is none.
    static std::optional<FlatTable> root(std::string_view bytes);

    /// `missing` where the writer left the value out.
    std::optional<std::uint64_t> number(std::size_t field, std::size_t size,
                                        std::uint64_t missing) const;
    /// Of a text, or of a list of bytes; none where it was left out.
    std::string_view bytes_of(std::size_t field) const;
    /// The tables of a list, up to the first that is none.
    std::vector<FlatTable> tables_of(std::size_t field) const;

  private:
    FlatTable(std::string_view bytes, std::uint64_t at, std::uint64_t places, std::uint64_t length)
        : bytes_(bytes), at_(at), places_(places), length_(length) {}
    static std::optional<FlatTable> at(std::string_view bytes, std::uint64_t at);
    /// How far behind the begin of the table the value stands; 0 where it was left out.
    std::optional<std::uint64_t> distance_of(std::size_t field) const;
    /// Where a text or list stands, which is told from its own place on.
    std::optional<std::uint64_t> place_of(std::size_t field) const;

    std::string_view bytes_;
    std::uint64_t at_;
    std::uint64_t places_;  ///< where the distances to its values stand
    std::uint64_t length_;  ///< of these, and of two numbers before them
};

}  // namespace koppelkans::io
