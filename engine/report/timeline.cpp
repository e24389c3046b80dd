#include "engine/report/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace koppelkans::report {

namespace {

using time::Day;

constexpr double chart_width = 960;
constexpr double names_width = 260;
constexpr double right_margin = 12;
constexpr double head_height = 28;
constexpr double bar_pitch = 20;
constexpr double least_bar = 3;  // so that a day can be seen
constexpr int most_years = 25;

/// The days that are drawn, from the first of a year to the last of one.
struct Scale {
    int first_year;
    int last_year;

    double x(Day day) const {
        const auto first = static_cast<double>(Day::from_ymd(first_year, 1, 1)->days());
        const auto beyond = static_cast<double>(Day::from_ymd(last_year + 1, 1, 1)->days());
        const double part = (static_cast<double>(day.days()) - first) / (beyond - first);
        return names_width +
               std::clamp(part, 0.0, 1.0) * (chart_width - names_width - right_margin);
    }
    bool holds(Day day) const {
        const int year = time::calendar_date(day).year;
        return year >= first_year && year <= last_year;
    }
};

Scale scale_of(const std::vector<OpgaveRow>& opgaven, Day peildatum, Day horizon) {
    int first = time::calendar_date(peildatum).year;
    int last = time::calendar_date(horizon).year;
    for (const OpgaveRow& opgave : opgaven) {
        for (const std::optional<Day>& day : {opgave.start, opgave.eind}) {
            if (day) {
                first = std::min(first, time::calendar_date(*day).year);
                last = std::max(last, time::calendar_date(*day).year);
            }
        }
    }
    // Of a very long list of years those around the peildatum say most.
    first = std::max(first, time::calendar_date(peildatum).year - most_years / 3);
    return {first, std::min(last, first + most_years - 1)};
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
std::vector<const OpgaveRow*> in_order(const std::vector<OpgaveRow>& opgaven) {
    std::vector<const OpgaveRow*> order;
    for (const OpgaveRow& opgave : opgaven) {
        if (!opgave.tijd_onbekend) {
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

TimelineLink link_of(const TimelineBar& a, const TimelineBar& b, std::size_t kans) {
    const double from = std::max(a.x1, b.x1);
    const double until = std::min(a.x2, b.x2);
    return {kans, (from + until) / 2, std::min(a.y, b.y), std::max(a.y, b.y)};
}

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
    for (const OpgaveRow* opgave : in_order(opgaven)) {
        places.emplace(opgave->opgave_id, chart.bars.size());
        chart.bars.push_back(bar_of(*opgave, scale));
        chart.bars.back().y = y;
        y += bar_pitch;
    }
    for (std::size_t i = 0; i < kansen.size(); ++i) {
        const auto a = places.find(kansen[i].opgave_a);
        const auto b = places.find(kansen[i].opgave_b);
        if (a != places.end() && b != places.end()) {
            chart.links.push_back(link_of(chart.bars[a->second], chart.bars[b->second], i));
        }
    }
    for (const OpgaveRow& opgave : opgaven) {
        if (opgave.tijd_onbekend) {
            chart.undated.push_back(opgave.titel());
        }
    }
    chart.height = y + bar_pitch / 2;
    chart.peildatum_x = scale.x(peildatum);
    if (scale.holds(until)) {
        chart.horizon_x = scale.x(until);
    }
    return chart;
}

}  // namespace koppelkans::report
