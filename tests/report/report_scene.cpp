#include "tests/report/report_scene.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "engine/geometry/geometry.h"
#include "engine/io/report_words.h"
#include "engine/report/story.h"

namespace koppelkans::test {

using report::GebiedKind;
using report::KansRow;
using report::OpgaveRow;
using report::ResultData;

namespace {

using Days = std::pair<std::optional<time::Day>, std::optional<time::Day>>;

OpgaveRow opgave(const std::string& id, const std::string& naam, const std::string& soort,
                 const std::string& domein, const Days& days) {
    OpgaveRow row;
    row.opgave_id = id;
    row.naam = naam;
    row.soort = soort;
    row.domein = domein;
    row.type = "fysiek";
    row.trekker = "Gemeente";
    row.fase = "ontwerp";
    row.rol = "plan";
    row.niveau = "plek";
    row.start = days.first;
    row.eind = days.second;
    return row;
}

std::vector<OpgaveRow> scene_opgaven() {
    std::vector<OpgaveRow> rows{
        opgave("bomen:1", "", "bomen", "groen", {}),
        opgave("groen:1", "Groen Dorpsstraat", "groen", "groen", {day(2030, 1, 1), std::nullopt}),
        opgave("kabel:1", "Kabel Kade", "elektriciteit", "energie",
               {day(2027, 8, 1), day(2027, 8, 31)}),
        opgave("oud:1", "Markt bestraat", "bestrating", "wegen",
               {day(2026, 3, 1), day(2026, 5, 31)}),
        opgave("riool:1", "Riool Dorpsstraat", "rioolvervanging", "water",
               {day(2029, 3, 1), day(2029, 9, 30)}),
        opgave("sloop:1", "Sloop loods", "sloop", "wonen", {day(2026, 6, 1), day(2027, 12, 31)}),
        opgave("sociaal:1", "Samen eten", "samenleven_en_integratie", "samenleven",
               {day(2027, 1, 1), day(2029, 12, 31)}),
        opgave("warmte:1", "Warmtenet Noord", "warmtenet", "energie",
               {day(2029, 6, 1), day(2030, 5, 31)}),
        opgave("weg:1", "Asfalt Kade", "wegonderhoud", "wegen",
               {day(2027, 4, 1), day(2027, 6, 30)})};
    rows[0].tijd_onbekend = true;
    rows[0].trekker = "";
    rows[0].fase = "onbekend";
    rows[2].eind_onbekend = true;
    rows[2].trekker = "Netbeheer";
    rows[3].rol = "rust";
    rows[6].type = "sociaal";
    rows[6].niveau = "gebied";
    rows[6].trekker = "Welzijn";
    rows[6].doelstelling = "Minder eenzaamheid";
    rows[6].kansen = "Een tafel op het plein";
    rows[6].budget = "€ 10.000";
    rows[7].trekker = "Warmtebedrijf";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].fid = static_cast<std::int64_t>(i + 1);
        rows[i].werkgebied_fid = rows[i].fid;
    }
    return rows;
}

KansRow kans(const std::string& buurt, const std::string& a, const std::string& b,
             const std::string& aanhaken, double oppervlakte_m2) {
    KansRow row;
    row.koppelkans_id = fmt::format("{}-{}-{}", buurt, a, b);
    row.buurtcode = buurt;
    row.opgave_a = a;
    row.opgave_b = b;
    row.aanhaken = aanhaken;
    row.tijd_zekerheid = "zeker";
    row.verband = "gelijktijdig";
    row.oppervlakte_m2 = oppervlakte_m2;
    row.type = "fysiek";
    return row;
}

std::vector<KansRow> scene_koppelkansen() {
    std::vector<KansRow> rows{kans("BU00010001", "bomen:1", "riool:1", "", 80),
                              kans("BU00010001", "groen:1", "riool:1", "kansrijk", 120.4),
                              kans("BU00010001", "riool:1", "warmte:1", "kansrijk", 300),
                              kans("BU00010002", "riool:1", "warmte:1", "kansrijk", 200),
                              kans("BU00010003", "kabel:1", "sloop:1", "lopend", 40),
                              kans("BU00010003", "kabel:1", "weg:1", "krap", 900)};
    rows[0].tijd_zekerheid = "mogelijk";
    rows[0].verband = "mogelijk_gelijktijdig";
    rows[1].eerste_start = day(2029, 3, 1);
    rows[1].verband = "na_elkaar";
    rows[1].eerst = "riool:1";
    for (KansRow* row : {&rows[2], &rows[3]}) {
        row->eerste_start = day(2029, 3, 1);
        row->eerst = "riool:1";
        row->aandeel_a = 0.125;
        row->aandeel_b = 0.002;
        row->gedeeld_m3 = row->oppervlakte_m2 * 1.5;
    }
    rows[4].eerste_start = day(2026, 6, 1);
    rows[4].al_samen = true;
    rows[5].eerste_start = day(2027, 4, 1);
    rows[5].verband = "na_elkaar";
    rows[5].eerst = "kabel:1";
    rows[5].volgorde_strijdig = true;
    return rows;
}

