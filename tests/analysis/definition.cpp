#include "tests/analysis/definition.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {

namespace {

using domain::Niveau;
using domain::Opgave;
using geometry::Geometry;

bool is_plan(const Opgave& opgave, const domain::Settings& settings) {
    return opgave.rol == domain::Rol::plan &&
           (settings.onbekende_tijd == domain::OnbekendeTijd::meenemen ||
            !opgave.tijdlijn.tijd_onbekend);
}

bool may_couple(const Opgave& a, const Opgave& b, const domain::Settings& settings) {
    return is_plan(a, settings) && is_plan(b, settings) &&
           (a.soort != b.soort || settings.koppel == domain::Koppel::verschillende_opgave) &&
           time::within_horizon(a.tijdlijn, b.tijdlijn, settings.horizon).has_value();
}

/// An opgave in a buurt.
struct Present {
    domain::OpgaveIndex opgave = 0;
    Geometry ground;
    geometry::Box box;
};

/// Only what lies in boxes apart is passed over, here and below: all else goes through GEOS.
std::vector<Present> present_in(std::uint32_t index, const std::vector<Opgave>& opgaven,
                                const std::vector<geometry::Box>& boxes,
                                const domain::BuurtRegister& buurten) {
    std::vector<Present> present;
    for (domain::OpgaveIndex i = 0; i < opgaven.size(); ++i) {
        const std::vector<std::uint32_t>& gebied = opgaven[i].gebied;
        if (std::find(gebied.begin(), gebied.end(), index) != gebied.end()) {
            present.push_back({i, geometry::from_wkb(buurten[index].polygon), buurten[index].box});
        } else if (geometry::meet(boxes[i], buurten[index].box)) {
            Geometry ground = geometry::only_areas(
                geometry::intersection(geometry::from_wkb(opgaven[i].werkgebied),
                                       geometry::from_wkb(buurten[index].polygon)));
            if (!ground.is_empty()) {
                const geometry::Box box = geometry::bounds(ground);
                present.push_back({i, std::move(ground), box});
            }
        }
    }
    return present;
}

std::optional<double> length_inside(const Opgave& line, const Opgave& other, bool whole_buurt,
                                    const domain::Buurt& buurt) {
    if (!line.lengte_m) {
        return std::nullopt;
    }
    Geometry inside = geometry::only_lines(geometry::intersection(
        geometry::from_wkb(line.geometry), geometry::from_wkb(buurt.polygon)));
    if (!whole_buurt) {
        inside = geometry::only_lines(
            geometry::intersection(inside, geometry::from_wkb(other.werkgebied)));
    }
    return geometry::length_m(inside);
}

double whole_m2(const Opgave& opgave, const domain::BuurtRegister& buurten) {
    std::vector<Geometry> parts;
    for (const std::uint32_t buurt : opgave.gebied) {
        parts.push_back(geometry::from_wkb(buurten[buurt].polygon));
    }
    if (!opgave.werkgebied.empty()) {
        parts.push_back(geometry::from_wkb(opgave.werkgebied));
    }
    return geometry::area_m2(geometry::united(std::move(parts)));
}

bool takes_whole(const Opgave& opgave, std::uint32_t buurt) {
    return std::find(opgave.gebied.begin(), opgave.gebied.end(), buurt) != opgave.gebied.end();
}

std::string key_of(const domain::Buurt& buurt, const Opgave& a, const Opgave& b) {
    return buurt.buurtcode + " " + a.opgave_id + " " + b.opgave_id;
}

}  // namespace

