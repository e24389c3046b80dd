#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/errors.h"
#include "engine/io/source_claims.h"

namespace koppelkans::io {

/// Follows one feature and tells whether it says where it lies: its member geometry holds a number,
/// a text or an object, be it one that nobody can read. `null`, `{}` and empty coordinates do not.
/// Counts the positions in its coordinates as well, those that are none included: of several parts
/// GDAL leaves out the ones that it cannot read. Depths are counted from the feature: 1 inside its
/// own brackets.
class GeometryMember {
  public:
    void start() { *this = GeometryMember(); }
    /// A letter outside texts that is not blank, before it changes the depth.
    void take(char letter, std::int64_t depth);
    /// A letter of a text, its quotes excepted.
    void take_in_text(char letter, std::int64_t depth);
    ClaimedGeometry claim() const { return {says_where_, false, positions_}; }

  private:
    void take_value(char letter, std::int64_t depth);
    void follow_positions(char letter, std::int64_t depth);

    std::string key_;
    bool is_geometry_ = false;  ///< the value that comes or is followed
    bool has_members_ = false;
    bool has_array_ = false;
    bool says_where_ = false;
    char before_ = '\0';                   ///< the letter before this one, blanks left out
    std::int64_t depth_of_positions_ = 0;  ///< of the coordinates that are open; 0: none are
    std::uint32_t positions_ = 0;
};

/// Counts the members of the arrays named features that stand in the outermost object of a JSON
/// text, a FeatureCollection, whatever they are: GDAL reads the objects among them and says nothing
/// of the rest. Knows brackets and strings alone, so a text of any depth takes no more memory. A
/// text that is no JSON gives any number.
///
///     FeatureCount features;
///     features.follow(text);  // as often as there is more
///     features.count();       // -1: there is no such array
class FeatureCount {
  public:
    void follow(std::string_view text);
    std::int64_t count() const { return is_collection_ ? count_ : -1; }
    /// Objects and arrays that stand in no other; GDAL reads the first and nothing behind it.
    std::int64_t roots() const { return roots_; }
    /// Of each object among the members; of a text that is one feature, of that one.
    std::vector<ClaimedGeometry> geometries() const;
    /// The begin of what stands in the member crs of the outermost object, without blanks.
    const std::string& crs() const { return crs_; }

  private:
    void take(char letter);
    void take_crs(char letter);
    void open(char bracket);
    void close();
    void take_in_string(char letter);
    void end_string();

    std::int64_t count_ = -1;
    std::int64_t roots_ = 0;
    std::int64_t depth_ = 0;
    std::string text_;  ///< the last string in the outermost object, as far as it is needed
    bool is_in_string_ = false;
    bool is_escaped_ = false;
    bool is_named_features_ = false;  ///< the value that comes
    bool is_named_type_ = false;
    bool is_named_crs_ = false;
    std::string crs_;
    bool is_collection_ = false;
    bool is_in_features_ = false;
    bool is_in_member_ = false;
    bool is_in_object_ = false;  ///< a member that is one
    GeometryMember geometry_;
    GeometryMember root_;  ///< as if the text were one feature
    std::vector<ClaimedGeometry> geometries_;
};

/// Follows a file of one feature a line (or behind each byte 1E, RFC 8142), of which GDAL leaves
/// out a line that it cannot read, and what stands behind the first value of a line.
class FeatureLines {
  public:
    void follow(std::string_view text);
    /// Ends the last line.
    void finish() { end_record(); }
    std::int64_t count() const { return count_; }
    /// The first line, from 1, that is not one whole value; 0 where all are.
    std::int64_t broken_line() const { return broken_line_; }
    /// Of each value.
    const std::vector<ClaimedGeometry>& geometries() const { return geometries_; }
    /// The most members that the objects right inside one value have together: its properties.
    std::int64_t most_members() const { return most_members_; }

  private:
    void take(char letter);
    void take_in_string(char letter);
    void end_record();

    std::int64_t count_ = 0;
    std::int64_t line_ = 1;
    std::int64_t first_line_ = 1;  ///< of what stands there now
    std::int64_t broken_line_ = 0;
    std::int64_t depth_ = 0;
    std::int64_t values_ = 0;  ///< of this record, outside brackets
    std::int64_t members_ = 0;
    std::int64_t most_members_ = 0;
    char end_ = '\0';  ///< of a record; the first letter tells
    bool is_in_string_ = false;
    bool is_escaped_ = false;
    bool is_in_word_ = false;  ///< a value outside brackets, such as null
    GeometryMember geometry_;
    std::vector<ClaimedGeometry> geometries_;
};

/// Looks for a byte 0 in a text, as `\u0000` or as itself: at it GDAL cuts the text off.
class ZeroBytes {
  public:
    void follow(std::string_view text);
    bool found() const { return found_; }

  private:
    std::string kept_;  ///< the end of what was followed
    bool found_ = false;
};

/// How the features of a file stand in it.
enum class FeatureForm { array, lines };

/// What a file says of its features before GDAL reads one: their count, and their geometries.
/// Throws domain::InputError for a line that is broken, for one text behind the other without being
/// a file of lines, of which GDAL would read the first alone, and for a byte 0 in a text. `name` is
/// what GDAL can open. Cost: reads the file, in a tenth of the time that GDAL takes; eight
/// bytes a feature.
SourceClaims features_in(const std::string& name, FeatureForm form,
                         const domain::InputPlace& place);

// GDAL looks for the column of each property from the first column on: 60,000 properties take it a
// minute. Both throw domain::InputError for more than 16,384, as many as a sheet of Excel has.

/// For a file of one feature a line, before GDAL opens it: a line with so many properties. Cost:
/// reads the file.
void check_properties(const std::string& name, const domain::InputPlace& place);

/// For any GeoJSON, before a row is read: so many columns.
void check_column_count(std::int64_t columns, const domain::InputPlace& place);

}  // namespace koppelkans::io
