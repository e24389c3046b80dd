#include "tests/io/result_scene.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/ids.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::test {

namespace {

using time::Day;

domain::Buurt buurt(const std::string& code, const std::string& naam, const std::string& wijk,
                    double x) {
    domain::Buurt made;
    made.buurtcode = code;
    made.buurtnaam = naam;
    made.wijkcode = wijk;
    made.gemeentecode = wijk.empty() ? "" : "GM0001";
    made.polygon = square(x, 0, 100);
    made.box = geometry::bounds(made.polygon);
    made.area_m2 = 10000;
    return made;
}

domain::Soort soort(const std::string& code, const std::string& domein, domain::Aard aard) {
    domain::Soort made;
    made.code = code;
    made.naam = code;
    made.domein = domein;
    made.aard = aard;
    return made;
}

time::Tijdlijn tijdlijn(Day start, Day eind) {
    return {start, start, eind, eind, false, false};
}

domain::GebiedCounts counts() {
    domain::GebiedCounts made;
    made.aantal_opgaven = 1;
    made.aantal_koppelkansen = 2;
    made.aantal_gebiedskansen = 3;
    made.aantal_kansrijk = 4;
    made.aantal_combinaties = 5;
    made.aantal_risicos = 6;
    made.koppel_m2 = 70.5;
    made.max_gelijktijdig = 8;
    made.drukste_dag = day("2027-03-01");
    made.domeinen = {"Gezondheid; zorg", "groen"};
    return made;
}

}  // namespace

TestFolder::TestFolder()
    : path_((std::filesystem::temp_directory_path() / "koppelkans-test-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) {
        throw std::runtime_error("no folder for the test");
    }
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TestFolder::names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
        found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::string fingerprint(const std::string& path) {
    return domain::sha256_hex(bytes_of(path));
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "";
}

std::vector<std::string> rows_of(const std::string& path, const std::string& sql) {
    sqlite3* file = nullptr;
    sqlite3_stmt* query = nullptr;
    std::vector<std::string> rows;
    if (sqlite3_open_v2(path.c_str(), &file, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(file, sql.c_str(), -1, &query, nullptr) != SQLITE_OK) {
        rows.push_back(std::string("error: ") + sqlite3_errmsg(file));
    }
    while (query != nullptr && sqlite3_step(query) == SQLITE_ROW) {
        std::string row;
        for (int i = 0; i < sqlite3_column_count(query); ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(query, i));
            row += (i == 0 ? "" : " | ") + std::string(text == nullptr ? "NULL" : text);
        }
        rows.push_back(row);
    }
    sqlite3_finalize(query);
    sqlite3_close(file);
    return rows;
}

time::Day day(const std::string& iso) {
    return Day::from_ymd(std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)),
                         std::stoi(iso.substr(8, 2)))
        .value();
}

geometry::Wkb wkb(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

geometry::Wkb square(double x, double y, double side) {
    return wkb(fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y,
                           x + side, y + side));
}

Scene::Scene()
    : buurten({buurt("BU0001", "Oost", "WK01", 0), buurt("BU0002", "D'n Höek", "WK01", 100),
               buurt("BU0003", "", "", 300)},
              2025) {
    soorten.put(soort("bomen", "groen", domain::Aard::fysiek));
    soorten.put(soort("eenzaamheid", "Gezondheid; zorg", domain::Aard::sociaal));
    soorten.put(soort("riool", "water", domain::Aard::fysiek));
    make_opgaven();
    make_found();
    make_account();
}

