#include "engine/analysis/risk.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/analysis/pair.h"
#include "engine/domain/ids.h"

namespace koppelkans::analysis {

namespace {

using domain::OpgaveIndex;

/// m2 times the share of the rest that is still to run when the ground can be opened, in days.
double severity(double area_m2, const time::Tijdlijn& first, const time::Tijdlijn& later,
                time::Day until) {
    const time::Day opened = std::max(later.s1, first.e2);
    const auto left = static_cast<double>(time::days_between(opened, until).value_or(0));
    const auto whole = static_cast<double>(time::days_between(first.e2, until).value_or(0));
    // A rest that runs past the calendar's end has no length; it has only just begun then.
    return whole > 0 ? area_m2 * left / whole : area_m2;
}

std::map<std::pair<OpgaveIndex, OpgaveIndex>, const std::string*> ids_by_pair(
    const std::vector<domain::Koppelkans>& koppelkansen) {
    std::map<std::pair<OpgaveIndex, OpgaveIndex>, const std::string*> ids;
    for (const domain::Koppelkans& pair : koppelkansen) {
        ids[{pair.a, pair.b}] = &pair.koppelkans_id;
    }
    return ids;
}

}  // namespace

std::vector<domain::Risico> risk(const Scene& scene, const std::vector<Meeting>& meetings,
                                 const std::vector<domain::Koppelkans>& koppelkansen,
                                 const Rules& rules, const Stop& stop) {
    const auto ids = ids_by_pair(koppelkansen);
    std::vector<domain::Risico> risks;
    const auto consider = [&](const Meeting& meeting, const Member& first, const Member& later) {
        const domain::Opgave& eerst = scene.opgave(first);
        const domain::Opgave& daarna = scene.opgave(later);
        const auto reopening = may_reopen(eerst, daarna, rules.soorten);
        if (!reopening) {
            return;
        }
        domain::Risico found;
        found.risico_id =
            domain::stable_id(scene.area().buurtcode, {eerst.opgave_id, daarna.opgave_id});
        found.buurt = scene.buurt();
        found.eerst = first.opgave;
        found.daarna = later.opgave;
        found.graafrust_tot = reopening->graafrust_tot;
        found.zekerheid = reopening->zekerheid;
        found.oppervlakte_m2 = meeting.shared.area_m2;
        found.ernst = severity(meeting.shared.area_m2, eerst.tijdlijn, daarna.tijdlijn,
                               reopening->graafrust_tot);
        const auto coupled = ids.find(std::minmax(first.opgave, later.opgave));
        if (coupled != ids.end()) {
            found.koppelkans_id = *coupled->second;
        }
        found.geometry = geometry::multi_polygon_of(meeting.shared.ground);
        risks.push_back(std::move(found));
    };
    for (const Meeting& meeting : meetings) {
        stop();
        if (!meeting.counts) {
            continue;
        }
        const Member& a = scene.members()[meeting.a];
        const Member& b = scene.members()[meeting.b];
        consider(meeting, a, b);
        consider(meeting, b, a);
    }
    std::sort(risks.begin(), risks.end(), [](const auto& one, const auto& other) {
        return std::pair(one.eerst, one.daarna) < std::pair(other.eerst, other.daarna);
    });
    return risks;
}

}  // namespace koppelkans::analysis
