#include <algorithm>
#include <cmath>

#include "tests/fuzz/hostile_shape.h"

namespace koppelkans::fuzz {

namespace {

/// Rings have no head of their own in WKB.
bool holds_rings(std::uint32_t type) {
    return type == 3 || type == 17;
}

std::size_t size_of(Ordinates ordinates) {
    return ordinates == Ordinates::xy ? 2 : ordinates == Ordinates::xyzm ? 4 : 3;
}

template <typename T>
void append(std::string& bytes, T value, Endian endian) {
    std::string own(reinterpret_cast<const char*>(&value), sizeof value);
    if (endian == Endian::big) {
        std::reverse(own.begin(), own.end());
    }
    bytes += own;
}

void append_points(std::string& bytes, const Shape& shape, std::size_t size, Endian endian) {
    for (const std::array<double, 4>& point : shape.points) {
        for (std::size_t i = 0; i < size; ++i) {
            append(bytes, point[i], endian);
        }
    }
}

void append_shape(std::string& bytes, const Shape& shape, Endian endian) {
    const std::size_t size = size_of(shape.ordinates);
    bytes += static_cast<char>(endian);
    append(bytes, shape.type + 1000 * static_cast<std::uint32_t>(shape.ordinates), endian);
    if (shape.type == 1) {
        Shape empty;
        empty.points = {{std::nan(""), std::nan(""), std::nan(""), std::nan("")}};
        append_points(bytes, shape.points.empty() ? empty : shape, size, endian);
        return;
    }
    const std::size_t n = shape.points.empty() ? shape.parts.size() : shape.points.size();
    append(bytes, static_cast<std::uint32_t>(n), endian);
    append_points(bytes, shape, size, endian);
    for (const Shape& part : shape.parts) {
        if (holds_rings(shape.type)) {
            append(bytes, static_cast<std::uint32_t>(part.points.size()), endian);
            append_points(bytes, part, size, endian);
        } else {
            append_shape(bytes, part, endian);
        }
    }
}

/// In the words of JSON where it is no number, which WKT knows too.
std::string number(double value) {
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    std::array<char, 40> text{};
    return {text.data(),
            static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.17g", value))};
}

std::string joined(const Shape& shape, const char* between, const char* open, const char* close) {
    std::string text;
    const std::size_t size = size_of(shape.ordinates);
    for (const std::array<double, 4>& point : shape.points) {
        text += (text.empty() ? "" : ",") + std::string(open);
        for (std::size_t i = 0; i < size; ++i) {
            text += (i == 0 ? "" : between) + number(point[i]);
        }
        text += close;
    }
    return text;
}

std::string wkt_name(std::uint32_t type) {
    static const std::vector<std::string> names = {"GEOMETRY",
                                                   "POINT",
                                                   "LINESTRING",
                                                   "POLYGON",
                                                   "MULTIPOINT",
                                                   "MULTILINESTRING",
                                                   "MULTIPOLYGON",
                                                   "GEOMETRYCOLLECTION",
                                                   "CIRCULARSTRING",
                                                   "COMPOUNDCURVE",
                                                   "CURVEPOLYGON",
                                                   "MULTICURVE",
                                                   "MULTISURFACE",
                                                   "CURVE",
                                                   "SURFACE",
                                                   "POLYHEDRALSURFACE",
                                                   "TIN",
                                                   "TRIANGLE"};
    return names[std::min<std::size_t>(type, names.size() - 1)];
}

std::string wkt_body(const Shape& shape) {
    if (shape.points.empty() && shape.parts.empty()) {
        return "EMPTY";
    }
    std::string text = joined(shape, " ", "", "");
    for (const Shape& part : shape.parts) {
        const bool is_plain = holds_rings(shape.type) || (shape.type >= 4 && shape.type <= 6) ||
                              ((shape.type == 9 || shape.type == 10) && part.type == 2);
        text += (text.empty() ? "" : ", ") + (is_plain ? wkt_body(part) : wkt_of(part));
    }
    return "(" + text + ")";
}

/// The type of GeoJSON, 1 to 7, that is nearest.
std::uint32_t geojson_type(std::uint32_t type) {
    static const std::vector<std::uint32_t> nearest = {7, 1, 2, 3, 4, 5, 6, 7, 2,
                                                       5, 3, 5, 6, 2, 3, 6, 6, 3};
    return nearest[std::min<std::size_t>(type, nearest.size() - 1)];
}

std::string coordinates(const Shape& shape) {
    if (shape.parts.empty()) {
        const std::string points = joined(shape, ",", "[", "]");
        return geojson_type(shape.type) == 1 && !points.empty() ? points : "[" + points + "]";
    }
    std::string text;
    for (const Shape& part : shape.parts) {
        text += (text.empty() ? "" : ",") + coordinates(part);
    }
    return "[" + text + "]";
}

}  // namespace

std::string wkb_of(const Shape& shape, Endian endian) {
    std::string bytes;
    append_shape(bytes, shape, endian);
    return bytes;
}

std::string wkt_of(const Shape& shape) {
    static const std::vector<std::string> marks = {" ", " Z ", " M ", " ZM "};
    return wkt_name(shape.type) + marks[static_cast<std::size_t>(shape.ordinates)] +
           wkt_body(shape);
}

std::string geojson_of(const Shape& shape) {
    static const std::vector<std::string> names = {
        "",           "Point",           "LineString",   "Polygon",
        "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"};
    const std::uint32_t type = geojson_type(shape.type);
    std::string text = R"({"type":")" + names[type] + R"(",)";
    if (type != 7) {
        return text + R"("coordinates":)" + coordinates(shape) + "}";
    }
    std::string parts;
    for (const Shape& part : shape.parts) {
        parts += (parts.empty() ? "" : ",") + geojson_of(part);
    }
    return text + R"("geometries":[)" + parts + "]}";
}

}  // namespace koppelkans::fuzz
