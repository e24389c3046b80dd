#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::io {

/// The first text that is no whole day or moment in each column of days that GDAL makes of a KML:
/// `begin`, `end`, and `timestamp` for `when`.
using InexactDays = std::map<std::string, std::string>;

/// What a KML says that GDAL loses.
struct KmlClaims {
    /// GDAL gives `2027-06` as its first day and `2027` as none, and no longer has the text.
    InexactDays days;
    /// Of each Placemark, in the order of the file, whether it has coordinates; GDAL gives those
    /// that it cannot read as no geometry.
    std::vector<bool> places;
};

/// Follows a KML, of which it knows the tags alone.
///
///     KmlTags tags;
///     tags.follow(text);  // as often as there is more
///     tags.claims().days;  // {{"begin", "2027"}}
class KmlTags {
  public:
    void follow(std::string_view text);
    const KmlClaims& claims() const { return claims_; }

  private:
    void take(char letter);
    void end_tag();
    void end_text();

    std::string tag_;   ///< as far as it is needed
    std::string text_;  ///< behind the tag
    bool is_in_tag_ = false;
    KmlClaims claims_;
};

/// Of the KML of that name, or in the KMZ. Cost: reads the file.
KmlClaims claims_of_kml(const std::string& name);

}  // namespace koppelkans::io
