#pragma once

#include <string>

#include "engine/domain/fase.h"
#include "engine/domain/soort.h"
#include "engine/io/configuration_toml.h"

namespace koppelkans::io {

/// Where a catalogue comes from: `woorden` is a key of the one that ships only.
enum class CatalogueOrigin { shipped, configuration };

/// Puts the tables below [soorten] into the catalogue (SPEC §8): each adds a soort, or overrides
/// the soort of that code, in any case, key by key. A soort that is new has as defaults: naam = its
/// code, domein = "overig", aard = "fysiek", werkafstand = 0 (lines and points then need one from
/// their source), no bouwvolgorde, graaft = false, no diepte_m, graafrust = none. Throws
/// domain::InputError with the place for unknown keys, wrong types and values out of range:
/// werkafstand 0 to 10,000 m, bouwvolgorde 1 to 9, diepte_m 0 to 1,000 m.
void read_soorten(const std::string& path, const TomlValue& soorten, CatalogueOrigin origin,
                  domain::SoortCatalogus& catalogue);

/// Puts the words below [fasen] over those of the catalogue. Throws domain::InputError with the
/// place and the nearest fase for a fase that is none.
void read_fasen(const std::string& path, const TomlValue& fasen, domain::FaseCatalogus& catalogue);

/// data/soorten.toml, compiled in.
domain::SoortCatalogus shipped_soorten();

/// data/fasen.toml, compiled in, over the names of the fasen themselves.
domain::FaseCatalogus shipped_fasen();

}  // namespace koppelkans::io
