#include "engine/analysis/combine.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "engine/analysis/pair.h"
#include "engine/analysis/pieces.h"
#include "engine/analysis/zones.h"
#include "engine/domain/ids.h"
#include "engine/domain/text.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

namespace {

constexpr std::size_t least_soorten = 3;

Span span_of(const domain::Opgave& opgave, const time::HorizonRule& horizon) {
    const time::Tijdlijn& tijdlijn = opgave.tijdlijn;
    const time::Day last = horizon.regel == time::Tijdregel::tussentijd ? tijdlijn.e2 : tijdlijn.s2;
    return {tijdlijn.s1, time::plus(last, horizon.horizon)};
}

/// Pieces of one combinatie as one geometry: those that lie apart side by side, others united.
geometry::Wkb united(const std::vector<geometry::Area>& pieces) {
    bool are_apart = true;
    for (std::size_t i = 0; i < pieces.size() && are_apart; ++i) {
        const geometry::Box near = geometry::grown(pieces[i].box(), geometry::sliver_m);
        are_apart = std::none_of(
            pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, pieces.end(),
            [&near](const geometry::Area& other) { return geometry::meet(near, other.box()); });
    }
    if (are_apart) {
        return geometry::multi_polygon_of(pieces);
    }
    std::vector<geometry::Geometry> parts;
    parts.reserve(pieces.size());
    for (const geometry::Area& piece : pieces) {
        parts.push_back(geometry::from_wkb(piece.to_wkb()));
    }
    return geometry::to_wkb(geometry::only_areas(geometry::united(std::move(parts))));
}

/// Who shares ground with whom, where it matters: position in the meetings by the two numbers.
using SharedGround = std::map<std::pair<std::uint32_t, std::uint32_t>, const Meeting*>;

class Combiner {
  public:
    Combiner(const Scene& scene, const std::vector<Meeting>& meetings, const Rules& rules,
             const Stop& stop)
        : scene_(scene), rules_(rules), stop_(stop) {
        number_members();
        note_shared_ground(meetings);
    }

    std::vector<domain::Combinatie> combine() {
        std::vector<domain::SoortIndex> soorten;
        for (const domain::Opgave* opgave : opgaven_) {
            soorten.push_back(opgave->soort);
        }
        if (soort_order_.size() < least_soorten) {
            return {};
        }
        std::vector<Edge> edges;
        for (const auto& [pair, meeting] : shared_) {
            edges.push_back({pair.first, pair.second, geometry::bounds(meeting->shared.ground)});
        }
        for (const Zone& zone : zones(edges, soorten, stop_)) {
            const std::vector<Ground> grounds = grounds_of(zone);
            cut(grounds, zone.box,
                {[this](const std::vector<std::uint32_t>& numbers) {
                     return share_a_day_by_enough_soorten(numbers);
                 },
                 [&](std::size_t a, std::size_t b) { return shared(grounds[a], grounds[b]); },
                 [this](Piece piece) { add(std::move(piece)); }, stop_});
        }
        return rows();
    }

  private:
    /// Numbers ascend as the opgaven do.
    void number_members() {
        number_of_.assign(scene_.members().size(), none);
        for (std::size_t i = 0; i < scene_.members().size(); ++i) {
            const domain::Opgave& opgave = scene_.opgave(scene_.members()[i]);
            if (opgave.niveau == domain::Niveau::plek && takes_part(opgave, rules_.settings)) {
                number_of_[i] = static_cast<std::uint32_t>(members_.size());
                members_.push_back(&scene_.members()[i]);
                opgaven_.push_back(&opgave);
                spans_.push_back(span_of(opgave, rules_.settings.horizon));
                soort_bits_.push_back(
                    std::uint64_t{1}
                    << (soort_order_.emplace(opgave.soort, soort_order_.size()).first->second %
                        most_soorten));
            }
        }
    }

    void note_shared_ground(const std::vector<Meeting>& meetings) {
        for (const Meeting& meeting : meetings) {
            const std::uint32_t a = number_of_[meeting.a];
            const std::uint32_t b = number_of_[meeting.b];
            if (a != none && b != none && opgaven_[a]->soort != opgaven_[b]->soort &&
                may_couple(*opgaven_[a], *opgaven_[b], rules_.settings)) {
                shared_[{a, b}] = &meeting;
            }
        }
    }

    /// Those that have the same ground to the last bit are one: many plans take a whole buurt, or
    /// the same piece of a street.
    std::vector<Ground> grounds_of(const Zone& zone) const {
        std::vector<Ground> grounds;
        std::map<std::string, std::size_t> known;
        for (const std::uint32_t number : zone.numbers) {
            const std::vector<geometry::Area>& ground = members_[number]->ground;
            const auto [same, is_new] =
                known.emplace(geometry::multi_polygon_of(ground).bytes, grounds.size());
            if (is_new) {
                grounds.push_back({{}, ground, members_[number]->box});
            }
            grounds[same->second].numbers.push_back(number);
        }
        return grounds;
    }

    std::vector<geometry::Area> shared(const Ground& a, const Ground& b) const {
        const auto known = shared_.find(std::minmax(a.numbers.front(), b.numbers.front()));
        if (known != shared_.end()) {
            return known->second->shared.ground;
        }
        return geometry::common(a.parts, b.parts);
    }

    bool has_enough_soorten(const std::vector<std::uint32_t>& numbers) const {
        std::set<domain::SoortIndex> soorten;
        for (const std::uint32_t number : numbers) {
            soorten.insert(opgaven_[number]->soort);
        }
        return soorten.size() >= least_soorten;
    }

