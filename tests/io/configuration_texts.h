#pragma once

#include <string>

namespace koppelkans::io {

/// Every key of SPEC §8, each with another value than its default where it has one.
inline const std::string full_configuration = R"toml(# the whole of SPEC §8
peildatum = 2026-11-21
horizon = "P3Y"
aanloop = "18 maanden"
tijdregel = "start"
venster = ["2026-01-01", "2032-12-31"]
min_oppervlakte = 2.5
koppel = "verschillende_opgave"
onbekende_tijd = "meenemen"
tijdzone = "Europe/Brussels"
crs = "EPSG:31370"
lagen = ["koppelkansen", "gebiedskansen"]
uitvoer = "uit/koppelkansen.gpkg"

[buurten]
bron = "buurten.gpkg"
laag = "buurten"
jaar = 2025
crs = "EPSG:4258"
encoding = "UTF-8"
crs_onzeker = true
velden = { buurtcode = "bu_code", buurtnaam = "bu_naam", wijkcode = "wk_code", gemeentecode = "gm_code" }

[[bronnen]]
naam = "riool"
bron = "rioolvervanging.gpkg"
laag = "strengen"
soort = "rioolvervanging"
werkafstand = 3.0
groepeer = "project"
filter = "status <> 'concept'"
crs = "EPSG:28992"
crs_onzeker = true
encoding = "CP1252"

[bronnen.velden]
id = "streng"
naam = "naam"
start = "begin"
eind = "eind"
duur = "duur"
status = "status"
trekker = "trekker"
werkafstand = "breedte"
gebiedscode = "gebied"
buurtcode = "bu_code"
wijkcode = "wk_code"
gemeentecode = "gm_code"
project = "project"
x = "x"
y = "y"
wkt = "wkt"
kansen = "kansen"
risicos = "risicos"
doelstelling = "doel"
budget = "budget"

[[bronnen]]
naam = "plannen"
bron = "PG:dbname=plannen user=jan password=geheim"
soort_veld = "type"
soort_waarden = { "Riool - vervangen" = "Rioolvervanging", "Park" = "PARK" }

[soorten.rioolvervanging]
naam = "Rioolvervanging"
domein = "water"
aard = "fysiek"
werkafstand = 4.5
bouwvolgorde = 2
graaft = true
diepte_m = 2.5
graafrust = "P1Y"

[soorten.park]
naam = "Parkaanleg"

[fasen]
"in de week gelegd" = "idee"
"opgeleverd" = "uitvoering"
)toml";

/// What must be there and no more.
inline const std::string smallest_configuration = R"toml([buurten]
bron = "buurten.gpkg"
[[bronnen]]
naam = "riool"
bron = "riool.gpkg"
)toml";

/// A whole configuration whose first line, or lines, are these.
inline std::string with_top(const std::string& lines) {
    return lines + "\n" + smallest_configuration;
}

/// A whole configuration with these lines in its last section, [[bronnen]], from line 6 on.
inline std::string with_bron(const std::string& lines) {
    return smallest_configuration + lines + "\n";
}

/// A whole configuration with these lines in [buurten], from line 3 on.
inline std::string with_buurten(const std::string& lines) {
    return "[buurten]\nbron = \"buurten.gpkg\"\n" + lines +
           "\n[[bronnen]]\nnaam = \"riool\"\nbron = \"riool.gpkg\"\n";
}

}  // namespace koppelkans::io
