#include "engine/domain/soort.h"

#include <algorithm>

#include "engine/domain/text.h"

namespace koppelkans::domain {

void SoortCatalogus::put(Soort soort) {
    const auto position = std::lower_bound(
        soorten_.begin(), soorten_.end(), soort,
        [](const Soort& one, const Soort& other) { return one.code < other.code; });
    if (position != soorten_.end() && position->code == soort.code) {
        *position = std::move(soort);
    } else {
        soorten_.insert(position, std::move(soort));
    }
    by_name_.clear();
    for (std::size_t i = 0; i < soorten_.size(); ++i) {
        by_name_.emplace(folded(soorten_[i].naam), static_cast<SoortIndex>(i));
    }
    // Codes go over names: a naam must not hide another soort's code.
    for (std::size_t i = 0; i < soorten_.size(); ++i) {
        by_name_.insert_or_assign(folded(soorten_[i].code), static_cast<SoortIndex>(i));
    }
}

std::optional<SoortIndex> SoortCatalogus::find(std::string_view code_or_naam) const {
    const auto found = by_name_.find(folded(code_or_naam));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SoortIndex> SoortCatalogus::recognised_in(std::string_view name) const {
    const std::string haystack = folded(name);
    std::optional<SoortIndex> best;
    std::size_t best_length = 0;
    for (std::size_t i = 0; i < soorten_.size(); ++i) {
        std::vector<std::string> words = soorten_[i].woorden;
        words.push_back(folded(soorten_[i].code));
        for (const std::string& word : words) {
            if (word.size() > best_length && haystack.find(word) != std::string::npos) {
                best = static_cast<SoortIndex>(i);
                best_length = word.size();
            }
        }
    }
    return best;
}

std::vector<std::string> SoortCatalogus::codes() const {
    std::vector<std::string> codes;
    for (const Soort& soort : soorten_) {
        codes.push_back(soort.code);
    }
    return codes;
}

}  // namespace koppelkans::domain
