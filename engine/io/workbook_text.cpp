#include "engine/io/workbook_text.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "engine/domain/readable_text.h"

namespace koppelkans::io {

namespace {

constexpr std::string_view escaped_underscore = "_x005F_";
/// What the escape of an underscore adds.
constexpr std::size_t escape_units = escaped_underscore.size() - 1;

/// `_x`, four hexadecimal digits, `_`.
bool begins_like_an_escape(std::string_view text) {
    return text.size() >= escaped_underscore.size() && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6,
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
}

std::size_t escapes_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find('_'); at < text.size(); at = text.find('_', at + 1)) {
        count += begins_like_an_escape(text.substr(at)) ? 1 : 0;
    }
    return count;
}

std::size_t marks_in(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBF\xBD";
    std::size_t count = 0;
    for (std::size_t at = text.find(mark); at < text.size(); at = text.find(mark, at + 1)) {
        ++count;
    }
    return count;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Without apostrophes and blanks at the ends.
std::string trimmed(const std::string& text) {
    constexpr const char* edges = "' \t\n";
    const std::size_t first = text.find_first_not_of(edges);
    return first == std::string::npos
               ? std::string()
               : text.substr(first, text.find_last_not_of(edges) - first + 1);
}

}  // namespace

CellText cell_text(std::string_view raw) {
    CellText made{domain::readable(raw), false, false};
    made.is_repaired = marks_in(made.text) > marks_in(raw);
    if (made.text.size() > most_text_units) {
        std::string cut = domain::shortened_to_utf16(made.text, most_text_units);
        made.is_shortened = cut != made.text;
        made.text = std::move(cut);
    }
    if (const std::size_t escapes = escapes_in(made.text); escapes > 0) {
        // Excel counts what it reads and the library what it writes: the longer one must fit.
        const std::size_t room = most_text_units - escapes * escape_units;
        std::string cut = domain::shortened_to_utf16(made.text, room);
        made.is_shortened = made.is_shortened || cut != made.text;
        made.text = escaped_for_excel(cut);
    }
    return made;
}

std::string escaped_for_excel(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && begins_like_an_escape(text.substr(at))) {
            out += escaped_underscore;
        } else {
            out += text[at];
        }
    }
    return out;
}

std::optional<double> excel_day(time::Day day) {
    constexpr std::int32_t from_excel_to_unix = 25569;
    constexpr std::int32_t first_of_march_1900 = 61;
    if (day.is_open() || day.days() + from_excel_to_unix < first_of_march_1900) {
        return std::nullopt;
    }
    return day.days() + from_excel_to_unix;
}

std::string sheet_name(std::string_view titel, const std::vector<std::string>& taken) {
    std::string readable = domain::readable(titel);
    for (char& c : readable) {
        if (std::string_view("[]:*?/\\\t\n").find(c) != std::string_view::npos) {
            c = '-';
        }
    }
    readable = trimmed(readable);
    const std::string whole = readable.empty() ? "Blad" : readable;
    const auto is_taken = [&taken](const std::string& name) {
        return std::any_of(taken.begin(), taken.end(), [&name](const std::string& other) {
            return lower(other) == lower(name);
        });
    };
    std::string name = trimmed(domain::shortened_to_utf16(whole, most_sheet_name_units));
    for (int number = 2; is_taken(name); ++number) {
        const std::string behind = fmt::format(" ({})", number);
        name = domain::shortened_to_utf16(whole, most_sheet_name_units - behind.size()) + behind;
    }
    return name;
}

std::string link_to(std::string_view relative_path) {
    constexpr std::string_view plain = "-._~/";
    std::string url;
    for (const char c : domain::readable(relative_path)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80U || std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos) {
            url += c;
        } else {
            url += fmt::format("%{:02X}", byte);
        }
    }
    return url.size() > most_link_bytes ? std::string() : url;
}

}  // namespace koppelkans::io
