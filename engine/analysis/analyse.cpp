#include "engine/analysis/analyse.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "engine/analysis/combine.h"
#include "engine/analysis/couple.h"
#include "engine/analysis/overlap.h"
#include "engine/analysis/parallel.h"
#include "engine/analysis/place.h"
#include "engine/analysis/risk.h"
#include "engine/analysis/summarise.h"

namespace koppelkans::analysis {

namespace {

/// An opgave that lies in a buurt.
struct Present {
    domain::OpgaveIndex opgave = 0;
    double werkgebied_m2 = 0;
};

/// Outcome of one buurt, on its way from the thread that worked on it to the one that writes.
struct Found {
    BuurtResult result;
    BuurtSummary summary;
    std::vector<Present> present;
    std::vector<Undrawn> undrawn;
    StepTimes times;
};

using WorkOnBuurt = std::function<Found(std::uint32_t buurt, const Places& places)>;

/// Runs `work` over all buurten and hands each outcome to `finish` in their order.
void over_buurten(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
                  Progress& progress, const WorkOnBuurt& work,
                  const std::function<void(Found)>& finish) {
    const Places places(opgaven, rules.buurten.size());
    std::uint32_t next = 0;
    run_in_order(jobs, [&]() -> std::optional<Work> {
        if (next == rules.buurten.size()) {
            return std::nullopt;
        }
        progress.stop_if_cancelled();
        const std::uint32_t buurt = next++;
        const auto found = std::make_shared<Found>();
        const auto run = [&, buurt, found] {
            progress.stop_if_cancelled();
            *found = work(buurt, places);
        };
        const auto done = [&, found] {
            finish(std::move(*found));
            progress.advance(1);
        };
        return Work{run, done};
    });
}

void note_place(const Scene& scene, Found& found) {
    for (const Member& member : scene.members()) {
        found.present.push_back({member.opgave, member.werkgebied_m2});
    }
    found.undrawn = scene.undrawn();
}

void add_place(const Found& found, Totals& totals) {
    for (const Present& present : found.present) {
        totals.opgaven[present.opgave].inside = true;
        totals.opgaven[present.opgave].werkgebied_m2 = present.werkgebied_m2;
    }
    for (const Undrawn& undrawn : found.undrawn) {
        totals.undrawn[undrawn.opgave] = undrawn.detail;
    }
}

/// The steps of one buurt, in their order.
Found work_on(std::uint32_t buurt, const std::vector<domain::Opgave>& opgaven, const Places& places,
              const Rules& rules, const Steps& steps, KoppelGround ground, const Stop& stop) {
    Found found;
    StepClock clock(found.times);
    const Scene scene(buurt, rules.buurten, opgaven, places, stop);
    note_place(scene, found);
    clock.finish(Step::place);
    BuurtResult& result = found.result;
    result.buurt = scene.buurt();
    const std::vector<Meeting> met = meetings(scene, rules, stop);
    clock.finish(Step::overlap);
    Couples couples = couple(scene, met, rules, stop);
    result.koppelkansen = std::move(couples.koppelkansen);
    result.gebiedskansen = std::move(couples.gebiedskansen);
    clock.finish(Step::couple);
    if (steps.combine) {
        result.combinaties = combine(scene, met, rules, stop);
        clock.finish(Step::combine);
    }
    if (steps.risk) {
        result.risicos = risk(scene, met, result.koppelkansen, rules, stop);
        clock.finish(Step::risk);
    }
    if (steps.summarise) {
        found.summary = summarise(scene, result, rules, ground);
        result.counts = found.summary.counts;
        clock.finish(Step::summarise);
    }
    return found;
}

}  // namespace

Steps steps_for(const std::vector<std::string>& lagen) {
    const auto asked = [&lagen](const char* laag) {
        return std::find(lagen.begin(), lagen.end(), laag) != lagen.end();
    };
    const bool counts = asked("buurten") || asked("wijken") || asked("gemeenten");
    return {counts || asked("combinaties"), counts || asked("risicos"), counts};
}

Totals analyse(const std::vector<domain::Opgave>& opgaven, const Rules& rules, const Steps& steps,
               int jobs, Progress& progress, const std::function<void(BuurtResult)>& on_buurt) {
    Totals totals;
    totals.opgaven.resize(opgaven.size());
    const auto stop = [&progress] { progress.stop_if_cancelled(); };
    std::optional<RollUp> roll_up;
    if (steps.summarise) {
        roll_up.emplace(opgaven, rules, jobs, stop);
    }
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        const KoppelGround ground = roll_up ? roll_up->ground_of(buurt) : KoppelGround::measured;
        return work_on(buurt, opgaven, places, rules, steps, ground, stop);
    };
    const auto finish = [&](Found found) {
        add_place(found, totals);
        for (const domain::Koppelkans& pair : found.result.koppelkansen) {
            ++totals.opgaven[pair.a].koppelkansen;
            ++totals.opgaven[pair.b].koppelkansen;
        }
        if (steps.summarise) {
            roll_up->add(found.result, std::move(found.summary));
        }
        StepClock clock(found.times);
        on_buurt(std::move(found.result));
        clock.finish(Step::write);
        totals.times.add(found.times);
    };
    over_buurten(opgaven, rules, jobs, progress, work, finish);
    if (steps.summarise) {
        totals.wijken = roll_up->results(domain::GebiedSoort::wijk);
        totals.gemeenten = roll_up->results(domain::GebiedSoort::gemeente);
    }
    return totals;
}

Totals place_all(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
                 Progress& progress) {
    Totals totals;
    totals.opgaven.resize(opgaven.size());
    const auto stop = [&progress] { progress.stop_if_cancelled(); };
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        Found found;
        note_place(Scene(buurt, rules.buurten, opgaven, places, stop), found);
        return found;
    };
    over_buurten(opgaven, rules, jobs, progress, work,
                 [&totals](const Found& found) { add_place(found, totals); });
    return totals;
}

void leave_out_outside(const Totals& totals, Plans& plans) {
    for (std::size_t i = 0; i < totals.opgaven.size(); ++i) {
        if (totals.opgaven[i].inside) {
            continue;
        }
        const auto undrawn = totals.undrawn.find(static_cast<domain::OpgaveIndex>(i));
        if (undrawn != totals.undrawn.end()) {
            leave_out(plans.opgaven[i], domain::Reden::geometrie_onherstelbaar, undrawn->second,
                      plans);
        } else {
            leave_out(plans.opgaven[i], domain::Reden::buiten_gebied,
                      "its ground overlaps no buurt of this run", plans);
        }
    }
}

}  // namespace koppelkans::analysis
