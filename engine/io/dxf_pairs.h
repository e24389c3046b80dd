#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace koppelkans::io {

/// A code of DXF and what stands behind it.
struct DxfPair {
    int code = 0;
    std::string value;         ///< with its blanks; GDAL compares no more than 256 bytes of a name
    bool is_too_long = false;  ///< a line of it, so that GDAL takes it for more than one
    std::int64_t line = 0;     ///< on which the value stands, from 1
};

/// Cuts a DXF into pairs where GDAL's reader does, and spells their codes as it does:
/// - a line ends by a line feed, a carriage return or both of them in either order;
/// - a code is the number at the begin of its line, as atoi reads it;
/// - where that line is blank, the code is the number that comes next.
/// What stands behind the last whole pair is not told of.
///
///     DxfPairs pairs;
///     pairs.follow(text, [](const DxfPair& pair) { ... });  // as often as there is more
///
/// Memory: two lines, of each the first 4,096 bytes.
class DxfPairs {
  public:
    using Take = std::function<void(const DxfPair&)>;
    /// `take` gets each pair that ends in `text`, in order.
    void follow(std::string_view text, const Take& take);

  private:
    void take_line(const Take& take);
    void give(const Take& take, const std::string& code, std::string value);

    std::string line_;          ///< that is not at its end yet
    std::size_t size_ = 0;      ///< of that line, in bytes
    std::int64_t lines_ = 0;    ///< that are at their end
    char line_end_ = 0;         ///< by which the last line ended, where nothing stood behind it yet
    std::string code_;          ///< the line of the code, where the next line is its value
    bool is_code_ = true;       ///< the line that comes
    bool is_blank_ = false;     ///< blank pairs came, which have the next number for a code
    bool is_too_long_ = false;  ///< a line of the pair
};

/// As atoi reads it, by which GDAL does: blanks and a sign before it, and cut to the size of an
/// int.
int dxf_number(const std::string& text);
/// Names and kinds are compared in any case.
std::string dxf_capitals(std::string text);

}  // namespace koppelkans::io
