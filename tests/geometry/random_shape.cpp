#include "tests/geometry/random_shape.h"

#include <algorithm>

namespace koppelkans::geometry::test {
namespace {

constexpr int kinds = 7;
constexpr int deepest = 4;

int draw(std::mt19937& random, int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
}

Shape random_single(std::mt19937& random, Shape::Kind kind) {
    Shape shape{kind, {}, {}};
    if (draw(random, 0, 4) == 0) {
        return shape;
    }
    const int x = draw(random, -1000, 1000);
    const int y = draw(random, -1000, 1000);
    shape.coordinates = {{x, y}};
    if (kind == Shape::Kind::line) {
        const int more = draw(random, 1, 5);
        for (int i = 0; i < more; ++i) {
            shape.coordinates.emplace_back(x + draw(random, -50, 50), y + i + 1);
        }
    }
    if (kind == Shape::Kind::area) {
        const int width = draw(random, 1, 50);
        shape.coordinates = {{x, y}, {x + width, y}, {x + width, y + width}, {x, y}};
    }
    return shape;
}

std::string coordinate_list(const Shape& shape) {
    std::string text = "(";
    for (const auto& [x, y] : shape.coordinates) {
        text += (text.size() == 1 ? "" : ", ") + std::to_string(x) + " " + std::to_string(y);
    }
    return text + ")";
}

std::string body(const Shape& shape) {
    if (shape.is_single()) {
        if (shape.coordinates.empty()) {
            return "EMPTY";
        }
        const std::string list = coordinate_list(shape);
        return shape.kind == Shape::Kind::area ? "(" + list + ")" : list;
    }
    std::string text;
    for (const Shape& part : shape.parts) {
        text += text.empty() ? "(" : ", ";
        text += shape.kind == Shape::Kind::collection ? part.wkt() : body(part);
    }
    return text.empty() ? "EMPTY" : text + ")";
}

}  // namespace

std::string Shape::wkt() const {
    constexpr const char* names[kinds] = {
        "POINT",           "LINESTRING",   "POLYGON",           "MULTIPOINT",
        "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"};
    return std::string(names[static_cast<int>(kind)]) + " " + body(*this);
}

std::vector<Shape> Shape::held_singles() const {
    if (is_single()) {
        return coordinates.empty() ? std::vector<Shape>{} : std::vector<Shape>{*this};
    }
    std::vector<Shape> singles;
    for (const Shape& part : parts) {
        const std::vector<Shape> inside = part.held_singles();
        singles.insert(singles.end(), inside.begin(), inside.end());
    }
    return singles;
}

std::size_t Shape::points() const {
    std::size_t total = 0;
    for (const Shape& single : held_singles()) {
        total += single.coordinates.size();
    }
    return total;
}

Box Shape::bounds() const {
    Box box;
    for (const Shape& single : held_singles()) {
        for (const auto& [x, y] : single.coordinates) {
            const double east = x;
            const double north = y;
            box = united(box, {east, north, east, north});
        }
    }
    return box;
}

Dimension Shape::dimension() const {
    int highest = -1;
    for (const Shape& single : held_singles()) {
        highest = std::max(highest, static_cast<int>(single.kind));
    }
    return static_cast<Dimension>(highest);
}

Shape random_shape(std::mt19937& random, int depth) {
    const int last = depth < deepest ? kinds - 1 : kinds - 2;
    const auto kind = static_cast<Shape::Kind>(draw(random, 0, last));
    if (kind <= Shape::Kind::area) {
        return random_single(random, kind);
    }
    Shape shape{kind, {}, {}};
    const int parts = draw(random, 0, 4);
    for (int i = 0; i < parts; ++i) {
        shape.parts.push_back(
            kind == Shape::Kind::collection
                ? random_shape(random, depth + 1)
                : random_single(random, static_cast<Shape::Kind>(static_cast<int>(kind) - 3)));
    }
    return shape;
}

}  // namespace koppelkans::geometry::test
