#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::test {

/// Where the lower left corner of a map lies, in metres.
struct Corner {
    double x = 0;
    double y = 0;
};

/// A map drawn in text, north up; every character is one square cell of `cell_m` metres.
///
///   letter   ground. An area is named by the letters it consists of, so ground that two areas
///   share
///            gets a letter of its own: below, "ac" and "bc" overlap in "c".
///   digit    a point in the middle of its cell; a line is named by its digits in order.
///   others   nothing: `.` for empty ground, `-`, `|`, `/` to show how a line runs.
///
///     const AsciiMap map(R"(
///         aaaa....
///         aaccbb..
///         ..bbbb.1
///         2------3
///     )", 10.0);
///     map.area("ac");      // Wkb polygon: the eight cells of a and c as one
///     map.area_m2("c");    // 200: counted, so a result can be held against it
///     map.line("123");     // from (75, 15) over (5, 5) to (75, 5)
///     map.box();           // (0, 0) to (80, 40)
///
/// Blank lines above and below and the indent that all lines share do not count; lines may be of
/// different length. A letter or digit that is asked for but not drawn throws
/// std::invalid_argument, so does a digit of a line or single point that is drawn twice.
class AsciiMap {
  public:
    explicit AsciiMap(std::string_view drawing, double cell_m = 1.0, Corner lower_left = {});

    /// The union of the cells: a polygon, or a multipolygon where they do not share an edge.
    geometry::Wkb area(std::string_view letters) const;
    /// The area by counting cells.
    double area_m2(std::string_view letters) const;
    geometry::Wkb line(std::string_view digits) const;
    geometry::Wkb point(char digit) const;
    /// Every cell with one of the digits, from the top row down, left to right.
    geometry::Wkb points(std::string_view digits) const;
    /// The whole drawing, up to its longest line.
    geometry::Box box() const;

  private:
    struct Cell {
        std::size_t row = 0;  ///< from the top
        std::size_t column = 0;
    };
    std::vector<Cell> cells(std::string_view characters) const;
    std::string position(Cell cell) const;
    std::string vertex(char digit) const;
    std::string rectangle(Cell first, std::size_t width) const;

    std::vector<std::string> rows_;
    double cell_m_;
    Corner lower_left_;
};

}  // namespace koppelkans::test
