#include "engine/analysis/judge.h"

#include <algorithm>

#include <fmt/format.h>

namespace koppelkans::analysis {

namespace {

using domain::Fase;
using domain::Reden;

bool eind_is_known(const time::Tijdlijn& tijdlijn) {
    return !tijdlijn.tijd_onbekend && !tijdlijn.eind_onbekend;
}

bool is_afgerond(const domain::Opgave& opgave, time::Day peildatum) {
    return opgave.fase == Fase::gereed ||
           (eind_is_known(opgave.tijdlijn) && opgave.tijdlijn.e2 < peildatum);
}

/// The tijdlijn of finished work whose rest still counts; empty when it does not.
std::optional<time::Tijdlijn> at_rest(const domain::Opgave& opgave, const time::Period& graafrust,
                                      time::Day peildatum) {
    time::Tijdlijn tijdlijn = opgave.tijdlijn;
    if (!eind_is_known(tijdlijn) || tijdlijn.e2.is_open() || graafrust.is_zero()) {
        return std::nullopt;
    }
    // Work that is gereed has ended, whatever its plan said.
    tijdlijn.e1 = std::min(tijdlijn.e1, peildatum);
    tijdlijn.e2 = std::min(tijdlijn.e2, peildatum);
    if (time::plus(tijdlijn.e2, graafrust) < peildatum) {
        return std::nullopt;
    }
    return tijdlijn;
}

bool is_outside(const time::Tijdlijn& tijdlijn, const time::Interval& venster) {
    return !tijdlijn.tijd_onbekend && (tijdlijn.e2 < venster.first || tijdlijn.s1 > venster.last);
}

}  // namespace

std::optional<Verdict> judge(domain::Opgave& opgave, const domain::Settings& settings,
                             const domain::SoortCatalogus& soorten) {
    if (opgave.fase == Fase::vervallen) {
        return Verdict{Reden::vervallen,
                       fmt::format("status \"{}\"", opgave.texts.of(domain::Veld::status))};
    }
    if (is_afgerond(opgave, settings.peildatum)) {
        const auto rest = at_rest(opgave, soorten[opgave.soort].graafrust, settings.peildatum);
        if (!rest) {
            return Verdict{Reden::afgerond,
                           opgave.fase == Fase::gereed
                               ? fmt::format("status \"{}\"", opgave.texts.of(domain::Veld::status))
                               : fmt::format("ended by {}", time::iso(opgave.tijdlijn.e2))};
        }
        opgave.rol = domain::Rol::rust;
        opgave.tijdlijn = *rest;
        return std::nullopt;
    }
    if (settings.venster && is_outside(opgave.tijdlijn, *settings.venster)) {
        return Verdict{Reden::buiten_venster, fmt::format("lies wholly outside {} to {}",
                                                          time::iso(settings.venster->first),
                                                          time::iso(settings.venster->last))};
    }
    return std::nullopt;
}

}  // namespace koppelkans::analysis
