#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/publish/class_borders.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

// How the classes of a style file are fitted to the data; QML and SLD do it in the same way, so
// that both show the same. Internal to the room.

/// Classes of values that differ from layer to layer are keyed "vlak:groen" in the files: what it
/// is drawn as, and the value. That for all other values is "vlak:*".
std::string class_key(Vorm vorm, const std::string& value);
/// The keys that occur in a layer, with "zonder" where rows have no geometry.
std::set<std::string> keys_of(domain::Layer layer, const ResultFacts& facts);
/// "groen" of "vlak:groen".
std::string value_of(const std::string& key);
/// What the run calls the value of a key; empty where it has no name for it.
std::string name_of(const std::string& key, const ResultFacts& facts);
/// The column whose values these are.
std::string classed_column(domain::Layer layer);

/// A value that no file knows is drawn as one of those set aside for such, in turn: the key of
/// that.
std::string spare_key(const std::string& vorm, std::size_t index);

/// The ranges that the data give a layer in place of those of its file.
struct FittedRanges {
    std::vector<ClassRange> ranges;
    std::size_t kept = 0;  ///< so many of the first classes in the file stay as they are

    /// Which class of the file gives range `index` its look: spread over the ramp, so that few
    /// classes still differ.
    std::size_t look_of(std::size_t index, std::size_t in_file) const;
};

/// `in_file`: how many classes the file has. No ranges and all kept where the file's own stay.
FittedRanges fitted_ranges(domain::Layer layer, const ResultFacts& facts, std::size_t in_file);

}  // namespace koppelkans::publish