std::vector<KansRow> scene_gebiedskansen() {
    std::vector<KansRow> rows{kans("BU00010001", "riool:1", "sociaal:1", "krap", 500),
                              kans("BU00010002", "riool:1", "sociaal:1", "krap", 200)};
    for (KansRow& row : rows) {
        row.eerste_start = day(2027, 1, 1);
        row.type = "sociaal-fysiek";
    }
    return rows;
}

std::vector<report::CombinatieRow> scene_combinaties() {
    report::CombinatieRow row;
    row.combinatie_id = "BU00010001-c";
    row.buurtcode = "BU00010001";
    row.opgaven = {"groen:1", "riool:1", "warmte:1"};
    row.soorten = {"groen", "rioolvervanging", "warmtenet"};
    row.aantal_soorten = 3;
    row.eerste_start = day(2029, 3, 1);
    row.aanhaken = "kansrijk";
    row.oppervlakte_m2 = 75;
    return {row};
}

std::vector<report::RisicoRow> scene_risicos() {
    report::RisicoRow done;
    done.risico_id = "BU00010003-r1";
    done.buurtcode = "BU00010003";
    done.eerst = "oud:1";
    done.daarna = "weg:1";
    done.eind_eerst = day(2026, 5, 31);
    done.start_daarna = day(2027, 4, 1);
    done.graafrust_tot = day(2031, 5, 31);
    done.zekerheid = "zeker";
    done.oppervlakte_m2 = 60;
    done.ernst = 50;
    report::RisicoRow planned = done;
    planned.risico_id = "BU00010003-r2";
    planned.eerst = "weg:1";
    planned.daarna = "kabel:1";
    planned.eind_eerst = day(2027, 6, 30);
    planned.start_daarna = day(2027, 8, 1);
    planned.graafrust_tot = day(2032, 6, 30);
    planned.zekerheid = "mogelijk";
    planned.oppervlakte_m2 = 900;
    planned.ernst = 880;
    planned.koppelkans_id = "BU00010003-kabel:1-weg:1";
    return {done, planned};
}

report::BuurtRow buurt(const std::string& code, const std::string& naam, const std::string& wijk) {
    report::BuurtRow row;
    row.buurtcode = code;
    row.buurtnaam = naam;
    row.wijkcode = wijk;
    row.gemeentecode = "GM0001";
    return row;
}

std::vector<report::BuurtRow> scene_buurten() {
    std::vector<report::BuurtRow> rows{buurt("BU00010001", "Noord", "WK000101"),
                                       buurt("BU00010002", "Zuid", "WK000101"),
                                       buurt("BU00010003", "Haven", "WK000102")};
    rows[0].aantal_opgaven = 5;
    rows[0].aantal_koppelkansen = 3;
    rows[0].aantal_kansrijk = 2;
    rows[0].aantal_gebiedskansen = 1;
    rows[0].aantal_combinaties = 1;
    rows[0].koppel_m2 = 480;
    rows[0].max_gelijktijdig = 3;
    rows[0].drukste_dag = day(2030, 1, 1);
    rows[1].aantal_opgaven = 3;
    rows[1].aantal_koppelkansen = 1;
    rows[1].aantal_kansrijk = 1;
    rows[1].aantal_gebiedskansen = 1;
    rows[1].koppel_m2 = 200;
    rows[1].max_gelijktijdig = 2;
    rows[1].drukste_dag = day(2029, 6, 1);
    rows[2].aantal_opgaven = 3;
    rows[2].aantal_koppelkansen = 2;
    rows[2].aantal_risicos = 2;
    rows[2].koppel_m2 = 930;
    rows[2].max_gelijktijdig = 2;
    rows[2].drukste_dag = day(2027, 4, 1);
    return rows;
}

std::vector<report::AfgekeurdRow> scene_afgekeurd() {
    return {{1, "riool", 7, "x9", "datum_ongeldig", "start: \"straks\""},
            {2, "bomen", 1012, "", "geometrie_leeg", ""}};
}

}  // namespace

time::Day day(int year, int month, int of_month) {
    return time::Day::from_ymd(year, month, of_month).value();
}

ResultData scene() {
    ResultData data;
    data.run.version = "1.2.3";
    data.run.peildatum = day(2026, 11, 21);
    data.run.horizon = {24, 0};
    data.run.aanloop = {24, 0};
    data.bronnen = {{"riool", "riool.gpkg", 1200, 1190, 9, 1}, {"bomen", "bomen.csv", 5, 4, 0, 1}};
    data.buurten = scene_buurten();
    data.wijken = {{1, "WK000101", 6, 3, day(2030, 1, 1)}, {2, "WK000102", 3, 2, day(2027, 4, 1)}};
    data.gemeenten = {{1, "GM0001", 8, 4, day(2029, 6, 1)}};
    data.koppelkansen = scene_koppelkansen();
    data.gebiedskansen = scene_gebiedskansen();
    data.combinaties = scene_combinaties();
    data.risicos = scene_risicos();
    data.opgaven = scene_opgaven();
    data.has_werkgebieden = true;
    data.afgekeurd = scene_afgekeurd();
    return data;
}

