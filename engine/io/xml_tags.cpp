#include "engine/io/xml_tags.h"

#include <algorithm>
#include <cstddef>

namespace koppelkans::io {

namespace {

constexpr std::size_t letters_kept = 1 << 16;
constexpr std::string_view blanks = " \t\r\n";

std::string_view without_blanks_before(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
    std::string_view left = without_blanks_before(rest);
    while (!left.empty()) {
        const std::size_t equals = left.find('=');
        if (equals == std::string_view::npos) {
            return {};
        }
        std::string_view key = left.substr(0, equals);
        key = key.substr(0, key.find_first_of(blanks));
        left = without_blanks_before(left.substr(equals + 1));
        const std::size_t end = left.empty() ? left.npos : left.find(left.front(), 1);
        if (end == std::string_view::npos) {
            return {};
        }
        if (key == wanted) {
            return left.substr(1, end - 1);
        }
        left = without_blanks_before(left.substr(end + 1));
    }
    return {};
}

void XmlTags::follow(std::string_view part) {
    while (!part.empty()) {
        if (is_in_tag_) {
            part.remove_prefix(is_plain(part.front()) ? take_plain(part) : take(part.front()));
            continue;
        }
        const std::size_t text = std::min(part.find('<'), part.size());
        if (text > 0) {
            on_text_(part.substr(0, text));
        }
        part.remove_prefix(text);
        if (!part.empty()) {
            begin_tag();
            part.remove_prefix(1);
        }
    }
}

void XmlTags::begin_tag() {
    is_in_tag_ = true;
    kind_ = Kind::tag;
    quote_ = '\0';
    tag_.clear();
}

/// The tag is one, whatever follows, and no comment or the like.
bool XmlTags::is_plain(char letter) const {
    const char first = tag_.empty() ? letter : tag_.front();
    return kind_ == Kind::tag && first != '!' && first != '?';
}

/// Up to the end of the tag or of the part; says how much that is.
std::size_t XmlTags::take_plain(std::string_view part) {
    std::size_t end = 0;
    for (; end < part.size() && (quote_ != '\0' || part[end] != '>'); ++end) {
        const char letter = part[end];
        if (quote_ != '\0') {
            quote_ = letter == quote_ ? '\0' : quote_;
        } else if (letter == '"' || letter == '\'') {
            quote_ = letter;
        }
    }
    tag_ += part.substr(0, std::min(end, letters_kept - std::min(tag_.size(), letters_kept)));
    if (end == part.size()) {
        return end;
    }
    end_tag();
    return end + 1;
}

/// One letter of what is no plain tag.
std::size_t XmlTags::take(char letter) {
    if (kind_ != Kind::tag) {
        take_special(letter);
        return 1;
    }
    if (const std::size_t taken = take_plain({&letter, 1}); !is_in_tag_) {
        return taken;
    }
    if (tag_ == "!--" || tag_ == "![CDATA[" || tag_ == "?") {
        kind_ = tag_ == "?" ? Kind::instruction : tag_ == "!--" ? Kind::comment : Kind::data;
        tag_.clear();
    }
    return 1;
}

void XmlTags::take_special(char letter) {
    const std::string_view end = kind_ == Kind::comment ? "-->"
                                 : kind_ == Kind::data  ? "]]>"
                                                        : "?>";
    tag_ += letter;
    if (tag_.size() >= letters_kept || tag_.ends_with(end)) {
        const std::size_t whole =
            tag_.size() - (tag_.ends_with(end) ? end.size() : std::min(end.size(), tag_.size()));
        if (kind_ == Kind::data && whole > 0) {
            on_text_(std::string_view(tag_).substr(0, whole));
        }
        is_in_tag_ = !tag_.ends_with(end);
        tag_.erase(0, whole);
    }
}

void XmlTags::end_tag() {
    is_in_tag_ = false;
    std::string_view text = tag_;
    XmlTag tag;
    tag.is_closing = text.starts_with('/');
    text.remove_prefix(tag.is_closing ? 1 : 0);
    tag.is_whole = text.ends_with('/');
    text.remove_suffix(tag.is_whole ? 1 : 0);
    tag.name = text.substr(0, text.find_first_of(blanks));
    tag.rest = text.substr(tag.name.size());
    if (!tag.name.empty() && tag.name.front() != '!') {
        on_tag_(tag);
    }
}

}  // namespace koppelkans::io
