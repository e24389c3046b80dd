#include "engine/io/workbook_cover.h"

#include <algorithm>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/domain/readable_text.h"

namespace koppelkans::io {

namespace {

constexpr lxw_color_t koppelkansen_blue = 0x0072B2;
constexpr lxw_color_t kansrijk_green = 0x009E73;
constexpr lxw_color_t grid_grey = 0xD9D9D9;

constexpr std::size_t most_bars = 15;
constexpr std::size_t most_name_characters = 60;  ///< in the ranking: more does not fit an axis

// The columns of the cover, with their widths in characters.
constexpr lxw_col_t name_column = 0;
constexpr lxw_col_t koppelkansen_column = 1;
constexpr lxw_col_t kansrijk_column = 2;
constexpr lxw_col_t chart_column = 4;
constexpr lxw_col_t last_note_column = 10;
constexpr double name_width = 40;
constexpr double number_width = 16;
constexpr double gap_width = 3;
constexpr std::size_t note_characters = 120;  ///< in a line of a note
constexpr double line_height = 15;            ///< in points

/// A text of the caller as the library takes one: a formula is what begins with =.
std::string plain(const std::string& text) {
    const std::string shown = domain::readable(text);
    return shown.starts_with('=') ? " " + shown : shown;
}

std::vector<std::string> notes_of(const WorkbookCover& cover, const WorkbookCounts& counts,
                                  const std::vector<RowsLeftOut>& left_out) {
    std::vector<std::string> notes = cover.notes;
    const auto say = [&notes](const std::string& sentence, std::int64_t count,
                              const auto&... more) {
        if (count > 0 && !sentence.empty()) {
            notes.push_back(fmt::format(fmt::runtime(sentence), count, more...));
        }
    };
    say(cover.sentences.shortened_texts, counts.shortened_texts);
    say(cover.sentences.repaired_texts, counts.repaired_texts);
    for (const RowsLeftOut& sheet : left_out) {
        say(cover.sentences.left_out_rows, sheet.rows, sheet.titel);
    }
    return notes;
}

/// The cover, from top to bottom.
class Cover {
  public:
    Cover(WorkbookFile& file, lxw_worksheet* sheet) : file_(file), sheet_(sheet) {}

    void set_up() {
        const auto column = [this](lxw_col_t at, double width) {
            file_.check(worksheet_set_column(sheet_, at, at, width, nullptr));
        };
        column(name_column, name_width);
        column(koppelkansen_column, number_width);
        column(kansrijk_column, number_width);
        column(kansrijk_column + 1, gap_width);
        worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
        worksheet_set_landscape(sheet_);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet_, a4);
        worksheet_fit_to_pages(sheet_, 1, 0);
    }

    void add_titel(const std::string& titel, lxw_format* format) {
        put(name_column, titel, {format, nullptr, nullptr});
        row_ += 2;
    }

    void add_facts(const std::vector<WorkbookFact>& facts) {
        const WorkbookFormats& formats = file_.formats();
        for (const WorkbookFact& fact : facts) {
            put(name_column, fact.label, {formats.bold, nullptr, nullptr});
            put(koppelkansen_column, fact.value, {formats.left, formats.left, formats.left_day});
            ++row_;
        }
        row_ += facts.empty() ? 0 : 1;
    }

    void add_notes(const std::vector<std::string>& notes) {
        for (const std::string& note : notes) {
            const std::size_t lines = domain::utf16_units(domain::readable(note)) / note_characters;
            const auto row = static_cast<lxw_row_t>(row_);
            file_.check(worksheet_set_row(sheet_, row, line_height * static_cast<double>(lines + 1),
                                          nullptr));
            file_.check(worksheet_merge_range(sheet_, row, name_column, row, last_note_column, "",
                                              file_.formats().note));
            put(name_column, note, {file_.formats().note, nullptr, nullptr});
            ++row_;
        }
        row_ += notes.empty() ? 0 : 1;
    }

