#include "tools/koppelkans/summary_text.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "engine/time/period.h"
#include "tools/koppelkans/help.h"

namespace koppelkans::tools {
namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t label_width = 12;
/// How much of a detail is shown: a source may hold a novel in a date column.
constexpr std::size_t longest_detail = 120;

/// UTF-8 characters, so that names with accents keep the columns straight.
std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t length = characters(text);
    return length < width ? text + std::string(width - length, ' ') : text;
}

/// At most so many characters, and no control characters: the text goes to a terminal.
std::string shown(const std::string& text, std::size_t most = longest_detail) {
    std::string safe;
    std::size_t count = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        count += (value & 0xC0U) != 0x80U ? 1 : 0;
        if (count > most) {
            return safe + "...";
        }
        safe += value < 0x20 || value == 0x7F ? ' ' : byte;
    }
    return safe;
}

/// A label and its text, the text wrapped beside it.
void add_entry(std::string& page, const std::string& label, const std::string& text) {
    std::string left = "  " + padded(label, label_width);
    for (const std::string& line : wrapped(text, page_width - label_width - 2)) {
        page += left + line + "\n";
        left = std::string(label_width + 2, ' ');
    }
}

void add_warnings(std::string& page, const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) {
        add_entry(page, "warning", shown(warning, 400));
    }
}

std::string place(const std::string& pad, const std::string& laag) {
    return laag.empty() ? pad : fmt::format("{}, layer {}", pad, laag);
}

void add_buurten(std::string& page, const io::BuurtenSummary& buurten) {
    page += "Buurten\n";
    add_entry(page, "file", place(buurten.pad, buurten.laag));
    add_entry(page, "buurten",
              buurten.jaar ? fmt::format("{}, edition {}", buurten.count, *buurten.jaar)
                           : fmt::format("{}, edition unknown", buurten.count));
    std::string columns;
    for (const std::string& column : buurten.columns) {
        columns += (columns.empty() ? "" : "; ") + column;
    }
    add_entry(page, "columns", shown(columns, 600));
    add_warnings(page, buurten.warnings);
}

std::string crs_text(const io::SourceSummary& source) {
    if (source.crs.empty()) {
        return "none: this source has no geometry";
    }
    if (!source.nauwkeurigheid_m) {
        return fmt::format("{}, transformed with an accuracy that PROJ does not state", source.crs);
    }
    return *source.nauwkeurigheid_m == 0 ? source.crs
                                         : fmt::format("{}, transformed with an accuracy of {:g} m",
                                                       source.crs, *source.nauwkeurigheid_m);
}

/// The columns that were taken by the configuration, or by their usual names.
std::string columns_text(const std::vector<io::FieldMatch>& fields, io::MatchedBy by) {
    std::string text;
    for (const io::FieldMatch& field : fields) {
        if (field.by != by) {
            continue;
        }
        text += text.empty() ? "" : ", ";
        text += domain::to_text(field.veld);
        if (field.column != domain::to_text(field.veld)) {
            text += " from " + shown(field.column);
        }
    }
    return text;
}

void add_left_out(std::string& page, const io::SourceSummary& source) {
    if (source.account.afgekeurd == 0) {
        return;
    }
    page +=
        fmt::format("  left out    {} of {}\n", source.account.afgekeurd, source.account.gelezen);
    for (const auto& [reden, found] : source.afgekeurd) {
        std::string left = fmt::format("    {:<23} {:>6}  {:<7}  ", domain::to_text(reden),
                                       found.count, domain::is_fault(reden) ? "fault" : "by rule");
        for (const io::LeftOut& row : found.first) {
            page += left + fmt::format("row {}", row.fid);
            page += row.id.empty() ? "" : ", " + shown(row.id, 40);
            page += row.detail.empty() ? "\n" : ": " + shown(row.detail) + "\n";
            left = std::string(left.size(), ' ');
        }
        if (found.first.empty()) {
            page += left.substr(0, left.find_last_not_of(' ') + 1) + "\n";
        }
    }
}

void add_source(std::string& page, const io::SourceSummary& source) {
    page += fmt::format("\nSource {}\n", shown(source.naam));
    add_entry(page, "file", place(source.pad, source.laag));
    add_entry(page, "crs", crs_text(source));
    add_entry(page, "soort", shown(source.soort_explained, 400));
    add_entry(page, "configured", columns_text(source.fields, io::MatchedBy::configuration));
    add_entry(page, "recognised", columns_text(source.fields, io::MatchedBy::usual_name));
    if (source.fields.empty()) {
        add_entry(page, "recognised", "no column");
    }
    add_warnings(page, source.warnings);
    add_left_out(page, source);
}

std::int64_t faults_of(const io::SourceSummary& source) {
    std::int64_t faults = 0;
    for (const auto& [reden, found] : source.afgekeurd) {
        faults += domain::is_fault(reden) ? found.count : 0;
    }
    return faults;
}

void add_account_line(std::string& page, const std::string& name, std::size_t width,
                      const domain::BronAccount& account, std::int64_t faults) {
    page += fmt::format("  {}  {:>8}  {:>12}  {:>12}  {:>9}  {:>6}\n", padded(name, width),
                        account.gelezen, account.geanalyseerd, account.samengevoegd,
                        account.afgekeurd, faults);
}

