#pragma once

#include <set>
#include <string>
#include <string_view>

namespace koppelkans::io {

// GDAL gives a number in a column of texts with 17 digits: 1.1 as 1.1000000000000001.

/// The shortest text of that number, `1.1`; empty for anything that is not written so.
std::string shorter_number(const std::string& text);

/// Gathers the texts of a GeoJSON, what stands in quotes, that look like numbers of 16 digits or
/// more: these are not to be made shorter.
///
///     QuotedNumbers quoted;
///     quoted.follow(text);  // as often as there is more
///     quoted.all().count("1.1000000000000001");
class QuotedNumbers {
  public:
    void follow(std::string_view text);
    const std::set<std::string>& all() const { return all_; }

  private:
    void take_in_string(char letter);

    std::set<std::string> all_;
    std::string text_;  ///< of the string so far, empty where it is no number
    bool is_in_string_ = false;
    bool is_escaped_ = false;
    bool is_number_ = false;
};

/// Those of a file that GDAL can open. Cost: reads it.
std::set<std::string> quoted_numbers_in(const std::string& name);

}  // namespace koppelkans::io