    /// Answers the row of its head.
    std::int64_t add_ranking(const WorkbookRanking& ranking) {
        const WorkbookFormats& formats = file_.formats();
        add_titel(ranking.titel, formats.bold);
        const std::int64_t head = row_ - 1;
        row_ = head;
        put(name_column, ranking.buurt_kop, {formats.head, nullptr, nullptr});
        put(koppelkansen_column, ranking.koppelkansen_kop, {formats.number_head, nullptr, nullptr});
        put(kansrijk_column, ranking.kansrijk_kop, {formats.number_head, nullptr, nullptr});
        for (const RankedBuurt& buurt : ranking.rows) {
            ++row_;
            const CellFormats numbers{nullptr, formats.integer, nullptr};
            file_.put_linked({sheet_, row_, name_column},
                             domain::shortened(domain::readable(buurt.naam), most_name_characters),
                             buurt.link);
            put(koppelkansen_column, buurt.koppelkansen, numbers);
            put(kansrijk_column, buurt.kansrijk, numbers);
        }
        return head;
    }

    void add_chart(const WorkbookRanking& ranking, std::int64_t head_row) {
        const std::size_t bars = std::min(ranking.rows.size(), most_bars);
        const auto first = static_cast<lxw_row_t>(head_row + 1);
        const auto last = static_cast<lxw_row_t>(first + bars - 1);
        lxw_chart* chart = workbook_add_chart(file_.handle(), LXW_CHART_BAR);
        if (chart == nullptr) {
            file_.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
        }
        const auto add_series = [&](lxw_col_t column, lxw_color_t color) {
            lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
            chart_series_set_categories(series, sheet_->name, first, name_column, last,
                                        name_column);
            chart_series_set_values(series, sheet_->name, first, column, last, column);
            chart_series_set_name_range(series, sheet_->name, first - 1, column);
            lxw_chart_fill fill{};
            fill.color = color;
            chart_series_set_fill(series, &fill);
            chart_series_set_labels(series);
            chart_series_set_labels_num_format(series, "0;;");  // none at a bar of nothing
        };
        add_series(koppelkansen_column, koppelkansen_blue);
        add_series(kansrijk_column, kansrijk_green);
        lay_out(chart, ranking);
        insert(chart, ranking.chart_titel, first - 1, bars);
    }

  private:
    std::size_t put(std::size_t column, const report::Cell& cell, const CellFormats& formats) {
        return file_.put({sheet_, row_, column}, cell, formats);
    }

    static void lay_out(lxw_chart* chart, const WorkbookRanking& ranking) {
        chart_title_set_name(chart, plain(ranking.chart_titel).c_str());
        // The bars lie: the y axis is that of the buurten.
        chart_axis_set_name(chart->y_axis, plain(ranking.buurt_as).c_str());
        chart_axis_set_name(chart->x_axis, plain(ranking.aantal_as).c_str());
        // The first row on top; the numbers stay below.
        chart_axis_set_reverse(chart->y_axis);
        chart_axis_set_crossing_max(chart->y_axis);
        chart_axis_set_min(chart->x_axis, 0);
        chart_axis_set_num_format(chart->x_axis, "0");
        lxw_chart_line grid{};
        grid.color = grid_grey;
        chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        constexpr std::uint16_t gap_percent = 60;
        chart_set_series_gap(chart, gap_percent);
    }

    void insert(lxw_chart* chart, const std::string& titel, lxw_row_t row, std::size_t bars) {
        // As the library counts pixels: 480 by 288 without a scale.
        constexpr double frame = 150;
        constexpr double bar = 34;
        constexpr double plain_height = 288;
        std::string description = plain(titel);
        lxw_chart_options options{};
        options.x_scale = 1.5;
        options.y_scale = (frame + bar * static_cast<double>(bars)) / plain_height;
        options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
        options.description = description.data();
        file_.check(worksheet_insert_chart_opt(sheet_, row, chart_column, chart, &options));
    }

    WorkbookFile& file_;
    lxw_worksheet* sheet_;
    std::int64_t row_ = 0;
};

}  // namespace

void write_cover(WorkbookFile& file, lxw_worksheet* sheet, const WorkbookCover& cover,
                 const std::vector<RowsLeftOut>& left_out) {
    const std::vector<std::string> notes = notes_of(cover, file.counts(), left_out);
    Cover writer(file, sheet);
    writer.set_up();
    writer.add_titel(cover.titel, file.formats().titel);
    writer.add_facts(cover.facts);
    writer.add_notes(notes);
    if (cover.ranking && !cover.ranking->rows.empty()) {
        const std::int64_t head = writer.add_ranking(*cover.ranking);
        writer.add_chart(*cover.ranking, head);
    }
}

}  // namespace koppelkans::io
