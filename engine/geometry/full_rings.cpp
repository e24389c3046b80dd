#include "engine/geometry/full_rings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/geometry/wkb_cursor.h"

namespace koppelkans::geometry {

namespace {

enum class Closing { needed, not_needed };

class Filler {
  public:
    explicit Filler(const std::string& bytes) : bytes_(bytes), cursor_(bytes) {}

    std::string filled() {
        geometry(1);
        return std::move(result_);
    }

  private:
    void geometry(int depth) {
        const WkbType type = cursor_.header();
        result_.push_back(1);
        append(static_cast<std::uint32_t>(type));
        if (type == WkbType::point) {
            result_.append(bytes_, cursor_.points(1), wkb_point_bytes);
        } else if (type == WkbType::line_string) {
            run(2, Closing::not_needed);
        } else if (type == WkbType::polygon) {
            const std::uint32_t rings = cursor_.count(sizeof(std::uint32_t));
            append(rings);
            for (std::uint32_t i = 0; i < rings; ++i) {
                run(4, Closing::needed);
            }
        } else {
            parts(depth);
        }
    }

    void parts(int depth) {
        if (depth == max_wkb_depth) {
            throw GeometryError(fmt::format("the WKB nests more than {} deep", max_wkb_depth));
        }
        const std::uint32_t count = cursor_.count(wkb_header_bytes);
        append(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            geometry(depth + 1);
        }
    }

    void run(std::uint32_t least, Closing closing) {
        const std::uint32_t n = cursor_.count(wkb_point_bytes);
        const std::size_t begin = cursor_.points(n);
        const std::size_t end = begin + n * wkb_point_bytes;
        const bool open = closing == Closing::needed && n > 0 &&
                          bytes_.compare(begin, wkb_point_bytes, bytes_, end - wkb_point_bytes,
                                         wkb_point_bytes) != 0;
        const std::uint32_t closed = n + (open ? 1 : 0);
        const std::uint32_t wanted = n == 0 ? 0 : std::max(least, closed);
        append(wanted);
        result_.append(bytes_, begin, end - begin);
        // A ring ends where it begins; a line repeats its last point.
        const std::size_t repeated = closing == Closing::needed ? begin : end - wkb_point_bytes;
        for (std::uint32_t i = n; i < wanted; ++i) {
            result_.append(bytes_, repeated, wkb_point_bytes);
        }
    }

    void append(std::uint32_t number) {
        result_.append(reinterpret_cast<const char*>(&number), sizeof number);
    }

    const std::string& bytes_;
    WkbCursor cursor_;
    std::string result_;
};

}  // namespace

Wkb with_full_rings(const Wkb& geometry) {
    return geometry.empty() ? geometry : Wkb{Filler(geometry.bytes).filled()};
}

}  // namespace koppelkans::geometry
