#pragma once

#include <cstddef>
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

/// Whether a source may be read over a network: from a web address or a database.
enum class Network { refused, allowed };

/// More than a plan has; a bound on what one row may take.
constexpr std::size_t default_max_vertices = 5'000'000;

/// A source as the configuration names it (SPEC §8).
struct BronConfiguration {
    std::string naam;
    /// A path made absolute or relative to the working directory, or a database connection as
    /// written.
    std::string bron;
    /// Where the configuration names it, `koppelkans.toml:14:8`; empty: it came from elsewhere.
    std::string named_at;
    std::string laag;                  ///< empty: the only layer, or the one that is recognised
    std::optional<std::string> soort;  ///< a code of the catalogue
    std::optional<std::string> soort_veld;
    /// The column's value, as written, to the code of a soort.
    std::map<std::string, std::string> soort_waarden;
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
    std::string named_at;  ///< as of a source
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

/// The layers that were asked for, each once, in the order of `alle_lagen`; `run` and `bronnen` may
/// be named too, as they are written always. Throws domain::InputError, without a place, for a
/// layer that there is not, with the nearest one, and for koppelkansen_totaal without the
/// koppelkansen that it is a view of.
std::vector<std::string> chosen_lagen(const std::vector<std::string>& wanted);

/// A whole run as configured, checked in itself: keys, types, values, soorten and fasen. Whether
/// the files exist and hold what they should is seen when they are opened.
struct Configuration {
    domain::Settings settings;
    std::string crs = "EPSG:28992";
    std::vector<std::string> lagen;  ///< default: all
    std::string uitvoer = "koppelkansen.gpkg";
    /// The folder of the file that names it: no link may lead the result elsewhere than it says
    /// (see output_links.h). None: it is of the command line, or there is no file.
    std::optional<std::string> uitvoer_named_in;
    /// Of the command line alone (`--allow-network`): a configuration from someone else cannot say
    /// it.
    Network network = Network::refused;
    /// Of the command line too (`--max-vertices`): a row whose geometry has more is left out.
    std::size_t max_vertices = default_max_vertices;
    /// Files without a CRS get this one (`--crs`); empty: they are an error.
    std::optional<std::string> crs_of_nameless;
    BuurtenConfiguration buurten;
    std::vector<BronConfiguration> bronnen;
    domain::SoortCatalogus soorten;
    domain::FaseCatalogus fasen;
    /// The file as it was written, passwords and tokens as ***; defaults are not added. Empty where
    /// there was no file.
    std::string text;
};

/// The catalogues that ship with the program (data/soorten.toml and data/fasen.toml, compiled in)
/// and every default: what a run without a configuration file starts from.
Configuration default_configuration(time::Day today);

/// Reads koppelkans.toml. Throws domain::InputError with file, line, column and, for an unknown key
/// or value, the nearest known one. Relative paths are taken from the folder of the file.
/// `/vsi` paths and connections (`PG:...`) are left as they are.
Configuration read_configuration(const std::string& path, time::Day today);

/// As read_configuration, for a text; `path` is the name in messages and gives the folder.
Configuration parse_configuration(const std::string& text, const std::string& path,
                                  time::Day today);

/// How the configuration `file` names a file or folder that is there, so that reading it finds the
/// same: relative to its own folder where that can be, with `./` before what would be taken for a
/// connection (`PG:a.gpkg`). Empty where no text does, as for a name that is hidden in part
/// (`token=a.gpkg`).
///
///     written_path("plannen/koppelkans.toml", "plannen/riool.gpkg")   // riool.gpkg
std::optional<std::string> written_path(const std::string& file, const std::string& path);

/// A connection or path without its secrets (SPEC §7): the values of password, token, key,
/// signature and the like become ***, in key=value form, as the parameter of a URL, quoted or not;
/// so does the password in a URL, and the user too where it stands alone before a web address, and
/// every value in the query of a URL and in a connection of PostgreSQL that has no name known to be
/// harmless. In doubt more is hidden than less. Doing it twice changes nothing. Cost: linear.
///
///     masked("PG:dbname=plannen user=jan password=geheim")  // PG:dbname=plannen user=jan
///     password=*** masked("https://jan:geheim@host/wfs?token=abc&v=2")   //
///     https://jan:***@host/wfs?token=***&v=2
std::string masked(const std::string& connection);

}  // namespace koppelkans::io
