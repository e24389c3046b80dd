#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

namespace koppelkans::publish {

// Short words for building XML with pugixml, which does all the escaping. Internal to the room.

/// The oldest QGIS that reads all of what we write; it stands in every style and project.
inline constexpr const char* qgis_version = "3.22.16-Białowieża";

/// A new last child element.
pugi::xml_node element(pugi::xml_node parent, const char* name);
/// The same with a text in it.
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view text);
void set(pugi::xml_node node, const char* name, std::string_view value);
/// Several at once, in their order.
void set_all(pugi::xml_node node,
             std::initializer_list<std::pair<const char*, std::string_view>> attributes);

/// `<Option name=... type=... value=.../>`, as QGIS keeps its settings.
void option(pugi::xml_node map, std::string_view name, std::string_view value,
            const char* type = "QString");
/// `<Option type="Map">`, to put options in.
pugi::xml_node option_map(pugi::xml_node parent);

/// The document as text, one element a line.
std::string text_of(const pugi::xml_document& document);
/// Our own styles and what we made of them: what does not parse is a mistake of ours.
void parse(pugi::xml_document& document, std::string_view text);

/// A text as a literal of QGIS expressions, which take a backslash for the beginning of an escape.
std::string expression_text(std::string_view text);
/// Puts a text into an element that is there, in place of what it holds.
void set_text(pugi::xml_node node, std::string_view text);
/// A number without needless zeros, the same on every machine.
std::string number(double value);

}  // namespace koppelkans::publish
