#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/result_data.h"
#include "engine/time/period.h"

namespace koppelkans::report {

/// What an end of a bar says: the day is known, or the work may go on (or have begun) beyond it.
enum class BarEnd { sharp, fading };

/// An opgave on the timeline. Lengths are units of the drawing, from its upper left corner.
struct TimelineBar {
    std::string opgave_id;
    std::string titel;
    std::string soort;
    double x1 = 0;
    double x2 = 0;
    double y = 0;  ///< of its middle
    BarEnd begin = BarEnd::sharp;
    BarEnd end = BarEnd::sharp;
};

/// A koppelkans: a line down from one bar to another at a day on which both may be at work, or half
/// way between them.
struct TimelineLink {
    std::size_t kans = 0;  ///< its position in the list given
    double x = 0;
    double y1 = 0;
    double y2 = 0;
    double label_y = 0;  ///< of its number: between the bars, moved along the line to make room
};

struct TimelineYear {
    int year = 0;
    double x = 0;
};

/// The opgaven of a gebied over the years, as a chart of bars, ready to be drawn (issue: uncertain
/// ends fading, the peildatum and the line of the horizon, koppelkansen as links between bars).
struct Timeline {
    double width = 0;
    double height = 0;
    double row_height = 0;
    double left = 0;  ///< where the years begin; texts stand before it
    std::vector<TimelineYear> years;
    std::vector<TimelineBar> bars;  ///< by start, from the top
    std::vector<TimelineLink> links;
    double peildatum_x = 0;
    std::optional<double> horizon_x;   ///< none where it lies beyond the last year
    std::vector<std::string> undated;  ///< titles of the opgaven without any date
    std::vector<std::string> later;    ///< of those that begin after the last year
};

/// Lays it out: whole years from that of the first day, or of the peildatum where that is earlier,
/// to that of the last, but from eight years before the peildatum to ten after it at most: works
/// that lie far off would press all others together. What begins before or ends after fades at the
/// border. Opgaven in `kansen` that have no bar have no link. Cost: sorts the opgaven.
Timeline timeline(const std::vector<OpgaveRow>& opgaven, const std::vector<KansRow>& kansen,
                  time::Day peildatum, const time::Period& horizon);

}  // namespace koppelkans::report
