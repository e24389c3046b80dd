#include "engine/analysis/pair.h"

namespace koppelkans::analysis {

namespace {

using domain::Opgave;

bool has_known_bounded_eind(const time::Tijdlijn& tijdlijn) {
    return !tijdlijn.tijd_onbekend && !tijdlijn.eind_onbekend && !tijdlijn.e2.is_open();
}

}  // namespace

bool takes_part(const Opgave& opgave, const domain::Settings& settings) {
    return opgave.rol == domain::Rol::plan &&
           (!opgave.tijdlijn.tijd_onbekend ||
            settings.onbekende_tijd == domain::OnbekendeTijd::meenemen);
}

std::optional<time::TijdZekerheid> may_couple(const Opgave& a, const Opgave& b,
                                              const domain::Settings& settings) {
    if (a.soort == b.soort && settings.koppel == domain::Koppel::verschillende_soort) {
        return std::nullopt;
    }
    if (!takes_part(a, settings) || !takes_part(b, settings)) {
        return std::nullopt;
    }
    return time::within_horizon(a.tijdlijn, b.tijdlijn, settings.horizon);
}

std::optional<Reopening> may_reopen(const Opgave& first, const Opgave& later,
                                    const domain::SoortCatalogus& soorten) {
    const time::Period graafrust = soorten[first.soort].graafrust;
    if (graafrust.is_zero() || !soorten[later.soort].graaft || later.rol != domain::Rol::plan ||
        later.tijdlijn.tijd_onbekend || first.niveau != domain::Niveau::plek ||
        later.niveau != domain::Niveau::plek || !has_known_bounded_eind(first.tijdlijn)) {
        return std::nullopt;
    }
    const time::Tijdlijn& rest = first.tijdlijn;
    const time::Day until = time::plus(rest.e2, graafrust);
    if (later.tijdlijn.s2 <= rest.e2 || later.tijdlijn.s1 > until) {
        return std::nullopt;
    }
    const bool certain =
        rest.e2 < later.tijdlijn.s1 && later.tijdlijn.s2 <= time::plus(rest.e1, graafrust);
    return Reopening{certain ? time::TijdZekerheid::zeker : time::TijdZekerheid::mogelijk, until};
}

}  // namespace koppelkans::analysis