void Scene::make_opgaven() {
    opgaven.resize(6);
    const char* const ids[] = {"groen:1", "riool:7", "riool:8", "sociaal:a;b", "sociaal:c", "x:9"};
    const char* const soort_codes[] = {"bomen",       "riool",       "riool",
                                       "eenzaamheid", "eenzaamheid", "bomen"};
    for (std::size_t i = 0; i < opgaven.size(); ++i) {
        const std::string id = ids[i];
        opgaven[i].opgave_id = id;
        opgaven[i].id = id.substr(id.find(':') + 1);
        opgaven[i].bron = i == 0 ? 0 : i < 3 ? 1 : 2;
        opgaven[i].soort = soorten.find(soort_codes[i]).value();
    }
    domain::Opgave& groen = opgaven[0];
    using domain::Veld;
    for (const auto& [veld, text] :
         std::vector<std::pair<Veld, const char*>>{{Veld::naam, "Bomen \"Laan\""},
                                                   {Veld::trekker, "Groenteam"},
                                                   {Veld::status, "VO"},
                                                   {Veld::start, "2027"},
                                                   {Veld::eind, "eind 2028"},
                                                   {Veld::project, "p"},
                                                   {Veld::kansen, "schaduw"},
                                                   {Veld::risicos, "wortels"},
                                                   {Veld::doelstelling, "koelte"},
                                                   {Veld::budget, "€ 10.000"}}) {
        groen.texts.set(veld, text);
    }
    groen.fase = domain::Fase::ontwerp;
    groen.tijdlijn = tijdlijn(day("2027-01-01"), day("2028-12-31"));
    groen.geometry = groen.werkgebied = square(10, 10, 20);
    groen.werkgebied_m2 = 400;
    domain::Opgave& riool = opgaven[1];
    riool.tijdlijn = tijdlijn(day("2029-05-02"), Day::open_after());
    riool.tijdlijn.eind_onbekend = true;
    riool.geometry = wkb("LINESTRING (0 20, 150 20)");
    riool.werkgebied = wkb("MULTIPOLYGON (((0 17, 150 17, 150 23, 0 23, 0 17)))");
    riool.werkafstand_m = 3;
    riool.werkgebied_m2 = 900;
    riool.lengte_m = 150;
    riool.hersteld = true;
    domain::Opgave& rust = opgaven[2];
    rust.rol = domain::Rol::rust;
    rust.fase = domain::Fase::gereed;
    rust.tijdlijn = tijdlijn(day("2025-01-01"), day("2026-01-31"));
    rust.geometry = wkb("POINT (15 15)");
    rust.werkgebied = square(14, 14, 2);
    for (std::size_t i = 3; i < 5; ++i) {
        opgaven[i].niveau = domain::Niveau::gebied;
        opgaven[i].gebied = {0, 1};
    }
    opgaven[3].tijdlijn.tijd_onbekend = true;
    opgaven[4].tijdlijn = {
        Day::open_before(), day("2027-01-01"), day("2030-01-01"), day("2030-12-31"), false, false};
    opgaven[4].werkgebied = square(190, 0, 50);
    opgaven[5].geometry = opgaven[5].werkgebied = square(1000, 1000, 5);
}

