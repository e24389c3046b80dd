#include "engine/report/drawing.h"

#include <algorithm>
#include <cstring>  // which that of ctemplate needs
#include <utility>

#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include "engine/domain/readable_text.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t longest_bar_name = 38;
constexpr double bar_height = 11;
constexpr double head_height = 18;  // of the years above the bars
constexpr double letter_width = 6.6;
constexpr double fading_share = 0.45;

std::string number(double value) {
    return fmt::format("{:.1f}", value);
}

void set(TemplateDictionary& values, const char* name, double value) {
    values.SetValue(name, number(value));
}

void set_look(TemplateDictionary& values, const AreaLook& look) {
    values.SetValue("VUL", look.fill);
    values.SetValue("DEKKING", fmt::format("{:.2f}", look.opacity));
    values.SetValue("LIJN", look.line);
    set(values, "DIKTE", look.width);
    if (!look.dash.empty()) {
        values.AddSectionDictionary("STREEP")->SetValue("STREPEN", look.dash);
    }
}

void draw_label(TemplateDictionary& values, const MapLabel& label) {
    constexpr double above_baseline = 4;
    TemplateDictionary& part = *values.AddSectionDictionary("LABEL");
    const bool is_number =
        label.kind == MapShapeKind::koppelkans || label.kind == MapShapeKind::choropleth;
    TemplateDictionary& text = *part.AddSectionDictionary(is_number ? "NUMMER" : "NAAM");
    set(text, "X", label.x);
    set(text, "Y", label.y + above_baseline);
    text.SetValue("TEKST", label.text);
    if (is_number) {
        const double width = static_cast<double>(label.text.size()) * letter_width + 6;
        set(text, "BX", label.x - width / 2);
        set(text, "BY", label.y - 7);
        set(text, "BW", width);
    }
    if (label.is_moved) {
        TemplateDictionary& leader = *values.AddSectionDictionary("LEIDER");
        set(leader, "X1", label.from_x);
        set(leader, "Y1", label.from_y);
        set(leader, "X2", label.x);
        set(leader, "Y2", label.y);
    }
}

void draw_scale(TemplateDictionary& values, const Map& map) {
    set(values, "ONDER", map.height - 12);
    set(values, "BALK", map.scale_bar.length);
    set(values, "BALK_VLAK", map.scale_bar.length + 12);
    const double metres = map.scale_bar.metres;
    constexpr double metres_a_km = 1000;
    values.SetValue("METERS", metres >= metres_a_km ? fmt::format("{:g} km", metres / metres_a_km)
                                                    : fmt::format("{:g} m", metres));
    set(values, "PIJL_X", map.width - 18);
}

/// A bar fades through a gradient of its own colour; one a colour and way of fading is enough.
class Gradients {
  public:
    explicit Gradients(TemplateDictionary& values) : values_(values) {}

    std::string fill(const std::string& color, BarEnd begin, BarEnd end) {
        if (begin == BarEnd::sharp && end == BarEnd::sharp) {
            return color;
        }
        const std::string key =
            fmt::format("{}{}{}", color, begin == BarEnd::fading, end == BarEnd::fading);
        const auto [at, is_new] = ids_.emplace(key, fmt::format("verloop-{}", ids_.size() + 1));
        if (is_new) {
            add(at->second, color, begin, end);
        }
        return fmt::format("url(#{})", at->second);
    }

  private:
    void add(const std::string& id, const std::string& color, BarEnd begin, BarEnd end) {
        TemplateDictionary& gradient = *values_.AddSectionDictionary("VERLOOP");
        gradient.SetValue("ID", id);
        const std::pair<double, double> stops[] = {{0, begin == BarEnd::fading ? 0.0 : 1.0},
                                                   {fading_share, 1.0},
                                                   {1 - fading_share, 1.0},
                                                   {1, end == BarEnd::fading ? 0.0 : 1.0}};
        for (const auto& [offset, opacity] : stops) {
            TemplateDictionary& stop = *gradient.AddSectionDictionary("STOP");
            stop.SetValue("BIJ", fmt::format("{:g}", offset));
            stop.SetValue("KLEUR", color);
            stop.SetValue("DEKKING", fmt::format("{:g}", opacity));
        }
    }

    TemplateDictionary& values_;
    std::map<std::string, std::string> ids_;
};

void draw_bar(TemplateDictionary& values, const TimelineBar& bar, Gradients& gradients,
              const Palette& palette) {
    const std::string& color = palette.of(bar.soort);
    const bool is_sharp = bar.begin == BarEnd::sharp && bar.end == BarEnd::sharp;
    TemplateDictionary& part = *values.AddSectionDictionary("BALK");
    part.SetValue("NX", "6");
    set(part, "NY", bar.y + 4);
    part.SetValue("NAAM", domain::shortened(shown(bar.titel), longest_bar_name));
    set(part, "X", bar.x1);
    set(part, "Y", bar.y - bar_height / 2);
    set(part, "WIJD", bar.x2 - bar.x1);
    part.SetValue("VUL", gradients.fill(color, bar.begin, bar.end));
    // An edge round a bar that fades would end it after all.
    part.SetValue("LIJN", is_sharp ? "#1A1A1A" : "none");
    part.SetValue("DIKTE", "0.5");
}

