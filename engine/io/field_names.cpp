#include "engine/io/field_names.h"

#include <algorithm>

#include "engine/domain/text.h"

namespace koppelkans::io {

using domain::Veld;

namespace {

constexpr std::size_t shapefile_letters = 10;
constexpr std::size_t longest_name = 200;  ///< of a column that is compared, in bytes

const std::map<Veld, Names> names_of_velden = {
    {Veld::id,
     {"id",        "nummer",      "nr",         "projectnummer", "projectnr",  "projnr",
      "projectid", "projectcode", "planid",     "plannummer",    "opgaveid",   "opgavenummer",
      "code",      "kenmerk",     "zaaknummer", "identificatie", "identifier", "lokaalid",
      "number",    "gid",         "uuid",       "guid",          "globalid",   "objectid",
      "ogcfid",    "fid",         "gmlid",      "entityhandle"}},
    {Veld::naam,
     {"naam", "projectnaam", "opgavenaam", "titel", "title", "name", "omschrijving",
      "projectomschrijving", "beschrijving", "description", "project", "onderwerp", "label",
      "straatnaam", "straat", "locatie"}},
    {Veld::soort,
     {"soort", "soortopgave", "werksoort", "soortwerk", "soortwerkzaamheden", "type", "typeopgave",
      "typewerk", "typewerkzaamheden", "werkzaamheden", "categorie", "category", "thema",
      "worktype"}},
    {Veld::start,
     {"start",
      "startdatum",
      "datumstart",
      "startuitvoering",
      "datumstartuitvoering",
      "startdatumuitvoering",
      "begin",
      "begindatum",
      "datumbegin",
      "beginuitvoering",
      "aanvang",
      "aanvangsdatum",
      "datumaanvang",
      "van",
      "vanaf",
      "datumvan",
      "planstart",
      "startplanning",
      "geplandestart",
      "startjaar",
      "beginjaar",
      "jaarstart",
      "uitvoeringsjaar",
      "jaaruitvoering",
      "planjaar",
      "jaar",
      "startdate",
      "datestart",
      "begindate",
      "datefrom",
      "from",
      "starttime",
      "startyear",
      "year",
      "datedebut",
      "datedeb",
      "uitvoeringsperiode",
      "periode",
      "planning"}},
    {Veld::eind,
     {"eind",
      "einde",
      "einddatum",
      "datumeind",
      "datumeinde",
      "eindedatum",
      "einduitvoering",
      "eindeuitvoering",
      "datumeinduitvoering",
      "datumeindeuitvoering",
      "einddatumuitvoering",
      "tot",
      "totenmet",
      "tm",
      "datumtot",
      "planeind",
      "planeinde",
      "eindplanning",
      "geplandeind",
      "geplandeeinde",
      "eindjaar",
      "jaareind",
      "jaartot",
      "oplevering",
      "opleverdatum",
      "datumgereed",
      "gereeddatum",
      "jaargereed",
      "enddate",
      "dateend",
      "dateto",
      "end",
      "endtime",
      "finishdate",
      "endyear",
      "datefin"}},
    {Veld::duur, {"duur", "doorlooptijd", "looptijd", "duration"}},
    {Veld::status,
     {"status", "fase", "projectfase", "projectstatus", "planfase", "planstatus", "hoofdstatus",
      "phase", "stand", "stadium"}},
    {Veld::trekker,
     {"trekker", "opdrachtgever", "initiatiefnemer", "verantwoordelijke", "eigenaar", "beheerder",
      "netbeheerder", "organisatie", "partij", "owner", "organisation", "organization", "client"}},
    {Veld::werkafstand, {"werkafstand", "werkafstandm", "bufferafstand"}},
    {Veld::gebiedscode, {"gebiedscode", "gebiedcode", "gebied"}},
    {Veld::buurtcode, {"buurtcode", "bucode", "cbsbuurtcode"}},
    {Veld::wijkcode, {"wijkcode", "wkcode", "cbswijkcode"}},
    {Veld::gemeentecode, {"gemeentecode", "gmcode", "gemcode", "cbsgemeentecode"}},
    {Veld::project,
     {"project", "projectnummer", "projectnr", "projectcode", "projectid", "projectnaam"}},
    // Names at the same place in x and y belong together.
    {Veld::x,
     {"x", "rdx", "xrd", "xcoord", "coordx", "xcoordinaat", "xcoordinate", "easting", "lon", "lng",
      "long", "longitude", "lengtegraad"}},
    {Veld::y,
     {"y", "rdy", "yrd", "ycoord", "coordy", "ycoordinaat", "ycoordinate", "northing", "lat", "lat",
      "lat", "latitude", "breedtegraad"}},
    {Veld::wkt,
     {"wkt", "geomwkt", "wktgeom", "geometrywkt", "wktgeometry", "geometrie", "geometry", "geom",
      "thegeom"}},
    {Veld::kansen, {"kansen", "kans", "meekoppelkansen", "koppelkansen", "opportunities"}},
    {Veld::risicos, {"risicos", "risico", "risks"}},
    {Veld::doelstelling, {"doelstelling", "doelstellingen", "doel", "doelen", "goal"}},
    {Veld::budget,
     {"budget", "kosten", "bedrag", "raming", "kostenraming", "investering", "cost", "costs"}},
};

using Keys = std::vector<std::string>;

/// Made once for all names that they are held against.
Keys keys_of(const std::vector<std::string>& columns) {
    Keys keys;
    keys.reserve(columns.size());
    for (const std::string& column : columns) {
        keys.push_back(name_key(column));
    }
    return keys;
}

bool is_begin_of(const std::string& key, const std::string& column, std::string_view name) {
    return column.size() == shapefile_letters && key.size() >= shapefile_letters - 2 &&
           name.substr(0, key.size()) == key;
}

/// The names of the columns of a layer, and how they are compared.
struct Columns {
    explicit Columns(const std::vector<std::string>& all) : names(all), keys(keys_of(all)) {}
    std::size_t size() const { return names.size(); }

