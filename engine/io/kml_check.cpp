#include "engine/io/kml_check.h"

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

/// The name of a tag without its prefix and what stands behind it.
std::string_view name_of(std::string_view tag) {
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    const std::size_t colon = tag.rfind(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

}  // namespace

void KmlTags::follow(std::string_view text) {
    for (const char letter : text) {
        take(letter);
    }
}

void KmlTags::take(char letter) {
    if (letter == '<') {
        end_text();
        tag_.clear();
        is_in_tag_ = true;
    } else if (is_in_tag_ && letter == '>') {
        end_tag();
    } else if (std::string& kept = is_in_tag_ ? tag_ : text_; kept.size() < kept_letters) {
        kept += letter;
    }
}

void KmlTags::end_tag() {
    text_.clear();
    is_in_tag_ = false;
    if (name_of(tag_) == "Placemark") {
        claims_.places.push_back(false);
    }
}

void KmlTags::end_text() {
    const std::string_view name = name_of(tag_);
    const std::string_view text = domain::trimmed(text_);
    const bool is_day = name == "begin" || name == "end" || name == "when";
    if (is_day && !text.empty() && !is_whole_day(text)) {
        claims_.days.emplace(name == "when" ? "timestamp" : name, text);
    }
    if ((name == "coordinates" || name == "coord") && !text.empty() && !claims_.places.empty()) {
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