    /// On the first day of one of them, since a meeting begins with somebody. Where there are more
    /// soorten than bits it may say yes too often.
    bool share_a_day_by_enough_soorten(const std::vector<std::uint32_t>& numbers) const {
        if (soort_order_.size() > most_soorten) {
            return numbers.size() >= least_soorten;
        }
        for (const std::uint32_t begins : numbers) {
            const time::Day today = spans_[begins].first;
            std::uint64_t soorten = 0;
            for (const std::uint32_t number : numbers) {
                if (spans_[number].first <= today && today <= spans_[number].last) {
                    soorten |= soort_bits_[number];
                }
            }
            if (static_cast<std::size_t>(std::popcount(soorten)) >= least_soorten) {
                return true;
            }
        }
        return false;
    }

    void add(Piece piece) {
        std::vector<Span> spans;
        for (const std::uint32_t number : piece.numbers) {
            spans.push_back(spans_[number]);
        }
        for (const std::vector<std::uint32_t>& meeting : maximal_meetings(spans)) {
            std::vector<std::uint32_t> numbers;
            for (const std::uint32_t position : meeting) {
                numbers.push_back(piece.numbers[position]);
            }
            if (has_enough_soorten(numbers)) {
                pieces_[std::move(numbers)].push_back(piece.area);
            }
        }
    }

    /// Ordered by the column `opgaven`, whose text does not sort as the positions do.
    std::vector<domain::Combinatie> rows() {
        std::map<std::string, domain::Combinatie> by_text;
        for (const auto& [numbers, parts] : pieces_) {
            stop_();
            const geometry::Wkb ground = united(parts);
            const double area_m2 = geometry::area_m2(parts);
            if (area_m2 > 0 && area_m2 >= rules_.settings.min_oppervlakte_m2) {
                by_text.emplace(text_of(numbers), row(numbers, ground, area_m2));
            }
        }
        std::vector<domain::Combinatie> rows;
        for (auto& [text, found] : by_text) {
            rows.push_back(std::move(found));
        }
        return rows;
    }

    std::string text_of(const std::vector<std::uint32_t>& numbers) const {
        std::vector<std::string> ids;
        for (const std::uint32_t number : numbers) {
            ids.push_back(opgaven_[number]->opgave_id);
        }
        return domain::csv_line(ids);
    }

    domain::Combinatie row(const std::vector<std::uint32_t>& numbers, geometry::Wkb ground,
                           double area_m2) const {
        domain::Combinatie found;
        found.buurt = scene_.buurt();
        found.oppervlakte_m2 = area_m2;
        found.geometry = std::move(ground);
        found.eerste_start = time::Day::open_after();
        found.laatste_eind = time::Day::open_before();
        std::vector<std::string_view> ids;
        bool all_dated = true;
        for (const std::uint32_t number : numbers) {
            const domain::Opgave& opgave = *opgaven_[number];
            found.opgaven.push_back(members_[number]->opgave);
            ids.emplace_back(opgave.opgave_id);
            found.eerste_start = std::min(found.eerste_start, opgave.tijdlijn.s1);
            found.laatste_eind = std::max(found.laatste_eind, opgave.tijdlijn.e2);
            all_dated = all_dated && !opgave.tijdlijn.tijd_onbekend;
        }
        if (all_dated) {
            found.aanhaken = time::aanhaken(found.eerste_start, rules_.settings.peildatum,
                                            rules_.settings.aanloop);
        }
        found.combinatie_id = domain::stable_id(scene_.area().buurtcode, ids);
        return found;
    }

    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t most_soorten = 64;

    const Scene& scene_;
    const Rules& rules_;
    const Stop& stop_;
    std::vector<std::uint32_t> number_of_;  ///< position in the scene -> number; none: no part
    // By number:
    std::vector<const Member*> members_;
    std::vector<const domain::Opgave*> opgaven_;
    std::vector<Span> spans_;
    std::vector<std::uint64_t> soort_bits_;  ///< a bit for each soort of this scene
    std::map<domain::SoortIndex, std::size_t> soort_order_;
    SharedGround shared_;
    /// numbers, ascending, to the pieces where they meet
    std::map<std::vector<std::uint32_t>, std::vector<geometry::Area>> pieces_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> maximal_meetings(const std::vector<Span>& spans) {
    std::vector<std::uint32_t> by_start(spans.size());
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        by_start[i] = i;
    }
    std::sort(by_start.begin(), by_start.end(), [&spans](std::uint32_t a, std::uint32_t b) {
        return std::pair(spans[a].first, a) < std::pair(spans[b].first, b);
    });
    std::vector<std::vector<std::uint32_t>> meetings;
    std::vector<std::uint32_t> open;
    for (const std::uint32_t next : by_start) {
        const auto has_left = [&, today = spans[next].first](std::uint32_t one) {
            return spans[one].last < today;
        };
        // A meeting is maximal just before the first of it leaves: the last to come has come since
        // the meeting before.
        if (std::any_of(open.begin(), open.end(), has_left)) {
            meetings.push_back(open);
            std::erase_if(open, has_left);
        }
        open.push_back(next);
    }
    if (!open.empty()) {
        meetings.push_back(open);
    }
    for (std::vector<std::uint32_t>& meeting : meetings) {
        std::sort(meeting.begin(), meeting.end());
    }
    return meetings;
}

std::vector<domain::Combinatie> combine(const Scene& scene, const std::vector<Meeting>& meetings,
                                        const Rules& rules, const Stop& stop) {
    return Combiner(scene, meetings, rules, stop).combine();
}

}  // namespace koppelkans::analysis
