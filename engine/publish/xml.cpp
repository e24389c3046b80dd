#include "engine/publish/xml.h"

#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace koppelkans::publish {

namespace {

/// Names come from sources and may hold what XML cannot: one such byte and QGIS reads nothing of
/// the whole style. Control characters and the two code points that are none become blanks.
std::string allowed(std::string_view text) {
    std::string clean(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const auto byte = static_cast<unsigned char>(clean[i]);
        const bool is_control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
        if (is_control || byte == 0x7F) {
            clean[i] = ' ';
        } else if (clean.compare(i, 3, "\xEF\xBF\xBE") == 0 ||
                   clean.compare(i, 3, "\xEF\xBF\xBF") == 0) {
            clean.replace(i, 3, " ");
        }
    }
    return clean;
}

}  // namespace

pugi::xml_node element(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node made = parent.append_child(name);
    made.text().set(allowed(text).c_str());
    return made;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
        attribute = node.append_attribute(name);
    }
    attribute.set_value(allowed(value).c_str());
}

void set_all(pugi::xml_node node,
             std::initializer_list<std::pair<const char*, std::string_view>> attributes) {
    for (const auto& [name, value] : attributes) {
        set(node, name, value);
    }
}

void option(pugi::xml_node map, std::string_view name, std::string_view value, const char* type) {
    const pugi::xml_node made = map.append_child("Option");
    set(made, "name", name);
    set(made, "type", type);
    set(made, "value", value);
}

pugi::xml_node option_map(pugi::xml_node parent) {
    const pugi::xml_node map = parent.append_child("Option");
    set(map, "type", "Map");
    return map;
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, " ", pugi::format_indent | pugi::format_no_declaration);
    return text.str();
}

void parse(pugi::xml_document& document, std::string_view text) {
    const pugi::xml_parse_result result = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!result) {
        throw std::logic_error(fmt::format("a style does not parse: {}", result.description()));
    }
}

std::string expression_text(std::string_view text) {
    std::string literal = "'";
    for (const char c : text) {
        if (c == '\n') {
            literal += "\\n";
            continue;
        }
        literal += c;
        if (c == '\'' || c == '\\') {
            literal += c;
        }
    }
    return literal + "'";
}

void set_text(pugi::xml_node node, std::string_view text) {
    node.text().set(allowed(text).c_str());
}

std::string number(double value) {
    return fmt::format("{}", value);
}

}  // namespace koppelkans::publish
