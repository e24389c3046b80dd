#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

// Coordinates are copied to and from the bytes as they are.
static_assert(std::endian::native == std::endian::little, "WKB is kept in the machine's own order");

enum class WkbType : std::uint32_t {
    point = 1,
    line_string = 2,
    polygon = 3,
    multi_point = 4,
    multi_line_string = 5,
    multi_polygon = 6,
    collection = 7
};

constexpr int max_wkb_depth = 32;
constexpr std::size_t wkb_point_bytes = 2 * sizeof(double);
/// Byte order, type and count: the least that any geometry takes.
constexpr std::size_t wkb_header_bytes = 1 + 2 * sizeof(std::uint32_t);

/// Reads WKB from front to back and never past the end; a length that does not fit throws
/// GeometryError. Internal to this room.
class WkbCursor {
  public:
    explicit WkbCursor(std::string_view bytes) : bytes_(bytes) {}

    std::size_t offset() const { return offset_; }
    std::size_t remaining() const { return bytes_.size() - offset_; }
    bool at_end() const { return remaining() == 0; }

    WkbType header() {
        need(1);
        if (bytes_[offset_++] != 1) {
            throw GeometryError("the geometry is not little-endian WKB");
        }
        const std::uint32_t type = number();
        if (type < 1 || type > 7) {
            throw GeometryError(fmt::format("WKB type {} is not one of 1 to 7", type));
        }
        return static_cast<WkbType>(type);
    }

    /// A count of things that take at least `least_bytes` each, so a hostile count costs nothing.
    std::uint32_t count(std::size_t least_bytes) {
        const std::uint32_t n = number();
        if (n > remaining() / least_bytes) {
            throw GeometryError(
                fmt::format("the WKB counts {} parts where {} bytes are left", n, remaining()));
        }
        return n;
    }

    /// Steps over n points and returns where they begin.
    std::size_t points(std::size_t n) {
        if (n > remaining() / wkb_point_bytes) {
            throw GeometryError("the WKB ends inside a coordinate");
        }
        const std::size_t begin = offset_;
        offset_ += n * wkb_point_bytes;
        return begin;
    }

  private:
    void need(std::size_t n) const {
        if (remaining() < n) {
            throw GeometryError("the WKB is cut off");
        }
    }

    std::uint32_t number() {
        need(sizeof(std::uint32_t));
        std::uint32_t value = 0;
        std::memcpy(&value, bytes_.data() + offset_, sizeof value);
        offset_ += sizeof value;
        return value;
    }

    std::string_view bytes_;
    std::size_t offset_ = 0;
};

}  // namespace koppelkans::geometry
