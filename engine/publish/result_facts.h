#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/geometry/box.h"
#include "engine/time/day.h"
#include "engine/time/period.h"

namespace koppelkans::publish {

/// What a geometry is drawn as; `zonder`: there is none.
enum class Vorm { punt, lijn, vlak, zonder };

/// An opgave as people read it.
struct NamedOpgave {
    std::string opgave_id;
    std::string naam;  ///< empty: the source gives none
};

/// A wijk or buurt with its place.
struct NamedPlace {
    std::string naam;
    geometry::Box box;
};

/// An input of the run.
struct InputFact {
    std::string bron;
    std::string pad;
    std::string sha256;  ///< empty for a database
};

/// What styles, project and metadata need to know of the rows of a result. Boxes are in metres of
/// the analysis CRS.
struct ResultFacts {
    std::vector<domain::Layer> layers;  ///< that the file holds, in the order of SPEC §7
    std::string crs_code;               ///< EPSG:28992, or a name where PROJ knows no code
    std::string crs_wkt;

    std::vector<std::int64_t> koppelkansen_per_buurt;
    std::vector<double> ernst;  ///< of each risico, m²
    /// The values of the column that a layer is classed by, with the forms they occur in: soorten
    /// of opgaven, redenen of afgekeurd.
    std::map<domain::Layer, std::set<std::pair<Vorm, std::string>>> classes;
    std::map<std::string, std::string> soort_names;  ///< by code, of all soorten of the run
    /// The opgaven that a layer of pairs names, by id; no entry where they are too many to list.
    std::map<domain::Layer, std::vector<NamedOpgave>> opgaven;

    geometry::Box extent;  ///< of all buurten
    std::vector<NamedPlace> bookmarks;
    std::string bookmark_group;  ///< what they are, Dutch: "Wijken", or "Buurten"
    std::optional<time::Day> first_start;
    std::optional<time::Day> last_eind;

    std::string version;
    std::string timestamp;  ///< 2027-04-15T12:00:00.000Z
    time::Day peildatum;
    time::Period horizon;
    time::Period aanloop;
    std::optional<int> buurten_jaar;
    std::vector<InputFact> inputs;
    std::string software;  ///< GDAL 3.6.2, GEOS ...

    bool has(domain::Layer layer) const;
};

/// More opgaven than this are not listed in a form: QGIS reads the list with every style.
inline constexpr std::size_t most_named_opgaven = 1000;

}  // namespace koppelkans::publish
