#include "engine/io/geojson_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::string_view features_name = "features";
constexpr std::string_view type_name = "type";
constexpr std::string_view crs_name = "crs";
constexpr std::string_view collection_type = "FeatureCollection";
constexpr std::string_view geometry_name = "geometry";
constexpr std::string_view coordinates_name = "coordinates";
constexpr std::string_view escaped_zero = "\\u0000";
constexpr char record_separator = '\x1E';

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

/// True where a text in it holds a byte 0.
template <typename Follower>
bool follow_file(const std::string& name, Follower& follower) {
    ZeroBytes zeros;
    for (VsiParts parts(name); parts.next();) {
        follower.follow(parts.part());
        zeros.follow(parts.part());
    }
    return zeros.found();
}

void refuse_zeros(bool found, const domain::InputPlace& place) {
    if (found) {
        throw domain::InputError(place,
                                 "a text of this GeoJSON holds a byte 0 (\\u0000), behind which "
                                 "the text would be lost; take such bytes out first");
    }
}

}  // namespace

void GeometryMember::take(char letter, std::int64_t depth) {
    if (is_geometry_) {
        follow_positions(letter, depth);
        if (!says_where_ && letter != ',') {
            take_value(letter, depth);
        }
    }
    if (depth == 1) {
        is_geometry_ = letter == ':' ? key_ == geometry_name : is_geometry_ && letter != ',';
    }
    if (letter == '"') {
        key_.clear();
    }
}

/// Each array in coordinates that holds something else than arrays is a position, or should be.
void GeometryMember::follow_positions(char letter, std::int64_t depth) {
    if (depth_of_positions_ == 0 && letter == '[' && before_ == ':' && key_ == coordinates_name) {
        depth_of_positions_ = depth + 1;
    } else if (depth_of_positions_ > 0 && before_ == '[' && letter != '[' && letter != ']') {
        ++positions_;
    }
    if (letter == ']' && depth == depth_of_positions_) {
        depth_of_positions_ = 0;
    }
    before_ = letter;
}

void GeometryMember::take_value(char letter, std::int64_t depth) {
    const bool is_number = letter == '-' || (letter >= '0' && letter <= '9');
    if (depth == 1) {  // a value that is no object
        says_where_ = letter == '[' || is_number;
    } else if (depth == 2) {
        has_members_ = has_members_ || letter == '"';
        has_array_ = has_array_ || letter == '[';
        says_where_ = letter == '}' && has_members_ && !has_array_;
    } else {
        says_where_ = is_number || letter == '"' || letter == '{';
    }
}

void GeometryMember::take_in_text(char letter, std::int64_t depth) {
    says_where_ = says_where_ || (is_geometry_ && depth == 1);
    if ((depth == 1 || is_geometry_) && key_.size() <= coordinates_name.size()) {
        key_ += letter;
    }
}

void ZeroBytes::follow(std::string_view text) {
    found_ = found_ || text.find('\0') != std::string_view::npos;
    // What lies over the border of two parts is looked at once more with some letters before it.
    constexpr std::size_t border = 64;
    kept_ += text.substr(0, border);
    for (const std::string_view where : {std::string_view(kept_), text}) {
        for (std::size_t at = where.find(escaped_zero); at != std::string_view::npos;
             at = where.find(escaped_zero, at + 1)) {
            const std::size_t before = where.substr(0, at).find_last_not_of('\\');
            const std::size_t slashes = before == std::string_view::npos ? at : at - before - 1;
            found_ = found_ || slashes % 2 == 0;  // else a slash that is escaped itself
        }
    }
    kept_ += text.substr(std::min(border, text.size()));
    kept_.erase(0, kept_.size() - std::min(border, kept_.size()));
}

void FeatureCount::follow(std::string_view text) {
    for (const char letter : text) {
        if (is_in_string_) {
            take_in_string(letter);
        } else if (!is_blank(letter)) {
            take(letter);
        }
    }
}

void FeatureCount::take_crs(char letter) {
    constexpr std::size_t most = 400;
    if (is_named_crs_ && crs_.size() < most) {
        crs_ += letter;
    }
}

void FeatureCount::take_in_string(char letter) {
    take_crs(letter);
    if (is_escaped_) {
        is_escaped_ = false;
    } else if (letter == '\\') {
        is_escaped_ = true;
    } else if (letter == '"') {
        end_string();
        return;
    }
    if (depth_ == 1 && text_.size() <= collection_type.size()) {
        text_ += letter;
    }
    if (is_in_object_) {
        geometry_.take_in_text(letter, depth_ - 2);
    } else if (!is_in_features_) {
        root_.take_in_text(letter, depth_);
    }
}

void FeatureCount::end_string() {
    is_in_string_ = false;
    is_collection_ = is_collection_ || (depth_ == 1 && is_named_type_ && text_ == collection_type);
}