std::vector<DefinedRow> rows_by_definition(const std::vector<Opgave>& opgaven,
                                           const domain::BuurtRegister& buurten,
                                           const domain::Settings& settings) {
    std::vector<DefinedRow> rows;
    std::vector<geometry::Box> boxes;
    for (const Opgave& opgave : opgaven) {
        boxes.push_back(geometry::bounds(opgave.werkgebied));
    }
    for (std::uint32_t u = 0; u < buurten.size(); ++u) {
        const std::vector<Present> present = present_in(u, opgaven, boxes, buurten);
        for (std::size_t i = 0; i < present.size(); ++i) {
            for (std::size_t j = i + 1; j < present.size(); ++j) {
                const Opgave& a = opgaven[present[i].opgave];
                const Opgave& b = opgaven[present[j].opgave];
                if (!geometry::meet(present[i].box, present[j].box) ||
                    !may_couple(a, b, settings)) {
                    continue;
                }
                const double area = geometry::area_m2(geometry::only_areas(
                    geometry::intersection(present[i].ground, present[j].ground)));
                if (!(area > 0) || area < settings.min_oppervlakte_m2) {
                    continue;
                }
                DefinedRow row;
                row.key = key_of(buurten[u], a, b);
                row.area_m2 = area;
                row.aandeel_a = area / whole_m2(a, buurten);
                row.aandeel_b = area / whole_m2(b, buurten);
                row.lengte_a_m = length_inside(a, b, takes_whole(b, u), buurten[u]);
                row.lengte_b_m = length_inside(b, a, takes_whole(a, u), buurten[u]);
                if (a.niveau == Niveau::plek && b.niveau == Niveau::plek) {
                    row.afstand_m = geometry::distance_m(geometry::from_wkb(a.geometry),
                                                         geometry::from_wkb(b.geometry));
                }
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

std::vector<DefinedRow> rows_by_engine(const std::vector<Opgave>& opgaven,
                                       const domain::BuurtRegister& buurten,
                                       const std::vector<analysis::BuurtResult>& found) {
    std::vector<DefinedRow> rows;
    for (const analysis::BuurtResult& result : found) {
        std::vector<const domain::Koppelkans*> pairs;
        for (const auto* list : {&result.koppelkansen, &result.gebiedskansen}) {
            for (const domain::Koppelkans& pair : *list) {
                pairs.push_back(&pair);
            }
        }
        std::sort(pairs.begin(), pairs.end(), [](const auto* one, const auto* other) {
            return std::pair(one->a, one->b) < std::pair(other->a, other->b);
        });
        for (const domain::Koppelkans* pair : pairs) {
            rows.push_back({key_of(buurten[result.buurt], opgaven[pair->a], opgaven[pair->b]),
                            pair->oppervlakte_m2, pair->aandeel_a, pair->aandeel_b,
                            pair->lengte_a_m, pair->lengte_b_m, pair->afstand_m});
        }
    }
    return rows;
}

void expect_same_rows(const std::vector<DefinedRow>& wanted, const std::vector<DefinedRow>& found,
                      double relative, const std::string& scene) {
    constexpr double length_m = 1e-4;
    ASSERT_EQ(wanted.size(), found.size()) << scene;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const DefinedRow& one = wanted[i];
        const DefinedRow& other = found[i];
        ASSERT_EQ(one.key, other.key) << scene;
        const std::string where = scene + " " + one.key;
        ASSERT_NEAR(one.area_m2, other.area_m2, relative * one.area_m2 + 1e-9) << where;
        ASSERT_NEAR(one.aandeel_a, other.aandeel_a, relative) << where;
        ASSERT_NEAR(one.aandeel_b, other.aandeel_b, relative) << where;
        ASSERT_EQ(one.lengte_a_m.has_value(), other.lengte_a_m.has_value()) << where;
        ASSERT_EQ(one.lengte_b_m.has_value(), other.lengte_b_m.has_value()) << where;
        ASSERT_NEAR(one.lengte_a_m.value_or(0), other.lengte_a_m.value_or(0), length_m) << where;
        ASSERT_NEAR(one.lengte_b_m.value_or(0), other.lengte_b_m.value_or(0), length_m) << where;
        ASSERT_EQ(one.afstand_m.has_value(), other.afstand_m.has_value()) << where;
        ASSERT_NEAR(one.afstand_m.value_or(0), other.afstand_m.value_or(0), 1e-9) << where;
    }
}

bool share_a_day(const Subset& subset, const std::vector<Opgave>& opgaven,
                 const domain::Settings& settings) {
    time::Day last_start = time::Day::open_before();
    time::Day first_end = time::Day::open_after();
    for (const domain::OpgaveIndex index : subset) {
        const time::Tijdlijn& tijdlijn = opgaven[index].tijdlijn;
        const bool by_start = settings.horizon.regel == time::Tijdregel::start;
        last_start = std::max(last_start, tijdlijn.s1);
        first_end = std::min(
            first_end, time::plus(by_start ? tijdlijn.s2 : tijdlijn.e2, settings.horizon.horizon));
    }
    return last_start <= first_end;
}

bool has_three_soorten(const Subset& subset, const std::vector<Opgave>& opgaven) {
    std::set<domain::SoortIndex> different;
    for (const domain::OpgaveIndex index : subset) {
        different.insert(opgaven[index].soort);
    }
    return different.size() >= 3;
}

std::vector<Subset> maximal_subsets(const Subset& cover, const std::vector<Opgave>& opgaven,
                                    const domain::Settings& settings) {
    const auto chosen = [&cover](std::uint32_t mask) {
        Subset subset;
        for (std::size_t i = 0; i < cover.size(); ++i) {
            if ((mask >> i & 1U) != 0) {
                subset.push_back(cover[i]);
            }
        }
        return subset;
    };
    std::vector<Subset> found;
    for (std::uint32_t mask = 1; mask < (1U << cover.size()); ++mask) {
        const Subset subset = chosen(mask);
        if (!has_three_soorten(subset, opgaven) || !share_a_day(subset, opgaven, settings)) {
            continue;
        }
        bool can_grow = false;
        for (std::size_t i = 0; i < cover.size() && !can_grow; ++i) {
            if ((mask >> i & 1U) == 0) {
                can_grow = share_a_day(chosen(mask | (1U << i)), opgaven, settings);
            }
        }
        if (!can_grow) {
            found.push_back(subset);
        }
    }
    return found;
}

double combinatie_m2(const Subset& subset, const std::vector<Opgave>& opgaven,
                     const domain::Buurt& buurt, const domain::Settings& settings) {
    Geometry ground = geometry::from_wkb(buurt.polygon);
    for (const domain::OpgaveIndex index : subset) {
        ground = geometry::only_areas(
            geometry::intersection(ground, geometry::from_wkb(opgaven[index].werkgebied)));
    }
    for (domain::OpgaveIndex other = 0; other < opgaven.size() && !ground.is_empty(); ++other) {
        Subset larger = subset;
        larger.push_back(other);
        if (std::find(subset.begin(), subset.end(), other) == subset.end() &&
            opgaven[other].niveau == Niveau::plek && is_plan(opgaven[other], settings) &&
            geometry::meet(geometry::bounds(opgaven[other].werkgebied), geometry::bounds(ground)) &&
            share_a_day(larger, opgaven, settings)) {
            ground = geometry::only_areas(
                geometry::difference(ground, geometry::from_wkb(opgaven[other].werkgebied)));
        }
    }
    return geometry::area_m2(ground);
}

}  // namespace koppelkans::test
