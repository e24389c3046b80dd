#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/kml_coordinates.h"
#include "engine/io/source_claims.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

/// What a KML says that GDAL loses.
struct KmlClaims {
    /// The first text that is no whole day or moment in each column of days that GDAL makes of a
    /// KML: `begin`, `end`, and `timestamp` for `when`. GDAL gives `2027-06` as its first day and
    /// `2027` as none, and no longer has the text.
    std::map<std::string, std::string> days;
    /// Of each Placemark, by the Document or Folder that it is in, in the order in which these
    /// begin; outside of all of them first. GDAL makes a layer of each that has some.
    std::vector<std::vector<ClaimedGeometry>> places;
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
    void take_container(const XmlTag& tag);
    void end_text();
    void end_day();
    void end_coordinates();

    XmlTags tags_;
    std::string open_;  ///< the element that was opened last; empty behind its end
    std::string text_;  ///< of it, as far as it is needed
    bool is_of_coordinates_ = false;
    KmlCoordinates coordinates_;
    std::vector<std::size_t> containers_{0};  ///< that are open, the innermost last
    ClaimedGeometry* place_ = nullptr;        ///< of the Placemark that began last
    KmlClaims claims_{{}, {{}}};
};

/// Of the KML of that name, or in the KMZ. Cost: reads the file.
KmlClaims claims_of_kml(const std::string& name);

}  // namespace koppelkans::io
