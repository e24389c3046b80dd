#include "engine/io/dxf_elements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/plain_number.h"
#include "engine/domain/text.h"
#include "engine/io/source_text.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t kinds_told = 20;
constexpr std::size_t shown_letters = 40;

constexpr int begin_code = 0;
constexpr int name_code = 2;
constexpr int layer_code = 8;
constexpr int line_code = 41;  ///< of an MLINE: where its lines lie
constexpr int invisible_code = 60;
constexpr int colour_code = 62;
constexpr int paper_space_code = 67;
constexpr int flags_code = 70;
constexpr int frozen = 1;

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& kinds, std::string_view kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Of which GDAL makes rows.
bool is_read(std::string_view kind) {
    static constexpr std::array<std::string_view, 22> kinds = {
        "POINT",   "LINE",   "POLYLINE", "LWPOLYLINE", "CIRCLE",    "ELLIPSE",    "ARC",   "SPLINE",
        "HELIX",   "3DFACE", "INSERT",   "HATCH",      "SOLID",     "TRACE",      "MLINE", "LEADER",
        "MLEADER", "TEXT",   "MTEXT",    "ATTDEF",     "DIMENSION", "MULTILEADER"};
    return is_among(kinds, kind);
}

/// Holds elements, is a part of one, or a window on others.
bool is_no_element(std::string_view kind) {
    static constexpr std::array<std::string_view, 10> kinds = {
        "",    "SECTION", "ENDSEC", "BLOCK",  "ENDBLK",
        "EOF", "VERTEX",  "SEQEND", "ATTRIB", "VIEWPORT"};
    return is_among(kinds, kind);
}

/// Of x and y of a point, which may not be left blank.
bool is_place(int code) {
    return code >= 10 && code <= 29;
}

bool is_of_real(int code) {
    return (code >= 10 && code <= 59) || (code >= 210 && code <= 239);
}

bool is_real(std::string_view text) {
    return std::isfinite(domain::plain_number<double>(text).value_or(NAN));
}

std::string readable(std::string_view text) {
    return TextDecoder().decoded(std::string(text.substr(0, shown_letters)).c_str());
}

}  // namespace

void DxfElements::take(const DxfPair& pair) {
    switch (pair.code) {
        case begin_code:
            end_element();
            element_ = Element();
            element_.kind = dxf_capitals(pair.value);
            element_.has_numbers =
                is_drawn() && (is_read(element_.kind) || is_no_element(element_.kind));
            return;
        case name_code:
            element_.name = dxf_capitals(pair.value);
            return;
        case layer_code:
            element_.layer = dxf_capitals(pair.value);
            return;
        case flags_code:
            element_.flags = dxf_number(pair.value);
            return;
        case colour_code:
            element_.colour = dxf_number(pair.value);
            return;
        case invisible_code:
            element_.is_invisible = dxf_number(pair.value) == 1;
            return;
        case paper_space_code:
            element_.is_in_paper_space = dxf_number(pair.value) == 1;
            return;
        default:
            element_.has_lines = element_.has_lines || pair.code == line_code;
            check_number(pair);
    }
}

void DxfElements::finish() {
    end_element();
    element_ = Element();
}

void DxfElements::end_element() {
    if (element_.kind == "SECTION") {
        section_ = element_.name;
    } else if (element_.kind == "LAYER" && section_ == "TABLES") {
        if (element_.colour < 0 || element_.flags % 2 == frozen) {
            hidden_layers_.insert(element_.name);
        }
    } else if (is_drawn() && !is_no_element(element_.kind)) {
        if (!is_read(element_.kind) || (element_.kind == "MLINE" && !element_.has_lines)) {
            note_lost(element_.kind);
        } else if (section_ == "ENTITIES") {
            note_hidden();
        }
    }
}

void DxfElements::note_lost(const std::string& kind) {
    std::string name = readable(kind);
    const bool is_told = lost_.size() < kinds_told || lost_.count(name) > 0;
    ++lost_[is_told ? std::move(name) : "of other kinds"];
}

void DxfElements::note_hidden() {
    if (element_.is_in_paper_space) {
        ++in_paper_space_;
    } else if (element_.is_invisible) {
        ++invisible_;
    } else if (hidden_layers_.count(element_.layer) > 0) {
        ++on_hidden_layers_;
    }
}

void DxfElements::check_number(const DxfPair& pair) {
    if (!element_.has_numbers || !fault_.empty() || !is_of_real(pair.code)) {
        return;
    }
    const std::string_view text = domain::trimmed(pair.value);
    if (text.empty() ? is_place(pair.code) : !is_real(text)) {
        fault_ = fmt::format("{} says \"{}\" where a number should stand ({})", pair.line,
                             readable(text), element_.kind);
    }
}

std::vector<std::string> DxfElements::warnings() const {
    std::vector<std::string> warnings;
    if (!lost_.empty()) {
        std::vector<std::string> kinds;
        std::int64_t all = 0;
        for (const auto& [kind, count] : lost_) {
            kinds.push_back(fmt::format("{} {}", count, kind));
            all += count;
        }
        warnings.push_back(fmt::format(
            "elements of kinds that are not read were left out, {} in all: {}; draw what is a plan "
            "among them as lines or areas",
            all, fmt::join(kinds, ", ")));
    }
    if (in_paper_space_ + on_hidden_layers_ + invisible_ > 0) {
        warnings.push_back(fmt::format(
            "elements that are not among what is shown of the map are read as well: {} in paper "
            "space, {} on layers that are off or frozen, {} invisible; leave out what is no plan "
            "with a filter, such as \"PaperSpace IS NULL\" or \"Layer <> 'kader'\"",
            in_paper_space_, on_hidden_layers_, invisible_));
    }
    return warnings;
}

}  // namespace koppelkans::io
