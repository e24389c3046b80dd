#include "engine/io/result_file_rows.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/domain/text.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/projection.h"

namespace koppelkans::io {

namespace {

using domain::Veld;

const char* word(time::TijdZekerheid zekerheid) {
    return zekerheid == time::TijdZekerheid::zeker ? "zeker" : "mogelijk";
}

const char* word(time::Verband verband) {
    switch (verband) {
        case time::Verband::gelijktijdig:
            return "gelijktijdig";
        case time::Verband::mogelijk_gelijktijdig:
            return "mogelijk_gelijktijdig";
        case time::Verband::na_elkaar:
            return "na_elkaar";
    }
    return "";
}

/// Empty, which becomes NULL, where there is none.
const char* word(std::optional<time::Aanhaken> aanhaken) {
    if (!aanhaken) {
        return "";
    }
    switch (*aanhaken) {
        case time::Aanhaken::kansrijk:
            return "kansrijk";
        case time::Aanhaken::krap:
            return "krap";
        case time::Aanhaken::lopend:
            return "lopend";
    }
    return "";
}

const char* word(domain::Aard aard) {
    return aard == domain::Aard::fysiek ? "fysiek" : "sociaal";
}

const char* pair_type(domain::Aard a, domain::Aard b) {
    return a == b ? word(a) : "sociaal-fysiek";
}

void begin_row(LayerWriter& layer, const ResultContext& context, const std::string& id,
               std::uint32_t buurt) {
    const domain::Buurt& where = (*context.buurten)[buurt];
    layer.text(id).text(where.buurtcode).text(where.buurtnaam);
}

void write_counts(LayerWriter& layer, const domain::GebiedCounts& counts) {
    layer.integer(counts.aantal_opgaven)
        .integer(counts.aantal_koppelkansen)
        .integer(counts.aantal_gebiedskansen)
        .integer(counts.aantal_kansrijk)
        .integer(counts.aantal_combinaties)
        .integer(counts.aantal_risicos)
        .real(counts.koppel_m2)
        .integer(counts.max_gelijktijdig)
        .date(counts.drukste_dag)
        .text(domain::csv_line(counts.domeinen));
}

/// Hashes by name, as a JSON object in the order given; no hash is null.
std::string as_json(const std::vector<InputHash>& inputs) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const InputHash& input : inputs) {
        if (input.sha256) {
            object[input.name] = *input.sha256;
        } else {
            object[input.name] = nullptr;
        }
    }
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

void write_koppelkans(LayerWriter& layer, const ResultContext& context,
                      const domain::Koppelkans& found) {
    const domain::Opgave& a = (*context.opgaven)[found.a];
    const domain::Opgave& b = (*context.opgaven)[found.b];
    const domain::Soort& soort_a = (*context.soorten)[a.soort];
    const domain::Soort& soort_b = (*context.soorten)[b.soort];
    const bool on_a_plek = layer.definition().layer == domain::Layer::koppelkansen;
    begin_row(layer, context, found.koppelkans_id, found.buurt);
    layer.text(a.opgave_id).text(b.opgave_id);
    layer.text(a.texts.of(Veld::naam)).text(b.texts.of(Veld::naam));
    layer.text(soort_a.code).text(soort_b.code);
    layer.text(soort_a.domein).text(soort_b.domein);
    layer.text(a.texts.of(Veld::trekker)).text(b.texts.of(Veld::trekker));
    layer.date(a.tijdlijn.s1).date(a.tijdlijn.e2).date(b.tijdlijn.s1).date(b.tijdlijn.e2);
    layer.integer(found.tussentijd.min_days).integer(found.tussentijd.max_days);
    layer.text(word(found.tijd_zekerheid)).text(word(found.verband));
    layer.date(found.eerste_start).text(word(found.aanhaken));
    layer.real(found.oppervlakte_m2).real(found.aandeel_a).real(found.aandeel_b);
    if (on_a_plek) {
        layer.real(found.gedeeld_m3);
    }
    layer.real(found.lengte_a_m).real(found.lengte_b_m);
    if (on_a_plek) {
        layer.real(found.afstand_m);
    }
    layer.text(found.eerst ? (*context.opgaven)[*found.eerst].opgave_id.c_str() : "");
    layer.boolean(found.volgorde_strijdig).text(pair_type(soort_a.aard, soort_b.aard));
    layer.boolean(found.al_samen).write(found.geometry);
}

void write_combinatie(LayerWriter& layer, const ResultContext& context,
                      const domain::Combinatie& found) {
    std::vector<std::string> opgaven;
    opgaven.reserve(found.opgaven.size());
    std::set<std::string> soorten;
    for (const domain::OpgaveIndex index : found.opgaven) {
        const domain::Opgave& opgave = (*context.opgaven)[index];
        opgaven.push_back(opgave.opgave_id);
        soorten.insert((*context.soorten)[opgave.soort].code);
    }
    begin_row(layer, context, found.combinatie_id, found.buurt);
    layer.integer(static_cast<std::int64_t>(opgaven.size()))
        .integer(static_cast<std::int64_t>(soorten.size()))
        .text(domain::csv_line(opgaven))
        .text(domain::csv_line({soorten.begin(), soorten.end()}))
        .date(found.eerste_start)
        .date(found.laatste_eind)
        .text(word(found.aanhaken))
        .real(found.oppervlakte_m2)
        .write(found.geometry);
}

void write_risico(LayerWriter& layer, const ResultContext& context, const domain::Risico& found) {
    const domain::Opgave& eerst = (*context.opgaven)[found.eerst];
    const domain::Opgave& daarna = (*context.opgaven)[found.daarna];
    begin_row(layer, context, found.risico_id, found.buurt);
    layer.text("opnieuw_open")
        .text(eerst.opgave_id)
        .text(daarna.opgave_id)
        .date(eerst.tijdlijn.e2)
        .date(daarna.tijdlijn.s1)
        .date(found.graafrust_tot)
        .text(word(found.zekerheid))
        .real(found.oppervlakte_m2)
        .real(found.ernst)
        .text(found.koppelkans_id)
        .write(found.geometry);
}

void write_buurt(LayerWriter& layer, const domain::BuurtRegister& buurten, std::uint32_t buurt,
                 const domain::GebiedCounts& counts) {
    const domain::Buurt& what = buurten[buurt];
    layer.text(what.buurtcode).text(what.buurtnaam).text(what.wijkcode).text(what.gemeentecode);
    layer.integer(buurten.jaar());
    write_counts(layer, counts);
    layer.write(what.polygon);
}

void write_gebied(LayerWriter& layer, std::optional<int> jaar,
                  const analysis::GebiedResult& gebied) {
    layer.text(gebied.code);
    if (layer.definition().layer == domain::Layer::wijken) {
        layer.text(gebied.gemeentecode);
    }
    layer.integer(jaar);
    write_counts(layer, gebied.counts);
    layer.write(gebied.polygon);
}

void write_opgave(LayerWriter& layer, const ResultContext& context, const domain::Opgave& opgave,
                  const analysis::OpgaveResult& result) {
    const domain::Soort& soort = (*context.soorten)[opgave.soort];
    const domain::OpgaveTexts& texts = opgave.texts;
    const time::Tijdlijn& tijdlijn = opgave.tijdlijn;
    std::optional<time::Aanhaken> aanhaken;
    if (opgave.rol == domain::Rol::plan && !tijdlijn.tijd_onbekend) {
        aanhaken =
            time::aanhaken(tijdlijn.s1, context.settings.peildatum, context.settings.aanloop);
    }
    layer.text(opgave.opgave_id).text(context.bron_names[opgave.bron]).text(opgave.id);
    layer.text(texts.of(Veld::naam)).text(soort.code).text(soort.domein).text(word(soort.aard));
    layer.text(texts.of(Veld::trekker))
        .text(domain::to_text(opgave.fase))
        .text(texts.of(Veld::status));
    layer.text(opgave.rol == domain::Rol::plan ? "plan" : "rust");
    layer.date(tijdlijn.s1)
        .date(tijdlijn.e2)
        .text(texts.of(Veld::start))
        .text(texts.of(Veld::eind));
    layer.boolean(tijdlijn.tijd_onbekend).boolean(tijdlijn.eind_onbekend).text(word(aanhaken));
    layer.real(opgave.werkafstand_m).real(result.werkgebied_m2).real(opgave.lengte_m);
    layer.text(opgave.niveau == domain::Niveau::plek ? "plek" : "gebied").boolean(opgave.hersteld);
    layer.integer(result.koppelkansen).text(texts.of(Veld::kansen)).text(texts.of(Veld::risicos));
    layer.text(texts.of(Veld::doelstelling)).text(texts.of(Veld::budget)).write(opgave.geometry);
}

void write_werkgebied(LayerWriter& layer, const ResultContext& context,
                      const domain::Opgave& opgave, const geometry::Wkb& ground) {
    layer.text(opgave.opgave_id)
        .text((*context.soorten)[opgave.soort].code)
        .date(opgave.tijdlijn.s1)
        .date(opgave.tijdlijn.e2)
        .write(ground);
}

void write_problem(LayerWriter& layer, const ResultContext& context,
                   const domain::Problem& problem) {
    layer.text(context.bron_names[problem.bron])
        .integer(problem.bron_fid)
        .text(problem.id)
        .text(domain::to_text(problem.reden))
        .text(problem.detail)
        .write(problem.geometry);
}

void write_bron(LayerWriter& layer, const BronRecord& bron) {
    layer.text(bron.bron)
        .text(bron.pad)
        .text(bron.laag)
        .text(bron.crs)
        .real(bron.nauwkeurigheid_m)
        .integer(bron.account.gelezen)
        .integer(bron.account.geanalyseerd)
        .integer(bron.account.samengevoegd)
        .integer(bron.account.afgekeurd)
        .write();
}

void write_run(LayerWriter& layer, const RunRecord& run) {
    layer.text(run.version)
        .date(run.settings.peildatum)
        .text(time::iso(run.settings.horizon.horizon))
        .text(time::iso(run.settings.aanloop))
        .text(run.configuration)
        .text(as_json(run.inputs))
        .text(gdal_version())
        .text(geometry::geos_version())
        .text(geometry::proj_version())
        .text(sqlite_version())
        .integer(run.buurten_jaar)
        .write();
}

}  // namespace koppelkans::io
