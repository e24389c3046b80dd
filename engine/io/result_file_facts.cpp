#include "engine/io/result_file_facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/projection.h"

namespace koppelkans::io {

namespace {

using domain::Layer;
using publish::Vorm;

/// More places than this make no useful list of bookmarks.
constexpr std::size_t most_bookmarks = 500;
/// So many buurten are named beside the code of a wijk.
constexpr std::size_t named_buurten = 3;

Vorm vorm_of(const geometry::Wkb& geometry) {
    if (geometry.empty()) {
        return Vorm::zonder;
    }
    switch (geometry::dimension(geometry)) {
        case geometry::Dimension::point:
            return Vorm::punt;
        case geometry::Dimension::line:
            return Vorm::lijn;
        case geometry::Dimension::area:
            return Vorm::vlak;
        case geometry::Dimension::none:
            break;
    }
    return Vorm::zonder;
}

void widen(publish::ResultFacts& facts, const time::Tijdlijn& tijdlijn) {
    for (const time::Day day : {tijdlijn.s1, tijdlijn.e2}) {
        if (!day.is_open()) {
            facts.first_start = std::min(facts.first_start.value_or(day), day);
            facts.last_eind = std::max(facts.last_eind.value_or(day), day);
        }
    }
}

/// "WK001200 (Centrum, Noord, ...)": a code alone tells nobody where it is.
std::string described(const std::string& code, const std::vector<std::uint32_t>& members,
                      const domain::BuurtRegister& buurten) {
    std::string names;
    for (std::size_t i = 0; i < std::min(members.size(), named_buurten); ++i) {
        const std::string& naam = buurten[members[i]].buurtnaam;
        if (!naam.empty()) {
            names += (names.empty() ? "" : ", ") + naam;
        }
    }
    if (names.empty()) {
        return code;
    }
    return fmt::format("{} ({}{})", code, names, members.size() > named_buurten ? ", ..." : "");
}

}  // namespace

void FactsGathering::name(Layer layer, domain::OpgaveIndex opgave) {
    Named& named = named_.try_emplace(layer, Named(std::in_place)).first->second;
    if (named) {
        named->insert(opgave);
        if (named->size() > publish::most_named_opgaven) {
            named.reset();
        }
    }
}

void FactsGathering::add(const analysis::BuurtResult& found) {
    facts_.koppelkansen_per_buurt.push_back(found.counts.aantal_koppelkansen);
    facts_.extent = geometry::united(facts_.extent, (*context_.buurten)[found.buurt].box);
    for (const domain::Koppelkans& pair : found.koppelkansen) {
        name(Layer::koppelkansen, pair.a);
        name(Layer::koppelkansen, pair.b);
    }
    for (const domain::Koppelkans& pair : found.gebiedskansen) {
        name(Layer::gebiedskansen, pair.a);
        name(Layer::gebiedskansen, pair.b);
    }
    for (const domain::Risico& risico : found.risicos) {
        name(Layer::risicos, risico.eerst);
        name(Layer::risicos, risico.daarna);
        facts_.ernst.push_back(risico.ernst);
    }
}

void FactsGathering::add_opgave(const domain::Opgave& opgave) {
    const std::string& soort = (*context_.soorten)[opgave.soort].code;
    facts_.classes[Layer::opgaven].emplace(vorm_of(opgave.geometry), soort);
    facts_.classes[Layer::werkgebieden].emplace(Vorm::vlak, soort);
    name(Layer::werkgebieden, static_cast<domain::OpgaveIndex>(&opgave - context_.opgaven->data()));
    widen(facts_, opgave.tijdlijn);
}

void FactsGathering::add_problem(const domain::Problem& problem) {
    facts_.classes[Layer::afgekeurd].emplace(vorm_of(problem.geometry),
                                             domain::to_text(problem.reden));
}

void FactsGathering::add_run(const RunRecord& run) {
    facts_.version = run.version;
    facts_.peildatum = run.settings.peildatum;
    facts_.horizon = run.settings.horizon.horizon;
    facts_.aanloop = run.settings.aanloop;
    facts_.buurten_jaar = run.buurten_jaar;
    facts_.software =
        fmt::format("GDAL {}, GEOS {}, PROJ {}, SQLite {}", gdal_version(),
                    geometry::geos_version(), geometry::proj_version(), sqlite_version());
    for (const InputHash& input : run.inputs) {
        facts_.inputs.push_back({input.name, input.pad, input.sha256.value_or("")});
    }
}

void FactsGathering::add_names(publish::ResultFacts& facts) const {
    for (const auto& [layer, named] : named_) {
        if (!named) {
            continue;
        }
        std::vector<publish::NamedOpgave>& list = facts.opgaven[layer];
        for (const domain::OpgaveIndex index : *named) {
            const domain::Opgave& opgave = (*context_.opgaven)[index];
            list.push_back({opgave.opgave_id, std::string(opgave.texts.of(domain::Veld::naam))});
        }
        if (layer == Layer::koppelkansen) {
            facts.opgaven[Layer::koppelkansen_totaal] = list;
        }
    }
    for (std::size_t i = 0; i < context_.soorten->size(); ++i) {
        const domain::Soort& soort = (*context_.soorten)[static_cast<domain::SoortIndex>(i)];
        facts.soort_names[soort.code] = soort.naam;
    }
}

void FactsGathering::add_places(publish::ResultFacts& facts) const {
    const domain::BuurtRegister& buurten = *context_.buurten;
    const auto& wijken = buurten.members(domain::GebiedSoort::wijk);
    facts.bookmark_group = wijken.empty() ? "Buurten" : "Wijken";
    if ((wijken.empty() ? buurten.size() : wijken.size()) > most_bookmarks) {
        return;
    }
    for (const auto& [code, members] : wijken) {
        geometry::Box box;
        for (const std::uint32_t buurt : members) {
            box = geometry::united(box, buurten[buurt].box);
        }
        facts.bookmarks.push_back({described(code, members, buurten), box});
    }
    for (std::size_t i = 0; wijken.empty() && i < buurten.size(); ++i) {
        const domain::Buurt& buurt = buurten[i];
        facts.bookmarks.push_back(
            {buurt.buurtnaam.empty() ? buurt.buurtcode : buurt.buurtnaam, buurt.box});
    }
}

publish::ResultFacts FactsGathering::finish(const std::vector<Layer>& layers,
                                            const std::string& timestamp) const {
    publish::ResultFacts facts = facts_;
    facts.layers = layers;
    facts.timestamp = timestamp;
    const geometry::Crs crs(context_.crs);
    facts.crs_code = crs.code();
    facts.crs_wkt = crs.wkt();
    add_names(facts);
    add_places(facts);
    return facts;
}

}  // namespace koppelkans::io
