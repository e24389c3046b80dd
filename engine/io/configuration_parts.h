#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/configuration.h"
#include "engine/io/configuration_section.h"

namespace koppelkans::io {

/// The keys above the first section, and the sections themselves.
const KnownKeys& top_keys();

/// Sentences for the keys of `top_keys` that were written below a section by mistake.
std::map<std::string, std::string> hints_for_top_keys();

/// peildatum, horizon, aanloop, tijdregel, venster, min_oppervlakte, koppel, onbekende_tijd and
/// tijdzone over what `settings` holds.
void read_settings(const Section& top, domain::Settings& settings);

/// The section [buurten]. `ballpark` is what the top of the file says; the section's own comes
/// first.
BuurtenConfiguration read_buurten_section(const std::string& path, const TomlValue& table,
                                          Ballpark ballpark);

/// The sections [[bronnen]], checked one by one and against each other. Soorten are looked up in
/// the catalogue and given as their codes.
std::vector<BronConfiguration> read_bronnen_sections(const std::string& path, const TomlValue& list,
                                                     Ballpark ballpark,
                                                     const domain::SoortCatalogus& soorten);

/// A path as it is written in the configuration `file`, seen from the working directory. Absolute
/// paths, `/vsi` paths, URLs, connections (`PG:...`: two letters or more before a colon) and data
/// sources written out in full (XML, JSON) stay as they are.
///
///     resolved_path("plannen/koppelkans.toml", "../riool.gpkg")   // riool.gpkg
std::string resolved_path(const std::string& file, const std::string& written);

/// The same for a file to write, which is no connection whatever its name.
///
///     resolved_output("plannen/koppelkans.toml", "PG:kansen.gpkg")   // plannen/PG:kansen.gpkg
std::string resolved_output(const std::string& file, const std::string& written);

}  // namespace koppelkans::io
