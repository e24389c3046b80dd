#include "engine/analysis/combine.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/analysis/pair.h"
#include "engine/analysis/pieces.h"
#include "engine/domain/ids.h"
#include "engine/domain/text.h"

namespace koppelkans::analysis {

namespace {

constexpr std::size_t least_soorten = 3;

using Subset = std::vector<domain::OpgaveIndex>;

Span span_of(const domain::Opgave& opgave, const time::HorizonRule& horizon) {
    const time::Tijdlijn& tijdlijn = opgave.tijdlijn;
    const time::Day last = horizon.regel == time::Tijdregel::tussentijd ? tijdlijn.e2 : tijdlijn.s2;
    return {tijdlijn.s1, time::plus(last, horizon.horizon)};
}

class Combiner {
  public:
    Combiner(const Scene& scene, const Rules& rules) : scene_(scene), rules_(rules) {}

    std::vector<domain::Combinatie> combine(const Stop& stop) {
        std::vector<Ground> grounds;
        for (const Member& member : scene_.members()) {
            const domain::Opgave& opgave = scene_.opgave(member);
            if (opgave.niveau == domain::Niveau::plek && takes_part(opgave, rules_.settings)) {
                grounds.push_back({static_cast<std::uint32_t>(taking_part_.size()),
                                   geometry::from_wkb(member.ground), member.box});
                taking_part_.push_back(member.opgave);
                opgaven_.push_back(&opgave);
            }
        }
        cut(std::move(grounds), {[this](const std::vector<std::uint32_t>& numbers) {
                                     return has_enough_soorten(numbers);
                                 },
                                 [this](Piece piece) { add(std::move(piece)); }, stop});
        return rows();
    }

  private:
    bool has_enough_soorten(const std::vector<std::uint32_t>& numbers) const {
        std::set<domain::SoortIndex> soorten;
        for (const std::uint32_t number : numbers) {
            soorten.insert(opgaven_[number]->soort);
        }
        return soorten.size() >= least_soorten;
    }

    void add(Piece piece) {
        if (piece.covered_by.size() < least_soorten || !has_enough_soorten(piece.covered_by)) {
            return;
        }
        std::sort(piece.covered_by.begin(), piece.covered_by.end());
        std::vector<Span> spans;
        for (const std::uint32_t number : piece.covered_by) {
            spans.push_back(span_of(*opgaven_[number], rules_.settings.horizon));
        }
        for (const std::vector<std::uint32_t>& meeting : maximal_meetings(spans)) {
            std::vector<std::uint32_t> numbers;
            for (const std::uint32_t position : meeting) {
                numbers.push_back(piece.covered_by[position]);
            }
            if (has_enough_soorten(numbers)) {
                pieces_[std::move(numbers)].push_back(piece.area.clone());
            }
        }
    }

    /// Ordered by the column `opgaven`, whose text does not sort as the positions do.
    std::vector<domain::Combinatie> rows() {
        std::map<std::string, domain::Combinatie> by_text;
        for (auto& [numbers, parts] : pieces_) {
            const geometry::Geometry ground =
                geometry::only_areas(geometry::united(std::move(parts)));
            const double area = geometry::area_m2(ground);
            if (area > 0 && area >= rules_.settings.min_oppervlakte_m2) {
                by_text.emplace(text_of(numbers), row(numbers, ground, area));
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

    domain::Combinatie row(const std::vector<std::uint32_t>& numbers,
                           const geometry::Geometry& ground, double area_m2) const {
        domain::Combinatie found;
        found.buurt = scene_.buurt();
        found.oppervlakte_m2 = area_m2;
        found.geometry = geometry::to_wkb(ground);
        found.eerste_start = time::Day::open_after();
        found.laatste_eind = time::Day::open_before();
        std::vector<std::string_view> ids;
        bool all_dated = true;
        for (const std::uint32_t number : numbers) {
            const domain::Opgave& opgave = *opgaven_[number];
            found.opgaven.push_back(taking_part_[number]);
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

    const Scene& scene_;
    const Rules& rules_;
    Subset taking_part_;                          ///< number -> opgave
    std::vector<const domain::Opgave*> opgaven_;  ///< number -> opgave
    /// numbers, ascending, to the pieces where they meet; numbers ascend as the opgaven do
    std::map<std::vector<std::uint32_t>, std::vector<geometry::Geometry>> pieces_;
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

std::vector<domain::Combinatie> combine(const Scene& scene, const Rules& rules, const Stop& stop) {
    return Combiner(scene, rules).combine(stop);
}

}  // namespace koppelkans::analysis
