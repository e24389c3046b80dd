#pragma once

#include <map>
#include <string>
#include <string_view>

namespace koppelkans::io {

/// The first text that is no whole day or moment in each column of days that GDAL makes of a KML:
/// `begin`, `end`, and `timestamp` for `when`.
using InexactDays = std::map<std::string, std::string>;

/// Follows a KML and keeps its days that are not whole. GDAL gives `2027-06` as its first day and
/// `2027` as none, and no longer has the text.
///
///     KmlDays days;
///     days.follow(text);  // as often as there is more
///     days.inexact();     // {{"begin", "2027"}}
class KmlDays {
  public:
    void follow(std::string_view text);
    const InexactDays& inexact() const { return inexact_; }

  private:
    void take(char letter);
    void end_text();

    std::string tag_;   ///< as far as it is needed
    std::string text_;  ///< behind the tag
    bool is_in_tag_ = false;
    InexactDays inexact_;
};

/// Of the KML of that name, or in the KMZ. Cost: reads the file.
InexactDays inexact_days_in(const std::string& name);

}  // namespace koppelkans::io