std::map<std::string, std::set<std::string>> scene_places() {
    return {{"BU00010001", {"bomen:1", "groen:1", "riool:1", "sociaal:1", "warmte:1"}},
            {"BU00010002", {"riool:1", "sociaal:1", "warmte:1"}},
            {"BU00010003", {"kabel:1", "oud:1", "sloop:1", "weg:1"}}};
}

OpgaveRow& opgave_in(ResultData& data, const std::string& opgave_id) {
    for (OpgaveRow& row : data.opgaven) {
        if (row.opgave_id == opgave_id) {
            return row;
        }
    }
    throw std::out_of_range(opgave_id);
}

report::BuurtRow& buurt_in(ResultData& data, const std::string& buurtcode) {
    for (report::BuurtRow& row : data.buurten) {
        if (row.buurtcode == buurtcode) {
            return row;
        }
    }
    throw std::out_of_range(buurtcode);
}

geometry::Wkb ground_at(double x, double y, double side) {
    return geometry::to_wkb(geometry::from_wkt(fmt::format(
        "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + side, y + side)));
}

Report::Report(ResultData data, const std::string& language)
    : data_(std::move(data)),
      index_(data_),
      texts_(io::report_texts(language)),
      palette_(report::fitted(io::report_palette(), data_.opgaven)) {}

report::Gebied Report::gebied(GebiedKind kind, const std::string& code) const {
    for (report::Gebied& gebied : report::gebieden_of(data_, kind)) {
        if (gebied.code == code) {
            return gebied;
        }
    }
    throw std::out_of_range(code);
}

report::Dossier Report::dossier(GebiedKind kind, const std::string& code) const {
    const report::Gebied here = gebied(kind, code);
    std::vector<std::size_t> opgaven;
    std::vector<std::size_t> afgekeurd;
    for (const std::size_t at : here.buurten) {
        const std::string& buurtcode = data_.buurten[at].buurtcode;
        const auto found = places.find(buurtcode);
        for (std::size_t i = 0; i < data_.opgaven.size() && found != places.end(); ++i) {
            if (found->second.contains(data_.opgaven[i].opgave_id)) {
                opgaven.push_back(i);
            }
        }
        // All rows that were left out lie in the first buurt.
        for (std::size_t i = 0; at == 0 && data_.afgekeurd && i < data_.afgekeurd->size(); ++i) {
            afgekeurd.push_back(i);
        }
    }
    return report::dossier_of(index_, here, opgaven, afgekeurd);
}

report::Dossier Report::buurt(const std::string& code) const {
    return dossier(GebiedKind::buurt, code);
}

report::GebiedGround Report::ground(const report::Dossier& dossier) const {
    report::GebiedGround ground;
    for (const std::size_t at : dossier.gebied.buurten) {
        ground.buurten.push_back(ground_at(static_cast<double>(at) * 100, 0));
    }
    for (std::size_t at = 0; at < data_.buurten.size(); ++at) {
        if (!std::count(dossier.gebied.buurten.begin(), dossier.gebied.buurten.end(), at)) {
            ground.neighbours.push_back(
                {data_.buurten[at].titel(), ground_at(static_cast<double>(at) * 100, 0)});
        }
    }
    const double left = static_cast<double>(dossier.gebied.buurten.front()) * 100;
    for (std::size_t i = 0; i < report::drawn_opgaven(dossier).size(); ++i) {
        ground.werkgebieden.push_back(ground_at(left + static_cast<double>(i % 80), 10, 20));
    }
    for (std::size_t i = 0; i < dossier.koppelkansen.size() && i < report::most_drawn_kansen; ++i) {
        ground.koppelkansen.push_back(ground_at(left + static_cast<double>(i % 90), 50, 5));
    }
    return ground;
}

report::PageContext Report::context() const {
    return {index_, texts_, palette_, bestand, "9.9.9", day(2026, 12, 1), "../index.html", werkmap};
}

std::string Report::page(GebiedKind kind, const std::string& code) const {
    const report::Dossier here = dossier(kind, code);
    return report::gebied_page(here, ground(here), context());
}

std::string Report::buurt_page(const std::string& code) const {
    return page(GebiedKind::buurt, code);
}

std::string Report::overview() const {
    std::map<std::string, std::string> pages;
    std::vector<report::PageLink> links;
    std::vector<geometry::Wkb> buurten;
    for (const report::BuurtRow& buurt : data_.buurten) {
        // Files have plain names, whatever stands behind the code of the scene.
        const std::string page = fmt::format("buurt/{}.html", buurt.buurtcode.substr(0, 10));
        pages.emplace(buurt.buurtcode, page);
        links.push_back(
            {report::name_of(gebied(GebiedKind::buurt, buurt.buurtcode), texts_), page});
        buurten.push_back(ground_at(static_cast<double>(buurten.size()) * 100, 0));
    }
    return report::overview_page(pages, links, buurten, context());
}

}  // namespace koppelkans::test
