#include <cmath>
#include <iterator>
#include <string>

#include "engine/geometry/wkb.h"
#include "engine/geometry/wkb_cursor.h"

namespace koppelkans::geometry {
namespace {

const char* name_of(WkbType type) {
    constexpr const char* names[] = {
        "POINT",           "LINESTRING",   "POLYGON",           "MULTIPOINT",
        "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"};
    return names[static_cast<std::size_t>(type) - 1];
}

/// Writes WKT while it reads WKB. Numbers are the shortest that read back as the same double, so no
/// coordinate, however large, outgrows a buffer.
class TextWriter {
  public:
    explicit TextWriter(const std::string& bytes) : bytes_(bytes), cursor_(bytes) {}

    std::string run() {
        geometry(1, Name::written);
        return std::move(text_);
    }

  private:
    enum class Name { written, left_out };

    void geometry(int depth, Name name) {
        if (depth > max_wkb_depth) {
            throw GeometryError("the WKB nests too deep");
        }
        const WkbType type = cursor_.header();
        if (name == Name::written) {
            text_ += name_of(type);
            text_ += ' ';
        }
        switch (type) {
            case WkbType::point:
                point_body();
                break;
            case WkbType::line_string:
                run_of_points();
                break;
            case WkbType::polygon:
                list(cursor_.count(sizeof(std::uint32_t)), [this] { run_of_points(); });
                break;
            default: {
                const Name inner = type == WkbType::collection ? Name::written : Name::left_out;
                list(cursor_.count(wkb_header_bytes),
                     [this, depth, inner] { geometry(depth + 1, inner); });
            }
        }
    }

    template <class Item>
    void list(std::uint32_t count, Item item) {
        if (count == 0) {
            text_ += "EMPTY";
            return;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            text_ += i == 0 ? "(" : ", ";
            item();
        }
        text_ += ')';
    }

    void run_of_points() {
        list(cursor_.count(wkb_point_bytes), [this] { coordinates(cursor_.points(1)); });
    }

    void point_body() {
        const std::size_t offset = cursor_.points(1);
        if (std::isnan(number(offset)) && std::isnan(number(offset + sizeof(double)))) {
            text_ += "EMPTY";
            return;
        }
        text_ += '(';
        coordinates(offset);
        text_ += ')';
    }

    void coordinates(std::size_t offset) {
        // Adding zero turns -0 into 0.
        fmt::format_to(std::back_inserter(text_), "{} {}", number(offset) + 0.0,
                       number(offset + sizeof(double)) + 0.0);
    }

    double number(std::size_t offset) const {
        double value = 0;
        std::memcpy(&value, bytes_.data() + offset, sizeof value);
        return value;
    }

    const std::string& bytes_;
    WkbCursor cursor_;
    std::string text_;
};

}  // namespace

std::string to_wkt(const Wkb& geometry) {
    return geometry.empty() ? "GEOMETRYCOLLECTION EMPTY" : TextWriter(geometry.bytes).run();
}

}  // namespace koppelkans::geometry
