#include "engine/io/kml_check.h"

#include <algorithm>

#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/source_text.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t kept_letters = 60;

}  // namespace

KmlTags::KmlTags()
    : tags_([this](const XmlTag& tag) { take_tag(tag); },
            [this](std::string_view text) { take_text(text); }) {}

void KmlTags::take_tag(const XmlTag& tag) {
    end_text();
    const std::string_view name = tag.local_name();
    open_ = tag.is_closing ? std::string_view() : name;
    text_.clear();
    is_of_coordinates_ = open_ == "coordinates" || open_ == "coord";
    coordinates_ = KmlCoordinates(open_ == "coordinates");
    if (name == "Document" || name == "Folder") {
        take_container(tag);
    } else if (name == "Placemark") {
        std::vector<ClaimedGeometry>& places = claims_.places[containers_.back()];
        place_ = tag.is_closing ? nullptr : &places.emplace_back();
    }
}

void KmlTags::take_container(const XmlTag& tag) {
    if (!tag.is_closing) {
        containers_.push_back(claims_.places.size());
        claims_.places.emplace_back();
        place_ = nullptr;
    } else if (containers_.size() > 1) {
        containers_.pop_back();
    }
}

void KmlTags::take_text(std::string_view text) {
    if (is_of_coordinates_) {
        coordinates_.follow(text);
    } else if (!open_.empty()) {
        text_ += text.substr(0, kept_letters - std::min(kept_letters, text_.size()));
    }
}

void KmlTags::end_text() {
    if (is_of_coordinates_) {
        end_coordinates();
    } else if (open_ == "begin" || open_ == "end" || open_ == "when") {
        end_day();
    }
}

void KmlTags::end_day() {
    const std::string_view text = domain::trimmed(text_);
    if (!text.empty() && !is_whole_day(text)) {
        claims_.days.emplace(open_ == "when" ? "timestamp" : open_, text);
    }
}

void KmlTags::end_coordinates() {
    is_of_coordinates_ = false;
    const bool is_whole = coordinates_.finish();
    if (place_ != nullptr && !coordinates_.is_empty()) {
        place_->is_there = true;
        place_->is_broken = place_->is_broken || !is_whole;
    }
}

KmlClaims claims_of_kml(const std::string& name) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    KmlTags tags;
    for (const std::string& file : {name, "/vsizip/{" + name + "}/doc.kml"}) {
        for (VsiParts parts(file); parts.next();) {
            tags.follow(parts.part());
        }
    }
    return tags.claims();
}

}  // namespace koppelkans::io