/// The account of every row; returns how many have faults.
std::int64_t add_account(std::string& page, const std::vector<io::SourceSummary>& sources) {
    std::size_t width = 5;
    for (const io::SourceSummary& source : sources) {
        width = std::max(width, characters(shown(source.naam, 40)));
    }
    page += fmt::format("\n{}  {:>8}  {:>12}  {:>12}  {:>9}  {:>6}\n", padded("Rows", width + 2),
                        "gelezen", "geanalyseerd", "samengevoegd", "afgekeurd", "faults");
    domain::BronAccount total;
    std::int64_t faults = 0;
    for (const io::SourceSummary& source : sources) {
        add_account_line(page, shown(source.naam, 40), width, source.account, faults_of(source));
        total.gelezen += source.account.gelezen;
        total.geanalyseerd += source.account.geanalyseerd;
        total.samengevoegd += source.account.samengevoegd;
        total.afgekeurd += source.account.afgekeurd;
        faults += faults_of(source);
    }
    if (sources.size() > 1) {
        add_account_line(page, "total", width, total, faults);
    }
    return faults;
}

/// The layers with their rows; returns whether the left-out rows are among them.
bool add_layers(std::string& page, const io::Summary& summary) {
    bool has_afgekeurd = false;
    page += fmt::format("\n{:<24}  {:>8}\n", "Layers", "rows");
    for (const io::LayerSummary& layer : summary.layers) {
        page += fmt::format("  {:<22}  {:>8}", layer.laag, layer.rows);
        if (layer.laag == "koppelkansen" && layer.rows > 0) {
            page += fmt::format("  {} kansrijk, {} krap, {} lopend", summary.kansrijk, summary.krap,
                                summary.lopend);
        }
        page += "\n";
        has_afgekeurd = has_afgekeurd || layer.laag == "afgekeurd";
    }
    add_entry(page, "warning", told_of_gebiedskansen(summary));
    return has_afgekeurd;
}

void add_timings(std::string& page, const io::Summary& summary) {
    page += fmt::format("\n{:<12}  {:>8}  {:>8}  {:>8}\n", "Time", "wall s", "CPU s", "peak MiB");
    io::Timing all;
    for (const io::Timing& timing : summary.timings) {
        page += fmt::format("  {:<10}  {:>8.2f}  {:>8.2f}  {:>8.0f}\n", timing.phase, timing.wall_s,
                            timing.cpu_s, timing.peak_mib);
        all.wall_s += timing.wall_s;
        all.cpu_s += timing.cpu_s;
        all.peak_mib = timing.peak_mib;
        for (std::size_t i = 0; timing.phase == "analysis" && i < analysis::step_count; ++i) {
            const auto step = static_cast<analysis::Step>(i);
            page += fmt::format("    {:<18}  {:>8.2f}\n", analysis::to_text(step),
                                summary.step_times.of(step));
        }
    }
    page += fmt::format("  {:<10}  {:>8.2f}  {:>8.2f}  {:>8.0f}\n", "all", all.wall_s, all.cpu_s,
                        all.peak_mib);
}

/// Where the result is, and what is left to do.
void add_ending(std::string& page, const io::Summary& summary, std::int64_t faults,
                bool has_afgekeurd) {
    page += fmt::format("\nThe result is {}\n", summary.uitvoer);
    page += "Drag it into QGIS and take the project Koppelkansen in it, or its layers.\n";
    if (!summary.project.empty()) {
        page += fmt::format("The same project is {}\n", summary.project);
    }
    if (faults > 0) {
        page += fmt::format("{} {} faults to mend at the source{}.\n", faults,
                            faults == 1 ? "row has" : "rows have",
                            has_afgekeurd ? ": see the layer afgekeurd" : "");
    }
}

}  // namespace

std::string told_of_gebiedskansen(const io::Summary& summary) {
    constexpr std::int64_t many = 1'000'000;
    for (const io::LayerSummary& layer : summary.layers) {
        if (layer.laag == "gebiedskansen" && layer.rows > many) {
            // Two tables of a few kilobytes with a code for each row do.
            return fmt::format(
                "gebiedskansen has {} rows, since each opgave of a whole gebied meets all others "
                "of another soort there; give such opgaven a geometry or a smaller gebied, or name "
                "layers without it by --lagen",
                layer.rows);
        }
    }
    return {};
}

std::string summary_text(const io::Summary& summary, const std::vector<std::string>& notes,
                         Timings timings) {
    std::string page = fmt::format("Peildatum {}, horizon {}\n\n", time::iso(summary.peildatum),
                                   time::iso(summary.horizon));
    add_buurten(page, summary.buurten);
    for (const io::SourceSummary& source : summary.sources) {
        add_source(page, source);
    }
    if (!notes.empty()) {
        page += "\nNot used\n";
    }
    for (const std::string& note : notes) {
        page += "  " + shown(note, 400) + "\n";
    }
    const std::int64_t faults = add_account(page, summary.sources);
    const bool is_check = summary.uitvoer.empty();
    const bool has_afgekeurd = !is_check && add_layers(page, summary);
    if (timings == Timings::shown) {
        add_timings(page, summary);
    }
    if (is_check) {
        page += "\nNothing was analysed or written; koppelkans run does that.\n";
    } else {
        add_ending(page, summary, faults, has_afgekeurd);
    }
    return page;
}

}  // namespace koppelkans::tools
