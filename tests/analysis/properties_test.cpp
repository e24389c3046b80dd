// What must not change the answer, on random towns shrunk by RapidCheck when one is found to.

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

constexpr const char* soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};
constexpr double least_told = 1e-6;  ///< m2; below it only rounding speaks

/// A plan of the town, as plain numbers: a quadrilateral and a year.
struct Plan {
    int soort = 0;
    int x = 0;
    int y = 0;
    int w = 10;
    int h = 10;
    int slant = 0;
    int year = 2027;
};

std::string corner(double x, double y) {
    return std::to_string(x) + " " + std::to_string(y);
}

std::string ring_of(const Plan& plan, double dx, double dy) {
    const double x = plan.x + dx;
    const double y = plan.y + dy;
    const double slant = plan.slant / 3.0;
    return "POLYGON ((" + corner(x, y) + "," + corner(x + plan.w, y + slant) + "," +
           corner(x + plan.w, y + plan.h + slant) + "," + corner(x, y + plan.h) + "," +
           corner(x, y) + "))";
}

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

rc::Gen<Plan> any_plan() {
    return rc::gen::build<Plan>(rc::gen::set(&Plan::soort, rc::gen::inRange(0, 5)),
                                rc::gen::set(&Plan::x, rc::gen::inRange(0, 70)),
                                rc::gen::set(&Plan::y, rc::gen::inRange(0, 70)),
                                rc::gen::set(&Plan::w, rc::gen::inRange(1, 40)),
                                rc::gen::set(&Plan::h, rc::gen::inRange(1, 40)),
                                rc::gen::set(&Plan::slant, rc::gen::inRange(-9, 10)),
                                rc::gen::set(&Plan::year, rc::gen::inRange(2027, 2034)));
}

std::vector<Plan> any_plans() {
    return *rc::gen::resize(9, rc::gen::container<std::vector<Plan>>(any_plan()));
}

struct Options {
    double dx = 0;
    double dy = 0;
    bool split = false;
    std::string prefix;
};

/// One buurt of 110 by 110 m, or the same ground in two buurten.
World town(const std::vector<Plan>& plans, const Options& options = {}) {
    World world;
    world.settings.min_oppervlakte_m2 = 0;
    const auto box = [&options](double x0, double x1) {
        const double y0 = options.dy;
        const double y1 = 110 + options.dy;
        return shape("POLYGON ((" + corner(x0 + options.dx, y0) + "," +
                     corner(x1 + options.dx, y0) + "," + corner(x1 + options.dx, y1) + "," +
                     corner(x0 + options.dx, y1) + "," + corner(x0 + options.dx, y0) + "))");
    };
    if (options.split) {
        world.buurt("U1", box(0, 37), "W", "G");
        world.buurt("U2", box(37, 110), "W", "G");
    } else {
        world.buurt("U", box(0, 110), "W", "G");
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        world.add(soorten[plans[i].soort], row(options.prefix + std::to_string(100 + i),
                                               shape(ring_of(plans[i], options.dx, options.dy)))
                                               .with(Veld::start, std::to_string(plans[i].year)));
    }
    return world;
}

/// What must stay the same: m2 by pair and by combinatie over all buurten, and koppel_m2 of the
/// wijk.
struct Told {
    std::map<std::string, double> pairs;
    std::map<std::string, double> combinaties;
    double koppel_m2 = 0;
};

Told told(const Outcome& outcome, std::size_t prefix = 0) {
    Told all;
    const auto name = [&](domain::OpgaveIndex index) {
        const domain::Opgave& opgave = outcome.plans.opgaven[index];
        return opgave.id.substr(prefix);
    };
    for (const analysis::BuurtResult& result : outcome.buurten) {
        for (const domain::Koppelkans& pair : result.koppelkansen) {
            all.pairs[std::min(name(pair.a), name(pair.b)) + "+" +
                      std::max(name(pair.a), name(pair.b))] += pair.oppervlakte_m2;
        }
        for (const domain::Combinatie& one : result.combinaties) {
            std::vector<std::string> names;
            for (const domain::OpgaveIndex index : one.opgaven) {
                names.push_back(name(index));
            }
            std::sort(names.begin(), names.end());
            std::string key;
            for (const std::string& each : names) {
                key += each + "+";
            }
            all.combinaties[key] += one.oppervlakte_m2;
        }
    }
    all.koppel_m2 = outcome.totals.wijken.at(0).counts.koppel_m2;
    return all;
}