    const std::vector<std::string>& names;
    const Keys keys;
};

std::size_t with_key(const Columns& columns, const std::set<std::size_t>& taken,
                     std::string_view key) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.keys[i] == key && taken.count(i) == 0) {
            return i;
        }
    }
    return columns.size();
}

std::size_t whole_name(const Columns& columns, const Names& names,
                       const std::set<std::size_t>& taken) {
    for (const std::string_view name : names) {
        const std::size_t column = with_key(columns, taken, name);
        if (column != columns.size()) {
            return column;
        }
    }
    return columns.size();
}

std::size_t cut_off_name(const Columns& columns, const Names& names,
                         const std::set<std::size_t>& taken) {
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (is_begin_of(columns.keys[i], columns.names[i], name) && taken.count(i) == 0) {
                return i;
            }
        }
    }
    return columns.size();
}

/// The first pair of names for which both columns are there.
void recognise_xy(const Columns& columns, const std::set<std::size_t>& taken,
                  std::map<Veld, std::size_t>& found) {
    const Names& x_names = usual_names(Veld::x);
    const Names& y_names = usual_names(Veld::y);
    for (std::size_t i = 0; i < x_names.size(); ++i) {
        const std::size_t x = with_key(columns, taken, x_names[i]);
        const std::size_t y = with_key(columns, taken, y_names[i]);
        if (x != columns.size() && y != columns.size()) {
            found[Veld::x] = x;
            found[Veld::y] = y;
            return;
        }
    }
}

bool is_found_by_name(Veld veld) {
    return veld != Veld::groep && veld != Veld::soort && veld != Veld::x && veld != Veld::y;
}

}  // namespace

const Names& usual_names(Veld veld) {
    static const Names none;
    const auto found = names_of_velden.find(veld);
    return found == names_of_velden.end() ? none : found->second;
}

const Names& usual_names_of_buurtcode() {
    static const Names names = {"buurtcode", "bucode", "cbsbuurtcode"};
    return names;
}

const Names& usual_names_of_buurtnaam() {
    static const Names names = {"buurtnaam", "bunaam", "cbsbuurtnaam"};
    return names;
}

const Names& loose_names_of_buurtcode() {
    static const Names names = {"gebiedscode", "gebiedcode", "code", "id"};
    return names;
}

const Names& loose_names_of_buurtnaam() {
    static const Names names = {"buurt", "gebiedsnaam", "naam", "name"};
    return names;
}

std::string name_key(std::string_view column) {
    constexpr std::string_view apostrophe = "\xE2\x80\x99";
    if (domain::trimmed(column).size() > longest_name) {
        return {};
    }
    const std::string name = domain::folded(column);
    std::string key;
    for (std::size_t i = 0; i < name.size();) {
        if (name.compare(i, apostrophe.size(), apostrophe) == 0) {
            i += apostrophe.size();
        } else if (std::string_view("_- .'").find(name[i]) != std::string_view::npos) {
            ++i;
        } else {
            key += name[i];
            ++i;
        }
    }
    return key;
}

std::vector<std::size_t> recognised_columns(const std::vector<std::string>& columns,
                                            const Names& names,
                                            const std::set<std::size_t>& taken) {
    const Columns known(columns);
    std::vector<std::size_t> found;
    std::set<std::size_t> used = taken;
    const auto take = [&](const auto& fits) {
        for (const std::string_view name : names) {
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (fits(i, name) && used.insert(i).second) {
                    found.push_back(i);
                }
            }
        }
    };
    take([&](std::size_t i, std::string_view name) { return known.keys[i] == name; });
    take([&](std::size_t i, std::string_view name) {
        return is_begin_of(known.keys[i], columns[i], name);
    });
    return found;
}

std::size_t recognised_column(const std::vector<std::string>& columns, const Names& names,
                              const std::set<std::size_t>& taken) {
    const std::vector<std::size_t> found = recognised_columns(columns, names, taken);
    return found.empty() ? columns.size() : found.front();
}

std::map<Veld, std::size_t> recognised_fields(const std::vector<std::string>& columns,
                                              std::set<std::size_t> taken,
                                              const std::set<Veld>& known) {
    const Columns names(columns);
    std::map<Veld, std::size_t> found;
    // Whole names of every Veld come before the cut-off name of any.
    for (const auto pick : {whole_name, cut_off_name}) {
        for (const Veld veld : domain::alle_velden()) {
            if (!is_found_by_name(veld) || known.count(veld) != 0 || found.count(veld) != 0) {
                continue;
            }
            const std::size_t column = pick(names, usual_names(veld), taken);
            if (column != columns.size()) {
                found[veld] = column;
                taken.insert(column);
            }
        }
    }
    if (found.count(Veld::wkt) == 0 && known.count(Veld::wkt) == 0 && known.count(Veld::x) == 0 &&
        known.count(Veld::y) == 0) {
        recognise_xy(names, taken, found);
    }
    return found;
}

}  // namespace koppelkans::io
