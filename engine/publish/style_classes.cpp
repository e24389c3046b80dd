#include "engine/publish/style_classes.h"

#include <algorithm>

#include <fmt/format.h>

namespace koppelkans::publish {

namespace {

using domain::Layer;

constexpr std::size_t spare_looks = 6;

const char* word(Vorm vorm) {
    switch (vorm) {
        case Vorm::punt:
            return "punt";
        case Vorm::lijn:
            return "lijn";
        case Vorm::vlak:
            return "vlak";
        case Vorm::zonder:
            break;
    }
    return "zonder";
}

}  // namespace

bool ResultFacts::has(Layer layer) const {
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

std::string class_key(Vorm vorm, const std::string& value) {
    return vorm == Vorm::zonder ? word(vorm) : fmt::format("{}:{}", word(vorm), value);
}

std::set<std::string> keys_of(Layer layer, const ResultFacts& facts) {
    std::set<std::string> keys;
    const auto found = facts.classes.find(layer);
    if (found != facts.classes.end()) {
        for (const auto& [vorm, value] : found->second) {
            keys.insert(class_key(vorm, value));
        }
    }
    return keys;
}

std::string value_of(const std::string& key) {
    const std::size_t colon = key.find(':');
    return colon == std::string::npos ? "" : key.substr(colon + 1);
}

std::string name_of(const std::string& key, const ResultFacts& facts) {
    const auto name = facts.soort_names.find(value_of(key));
    return name == facts.soort_names.end() ? "" : name->second;
}

std::string classed_column(Layer layer) {
    return layer == Layer::afgekeurd ? "reden" : "soort";
}

std::string spare_key(const std::string& vorm, std::size_t index) {
    return fmt::format("{}:*{}", vorm, index % spare_looks + 1);
}

std::size_t FittedRanges::look_of(std::size_t index, std::size_t in_file) const {
    return kept + (2 * index + 1) * (in_file - kept) / (2 * ranges.size());
}

FittedRanges fitted_ranges(Layer layer, const ResultFacts& facts, std::size_t in_file) {
    // A file that was edited may have fewer classes than ours.
    if (in_file < 2) {
        return {{}, in_file};
    }
    if (layer == Layer::buurten && !facts.koppelkansen_per_buurt.empty()) {
        return {count_classes(facts.koppelkansen_per_buurt, in_file - 1), 1};
    }
    if (layer == Layer::risicos && !facts.ernst.empty()) {
        return {amount_classes(facts.ernst, in_file, "m²"), 0};
    }
    return {{}, in_file};
}

}  // namespace koppelkans::publish
