#include "engine/analysis/analyse.h"

#include <memory>
#include <optional>
#include <utility>

#include "engine/analysis/couple.h"
#include "engine/analysis/overlap.h"
#include "engine/analysis/parallel.h"
#include "engine/analysis/place.h"

namespace koppelkans::analysis {

namespace {

/// Outcome of one buurt, on its way from the thread that worked on it to the one that writes.
struct Found {
    BuurtResult result;
    std::vector<domain::OpgaveIndex> present;
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
Found work_on(const Scene& scene, const Rules& rules) {
    Found found;
    found.present = present_in(scene);
    found.result.buurt = scene.buurt();
    const std::vector<Pair> pairs = neighbours(scene);
    Couples couples = couple(scene, pairs, rules);
    found.result.koppelkansen = std::move(couples.koppelkansen);
    found.result.gebiedskansen = std::move(couples.gebiedskansen);
    return found;
}

}  // namespace

OpgaveTotals analyse(const std::vector<domain::Opgave>& opgaven, const Rules& rules, int jobs,
                     Progress& progress, const std::function<void(BuurtResult)>& on_buurt) {
    OpgaveTotals totals;
    totals.koppelkansen.resize(opgaven.size());
    totals.outside.assign(opgaven.size(), true);
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        return work_on(Scene(buurt, rules.buurten, opgaven, places), rules);
    };
    const auto finish = [&](Found found) {
        for (const domain::OpgaveIndex opgave : found.present) {
            totals.outside[opgave] = false;
        }
        for (const domain::Koppelkans& pair : found.result.koppelkansen) {
            ++totals.koppelkansen[pair.a];
            ++totals.koppelkansen[pair.b];
        }
        on_buurt(std::move(found.result));
    };
    over_buurten(opgaven, rules, jobs, progress, work, finish);
    return totals;
}

std::vector<bool> outside_all_buurten(const std::vector<domain::Opgave>& opgaven,
                                      const Rules& rules, int jobs, Progress& progress) {
    std::vector<bool> outside(opgaven.size(), true);
    const auto work = [&](std::uint32_t buurt, const Places& places) {
        return Found{{}, present_in(Scene(buurt, rules.buurten, opgaven, places))};
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
