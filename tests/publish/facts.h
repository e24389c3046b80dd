#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "engine/publish/result_facts.h"

namespace koppelkans::test {

/// Facts of a small made-up town: all layers, two wijken, three soorten of which one is known to
/// its configuration alone.
publish::ResultFacts some_facts();
/// Of a run that found nothing in buurten without a single plan.
publish::ResultFacts empty_facts();

/// Parses, and fails the test where that cannot be.
pugi::xml_document xml(const std::string& text);
/// An attribute of each node that an XPath finds, in document order.
std::vector<std::string> values(const pugi::xml_node& root, const char* path,
                                const char* attribute);
/// The text of each node that an XPath finds.
std::vector<std::string> texts(const pugi::xml_node& root, const char* path);

/// All layers by name, to run a test over.
std::vector<std::string> layer_names();

}  // namespace koppelkans::test
