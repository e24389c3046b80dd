#include "engine/report/palette.h"

#include <set>

namespace koppelkans::report {

const std::string& Palette::of(std::string_view soort) const {
    const auto at = soorten.find(soort);
    return at == soorten.end() ? other : at->second;
}

Palette fitted(Palette palette, const std::vector<OpgaveRow>& opgaven) {
    std::set<std::string> own;
    for (const OpgaveRow& opgave : opgaven) {
        if (!palette.soorten.contains(opgave.soort)) {
            own.insert(opgave.soort);
        }
    }
    std::size_t next = 0;
    for (const std::string& soort : own) {
        palette.soorten[soort] = next < palette.spare.size() ? palette.spare[next] : palette.other;
        ++next;
    }
    return palette;
}

}  // namespace koppelkans::report
