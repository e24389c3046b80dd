#include "engine/analysis/couple.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/analysis/outline.h"
#include "engine/analysis/pair.h"
#include "engine/domain/ids.h"
#include "engine/domain/text.h"
#include "engine/geometry/line_clip.h"
#include "engine/time/date_reader.h"

namespace koppelkans::analysis {

namespace {

using domain::Koppelkans;
using domain::Niveau;
using domain::Opgave;
using domain::Soort;

/// The words for "no date" are no project either (SPEC §7, al_samen).
bool names_a_project(std::string_view project, const time::TimeZone& zone) {
    return time::read_date(project, zone).kind != time::DateKind::no_date;
}

bool already_together(const Opgave& a, const Opgave& b, const time::TimeZone& zone) {
    const std::string_view project = domain::trimmed(a.texts.of(domain::Veld::project));
    return project == domain::trimmed(b.texts.of(domain::Veld::project)) &&
           names_a_project(project, zone);
}

/// Which goes first by bouwvolgorde: the deepest.
std::optional<domain::OpgaveIndex> first_by_depth(const Koppelkans& pair, const Soort& a,
                                                  const Soort& b) {
    if (!a.bouwvolgorde || !b.bouwvolgorde || *a.bouwvolgorde == *b.bouwvolgorde) {
        return std::nullopt;
    }
    return *a.bouwvolgorde < *b.bouwvolgorde ? pair.a : pair.b;
}

std::optional<double> shared_m3(double area_m2, const Soort& a, const Soort& b) {
    if (!a.graaft || !b.graaft || !a.diepte_m || !b.diepte_m) {
        return std::nullopt;
    }
    return area_m2 * std::min(*a.diepte_m, *b.diepte_m);
}

geometry::Geometry lines_inside(const geometry::Geometry& line, const geometry::Geometry& ground) {
    return geometry::only_lines(geometry::intersection(line, ground));
}

/// Metres of a line inside the ground of the other and the buurt, where that is plain.
std::optional<double> plain_length_inside(const Opgave& line, const Member& other,
                                          const geometry::Wkb& buurt) {
    const auto points = geometry::only_line(line.geometry);
    if (!points) {
        return std::nullopt;
    }
    std::vector<geometry::Vertices> made;  // rings that no area keeps as such
    if (other.whole_buurt) {
        made = geometry::all_rings(buurt);
    }
    std::vector<const geometry::Vertices*> rings;
    for (const geometry::Area& area : other.ground) {
        if (area.has_holes()) {
            std::vector<geometry::Vertices> more = area.rings();
            std::move(more.begin(), more.end(), std::back_inserter(made));
        } else {
            rings.push_back(&area.ring());
        }
    }
    for (const geometry::Vertices& ring : made) {
        rings.push_back(&ring);
    }
    return geometry::length_inside(*points, rings);
}

/// Lengths of lines inside the ground of others, in one buurt. What GEOS is asked for is kept: of
/// lines that take that way many meet, and to draw a werkgebied costs more than to cut by it.
class Lengths {
  public:
    explicit Lengths(const Scene& scene) : scene_(scene) {}

    /// Metres of `line` inside `other`; empty where it is no line.
    std::optional<double> inside(const Member& line, const Member& other) {
        const Opgave& opgave = scene_.opgave(line);
        if (!opgave.lengte_m) {
            return std::nullopt;
        }
        if (const auto plain = plain_length_inside(opgave, other, scene_.area().polygon)) {
            return plain;
        }
        const geometry::Geometry& in_buurt = line_in_buurt(line);
        if (other.whole_buurt) {
            return geometry::length_m(in_buurt);
        }
        return geometry::length_m(lines_inside(in_buurt, werkgebied_of(other)));
    }

  private:
    // The line is cut by the buurt and by the werkgebied of the other as they were read, one after
    // the other: along a border that was worked out, such as that of ground inside a buurt, it
    // would lie now on this side and now on that, by rounding.

    const geometry::Geometry& line_in_buurt(const Member& member) {
        auto& kept = lines_[member.opgave];
        if (!kept) {
            kept = lines_inside(geometry::from_wkb(scene_.opgave(member).geometry),
                                scene_.polygon().geometry());
        }
        return *kept;
    }

    const geometry::Geometry& werkgebied_of(const Member& member) {
        auto& kept = werkgebieden_[member.opgave];
        if (!kept) {
            kept =
                geometry::from_wkb(geometry::multi_polygon_of(own_ground(scene_.opgave(member))));
        }
        return *kept;
    }

