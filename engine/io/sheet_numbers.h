#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace koppelkans::io {

/// Follows the columns of a sheet of Excel as GDAL gives them a type, row by row, for whole numbers
/// that come out as another text. Whole numbers become reals with the first decimal in the column,
/// exact to 2^53; with the first text behind that all of them become texts of 15 digits
/// (`1.23456789012346e+15`). Numbers behind a text stay as they were written. Alone they go to
/// 9223372036854775807, and what is larger becomes that.
class SheetNumbers {
  public:
    /// A number as it stands in the sheet, without a format of days. Gives why its column may not
    /// be read, as a sentence behind `since`; empty where all is well so far.
    std::string take_number(std::size_t column, const std::string& cell, std::string_view number);
    /// A text or a day, which GDAL gives as a text where there are numbers as well.
    std::string take_text(std::size_t column);

  private:
    enum class Kind { whole, real, text };
    struct Column {
        Kind kind = Kind::whole;
        std::string inexact;  ///< of the first number that is lost as a real; else empty
        std::string large;    ///< of the first that is lost where reals become texts; else empty
    };

    std::map<std::size_t, Column> columns_;
};

}  // namespace koppelkans::io
