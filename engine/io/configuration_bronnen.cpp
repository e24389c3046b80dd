#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/io/configuration_parts.h"

namespace koppelkans::io {

namespace {
Ballpark ballpark_of(const Section& section, Ballpark otherwise) {
    const std::optional<bool> allowed = section.yes_no("crs_onzeker");
    if (!allowed) {
        return otherwise;
    }
    return *allowed ? Ballpark::allowed : Ballpark::refused;
}

const KnownKeys& buurten_keys() {
    static const KnownKeys known{"[buurten]",
                                 {{"bron", "\"buurten.gpkg\""},
                                  {"laag", "\"buurten\""},
                                  {"jaar", "2025"},
                                  {"crs", "\"EPSG:28992\""},
                                  {"crs_onzeker", "true"},
                                  {"encoding", "\"CP1252\""},
                                  {"velden", "{ buurtcode = \"bu_code\" }"}},
                                 hints_for_top_keys()};
    return known;
}

const KnownKeys& buurten_velden() {
    static const KnownKeys known{"velden of [buurten]",
                                 {{"buurtcode", "\"bu_code\""},
                                  {"buurtnaam", "\"bu_naam\""},
                                  {"wijkcode", "\"wk_code\""},
                                  {"gemeentecode", "\"gm_code\""}},
                                 {}};
    return known;
}

const KnownKeys& bron_keys() {
    static const KnownKeys known{
        "[[bronnen]]",
        {{"naam", "\"riool\""},
         {"bron", "\"rioolvervanging.gpkg\""},
         {"laag", "\"strengen\""},
         {"soort", "\"rioolvervanging\""},
         {"soort_veld", "\"type\""},
         {"soort_waarden", "{ \"Riool - vervangen\" = \"rioolvervanging\" }"},
         {"werkafstand", "3.0"},
         {"groepeer", "\"project\""},
         {"filter", "\"status <> 'concept'\""},
         {"crs", "\"EPSG:28992\""},
         {"crs_onzeker", "true"},
         {"encoding", "\"CP1252\""},
         {"velden", "{ id = \"nummer\", start = \"startdatum\" }"}},
        hints_for_top_keys()};
    return known;
}

const KnownKeys& bron_velden() {
    static const KnownKeys known = [] {
        KnownKeys made{
            "velden of [[bronnen]]",
            {},
            {{"soort", "the column of the soort is named by soort_veld = \"...\", beside velden"},
             {"groep", "the column of the group is named by groepeer = \"...\", beside velden"}}};
        for (const domain::Veld veld : domain::alle_velden()) {
            if (veld != domain::Veld::soort && veld != domain::Veld::groep) {
                made.keys.push_back({domain::to_text(veld), "\"kolom\""});
            }
        }
        return made;
    }();
    return known;
}

domain::Veld veld_of(const std::string& key) {
    const auto& velden = domain::alle_velden();
    return *std::find_if(velden.begin(), velden.end(),
                         [&](domain::Veld veld) { return key == domain::to_text(veld); });
}

/// The code of a soort that the configuration names; one that no catalogue has is an error.
std::string code_of(const std::string& path, TomlPlace place, const std::string& named,
                    const domain::SoortCatalogus& soorten) {
    const std::optional<domain::SoortIndex> index = soorten.find(named);
    if (!index) {
        fail_at(path, place,
                fmt::format("unknown soort {}{}", in_quotes(named), meant(named, soorten.codes())));
    }
    return soorten[*index].code;
}

void read_soort(const Section& section, const domain::SoortCatalogus& soorten,
                BronConfiguration& bron) {
    if (const auto soort = section.text("soort")) {
        bron.soort = code_of(section.path(), section.find("soort")->place, *soort, soorten);
    }
    bron.soort_veld = section.text("soort_veld");
    if (bron.soort && bron.soort_veld) {
        section.fail("soort_veld", "soort and soort_veld exclude each other; keep one of the two");
    }
    const TomlValue* waarden = section.table("soort_waarden");
    if (waarden == nullptr) {
        return;
    }
    if (!bron.soort_veld) {
        section.fail("soort_waarden",
                     "soort_waarden needs soort_veld, the column that it is about");
    }
    for (const Word& word : read_words(section.path(), *waarden, "soort_waarden")) {
        bron.soort_waarden[word.key] = code_of(section.path(), word.place, word.text, soorten);
    }
}

BronConfiguration read_bron(const Section& section, Ballpark ballpark,
                            const domain::SoortCatalogus& soorten) {
    BronConfiguration bron;
    bron.naam = section.required_name("naam");
    bron.bron = resolved_path(section.path(), section.required_text("bron"));
    bron.named_at = section.place_of("bron");
    bron.laag = section.text("laag").value_or("");
    read_soort(section, soorten, bron);
    bron.werkafstand_m = section.number("werkafstand", {0, 10000});
    bron.groepeer = section.text("groepeer");
    bron.filter = section.text("filter");
    bron.crs = section.text("crs");
    bron.encoding = section.text("encoding");
    bron.ballpark = ballpark_of(section, ballpark);
    if (const TomlValue* velden = section.table("velden")) {
        const Section columns(section.path(), *velden, bron_velden());
        for (const TomlEntry& entry : velden->entries) {
            bron.velden[veld_of(entry.key)] = *columns.text(entry.key);
        }
    }
    return bron;
}

/// An opgave_id is the name of its source, a colon and its id: two sources must not be able to make
/// the same one.
void check_naam(const Section& section, const std::string& naam, std::set<std::string>& names) {
    if (!names.insert(naam).second) {
        section.fail("naam", fmt::format("two sources have the naam {}", in_quotes(naam)));
    }
    const std::string start = naam + ":";
    const auto longer = names.lower_bound(start);
    if (longer != names.end() && longer->compare(0, start.size(), start) == 0) {
        section.fail("naam", fmt::format("the sources {} and {} could give the same opgave_id; "
                                         "rename one of them",
                                         in_quotes(naam), in_quotes(*longer)));
    }
    for (std::size_t colon = naam.find(':'); colon != std::string::npos;
         colon = naam.find(':', colon + 1)) {
        if (names.count(naam.substr(0, colon)) != 0) {
            section.fail("naam", fmt::format("the sources {} and {} could give the same opgave_id; "
                                             "rename one of them",
                                             in_quotes(naam.substr(0, colon)), in_quotes(naam)));
        }
    }
}
}  // namespace

BuurtenConfiguration read_buurten_section(const std::string& path, const TomlValue& table,
                                          Ballpark ballpark) {
    const Section section(path, table, buurten_keys());
    BuurtenConfiguration buurten;
    buurten.bron = resolved_path(path, section.required_text("bron"));
    buurten.named_at = section.place_of("bron");
    buurten.laag = section.text("laag").value_or("");
    buurten.jaar = section.whole("jaar", {1900, 2200});
    buurten.crs = section.text("crs");
    buurten.encoding = section.text("encoding");
    buurten.ballpark = ballpark_of(section, ballpark);
    if (const TomlValue* velden = section.table("velden")) {
        const Section columns(path, *velden, buurten_velden());
        for (const TomlEntry& entry : velden->entries) {
            buurten.velden[entry.key] = *columns.text(entry.key);
        }
    }
    return buurten;
}

std::vector<BronConfiguration> read_bronnen_sections(const std::string& path, const TomlValue& list,
                                                     Ballpark ballpark,
                                                     const domain::SoortCatalogus& soorten) {
    std::vector<BronConfiguration> bronnen;
    std::set<std::string> names;
    for (const TomlValue& item : list.items) {
        if (item.kind != TomlKind::table) {
            fail_at(path, item.place,
                    fmt::format("bronnen must hold tables, each below its own [[bronnen]], not {}",
                                to_text(item.kind)));
        }
        const Section section(path, item, bron_keys());
        bronnen.push_back(read_bron(section, ballpark, soorten));
        check_naam(section, bronnen.back().naam, names);
    }
    return bronnen;
}

}  // namespace koppelkans::io
