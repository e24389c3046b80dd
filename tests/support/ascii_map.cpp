#include "tests/support/ascii_map.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {
namespace {

constexpr const char* blanks = " \t";

std::vector<std::string> lines_of(std::string_view drawing) {
    std::vector<std::string> lines;
    while (!drawing.empty()) {
        const std::size_t end = std::min(drawing.find('\n'), drawing.size());
        const std::string_view line = drawing.substr(0, end);
        lines.emplace_back(line.substr(0, line.find_last_not_of(blanks) + 1));
        drawing.remove_prefix(std::min(end + 1, drawing.size()));
    }
    return lines;
}

/// Less the blank lines around the drawing and the indent that all lines share.
std::vector<std::string> tidied(std::vector<std::string> lines) {
    const auto drawn = [](const std::string& line) { return !line.empty(); };
    lines.erase(lines.begin(), std::find_if(lines.begin(), lines.end(), drawn));
    lines.erase(std::find_if(lines.rbegin(), lines.rend(), drawn).base(), lines.end());
    std::size_t indent = std::string::npos;
    for (const std::string& line : lines) {
        indent = std::min(indent, line.find_first_not_of(blanks));
    }
    for (std::string& line : lines) {
        line.erase(0, indent);
    }
    return lines;
}

geometry::Wkb wkb_of(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

}  // namespace

AsciiMap::AsciiMap(std::string_view drawing, double cell_m, Corner lower_left)
    : rows_(tidied(lines_of(drawing))), cell_m_(cell_m), lower_left_(lower_left) {}

std::vector<AsciiMap::Cell> AsciiMap::cells(std::string_view characters) const {
    std::vector<Cell> found;
    std::string missing(characters);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        for (std::size_t column = 0; column < rows_[row].size(); ++column) {
            const char drawn = rows_[row][column];
            if (characters.find(drawn) != std::string_view::npos) {
                found.push_back({row, column});
                missing.erase(std::remove(missing.begin(), missing.end(), drawn), missing.end());
            }
        }
    }
    if (!missing.empty() || characters.empty()) {
        throw std::invalid_argument(fmt::format("the map has no '{}'", missing));
    }
    return found;
}

std::string AsciiMap::position(Cell cell) const {
    const double rows_below = static_cast<double>(rows_.size() - cell.row) - 0.5;
    return fmt::format("{} {}", lower_left_.x + (static_cast<double>(cell.column) + 0.5) * cell_m_,
                       lower_left_.y + rows_below * cell_m_);
}

std::string AsciiMap::rectangle(Cell first, std::size_t width) const {
    const double west = lower_left_.x + static_cast<double>(first.column) * cell_m_;
    const double east = lower_left_.x + static_cast<double>(first.column + width) * cell_m_;
    const double north = lower_left_.y + static_cast<double>(rows_.size() - first.row) * cell_m_;
    const double south =
        lower_left_.y + static_cast<double>(rows_.size() - first.row - 1) * cell_m_;
    return fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", west, south, east,
                       north);
}

geometry::Wkb AsciiMap::area(std::string_view letters) const {
    const std::vector<Cell> ground = cells(letters);
    std::vector<geometry::Geometry> runs;
    for (std::size_t i = 0; i < ground.size();) {
        std::size_t width = 1;
        while (i + width < ground.size() && ground[i + width].row == ground[i].row &&
               ground[i + width].column == ground[i].column + width) {
            ++width;
        }
        runs.push_back(geometry::from_wkt(rectangle(ground[i], width)));
        i += width;
    }
    return geometry::to_wkb(geometry::united(std::move(runs)));
}

double AsciiMap::area_m2(std::string_view letters) const {
    return static_cast<double>(cells(letters).size()) * cell_m_ * cell_m_;
}

std::string AsciiMap::vertex(char digit) const {
    const std::vector<Cell> found = cells({&digit, 1});
    if (found.size() > 1) {
        throw std::invalid_argument(fmt::format("the map has '{}' more than once", digit));
    }
    return position(found.front());
}

geometry::Wkb AsciiMap::line(std::string_view digits) const {
    std::string vertices;
    for (const char digit : digits) {
        vertices += (vertices.empty() ? "" : ", ") + vertex(digit);
    }
    return wkb_of("LINESTRING (" + vertices + ")");
}

geometry::Wkb AsciiMap::point(char digit) const {
    return wkb_of("POINT (" + vertex(digit) + ")");
}

geometry::Wkb AsciiMap::points(std::string_view digits) const {
    std::string positions;
    for (const Cell cell : cells(digits)) {
        positions += (positions.empty() ? "(" : ", (") + position(cell) + ")";
    }
    return wkb_of("MULTIPOINT (" + positions + ")");
}

geometry::Box AsciiMap::box() const {
    std::size_t longest = 0;
    for (const std::string& row : rows_) {
        longest = std::max(longest, row.size());
    }
    return {lower_left_.x, lower_left_.y, lower_left_.x + static_cast<double>(longest) * cell_m_,
            lower_left_.y + static_cast<double>(rows_.size()) * cell_m_};
}

}  // namespace koppelkans::test
