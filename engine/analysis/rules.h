#pragma once

#include "engine/domain/buurt.h"
#include "engine/domain/fase.h"
#include "engine/domain/settings.h"
#include "engine/domain/soort.h"

namespace koppelkans::analysis {

/// What every step may look at: the settings of the run, the catalogues and the buurten. All of it
/// outlives the steps and does not change while they run, so that threads share it.
struct Rules {
    const domain::Settings& settings;
    const domain::SoortCatalogus& soorten;
    const domain::FaseCatalogus& fasen;
    const domain::BuurtRegister& buurten;
};

}  // namespace koppelkans::analysis
