#include "engine/io/kml_check.h"

#include <algorithm>
#include <iterator>

#include "engine/domain/text.h"
#include "engine/io/source_text.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t kept_letters = 60;
/// Of an address, which must be whole.
constexpr std::size_t longest_link = 4000;

}  // namespace

void KmlRings::add(bool is_outer) {
    ++(is_outer ? outer : inner);
    ++of_boundary;
    is_crowded = is_crowded || of_boundary > 1;
}

KmlTags::KmlTags()
    : tags_([this](const XmlTag& tag) { take_tag(tag); },
            [this](std::string_view text) { take_text(text); }) {}

void KmlTags::take_tag(const XmlTag& tag) {
    end_text();
    const std::string_view name = tag.local_name();
    if (tag.is_closing) {
        end(name);
        path_.pop_back();
    } else {
        begin(tag);
        path_.emplace_back(name);
    }
    is_text_open_ = !tag.is_closing;
    text_.clear();
    is_of_coordinates_ = is_text_open_ && (name == "coordinates" || name == "coord");
    coordinates_ = KmlCoordinates(name == "coordinates");
}

void KmlTags::begin(const XmlTag& tag) {
    const std::string_view name = tag.local_name();
    note_crash(name);
    begin_data(tag);
    if (name == "Document" || name == "Folder") {
        containers_.push_back(claims_.folders.size());
        claims_.folders.emplace_back();
        place_ = nullptr;
    } else if (name == "Update") {
        ++updates_;  // what is in it changes rows, and is none
    } else if ((name == "Placemark" || name == "GroundOverlay") && updates_ == 0) {
        place_ = &claims_.folders[containers_.back()].rows.emplace_back();
    } else if (name == "Polygon") {
        rings_ = {};
    } else if (name == "outerBoundaryIs" || name == "innerBoundaryIs") {
        rings_.of_boundary = 0;
    } else if (name == "PhotoOverlay") {
        ++claims_.photos;
    }
}

void KmlTags::begin_data(const XmlTag& tag) {
    const std::string_view name = tag.local_name();
    if (place_ == nullptr) {
        return;  // of a Document or Folder
    }
    if (name == "Data") {
        data_name_ = tag.attribute("name");
    } else if (name == "SchemaData") {
        has_schema_data_ = true;
    } else if (name == "SimpleData") {
        simple_data_.emplace(tag.attribute("name"));
    }
}

void KmlTags::end(std::string_view name) {
    if (name == "Document" || name == "Folder") {
        containers_.pop_back();
    } else if (name == "Update") {
        --updates_;
    } else if (name == "Placemark" || name == "GroundOverlay") {
        end_row();
    } else if (name == "Polygon" && place_ != nullptr) {
        place_->is_broken = place_->is_broken || rings_.are_lost();
    } else if (name == "Track") {
        end_track();
    }
}

void KmlTags::end_row() {
    KmlFolder& folder = claims_.folders[containers_.back()];
    if (has_schema_data_) {
        std::set_difference(
            data_.begin(), data_.end(), simple_data_.begin(), simple_data_.end(),
            std::inserter(folder.data_beside_schema, folder.data_beside_schema.end()));
    } else {
        folder.data.merge(data_);
    }
    data_.clear();
    simple_data_.clear();
    has_schema_data_ = false;
    place_ = nullptr;
}

void KmlTags::end_track() {
    if (tracks_.back().times < tracks_.back().places && claims_.crash.empty()) {
        claims_.crash =
            "it has a gx:Track with fewer times (when) than places (gx:coord), on which the "
            "library that reads KML falls over; give each place its time, or make a LineString "
            "of it";
    }
    tracks_.pop_back();
}

/// For each part of a MultiGeometry GDAL makes a geometry, of a Model none, and then looks at it.
/// Of a gx:Track it asks for the time of the last place.
void KmlTags::note_crash(std::string_view name) {
    if (name == "Track") {
        tracks_.emplace_back();
    } else if (around(0) == "Track") {
        tracks_.back().places += name == "coord" ? 1 : 0;
        tracks_.back().times += name == "when" ? 1 : 0;
    } else if (name == "Model" && around(0) == "MultiGeometry" && claims_.crash.empty()) {
        claims_.crash =
            "it has a Model in a MultiGeometry, on which the library that reads KML falls over; "
            "take the Models out, or save it as a GeoPackage";
    }
}

std::string_view KmlTags::around(std::size_t steps) const {
    return steps < path_.size() ? std::string_view(path_[path_.size() - 1 - steps])
                                : std::string_view();
}

void KmlTags::take_text(std::string_view text) {
    if (is_of_coordinates_) {
        coordinates_.follow(text);
    } else if (is_text_open_) {
        const std::size_t kept = around(0) == "href" ? longest_link : kept_letters;
        text_ += text.substr(0, kept - std::min(kept, text_.size()));
    }
}

void KmlTags::end_text() {
    if (is_of_coordinates_) {
        end_coordinates();
    } else if (is_text_open_ && around(0) == "href") {
        end_link();
    } else if (is_text_open_ && around(0) == "value" && around(1) == "Data") {
        end_value();
    } else if (is_text_open_) {
        end_day();
    }
}

void KmlTags::end_day() {
    const std::string_view name = around(0);
    const std::string_view text = domain::trimmed(text_);
    if ((name == "begin" || name == "end" || name == "when") && !text.empty() &&
        !is_whole_day(text)) {
        claims_.days.emplace(name == "when" ? "timestamp" : name, text);
    }
}

void KmlTags::end_link() {
    const std::string_view text = domain::trimmed(text_);
    if (around(2) == "NetworkLink" && !text.empty()) {
        claims_.links.emplace_back(text);
    }
}

void KmlTags::end_value() {
    if (place_ != nullptr && !data_name_.empty() && !domain::trimmed(text_).empty()) {
        data_.insert(data_name_);
    }
}

void KmlTags::end_coordinates() {
    is_of_coordinates_ = false;
    const bool is_whole = coordinates_.finish();
    if (place_ != nullptr && !coordinates_.is_empty()) {
        place_->is_there = true;
        place_->is_broken = place_->is_broken || !is_whole;
        if (around(2) == "outerBoundaryIs" || around(2) == "innerBoundaryIs") {
            rings_.add(around(2) == "outerBoundaryIs");
        }
    }
}

}  // namespace koppelkans::io