    using Kept = std::unordered_map<domain::OpgaveIndex, std::optional<geometry::Geometry>>;
    const Scene& scene_;
    Kept lines_;
    Kept werkgebieden_;
};

/// Of ground of a thousandth of a square metre rounding may make more than all of it.
double share_of(double area_m2, const Member& member) {
    return std::min(1.0, area_m2 / member.werkgebied_m2);
}

void tell_time(Koppelkans& pair, const Opgave& a, const Opgave& b,
               const domain::Settings& settings) {
    pair.tussentijd = time::tussentijd(a.tijdlijn, b.tijdlijn);
    pair.verband = time::verband(pair.tussentijd);
    pair.eerste_start = std::min(a.tijdlijn.s1, b.tijdlijn.s1);
    if (!a.tijdlijn.tijd_onbekend && !b.tijdlijn.tijd_onbekend) {
        pair.aanhaken = time::aanhaken(pair.eerste_start, settings.peildatum, settings.aanloop);
    }
}

void tell_order(Koppelkans& pair, const Opgave& a, const Opgave& b, const Soort& soort_a,
                const Soort& soort_b) {
    pair.eerst = first_by_depth(pair, soort_a, soort_b);
    if (pair.eerst) {
        const Opgave& first = *pair.eerst == pair.a ? a : b;
        const Opgave& second = *pair.eerst == pair.a ? b : a;
        // With an open start or eind nothing is certain, and the open ends sort that way.
        pair.volgorde_strijdig = first.tijdlijn.s1 > second.tijdlijn.e2;
    }
}

double distance_m(const geometry::Wkb& a, const geometry::Wkb& b) {
    const auto line_a = geometry::only_line(a);
    const auto line_b = line_a ? geometry::only_line(b) : std::nullopt;
    const auto plain = line_b ? geometry::plain_distance_m(*line_a, *line_b) : std::nullopt;
    return plain ? *plain : geometry::distance_m(geometry::from_wkb(a), geometry::from_wkb(b));
}

/// What two opgaven of niveau plek have between them that a whole gebied has not.
void tell_place(Koppelkans& pair, const Opgave& a, const Opgave& b, const Soort& soort_a,
                const Soort& soort_b) {
    pair.gedeeld_m3 = shared_m3(pair.oppervlakte_m2, soort_a, soort_b);
    pair.afstand_m = distance_m(a.geometry, b.geometry);
}

class Coupler {
  public:
    Coupler(const Scene& scene, const Rules& rules)
        : scene_(scene), rules_(rules), lengths_(scene) {}

    /// Empty: no koppelkans.
    std::optional<Koppelkans> couple(const Meeting& meeting) {
        const Member& member_a = scene_.members()[meeting.a];
        const Member& member_b = scene_.members()[meeting.b];
        const auto zekerheid =
            may_couple(scene_.opgave(member_a), scene_.opgave(member_b), rules_.settings);
        if (!zekerheid) {
            return std::nullopt;
        }
        Koppelkans pair;
        pair.buurt = scene_.buurt();
        pair.a = member_a.opgave;
        pair.b = member_b.opgave;
        pair.tijd_zekerheid = *zekerheid;
        pair.oppervlakte_m2 = meeting.shared.area_m2;
        tell(pair, member_a, member_b);
        const bool has_place = scene_.opgave(member_a).niveau == Niveau::plek ||
                               scene_.opgave(member_b).niveau == Niveau::plek;
        if (has_place) {
            pair.geometry = geometry::multi_polygon_of(meeting.shared.ground);
        }
        return pair;
    }

  private:
    void tell(Koppelkans& pair, const Member& member_a, const Member& member_b) {
        const Opgave& a = scene_.opgave(member_a);
        const Opgave& b = scene_.opgave(member_b);
        const Soort& soort_a = rules_.soorten[a.soort];
        const Soort& soort_b = rules_.soorten[b.soort];
        pair.koppelkans_id = domain::stable_id(scene_.area().buurtcode, {a.opgave_id, b.opgave_id});
        pair.aandeel_a = share_of(pair.oppervlakte_m2, member_a);
        pair.aandeel_b = share_of(pair.oppervlakte_m2, member_b);
        pair.lengte_a_m = lengths_.inside(member_a, member_b);
        pair.lengte_b_m = lengths_.inside(member_b, member_a);
        pair.al_samen = already_together(a, b, rules_.settings.tijdzone);
        tell_time(pair, a, b, rules_.settings);
        tell_order(pair, a, b, soort_a, soort_b);
        if (a.niveau == Niveau::plek && b.niveau == Niveau::plek) {
            tell_place(pair, a, b, soort_a, soort_b);
        }
    }

    const Scene& scene_;
    const Rules& rules_;
    Lengths lengths_;
};

}  // namespace

Couples couple(const Scene& scene, const std::vector<Meeting>& meetings, const Rules& rules,
               const Stop& stop) {
    Coupler coupler(scene, rules);
    Couples couples;
    for (const Meeting& meeting : meetings) {
        stop();
        if (!meeting.counts) {
            continue;
        }
        auto found = coupler.couple(meeting);
        if (!found) {
            continue;
        }
        const bool both_plek = scene.opgave(scene.members()[meeting.a]).niveau == Niveau::plek &&
                               scene.opgave(scene.members()[meeting.b]).niveau == Niveau::plek;
        (both_plek ? couples.koppelkansen : couples.gebiedskansen).push_back(std::move(*found));
    }
    return couples;
}

}  // namespace koppelkans::analysis
