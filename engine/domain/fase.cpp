#include "engine/domain/fase.h"

#include <array>
#include <utility>

#include "engine/domain/text.h"

namespace koppelkans::domain {

namespace {
constexpr std::array<std::pair<Fase, const char*>, 9> names = {{
    {Fase::onbekend, "onbekend"},
    {Fase::idee, "idee"},
    {Fase::verkenning, "verkenning"},
    {Fase::ontwerp, "ontwerp"},
    {Fase::voorbereiding, "voorbereiding"},
    {Fase::uitvoering, "uitvoering"},
    {Fase::gereed, "gereed"},
    {Fase::aangehouden, "aangehouden"},
    {Fase::vervallen, "vervallen"},
}};
}  // namespace

const char* to_text(Fase fase) {
    return names[static_cast<std::size_t>(fase)].second;
}

std::optional<Fase> read_fase(std::string_view word) {
    const std::string wanted = folded(word);
    for (const auto& [fase, name] : names) {
        if (wanted == name) {
            return fase;
        }
    }
    return std::nullopt;
}

void FaseCatalogus::put(std::string_view word, Fase fase) {
    words_[folded(word)] = fase;
}

Fase FaseCatalogus::fase_of(std::string_view status) const {
    const auto found = words_.find(folded(status));
    return found == words_.end() ? Fase::onbekend : found->second;
}

}  // namespace koppelkans::domain
