#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/fase.h"
#include "engine/domain/settings.h"
#include "engine/domain/soort.h"
#include "engine/domain/veld.h"

namespace koppelkans::io {

/// Whether a transformation may be used for which PROJ only guesses (`crs_onzeker`, SPEC §2).
enum class Ballpark { refused, allowed };

/// A source as the configuration names it (SPEC §8).
struct BronConfiguration {
    std::string naam;
    /// A path made absolute or relative to the working directory, or a database connection as written.
    std::string bron;
    std::string laag;  ///< empty: the only layer, or the one that is recognised
    std::optional<std::string> soort;
    std::optional<std::string> soort_veld;
    std::map<std::string, std::string> soort_waarden;  ///< as written
    std::optional<double> werkafstand_m;
    std::optional<std::string> groepeer;  ///< the column
    std::optional<std::string> filter;
    std::optional<std::string> crs;
    std::optional<std::string> encoding;
    Ballpark ballpark = Ballpark::refused;
    std::map<domain::Veld, std::string> velden;
};

struct BuurtenConfiguration {
    std::string bron;
    std::string laag;
    std::optional<int> jaar;
    std::optional<std::string> crs;
    std::optional<std::string> encoding;
    Ballpark ballpark = Ballpark::refused;
    /// buurtcode, buurtnaam, wijkcode, gemeentecode -> column
    std::map<std::string, std::string> velden;
};

/// The layers of SPEC §7 that can be asked for, in the order in which they are written.
const std::vector<std::string>& alle_lagen();

/// A whole run as configured, checked in itself: keys, types, values, soorten and fasen. Whether the
/// files exist and hold what they should is seen when they are opened.
struct Configuration {
    domain::Settings settings;
    std::string crs = "EPSG:28992";
    std::vector<std::string> lagen;  ///< default: all
    std::string uitvoer = "koppelkansen.gpkg";
    /// Files without a CRS get this one (`--crs`); empty: they are an error.
    std::optional<std::string> crs_of_nameless;
    BuurtenConfiguration buurten;
    std::vector<BronConfiguration> bronnen;
    domain::SoortCatalogus soorten;
    domain::FaseCatalogus fasen;
    /// The whole configuration as text, passwords and tokens written as ***.
    std::string text;
};

/// The catalogues that ship with the program (data/soorten.toml and data/fasen.toml, compiled in) and
/// every default: what a run without a configuration file starts from.
Configuration default_configuration(time::Day today);

/// Reads koppelkans.toml. Throws domain::InputError with file, line, column and, for an unknown key or
/// value, the nearest known one. Relative paths are taken from the folder of the file.
/// `/vsi` paths and connections (`PG:...`) are left as they are.
Configuration read_configuration(const std::string& path, time::Day today);

/// As read_configuration, for a text; `path` is the name in messages and gives the folder.
Configuration parse_configuration(const std::string& text, const std::string& path, time::Day today);

/// A connection string or path with the values of password, token and the like, and the user part of
/// a URL, written as *** (SPEC §7).
std::string masked(const std::string& connection);

}  // namespace koppelkans::io
