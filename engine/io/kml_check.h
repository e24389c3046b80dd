#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/xml_tags.h"

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
    KmlTags();
    KmlTags(const KmlTags&) = delete;
    KmlTags& operator=(const KmlTags&) = delete;
    void follow(std::string_view text) { tags_.follow(text); }
    const KmlClaims& claims() const { return claims_; }

  private:
    void take_tag(const XmlTag& tag);
    void take_text(std::string_view text);
    void end_text();

    XmlTags tags_;
    std::string open_;  ///< the element that was opened last; empty behind its end
    std::string text_;  ///< of it, as far as it is needed
    KmlClaims claims_;
};

/// Of the KML of that name, or in the KMZ. Cost: reads the file.
KmlClaims claims_of_kml(const std::string& name);

}  // namespace koppelkans::io