void FeatureCount::take(char letter) {
    is_named_crs_ = is_named_crs_ && (depth_ != 1 || (letter != ',' && letter != '}'));
    take_crs(letter);
    const bool is_member_start = is_in_features_ && depth_ == 2 && !is_in_member_ &&
                                 letter != ',' && letter != ']' && letter != '}';
    if (is_member_start) {
        ++count_;
        is_in_member_ = true;
        is_in_object_ = letter == '{';
        geometry_.start();
    } else if (is_in_object_) {
        geometry_.take(letter, depth_ - 2);
    } else if (!is_in_features_ && depth_ > 0) {
        root_.take(letter, depth_);
    }
    switch (letter) {
        case '"':
            is_in_string_ = true;
            text_.clear();
            break;
        case ':':
            if (depth_ == 1) {
                is_named_features_ = text_ == features_name;
                is_named_type_ = text_ == type_name;
                is_named_crs_ = text_ == crs_name;
                crs_ = is_named_crs_ ? std::string() : crs_;
            }
            break;
        case ',':
            is_named_features_ = is_named_features_ && depth_ != 1;
            is_named_type_ = is_named_type_ && depth_ != 1;
            is_in_member_ = is_in_member_ && depth_ != 2;
            break;
        case '{':
        case '[':
            open(letter);
            break;
        case '}':
        case ']':
            close();
            break;
        default:
            break;
    }
}

void FeatureCount::open(char bracket) {
    if (depth_ == 1 && is_named_features_ && bracket == '[') {
        is_in_features_ = true;
        is_in_member_ = false;
        count_ = std::max<std::int64_t>(count_, 0);
    }
    roots_ += depth_ == 0 ? 1 : 0;
    ++depth_;
}

void FeatureCount::close() {
    depth_ = std::max<std::int64_t>(depth_ - 1, 0);
    if (is_in_object_ && depth_ <= 2) {
        geometries_.push_back(geometry_.claim());
        is_in_object_ = false;
    }
    is_in_features_ = is_in_features_ && depth_ > 1;
}

std::vector<ClaimedGeometry> FeatureCount::geometries() const {
    return is_collection_ ? geometries_ : std::vector<ClaimedGeometry>{root_.claim()};
}

void FeatureLines::follow(std::string_view text) {
    for (const char letter : text) {
        if (end_ == '\0') {
            end_ = letter == record_separator ? record_separator : '\n';
        }
        if (letter == end_) {
            end_record();
        } else if (is_in_string_) {
            take_in_string(letter);
        } else {
            take(letter);
        }
        line_ += letter == '\n' ? 1 : 0;
    }
}

void FeatureLines::take_in_string(char letter) {
    if (is_escaped_) {
        is_escaped_ = false;
    } else if (letter == '\\') {
        is_escaped_ = true;
    } else {
        is_in_string_ = letter != '"';
    }
    if (is_in_string_) {
        geometry_.take_in_text(letter, depth_);
    }
}

void FeatureLines::take(char letter) {
    const bool is_opening = letter == '{' || letter == '[';
    const bool is_closing = letter == '}' || letter == ']';
    if (is_blank(letter) || (letter == ',' && depth_ == 0)) {
        is_in_word_ = false;
        return;
    }
    if (depth_ == 0 && !is_in_word_) {
        first_line_ = values_ == 0 ? line_ : first_line_;
        ++values_;
        geometry_.start();
    } else {
        geometry_.take(letter, depth_);
    }
    members_ += letter == ':' && depth_ == 2 ? 1 : 0;
    depth_ += is_opening ? 1 : 0;
    depth_ -= is_closing ? 1 : 0;
    is_in_word_ = !is_opening && !is_closing;
    is_in_string_ = letter == '"';
}

void FeatureLines::end_record() {
    if (values_ > 0) {
        ++count_;
        geometries_.push_back(geometry_.claim());
        if ((values_ > 1 || depth_ != 0 || is_in_string_) && broken_line_ == 0) {
            broken_line_ = first_line_;
        }
    }
    most_members_ = std::max(most_members_, members_);
    members_ = 0;
    depth_ = 0;
    values_ = 0;
    is_in_string_ = false;
    is_escaped_ = false;
    is_in_word_ = false;
}

SourceClaims features_in(const std::string& name, FeatureForm form,
                         const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    if (form == FeatureForm::array) {
        FeatureCount features;
        const bool has_zeros = follow_file(name, features);
        if (features.roots() > 1) {
            throw domain::InputError(
                place,
                "this GeoJSON holds one text behind the other, of which GDAL reads the first "
                "alone, so rows would be lost; put each feature on a line of its own, without a "
                "comma, a byte order mark or anything else beside it, or all in one "
                "FeatureCollection");
        }
        refuse_zeros(has_zeros, place);
        return {features.count(), features.geometries(), {}, features.crs(), {}};
    }
    FeatureLines lines;
    const bool has_zeros = follow_file(name, lines);
    lines.finish();
    if (lines.broken_line() > 0) {
        throw domain::InputError(
            place, fmt::format("line {} of this GeoJSON is not one whole feature, so rows would be "
                               "lost; put each feature whole on a line of its own, or take the "
                               "line out",
                               lines.broken_line()));
    }
    refuse_zeros(has_zeros, place);
    return {lines.count(), lines.geometries(), {}, {}, {}};
}

void check_properties(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    FeatureLines lines;
    for (VsiParts parts(name); parts.next();) {
        lines.follow(parts.part());
    }
    lines.finish();
    check_column_count(lines.most_members(), place);
}

void check_column_count(std::int64_t columns, const domain::InputPlace& place) {
    constexpr std::int64_t most = 16384;
    if (columns > most) {
        throw domain::InputError(
            place, fmt::format("its features have {} properties, more than {}; leave out what is "
                               "not needed, or write what differs from feature to feature as a "
                               "value and not as the name of a property",
                               columns, most));
    }
}

}  // namespace koppelkans::io
