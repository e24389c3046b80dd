#include "engine/report/timeline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace koppelkans::report {

namespace {

using time::Day;

constexpr double chart_width = 960;
constexpr double names_width = 260;
constexpr double right_margin = 12;
constexpr double head_height = 28;
constexpr double bar_pitch = 20;
constexpr double foot_height = 8;     // of the words at the peildatum and the horizon
constexpr double least_bar = 3;       // so that a day can be seen
constexpr int most_years_before = 8;  // the peildatum
constexpr int most_years_after = 10;

/// The days that are drawn, from the first of a year to the last of one.
struct Scale {
    int first_year;
    int last_year;

    double x(Day day) const {
        const auto first = static_cast<double>(Day::from_ymd(first_year, 1, 1)->days());
        const auto beyond = static_cast<double>(Day::from_ymd(last_year, 12, 31)->days()) + 1;
        const double part = (static_cast<double>(day.days()) - first) / (beyond - first);
        return names_width +
               std::clamp(part, 0.0, 1.0) * (chart_width - names_width - right_margin);
    }
    bool holds(Day day) const {
        const int year = time::calendar_date(day).year;
        return !day.is_open() && year >= first_year && year <= last_year;
    }
};

Scale scale_of(const std::vector<OpgaveRow>& opgaven, Day peildatum, Day horizon) {
    int first = time::calendar_date(peildatum).year;
    // A horizon of thousands of years is open at its end.
    int last = time::calendar_date(time::clamped_to_calendar(horizon)).year;
    const int now = time::calendar_date(peildatum).year;
    for (const OpgaveRow& opgave : opgaven) {
        if (opgave.start && time::calendar_date(*opgave.start).year > now + most_years_after) {
            continue;  // it will have no bar
        }
        for (const std::optional<Day>& day : {opgave.start, opgave.eind}) {
            if (day) {
                first = std::min(first, time::calendar_date(*day).year);
                last = std::max(last, time::calendar_date(*day).year);
            }
        }
    }
    return {std::max({first, now - most_years_before, 1}), std::min(last, now + most_years_after)};
}

bool begins_after(const OpgaveRow& opgave, const Scale& scale) {
    return opgave.start && time::calendar_date(*opgave.start).year > scale.last_year;
}

TimelineBar bar_of(const OpgaveRow& opgave, const Scale& scale) {
    TimelineBar bar;
    bar.opgave_id = opgave.opgave_id;
    bar.titel = opgave.titel();
    bar.soort = opgave.soort;
    const Day first = *Day::from_ymd(scale.first_year, 1, 1);
    const Day last = *Day::from_ymd(scale.last_year, 12, 31);
    bar.x1 = scale.x(opgave.start.value_or(first));
    bar.x2 = std::max(scale.x(time::plus_days(opgave.eind.value_or(last), 1)), bar.x1 + least_bar);
    const bool begins_here = opgave.start && scale.holds(*opgave.start);
    const bool ends_here = opgave.eind && scale.holds(*opgave.eind) && !opgave.eind_onbekend;
    bar.begin = begins_here ? BarEnd::sharp : BarEnd::fading;
    bar.end = ends_here ? BarEnd::sharp : BarEnd::fading;
    return bar;
}

/// Dated ones first, by start, then by end, then by id, so that equal input gives equal drawings.
std::vector<const OpgaveRow*> in_order(const std::vector<OpgaveRow>& opgaven, const Scale& scale) {
    std::vector<const OpgaveRow*> order;
    for (const OpgaveRow& opgave : opgaven) {
        if (!opgave.tijd_onbekend && !begins_after(opgave, scale)) {
            order.push_back(&opgave);
        }
    }
    const auto key = [](const OpgaveRow& opgave) {
        return std::tuple(opgave.start.value_or(Day::open_before()),
                          opgave.eind.value_or(Day::open_after()), opgave.opgave_id);
    };
    std::sort(order.begin(), order.end(),
              [&key](const OpgaveRow* a, const OpgaveRow* b) { return key(*a) < key(*b); });
    return order;
}

/// Looks for room for lines and their numbers: each within the days that its two bars share (or
/// that lie between them), first in the middle, else beside it.
class Links {
  public:
    void place(const TimelineBar& a, const TimelineBar& b, std::size_t kans) {
        const double from = std::min(std::max(a.x1, b.x1), std::min(a.x2, b.x2));
        const double until = std::max(std::max(a.x1, b.x1), std::min(a.x2, b.x2));
        const double middle = (from + until) / 2;
        const double reach = std::max((until - from) / 2, least_reach);
        TimelineLink link{kans, middle, std::min(a.y, b.y), std::max(a.y, b.y), 0};
        link.label_y = (link.y1 + link.y2) / 2;
        for (int i = 0; i * step <= reach; ++i) {
            for (const double side : {1.0, -1.0}) {
                link.x = middle + side * i * step;
                if (finds_room(link)) {
                    links_.push_back(link);
                    return;
                }
            }
        }
        link.x = middle;
        link.label_y = (link.y1 + link.y2) / 2;
        links_.push_back(link);
    }
    std::vector<TimelineLink> take() { return std::move(links_); }