void expect_same_areas(std::map<std::string, double> one, std::map<std::string, double> other) {
    const auto forget_dust = [](std::map<std::string, double>& areas) {
        std::erase_if(areas, [](const auto& each) { return each.second < least_told; });
    };
    forget_dust(one);
    forget_dust(other);
    RC_ASSERT(one.size() == other.size());
    for (const auto& [key, area] : one) {
        RC_ASSERT(other.count(key) == 1U);
        RC_ASSERT(std::abs(other[key] - area) <= 1e-6 * area + 1e-4);
    }
}

void expect_same(const Told& one, const Told& other) {
    expect_same_areas(one.pairs, other.pairs);
    expect_same_areas(one.combinaties, other.combinaties);
    RC_ASSERT(std::abs(one.koppel_m2 - other.koppel_m2) <= 1e-6 * one.koppel_m2 + 1e-6);
}

RC_GTEST_PROP(Properties, MovingTheTownChangesNothing, ()) {
    const auto plans = any_plans();
    const Options moved{static_cast<double>(*rc::gen::inRange(1, 300000)),
                        static_cast<double>(*rc::gen::inRange(300000, 600000)), false, ""};
    expect_same(told(town(plans).run()), told(town(plans, moved).run()));
}

RC_GTEST_PROP(Properties, RenamingIdsChangesNothing, ()) {
    const auto plans = any_plans();
    expect_same(told(town(plans).run()), told(town(plans, {0, 0, false, "z"}).run(), 1));
}

RC_GTEST_PROP(Properties, TheOrderOfTheInputChangesNothing, ()) {
    const auto plans = any_plans();
    std::vector<std::size_t> order(plans.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const World one = town(plans);
    World other;
    other.settings = one.settings;
    other.buurten = one.buurten;
    for (std::size_t i = plans.size(); i-- > 0;) {
        other.add(soorten[plans[i].soort],
                  row(std::to_string(100 + i), shape(ring_of(plans[i], 0, 0)))
                      .with(Veld::start, std::to_string(plans[i].year)));
    }
    expect_same(told(one.run()), told(other.run()));
}

RC_GTEST_PROP(Properties, SplittingABuurtChangesNothing, ()) {
    const auto plans = any_plans();
    expect_same(told(town(plans).run()), told(town(plans, {0, 0, true, ""}).run()));
}

RC_GTEST_PROP(Properties, ALongerHorizonLosesNoKoppelkans, ()) {
    const auto plans = any_plans();
    const int months = *rc::gen::inRange(0, 60);
    World shorter = town(plans);
    shorter.settings.horizon.horizon = {months, 0};
    World longer = town(plans);
    longer.settings.horizon.horizon = {months + *rc::gen::inRange(1, 60), 0};
    const Told few = told(shorter.run());
    const Told many = told(longer.run());
    for (const auto& [pair, area] : few.pairs) {
        RC_ASSERT(many.pairs.count(pair) == 1U);
        RC_ASSERT(many.pairs.at(pair) == area);
    }
}

RC_GTEST_PROP(Properties, BuurtenThatTileAddUpToTheWholeOverlap, ()) {
    const auto plans = any_plans();
    const Outcome outcome = town(plans, {0, 0, true, ""}).run();
    const Told found = told(outcome);
    const geometry::Geometry all =
        geometry::from_wkb(shape("POLYGON ((0 0,110 0,110 110,0 110,0 0))"));
    for (const domain::Opgave& a : outcome.plans.opgaven) {
        for (const domain::Opgave& b : outcome.plans.opgaven) {
            const auto pair = found.pairs.find(a.id + "+" + b.id);
            if (pair == found.pairs.end()) {
                continue;
            }
            const double whole = geometry::area_m2(
                geometry::intersection(geometry::intersection(geometry::from_wkb(a.werkgebied),
                                                              geometry::from_wkb(b.werkgebied)),
                                       all));
            RC_ASSERT(std::abs(pair->second - whole) <= 1e-9 * whole + 1e-9);
        }
    }
}

}  // namespace
}  // namespace koppelkans::test
