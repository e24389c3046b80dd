#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/kml_coordinates.h"
#include "engine/io/source_claims.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

/// What a KML says of a Document or Folder. GDAL makes a layer of each that has rows.
struct KmlFolder {
    /// Of each Placemark and GroundOverlay that is in it, not in a Folder inside it.
    std::vector<ClaimedGeometry> rows;
    std::set<std::string> data;  ///< names of the Data of its Placemarks that hold a text
    /// Those in a Placemark that has SchemaData as well, beside which GDAL reads no Data; without
    /// those that its SchemaData has too.
    std::set<std::string> data_beside_schema;
};

/// What a KML says that GDAL loses.
struct KmlClaims {
    /// The first text that is no whole day or moment in each column of days that GDAL makes of a
    /// KML: `begin`, `end`, and `timestamp` for `when`. GDAL gives `2027-06` as its first day and
    /// `2027` as none, and no longer has the text.
    std::map<std::string, std::string> days;
    /// In the order in which these begin; what is outside of all of them comes first.
    std::vector<KmlFolder> folders;
    std::size_t files = 0;  ///< that hold rows, where there are several
    /// Where its NetworkLinks point to.
    std::vector<std::string> links;
    std::size_t photos = 0;  ///< PhotoOverlays
    /// A sentence on the first thing by which libkml would end the program; empty where there is
    /// none.
    std::string crash;
};

/// What libkml holds of a gx:Track.
struct KmlTrack {
    std::size_t places = 0;
    std::size_t times = 0;
};

/// Of a Polygon, which has one outer boundary of one ring, and any number of inner ones.
struct KmlRings {
    std::size_t outer = 0;
    std::size_t inner = 0;
    std::size_t of_boundary = 0;  ///< of that which is open
    bool is_crowded = false;      ///< a boundary has more than one

    void add(bool is_outer);
    /// GDAL takes the last ring of a boundary, the last outer boundary, and where there is none the
    /// first inner one in its place.
    bool are_lost() const { return is_crowded || outer > 1 || (outer == 0 && inner > 0); }
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
    /// Behind the first fault of the XML.
    bool is_at_end() const { return tags_.is_at_end(); }
    const KmlClaims& claims() const { return claims_; }

  private:
    void take_tag(const XmlTag& tag);
    void take_text(std::string_view text);
    void begin(const XmlTag& tag);
    void end(std::string_view name);
    void begin_data(const XmlTag& tag);
    void end_row();
    void note_crash(std::string_view name);
    void end_track();
    void end_text();
    void end_day();
    void end_link();
    void end_value();
    void end_coordinates();
    /// The element `steps` outside of the one that is open; 0 for that itself.
    std::string_view around(std::size_t steps) const;

    XmlTags tags_;
    std::vector<std::string> path_;  ///< of the elements that are open, the innermost last
    bool is_text_open_ = false;      ///< no tag came since the innermost began
    std::string text_;               ///< of it, as far as it is needed
    bool is_of_coordinates_ = false;
    KmlCoordinates coordinates_;
    std::size_t updates_ = 0;       ///< that are open
    std::vector<KmlTrack> tracks_;  ///< that are open, the innermost last
    KmlRings rings_;                ///< of the Polygon that began last
    std::string data_name_;         ///< of the Data that began last
    std::set<std::string> data_;    ///< of the row that is open
    std::set<std::string> simple_data_;
    bool has_schema_data_ = false;
    std::vector<std::size_t> containers_{0};  ///< that are open, the innermost last
    ClaimedGeometry* place_ = nullptr;        ///< of the row that began last
    KmlClaims claims_{{}, {{}}, 0, {}, 0, {}};
};

}  // namespace koppelkans::io
