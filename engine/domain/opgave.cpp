#include "engine/domain/opgave.h"

#include <algorithm>
#include <cassert>

namespace koppelkans::domain {

std::size_t OpgaveTexts::place_of(Veld veld) {
    return static_cast<std::size_t>(std::find(kept.begin(), kept.end(), veld) - kept.begin());
}

std::string_view OpgaveTexts::of(Veld veld) const {
    const std::size_t place = place_of(veld);
    if (place == kept.size()) {
        return {};
    }
    const std::uint32_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view(bytes_).substr(begin, ends_[place] - begin);
}

void OpgaveTexts::set(Veld veld, std::string_view text) {
    const std::size_t place = place_of(veld);
    assert(place < kept.size());
    const std::uint32_t begin = place == 0 ? 0 : ends_[place - 1];
    const std::uint32_t before = ends_[place] - begin;
    bytes_.replace(begin, before, text);
    for (std::size_t i = place; i < ends_.size(); ++i) {
        ends_[i] += static_cast<std::uint32_t>(text.size()) - before;
    }
}

}  // namespace koppelkans::domain
