#include "engine/io/kml_check.h"

#include <algorithm>

#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t kept_letters = 60;

bool is_whole_day(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char letter = i < text.size() ? text[i] : '\0';
        const bool is_digit = letter >= '0' && letter <= '9';
        if (form[i] == 'd' ? !is_digit : letter != form[i]) {
            return false;
        }
    }
    const std::string_view clock = text.substr(form.size());
    return clock.empty() || (clock[0] == 'T' &&
                             clock.find_first_not_of("T0123456789:.+-Z") == std::string_view::npos);
}

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

KmlTags::KmlTags()
    : tags_([this](const XmlTag& tag) { take_tag(tag); },
            [this](std::string_view text) { take_text(text); }) {}

void KmlTags::take_tag(const XmlTag& tag) {
    end_text();
    const std::string_view name = without_prefix(tag.name);
    open_ = tag.is_closing || tag.is_whole ? std::string_view() : name;
    text_.clear();
    if (name == "Placemark" && !tag.is_closing) {
        claims_.places.push_back(false);
    }
}

void KmlTags::take_text(std::string_view text) {
    if (!open_.empty()) {
        text_ += text.substr(0, kept_letters - std::min(kept_letters, text_.size()));
    }
}

void KmlTags::end_text() {
    const std::string_view text = domain::trimmed(text_);
    const bool is_day = open_ == "begin" || open_ == "end" || open_ == "when";
    if (is_day && !text.empty() && !is_whole_day(text)) {
        claims_.days.emplace(open_ == "when" ? "timestamp" : open_, text);
    }
    if ((open_ == "coordinates" || open_ == "coord") && !text.empty() && !claims_.places.empty()) {
        claims_.places.back() = true;
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
