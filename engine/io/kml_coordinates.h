#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koppelkans::io {

/// Follows the text of `<coordinates>` in a KML: positions of two or three numbers with commas
/// between them, and blanks between positions. libkml takes what is no number for 0, reads
/// `5.1 52.1` as no position and `5,1,52,1` as two. As it does this lets blanks beside a comma
/// through, and threes behind each other without a blank.
///
///     KmlCoordinates coordinates;
///     coordinates.follow("5.1,52.1 5.2,52.2");  // as often as there is more
///     coordinates.finish();                      // true: they are whole
class KmlCoordinates {
  public:
    /// Inside an element of Google, `<gx:coord>`, blanks stand for commas.
    explicit KmlCoordinates(bool has_commas = true) : has_commas_(has_commas) {}
    void follow(std::string_view text);
    /// To be called once, behind the last text.
    bool finish();
    bool is_empty() const { return is_empty_; }

  private:
    void end_number();
    void end_position();

    bool has_commas_;
    bool is_empty_ = true;
    bool is_broken_ = false;
    bool is_behind_comma_ = false;
    std::size_t numbers_ = 0;  ///< of the position that is open
    std::string number_;       ///< that is open
};

}  // namespace koppelkans::io