void draw_link(TemplateDictionary& values, const TimelineLink& link) {
    TemplateDictionary& part = *values.AddSectionDictionary("SCHAKEL");
    set(part, "X", link.x);
    set(part, "Y1", link.y1);
    set(part, "Y2", link.y2);
    const std::string text = std::to_string(link.kans + 1);
    const double width = static_cast<double>(text.size()) * 5.8 + 5;
    const double y = link.label_y;
    TemplateDictionary& label = *part.AddSectionDictionary("NR");
    label.SetValue("TEKST", text);
    set(label, "BX", link.x - width / 2);
    set(label, "BY", y - 6);
    set(label, "BW", width);
    set(label, "TY", y + 3.2);
}

/// A word at a vertical line, on the side where it stays within the drawing.
void set_word(TemplateDictionary& part, double x, double y, const Timeline& chart) {
    constexpr double longest_word = 70;
    const bool is_left = x + longest_word > chart.width;
    set(part, "TX", is_left ? x - 4 : x + 4);
    set(part, "TY", y);
    part.SetValue("ANKER", is_left ? "end" : "start");
}

}  // namespace

AreaLook look_of(MapShapeKind kind, const std::string& group, const Palette& palette,
                 const std::string& id) {
    switch (kind) {
        case MapShapeKind::neighbour:
            return {"#F7F7F7", 1, "#B0B0B0", 1};
        case MapShapeKind::inner_border:
            return {"none", 1, "#595959", 0.9, "2 2"};
        case MapShapeKind::outline:
            return {"none", 1, "#1A1A1A", 2.2, "9 3 2 3"};
        case MapShapeKind::choropleth:
            return {group, 1, "#7F7F7F", 0.8};
        case MapShapeKind::werkgebied:
            return {palette.of(group), 0.3, palette.of(group), 1};
        case MapShapeKind::koppelkans:
            break;
    }
    if (group == "kansrijk") {
        return {"#009E73", 0.75, "#00402F", 2.4};
    }
    if (group == "krap") {
        return {"url(#" + id + "-krap)", 1, "#8A5A00", 1.6};
    }
    if (group == "lopend") {
        return {"url(#" + id + "-lopend)", 1, "#7A3E63", 1.2, "4 2"};
    }
    return {"#FFFFFF", 0.3, "#666666", 1.2, "2 3"};
}

void draw_map(TemplateDictionary& values, const Map& map, const std::string& alt,
              const Palette& palette) {
    const std::string id = "kaart";
    TemplateDictionary& part = include(values, "KAART", "kaart");
    part.SetValue("ID", id);
    part.SetValue("ALT", alt);
    set(part, "BREED", map.width);
    set(part, "HOOG", map.height);
    for (const MapShape& shape : map.shapes) {
        TemplateDictionary& form = *part.AddSectionDictionary("VORM");
        form.SetValue("PAD", shape.path);
        set_look(form, look_of(shape.kind, shape.group, palette, id));
        if (!shape.link.empty()) {
            form.SetValueAndShowSection("HREF", shape.link, "SCHAKEL");
            form.ShowSection("SCHAKEL_EIND");
        }
    }
    for (const MapLabel& label : map.labels) {
        draw_label(part, label);
    }
    draw_scale(part, map);
}

void draw_legend(TemplateDictionary& values, const std::vector<LegendEntry>& entries,
                 const Palette& palette) {
    std::size_t number = 0;
    for (const LegendEntry& entry : entries) {
        TemplateDictionary& line = *values.AddSectionDictionary("SLEUTEL");
        line.SetValue("NAAM", entry.naam);
        const std::string id = fmt::format("teken{}", ++number);
        TemplateDictionary& sample = include(line, "TEKEN", "teken");
        sample.SetValue("ID", id);
        set_look(sample, look_of(entry.kind, entry.group, palette, id));
        if (entry.kind == MapShapeKind::koppelkans && entry.group == "krap") {
            sample.ShowSection("KRAP");
        } else if (entry.kind == MapShapeKind::koppelkans && entry.group == "lopend") {
            sample.ShowSection("LOPEND");
        }
    }
}

void draw_timeline(TemplateDictionary& values, const Timeline& chart, const std::string& alt,
                   const Palette& palette) {
    TemplateDictionary& part = include(values, "TIJDLIJN", "tijdlijn");
    part.SetValue("ALT", alt);
    set(part, "BREED", chart.width);
    set(part, "HOOG", chart.height);
    for (const TimelineYear& year : chart.years) {
        TemplateDictionary& mark = *part.AddSectionDictionary("JAAR");
        set(mark, "X", year.x);
        set(mark, "TX", year.x + 3);
        mark.SetValue("TEKST", std::to_string(year.year));
    }
    const double floor = chart.height - 16;
    if (chart.horizon_x) {
        TemplateDictionary& horizon = *part.AddSectionDictionary("HORIZON");
        set(horizon, "VAN", chart.peildatum_x);
        set(horizon, "WIJD", *chart.horizon_x - chart.peildatum_x);
        set(horizon, "DIEP", floor - head_height);
        set(horizon, "X", *chart.horizon_x);
        set(horizon, "BODEM", floor);
        set_word(horizon, *chart.horizon_x, floor + 12, chart);
    }
    TemplateDictionary& peil = *part.AddSectionDictionary("PEIL");
    set(peil, "X", chart.peildatum_x);
    set(peil, "BODEM", floor);
    set_word(peil, chart.peildatum_x, floor + 12, chart);
    Gradients gradients(part);
    for (const TimelineBar& bar : chart.bars) {
        draw_bar(part, bar, gradients, palette);
    }
    for (const TimelineLink& link : chart.links) {
        draw_link(part, link);
    }
}

}  // namespace koppelkans::report
