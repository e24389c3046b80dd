#include "tests/analysis/world.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/analysis/outline.h"
#include "engine/geometry/geometry.h"
#include "engine/time/date_reader.h"

namespace koppelkans::test {

namespace {

domain::Soort soort(const std::string& code, const std::string& domein, domain::Aard aard,
                    double werkafstand_m) {
    domain::Soort one;
    one.code = code;
    one.naam = code;
    one.domein = domein;
    one.aard = aard;
    one.werkafstand_m = werkafstand_m;
    return one;
}

domain::Soort dug(domain::Soort one, int bouwvolgorde, double diepte_m) {
    one.bouwvolgorde = bouwvolgorde;
    one.graaft = diepte_m > 0;
    if (one.graaft) {
        one.diepte_m = diepte_m;
    }
    return one;
}

std::vector<std::string> described(const Outcome& outcome,
                                   const std::vector<domain::Koppelkans>& pairs,
                                   const std::string& buurtcode) {
    std::vector<std::string> texts;
    for (const domain::Koppelkans& pair : pairs) {
        texts.push_back(buurtcode + " " + outcome.plans.opgaven[pair.a].opgave_id + " " +
                        outcome.plans.opgaven[pair.b].opgave_id);
    }
    return texts;
}

std::vector<domain::Buurt> by_code(std::vector<domain::Buurt> buurten) {
    std::sort(buurten.begin(), buurten.end(),
              [](const auto& a, const auto& b) { return a.buurtcode < b.buurtcode; });
    return buurten;
}

}  // namespace

time::Day day(const std::string& iso) {
    const time::DateReading reading = time::read_date(iso, time::TimeZone());
    if (reading.kind != time::DateKind::interval ||
        reading.interval.first != reading.interval.last) {
        throw std::invalid_argument(iso + " is no day");
    }
    return reading.interval.first;
}

Row& Row::with(domain::Veld veld, std::string text) & {
    input.text(veld) = std::move(text);
    return *this;
}

Row&& Row::with(domain::Veld veld, std::string text) && {
    input.text(veld) = std::move(text);
    return std::move(*this);
}

Row row(const std::string& id, geometry::Wkb geometry) {
    Row one;
    one.input.text(domain::Veld::id) = id;
    one.input.geometry = std::move(geometry);
    return one;
}

domain::Opgave Outcome::opgave(const std::string& opgave_id) const {
    for (const domain::Opgave& one : plans.opgaven) {
        if (one.opgave_id == opgave_id) {
            return one;
        }
    }
    throw std::runtime_error("no opgave " + opgave_id);
}

domain::Problem Outcome::problem(const std::string& id) const {
    for (const domain::Problem& one : plans.problems) {
        if (one.id == id) {
            return one;
        }
    }
    throw std::runtime_error("no problem with " + id);
}

std::string Outcome::reden(const std::string& id) const {
    for (const domain::Problem& one : plans.problems) {
        if (one.id == id) {
            return domain::to_text(one.reden);
        }
    }
    return "";
}

std::vector<std::string> Outcome::koppelkansen(const std::vector<domain::Buurt>& all) const {
    const std::vector<domain::Buurt> ordered = by_code(all);
    std::vector<std::string> texts;
    for (const analysis::BuurtResult& result : buurten) {
        for (std::string& text :
             described(*this, result.koppelkansen, ordered[result.buurt].buurtcode)) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::vector<std::string> Outcome::gebiedskansen(const std::vector<domain::Buurt>& all) const {
    const std::vector<domain::Buurt> ordered = by_code(all);
    std::vector<std::string> texts;
    for (const analysis::BuurtResult& result : buurten) {
        for (std::string& text :
             described(*this, result.gebiedskansen, ordered[result.buurt].buurtcode)) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

domain::Koppelkans Outcome::only_koppelkans() const {
    const domain::Koppelkans* only = nullptr;
    for (const analysis::BuurtResult& result : buurten) {
        for (const domain::Koppelkans& pair : result.koppelkansen) {
            if (only != nullptr) {
                throw std::runtime_error("more than one koppelkans");
            }
            only = &pair;
        }
    }
    if (only == nullptr) {
        throw std::runtime_error("no koppelkans");
    }
    return *only;
}

domain::Koppelkans Outcome::only_gebiedskans() const {
    for (const analysis::BuurtResult& result : buurten) {
        if (result.gebiedskansen.size() == 1) {
            return result.gebiedskansen.front();
        }
    }
    throw std::runtime_error("no single gebiedskans");
}

World::World() {
    settings.peildatum = day("2026-11-22");
    soorten.put(dug(soort("riool", "water", domain::Aard::fysiek, 3), 2, 2.5));
    soorten.put(dug(soort("warmte", "energie", domain::Aard::fysiek, 2), 3, 1.2));
    domain::Soort weg = dug(soort("weg", "verkeer", domain::Aard::fysiek, 0), 8, 0.5);
    weg.graafrust = {60, 0};
    soorten.put(weg);
    soorten.put(dug(soort("groen", "groen", domain::Aard::fysiek, 1), 9, 0));
    soorten.put(soort("spelen", "samenleven", domain::Aard::sociaal, 5));
    soorten.put(soort("zorg", "zorg", domain::Aard::sociaal, 0));
    fasen.put("gereed", domain::Fase::gereed);
    fasen.put("vervallen", domain::Fase::vervallen);
    fasen.put("uitvoering", domain::Fase::uitvoering);
}

domain::Bron& World::bron(const std::string& naam) {
    for (Listed& listed : sources_) {
        if (listed.bron.naam == naam) {
            return listed.bron;
        }
    }
    Listed listed;
    listed.bron.naam = naam;
    listed.bron.soort = soorten.find(naam);
    sources_.push_back(std::move(listed));
    return sources_.back().bron;
}

World& World::add(const std::string& bron_naam, Row new_row) {
    bron(bron_naam);
    for (Listed& listed : sources_) {
        if (listed.bron.naam == bron_naam) {
            new_row.input.fid = static_cast<std::int64_t>(listed.rows.size()) + 1;
            listed.rows.push_back(std::move(new_row.input));
        }
    }
    return *this;
}

World& World::buurt(const std::string& code, geometry::Wkb polygon, const std::string& wijk,
                    const std::string& gemeente) {
    const double area = geometry::area_m2(geometry::from_wkb(polygon));
    const geometry::Box box = geometry::bounds(polygon);
    buurten.push_back({code, "Buurt " + code, wijk, gemeente, std::move(polygon), box, area});
    return *this;
}

Outcome World::run(int jobs) const {
    const domain::BuurtRegister known(buurten, 2025);
    const analysis::Rules rules{settings, soorten, fasen, known};
    analysis::Progress progress;
    analysis::Gather gather(rules, jobs, progress);
    for (const Listed& listed : sources_) {
        std::size_t next = 0;
        gather.add_source(listed.bron, nullptr, [&](domain::InputRow& into) {
            if (next == listed.rows.size()) {
                return false;
            }
            into = listed.rows[next++];
            return true;
        });
    }
    Outcome outcome;
    outcome.plans = gather.finish();
    outcome.totals = analysis::analyse(
        outcome.plans.opgaven, rules, {}, jobs, progress,
        [&](analysis::BuurtResult found) { outcome.buurten.push_back(std::move(found)); });
    for (std::size_t i = 0; i < outcome.plans.opgaven.size(); ++i) {
        domain::Opgave& opgave = outcome.plans.opgaven[i];
        if (!opgave.werkgebied.empty()) {
            outcome.kept.push_back(opgave.opgave_id);
        }
        opgave.werkgebied = geometry::multi_polygon_of(analysis::own_ground(opgave));
        opgave.werkgebied_m2 = outcome.totals.opgaven[i].werkgebied_m2;
    }
    analysis::leave_out_outside(outcome.totals, outcome.plans);
    return outcome;
}

bool account_is_closed(const Outcome& outcome) {
    std::int64_t opgaven = 0;
    std::int64_t problems = 0;
    for (const domain::BronAccount& account : outcome.plans.accounts) {
        if (account.gelezen != account.geanalyseerd + account.samengevoegd + account.afgekeurd) {
            return false;
        }
        opgaven += account.geanalyseerd;
        problems += account.afgekeurd;
    }
    const auto kept =
        std::count_if(outcome.totals.opgaven.begin(), outcome.totals.opgaven.end(),
                      [](const analysis::OpgaveResult& opgave) { return opgave.inside; });
    return opgaven == kept && problems == static_cast<std::int64_t>(outcome.plans.problems.size());
}

}  // namespace koppelkans::test
