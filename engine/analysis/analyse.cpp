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

/// Outcome of one buurt, on its way from the thread that worked on it to the one that writes.
struct Found {
    BuurtResult result;
    BuurtSummary summary;
    std::vector<domain::OpgaveIndex> present;
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

std::vector<domain::OpgaveIndex> present_in(const Scene& scene) {
    std::vector<domain::OpgaveIndex> present;
    for (const Member& member : scene.members()) {
        present.push_back(member.opgave);
    }
    return present;
}

/// The steps of one buurt, in their order.
Found work_on(std::uint32_t buurt, const std::vector<domain::Opgave>& opgaven, const Places& places,
              const Rules& rules, const Steps& steps, const Stop& stop) {
    Found found;
    StepClock clock(found.times);
    const Scene scene(buurt, rules.buurten, opgaven, places, stop);
    found.present = present_in(scene);
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
        found.summary = summarise(scene, result, rules);
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
    totals.koppelkansen.resize(opgaven.size());
    totals.outside.assign(opgaven.size(), true);
    RollUp roll_up(opgaven, rules);
    const auto stop = [&progress] { progress.stop_if_cancelled(); };
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        return work_on(buurt, opgaven, places, rules, steps, stop);
    };
    const auto finish = [&](Found found) {
        for (const domain::OpgaveIndex opgave : found.present) {
            totals.outside[opgave] = false;
        }
        for (const domain::Koppelkans& pair : found.result.koppelkansen) {
            ++totals.koppelkansen[pair.a];
            ++totals.koppelkansen[pair.b];
        }
        if (steps.summarise) {
            roll_up.add(found.result, std::move(found.summary));
        }
        StepClock clock(found.times);
        on_buurt(std::move(found.result));
        clock.finish(Step::write);
        totals.times.add(found.times);
    };
    over_buurten(opgaven, rules, jobs, progress, work, finish);
    if (steps.summarise) {
        totals.wijken = roll_up.results(domain::GebiedSoort::wijk, jobs);
        totals.gemeenten = roll_up.results(domain::GebiedSoort::gemeente, jobs);
    }
    return totals;
}

std::vector<bool> outside_all_buurten(const std::vector<domain::Opgave>& opgaven,
                                      const Rules& rules, int jobs, Progress& progress) {
    std::vector<bool> outside(opgaven.size(), true);
    const auto stop = [&progress] { progress.stop_if_cancelled(); };
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        return Found{{}, {}, present_in(Scene(buurt, rules.buurten, opgaven, places, stop)), {}};
    };
    const auto finish = [&](const Found& found) {
        for (const domain::OpgaveIndex opgave : found.present) {
            outside[opgave] = false;
        }
    };
    over_buurten(opgaven, rules, jobs, progress, work, finish);
    return outside;
}

void leave_out_outside(const std::vector<bool>& outside, Plans& plans) {
    for (std::size_t i = 0; i < outside.size(); ++i) {
        if (outside[i]) {
            leave_out(plans.opgaven[i], domain::Reden::buiten_gebied,
                      "its ground overlaps no buurt of this run", plans);
        }
    }
}

}  // namespace koppelkans::analysis
