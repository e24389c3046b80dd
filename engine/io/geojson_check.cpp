#include "engine/io/geojson_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::string_view features_name = "features";
constexpr std::string_view type_name = "type";
constexpr std::string_view collection_type = "FeatureCollection";
constexpr char record_separator = '\x1E';

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

template <typename Follower>
void follow_file(const std::string& name, Follower& follower) {
    for (VsiParts parts(name); parts.next();) {
        follower.follow(parts.part());
    }
}

}  // namespace

void FeatureCount::follow(std::string_view text) {
    for (const char letter : text) {
        if (is_in_string_) {
            take_in_string(letter);
        } else if (!is_blank(letter)) {
            take(letter);
        }
    }
}

void FeatureCount::take_in_string(char letter) {
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
}

void FeatureCount::end_string() {
    is_in_string_ = false;
    is_collection_ = is_collection_ || (depth_ == 1 && is_named_type_ && text_ == collection_type);
}

void FeatureCount::take(char letter) {
    const bool is_member_start = is_in_features_ && depth_ == 2 && !is_in_member_ &&
                                 letter != ',' && letter != ']' && letter != '}';
    if (is_member_start) {
        ++count_;
        is_in_member_ = true;
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
    is_in_features_ = is_in_features_ && depth_ > 1;
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
    }
    depth_ += is_opening ? 1 : 0;
    depth_ -= is_closing ? 1 : 0;
    is_in_word_ = !is_opening && !is_closing;
    is_in_string_ = letter == '"';
}

void FeatureLines::end_record() {
    if (values_ > 0) {
        ++count_;
        if ((values_ > 1 || depth_ != 0 || is_in_string_) && broken_line_ == 0) {
            broken_line_ = first_line_;
        }
    }
    depth_ = 0;
    values_ = 0;
    is_in_string_ = false;
    is_escaped_ = false;
    is_in_word_ = false;
}

std::int64_t features_in(const std::string& name, FeatureForm form,
                         const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    if (form == FeatureForm::array) {
        FeatureCount features;
        follow_file(name, features);
        if (features.roots() > 1) {
            throw domain::InputError(
                place,
                "this GeoJSON holds one text behind the other, of which GDAL reads the first "
                "alone, so rows would be lost; put each feature on a line of its own, without a "
                "comma, a byte order mark or anything else beside it, or all in one "
                "FeatureCollection");
        }
        return features.count();
    }
    FeatureLines lines;
    follow_file(name, lines);
    lines.finish();
    if (lines.broken_line() > 0) {
        throw domain::InputError(
            place, fmt::format("line {} of this GeoJSON is not one whole feature, so rows would be "
                               "lost; put each feature whole on a line of its own, or take the "
                               "line out",
                               lines.broken_line()));
    }
    return lines.count();
}

}  // namespace koppelkans::io