void Scene::make_found() {
    using time::Aanhaken;
    domain::Koppelkans pair;
    pair.koppelkans_id = "BU0001-0123456789ab";
    pair.a = 0;
    pair.b = 1;
    pair.tussentijd = {122, std::nullopt};
    pair.tijd_zekerheid = time::TijdZekerheid::zeker;
    pair.eerste_start = day("2027-01-01");
    pair.aanhaken = Aanhaken::krap;
    pair.oppervlakte_m2 = 120;
    pair.aandeel_a = 0.25;
    pair.aandeel_b = 0.125;
    pair.gedeeld_m3 = 60.5;
    pair.lengte_b_m = 20;
    pair.afstand_m = 0;
    pair.eerst = 1;
    pair.volgorde_strijdig = true;
    pair.al_samen = true;
    pair.geometry = square(10, 17, 6);
    domain::Koppelkans again = pair;
    again.koppelkans_id = "BU0002-0123456789ab";
    again.buurt = 1;
    again.verband = time::Verband::mogelijk_gelijktijdig;
    again.eerste_start = Day::open_before();
    again.aanhaken = Aanhaken::lopend;
    again.eerst.reset();
    again.gedeeld_m3.reset();
    again.aandeel_a = 0.5;
    domain::Koppelkans whole = pair;
    whole.koppelkans_id = "BU0001-gebied";
    whole.b = 3;
    whole.tijd_zekerheid = time::TijdZekerheid::mogelijk;
    whole.verband = time::Verband::gelijktijdig;
    whole.aanhaken.reset();
    domain::Koppelkans social = whole;
    social.a = 3;
    social.b = 4;
    social.geometry = {};
    const domain::Combinatie trio{
        "BU0001-trio",      0,    {0, 1, 3},        day("2027-01-01"), Day::open_after(),
        Aanhaken::kansrijk, 33.5, square(10, 17, 3)};
    const domain::Risico risico{
        "BU0001-risico",  0, 2, 1, day("2031-01-31"), time::TijdZekerheid::zeker, 4.0, 1.75, "",
        square(14, 14, 2)};
    found.push_back({0, {pair}, {whole, social}, {trio}, {risico}, counts()});
    found.push_back({1, {again}, {}, {}, {}, {}});
    found.push_back({2, {}, {}, {}, {}, {}});
    wijken.push_back({"WK01", "GM0001", counts(), wkb("POLYGON ((0 0, 200 0, 200 100, 0 0))")});
    gemeenten.push_back({"GM0001", "", counts(), square(0, 0, 200)});
}

void Scene::make_account() {
    afgekeurd.push_back({0, 12, "", domain::Reden::id_ontbreekt, "", wkb("POINT (1 2)")});
    afgekeurd.push_back({2, 3, "z", domain::Reden::datum_ongeldig, "start 'ooit'", {}});
    bronnen.push_back({"groen", "groen.gpkg", "bomen", "EPSG:4326", 0.25, {3, 1, 1, 1}});
    bronnen.push_back({"riool", "PG:dbname=x password=***", "", "EPSG:28992", 0.0, {2, 2, 0, 0}});
    bronnen.push_back({"sociaal", "sociaal.csv", "sociaal", "", std::nullopt, {0, 0, 0, 0}});
    run.version = "0.1.0";
    run.settings.peildatum = day("2026-11-21");
    run.settings.horizon.horizon = {30, 0};
    run.configuration = "peildatum = 2026-11-21\n# \"it's\"\n";
    run.inputs = {{"riool.shp", "ab12", "data/riool.shp"},
                  {"PG:\"x\"", std::nullopt},
                  {"buurten.gpkg", "cd34"}};
    run.buurten_jaar = 2025;
}

io::ResultContext Scene::context() const {
    io::ResultContext made;
    made.opgaven = &opgaven;
    made.buurten = &buurten;
    made.soorten = &soorten;
    made.bron_names = {"groen", "riool", "sociaal"};
    made.crs = "EPSG:28992";
    made.settings = run.settings;
    return made;
}

void Scene::fill(io::ResultFile& file) const {
    for (const analysis::BuurtResult& result : found) {
        file.add(result);
    }
    file.add_wijken(wijken);
    file.add_gemeenten(gemeenten);
    file.add_opgaven({{2, 400, true},
                      {2, 900, true},
                      {0, 4, true},
                      {0, 20000, true},
                      {0, 22000, true},
                      {0, 0, false}});
    file.add_werkgebieden(0, {opgaven[0].werkgebied, opgaven[1].werkgebied});
    file.add_werkgebieden(2, {opgaven[2].werkgebied, square(0, 0, 200), square(0, 0, 300), {}});
    file.add_afgekeurd(afgekeurd);
    file.add_run(run, bronnen);
}

void Scene::write(const std::string& path, const std::vector<std::string>& lagen) const {
    io::ResultFile file(path, lagen, context());
    fill(file);
    file.finish();
}

std::vector<std::string> Scene::all_lagen() {
    std::vector<std::string> names;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        names.emplace_back(layer.name);
    }
    return names;
}

}  // namespace koppelkans::test
