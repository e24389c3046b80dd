#include "engine/analysis/summarise.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/analysis/outline.h"
#include "engine/analysis/parallel.h"
#include "engine/geometry/united_area.h"

namespace koppelkans::analysis {

namespace {

using domain::OpgaveIndex;

std::vector<std::string> domains_of(const std::vector<const domain::Opgave*>& opgaven,
                                    const domain::SoortCatalogus& soorten) {
    std::set<std::string> domeinen;
    for (const domain::Opgave* opgave : opgaven) {
        domeinen.insert(soorten[opgave->soort].domein);
    }
    return {domeinen.begin(), domeinen.end()};
}

/// The counts that follow from the opgaven themselves.
void count_opgaven(const std::vector<const domain::Opgave*>& opgaven, const Rules& rules,
                   domain::GebiedCounts& counts) {
    counts.aantal_opgaven = static_cast<std::int64_t>(opgaven.size());
    const Busiest busiest = busiest_day(opgaven, rules.settings.peildatum);
    counts.max_gelijktijdig = busiest.opgaven;
    counts.drukste_dag = busiest.day;
    counts.domeinen = domains_of(opgaven, rules.soorten);
}

bool is_counted(const Member& member, const domain::Opgave& opgave,
                const domain::Settings& settings) {
    return opgave.rol == domain::Rol::plan && member.area_m2 >= settings.min_oppervlakte_m2;
}

/// The shared ground as it lies in the koppelkansen: pairs may lie on one another.
std::vector<geometry::Area> grounds_of(const std::vector<domain::Koppelkans>& koppelkansen) {
    std::vector<geometry::Area> parts;
    for (const domain::Koppelkans& pair : koppelkansen) {
        geometry::append(parts, geometry::areas_of(pair.geometry));
    }
    return parts;
}

std::vector<geometry::Area> united(const std::vector<geometry::Area>& areas) {
    std::vector<geometry::Geometry> parts;
    parts.reserve(areas.size());
    for (const geometry::Area& area : areas) {
        parts.push_back(area.to_geometry());
    }
    return geometry::areas_of(geometry::united(std::move(parts)));
}

bool is_kansrijk(const domain::Koppelkans& pair) {
    return pair.aanhaken == time::Aanhaken::kansrijk;
}

std::uint64_t pair_key(OpgaveIndex one, OpgaveIndex other) {
    return (std::uint64_t{one} << 32) | other;
}

template <typename Value>
std::int64_t count_distinct(std::vector<Value> values) {
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin();
}

template <typename Value>
void append(std::vector<Value>& all, const std::vector<Value>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Busiest busiest_day(const std::vector<const domain::Opgave*>& opgaven, time::Day peildatum) {
    std::vector<time::Day> starts;
    std::vector<time::Day> ends;
    for (const domain::Opgave* opgave : opgaven) {
        const time::Tijdlijn& tijdlijn = opgave->tijdlijn;
        if (opgave->niveau != domain::Niveau::plek || opgave->rol != domain::Rol::plan ||
            tijdlijn.tijd_onbekend || tijdlijn.e2 < peildatum) {
            continue;
        }
        starts.push_back(std::max(tijdlijn.s1, peildatum));
        ends.push_back(tijdlijn.e2);
    }
    std::sort(starts.begin(), starts.end());
    std::sort(ends.begin(), ends.end());
    Busiest busiest;
    std::size_t ended = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        // Both ends are inclusive: who ends on this day is still at work.
        while (ends[ended] < starts[i]) {
            ++ended;
        }
        const auto at_work = static_cast<std::int64_t>(i + 1 - ended);
        if (at_work > busiest.opgaven) {
            busiest = {at_work, starts[i]};
        }
    }
    return busiest;
}

BuurtSummary summarise(const Scene& scene, const BuurtResult& found, const Rules& rules,
                       KoppelGround ground) {
    BuurtSummary summary;
    std::vector<const domain::Opgave*> counted;
    for (const Member& member : scene.members()) {
        const domain::Opgave& opgave = scene.opgave(member);
        if (is_counted(member, opgave, rules.settings)) {
            counted.push_back(&opgave);
            summary.opgaven.push_back(member.opgave);
        }
    }
    domain::GebiedCounts& counts = summary.counts;
    count_opgaven(counted, rules, counts);
    counts.aantal_koppelkansen = static_cast<std::int64_t>(found.koppelkansen.size());
    counts.aantal_gebiedskansen = static_cast<std::int64_t>(found.gebiedskansen.size());
    counts.aantal_kansrijk =
        std::count_if(found.koppelkansen.begin(), found.koppelkansen.end(), is_kansrijk);
    counts.aantal_combinaties = static_cast<std::int64_t>(found.combinaties.size());
    counts.aantal_risicos = static_cast<std::int64_t>(found.risicos.size());
    const std::vector<geometry::Area> grounds = grounds_of(found.koppelkansen);
    if (ground == KoppelGround::kept) {
        summary.koppel_ground = united(grounds);
        counts.koppel_m2 = geometry::area_m2(summary.koppel_ground);
    } else {
        counts.koppel_m2 = geometry::united_area_m2(grounds);
    }
    return summary;
}

RollUp::RollUp(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
               const Stop& stop)
    : opgaven_(opgaven),
      rules_(rules),
      jobs_(jobs),
      kept_(rules.buurten.size()),
      ground_is_shared_(rules.buurten.size(), false) {
    for (const domain::GebiedSoort kind :
         {domain::GebiedSoort::wijk, domain::GebiedSoort::gemeente}) {
        std::vector<Gebied>& gebieden = gebieden_of(kind);
        for (const auto& [code, members] : rules.buurten.members(kind)) {
            gebieden.push_back({code, members, {}, false});
        }
        parallel_for(gebieden.size(), jobs, [&](std::size_t i) {
            stop();
            draw(gebieden[i]);
        });
        for (const Gebied& gebied : gebieden) {
            for (const std::uint32_t member : gebied.members) {
                ground_is_shared_[member] = ground_is_shared_[member] || gebied.members_overlap;
            }
        }
    }
}

/// Buurten that do not overlap are as large together as one by one; then so is what lies in them.
void RollUp::draw(Gebied& gebied) const {
    const geometry::Geometry polygon = outline(rules_.buurten, gebied.members);
    double one_by_one_m2 = 0;
    for (const std::uint32_t member : gebied.members) {
        one_by_one_m2 += geometry::area_m2(geometry::from_wkb(rules_.buurten[member].polygon));
    }
    constexpr double least_m2 =
        1e-3;  // above the rounding of a gemeente, below what plans can mean
    gebied.members_overlap = one_by_one_m2 - geometry::area_m2(polygon) > least_m2;
    gebied.polygon = geometry::to_wkb(geometry::only_areas(polygon));
}

std::vector<RollUp::Gebied>& RollUp::gebieden_of(domain::GebiedSoort kind) {
    return kind == domain::GebiedSoort::wijk ? wijken_ : gemeenten_;
}

KoppelGround RollUp::ground_of(std::uint32_t buurt) const {
    return ground_is_shared_[buurt] ? KoppelGround::kept : KoppelGround::measured;
}

void RollUp::add(const BuurtResult& found, BuurtSummary summary) {
    Kept& kept = kept_[found.buurt];
    kept.opgaven = std::move(summary.opgaven);
    kept.koppel_m2 = summary.counts.koppel_m2;
    kept.koppel_ground = std::move(summary.koppel_ground);
    for (const domain::Koppelkans& pair : found.koppelkansen) {
        kept.koppelkansen.push_back(pair_key(pair.a, pair.b));
        if (is_kansrijk(pair)) {
            kept.kansrijk.push_back(pair_key(pair.a, pair.b));
        }
    }
    for (const domain::Koppelkans& pair : found.gebiedskansen) {
        kept.gebiedskansen.push_back(pair_key(pair.a, pair.b));
    }
    for (const domain::Risico& risico : found.risicos) {
        kept.risicos.push_back(pair_key(risico.eerst, risico.daarna));
    }
    for (const domain::Combinatie& combinatie : found.combinaties) {
        kept.combinaties.emplace_back(reinterpret_cast<const char*>(combinatie.opgaven.data()),
                                      combinatie.opgaven.size() * sizeof(OpgaveIndex));
    }
}

GebiedResult RollUp::united(const Gebied& gebied, domain::GebiedSoort kind) const {
    Kept all;
    for (const std::uint32_t member : gebied.members) {
        const Kept& kept = kept_[member];
        append(all.opgaven, kept.opgaven);
        append(all.koppelkansen, kept.koppelkansen);
        append(all.kansrijk, kept.kansrijk);
        append(all.gebiedskansen, kept.gebiedskansen);
        append(all.risicos, kept.risicos);
        append(all.combinaties, kept.combinaties);
        all.koppel_m2 += kept.koppel_m2;
        if (gebied.members_overlap) {
            append(all.koppel_ground, kept.koppel_ground);
        }
    }
    std::sort(all.opgaven.begin(), all.opgaven.end());
    all.opgaven.erase(std::unique(all.opgaven.begin(), all.opgaven.end()), all.opgaven.end());
    std::vector<const domain::Opgave*> counted;
    for (const OpgaveIndex opgave : all.opgaven) {
        counted.push_back(&opgaven_[opgave]);
    }
    GebiedResult result;
    result.code = gebied.code;
    if (kind == domain::GebiedSoort::wijk) {
        result.gemeentecode = rules_.buurten[gebied.members.front()].gemeentecode;
    }
    count_opgaven(counted, rules_, result.counts);
    result.counts.aantal_koppelkansen = count_distinct(std::move(all.koppelkansen));
    result.counts.aantal_kansrijk = count_distinct(std::move(all.kansrijk));
    result.counts.aantal_gebiedskansen = count_distinct(std::move(all.gebiedskansen));
    result.counts.aantal_risicos = count_distinct(std::move(all.risicos));
    result.counts.aantal_combinaties = count_distinct(std::move(all.combinaties));
    result.counts.koppel_m2 =
        gebied.members_overlap ? geometry::united_area_m2(all.koppel_ground) : all.koppel_m2;
    result.polygon = gebied.polygon;
    return result;
}

std::vector<GebiedResult> RollUp::results(domain::GebiedSoort kind) const {
    const std::vector<Gebied>& gebieden = kind == domain::GebiedSoort::wijk ? wijken_ : gemeenten_;
    std::vector<GebiedResult> results(gebieden.size());
    parallel_for(gebieden.size(), jobs_,
                 [&](std::size_t i) { results[i] = united(gebieden[i], kind); });
    return results;
}

}  // namespace koppelkans::analysis