  private:
    static constexpr double least_reach = 24;
    static constexpr double step = 4;
    static constexpr double line_gap = 5;
    static constexpr double label_width = 20;
    static constexpr double label_height = 13;

    /// Tries the middle of the line and what lies above and below it; true where the number is free
    /// of others and the line does not run along another.
    bool finds_room(TimelineLink& link) const {
        const bool is_own = std::none_of(links_.begin(), links_.end(), [&link](const auto& other) {
            return std::abs(other.x - link.x) < line_gap && link.y1 < other.y2 &&
                   other.y1 < link.y2;
        });
        const double middle = (link.y1 + link.y2) / 2;
        if (!is_own) {
            return false;
        }
        const auto places = static_cast<int>(std::floor((link.y2 - link.y1) / label_height));
        for (int place = 0; place <= places; ++place) {
            const double off = place * label_height / 2;
            for (const double y : {middle - off, middle + off}) {
                link.label_y = y;
                if (std::none_of(links_.begin(), links_.end(), [&link](const auto& other) {
                        return std::abs(other.x - link.x) < label_width &&
                               std::abs(other.label_y - link.label_y) < label_height;
                    })) {
                    return true;
                }
            }
        }
        return false;
    }

    std::vector<TimelineLink> links_;
};

}  // namespace

Timeline timeline(const std::vector<OpgaveRow>& opgaven, const std::vector<KansRow>& kansen,
                  Day peildatum, const time::Period& horizon) {
    const Day until = time::plus(peildatum, horizon);
    const Scale scale = scale_of(opgaven, peildatum, until);
    Timeline chart;
    chart.width = chart_width;
    chart.left = names_width;
    chart.row_height = bar_pitch;
    for (int year = scale.first_year; year <= scale.last_year; ++year) {
        chart.years.push_back({year, scale.x(*Day::from_ymd(year, 1, 1))});
    }
    std::map<std::string, std::size_t, std::less<>> places;
    double y = head_height + bar_pitch / 2;
    for (const OpgaveRow* opgave : in_order(opgaven, scale)) {
        places.emplace(opgave->opgave_id, chart.bars.size());
        chart.bars.push_back(bar_of(*opgave, scale));
        chart.bars.back().y = y;
        y += bar_pitch;
    }
    Links links;
    for (std::size_t i = 0; i < kansen.size(); ++i) {
        const auto a = places.find(kansen[i].opgave_a);
        const auto b = places.find(kansen[i].opgave_b);
        if (a != places.end() && b != places.end()) {
            links.place(chart.bars[a->second], chart.bars[b->second], i);
        }
    }
    chart.links = links.take();
    for (const OpgaveRow& opgave : opgaven) {
        if (opgave.tijd_onbekend) {
            chart.undated.push_back(opgave.titel());
        } else if (begins_after(opgave, scale)) {
            chart.later.push_back(opgave.titel());
        }
    }
    chart.height = y + bar_pitch / 2 + foot_height;
    chart.peildatum_x = scale.x(peildatum);
    if (scale.holds(until)) {
        chart.horizon_x = scale.x(until);
    }
    return chart;
}

}  // namespace koppelkans::report
