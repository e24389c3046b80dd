#include "engine/report/page.h"

#include <algorithm>
#include <cstring>  // which that of ctemplate needs
#include <set>

#include <ctemplate/template_dictionary.h>

#include "engine/domain/readable_text.h"
#include "engine/domain/text.h"
#include "engine/geometry/geometry.h"
#include "engine/report/drawing.h"
#include "engine/report/gebied_sections.h"
#include "engine/report/page_parts.h"
#include "engine/report/story.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t most_drawn_opgaven = 300;
constexpr std::size_t most_labels = 60;         // on the map of a buurt
constexpr std::size_t most_labels_beyond = 25;  // on that of more buurten, which is small
constexpr std::size_t most_bars = 40;
constexpr std::size_t most_links = 15;  // more lie over one another

/// The opgaven of the best koppelkansen first, then those of risicos, then all others.
std::vector<const OpgaveRow*> by_promise(const Dossier& dossier) {
    std::vector<const OpgaveRow*> order;
    std::set<const OpgaveRow*> known;
    const auto add = [&](const OpgaveRow* opgave) {
        if (known.insert(opgave).second) {
            order.push_back(opgave);
        }
    };
    for (const Kans& kans : dossier.koppelkansen) {
        add(kans.a);
        add(kans.b);
    }
    for (const Risico& risico : dossier.risicos) {
        add(risico.eerst);
        add(risico.daarna);
    }
    for (const OpgaveRow* opgave : dossier.opgaven) {
        add(opgave);
    }
    return order;
}

void set_head(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    const Texts& texts = context.texts;
    const Gebied& gebied = dossier.gebied;
    values.SetValue("TITEL", name_of(gebied, texts));
    std::string what = texts.counted("buurten", static_cast<std::int64_t>(gebied.buurten.size()));
    if (gebied.kind == GebiedKind::buurt) {
        const BuurtRow& buurt = context.index.data().buurten[gebied.buurten.front()];
        what = texts.filled(
            buurt.wijkcode.empty() ? "kop.buurt_zonder_wijk" : "kop.buurt",
            {{"code", in_sentence(gebied.code)}, {"wijk", in_sentence(buurt.wijkcode)}});
    } else {
        std::vector<std::string> names;
        for (const std::size_t at : gebied.buurten) {
            names.push_back(in_sentence(context.index.data().buurten[at].titel()));
        }
        constexpr std::size_t most_names = 60;
        const std::size_t left_out = names.size() - std::min(names.size(), most_names);
        names.resize(names.size() - left_out);
        if (left_out > 0) {
            names.push_back(texts.filled("sociaal.meer", {{"n", texts.number(left_out)}}));
        }
        values.SetValueAndShowSection(
            "NAMEN", texts.filled("kop.buurten", {{"namen", texts.listed(names)}}), "BUURTEN");
    }
    values.SetValue("GEBIED", what);
    if (!context.overzicht.empty()) {
        values.SetValueAndShowSection("HREF", context.overzicht, "TERUG");
    }
    for (const std::string& sentence : story_of(dossier, context.index.data().run, context.texts)) {
        say(values, "ZIN", sentence);
    }
}

void set_gebied_figures(TemplateDictionary& values, const Dossier& dossier,
                        const PageContext& context) {
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    std::vector<std::pair<std::string, std::string>> figures{
        {texts("cijfers.opgaven"), texts.number(dossier.aantal_opgaven)},
        {texts("cijfers.koppelkansen"), texts.number(dossier.koppelkansen.size())},
        {texts("cijfers.kansrijk"), texts.number(dossier.aantal_kansrijk)},
        {texts("cijfers.grond"), texts.area(dossier.koppel_m2)}};
    if (data.gebiedskansen) {
        figures.emplace_back(texts("cijfers.gebiedskansen"),
                             texts.number(dossier.gebiedskansen.size()));
    }
    if (data.combinaties) {
        figures.emplace_back(texts("cijfers.combinaties"),
                             texts.number(dossier.combinaties.size()));
    }
    if (data.risicos) {
        figures.emplace_back(texts("cijfers.risicos"), texts.number(dossier.risicos.size()));
    }
    if (dossier.max_gelijktijdig > 0) {
        figures.emplace_back(texts("cijfers.tegelijk"), texts.number(dossier.max_gelijktijdig));
    }
    set_figures(values, figures);
}

geometry::Box view_of(const GebiedGround& ground) {
    geometry::Box view;
    for (const geometry::Wkb& buurt : ground.buurten) {
        view = geometry::united(view, geometry::bounds(buurt));
    }
    return view;
}

/// The border of the gebied, and where it has more buurten those between them.
void add_borders(std::vector<MapInput>& inputs, const Dossier& dossier, const GebiedGround& ground,
                 const PageContext& context) {
    if (ground.buurten.size() == 1) {
        inputs.push_back({MapShapeKind::outline, "", "", ground.buurten.front()});
        return;
    }
    std::vector<geometry::Geometry> parts;
    for (std::size_t i = 0; i < ground.buurten.size(); ++i) {
        if (!ground.buurten[i].empty()) {
            const BuurtRow& buurt = context.index.data().buurten[dossier.gebied.buurten[i]];
            inputs.push_back(
                {MapShapeKind::inner_border, "", short_name(buurt.titel()), ground.buurten[i]});
            parts.push_back(geometry::from_wkb(ground.buurten[i]));
        }
    }
    inputs.push_back({MapShapeKind::outline, "", "",
                      geometry::to_wkb(geometry::only_areas(geometry::united(std::move(parts))))});
}

std::size_t labels_for(const Dossier& dossier) {
    const std::size_t most = dossier.gebied.buurten.size() == 1 ? most_labels : most_labels_beyond;
    return std::min(dossier.koppelkansen.size(), most);
}

std::vector<MapInput> map_inputs(const Dossier& dossier, const GebiedGround& ground,
                                 const PageContext& context) {
    std::vector<MapInput> inputs;
    // The best koppelkansen lie on top, and find a place for their number first.
    for (std::size_t i = 0; i < ground.koppelkansen.size(); ++i) {
        inputs.push_back({MapShapeKind::koppelkans, dossier.koppelkansen[i].row->aanhaken,
                          i < labels_for(dossier) ? std::to_string(i + 1) : "",
                          ground.koppelkansen[i]});
    }
    const std::vector<const OpgaveRow*> drawn = drawn_opgaven(dossier);
    for (std::size_t i = 0; i < ground.werkgebieden.size(); ++i) {
        // One that holds for a whole gebied would lie over all others and show nothing.
        if (drawn[i]->niveau != "gebied") {
            inputs.push_back(
                {MapShapeKind::werkgebied, drawn[i]->soort, "", ground.werkgebieden[i]});
        }
    }
    add_borders(inputs, dossier, ground, context);
    for (const Neighbour& neighbour : ground.neighbours) {
        inputs.push_back(
            {MapShapeKind::neighbour, "", short_name(neighbour.naam), neighbour.ground});
    }
    return inputs;
}

/// What occurs on the map, each once: aanhaken in order of promise, soorten by name, borders.
std::vector<LegendEntry> legend_of(const std::vector<MapInput>& inputs, const std::string& naam,
                                   const Texts& texts) {
    const auto occurs = [&inputs](MapShapeKind kind, const std::string& group) {
        return std::any_of(inputs.begin(), inputs.end(), [&](const MapInput& input) {
            return input.kind == kind && input.group == group && !input.geometry.empty();
        });
    };
    std::vector<LegendEntry> legend;
    for (const char* aanhaken : {"kansrijk", "krap", "lopend", ""}) {
        if (occurs(MapShapeKind::koppelkans, aanhaken)) {
            const std::string key = std::string("aanhaken.") + aanhaken + "_uitleg";
            legend.push_back({MapShapeKind::koppelkans, aanhaken,
                              texts(*aanhaken == '\0' ? "aanhaken.onbekend" : key)});
        }
    }
    std::map<std::string, std::string> soorten;
    for (const MapInput& input : inputs) {
        if (input.kind == MapShapeKind::werkgebied && !input.geometry.empty()) {
            soorten.emplace(shown(texts.word("soort", input.group)), input.group);
        }
    }
    for (const auto& [word, soort] : soorten) {
        legend.push_back({MapShapeKind::werkgebied, soort, word});
    }
    legend.push_back({MapShapeKind::outline, "", texts.filled("kaart.grens", {{"naam", naam}})});
    if (occurs(MapShapeKind::inner_border, "")) {
        legend.push_back({MapShapeKind::inner_border, "", texts("kaart.binnengrens")});
    }
    if (occurs(MapShapeKind::neighbour, "")) {
        legend.push_back({MapShapeKind::neighbour, "", texts("kaart.buur")});
    }
    return legend;
}

std::string map_caption(const Dossier& dossier, const Map& map, const PageContext& context) {
    const Texts& texts = context.texts;
    std::vector<std::string> sentences;
    if (!dossier.koppelkansen.empty()) {
        sentences.push_back(texts("kaart.uitleg"));
    }
    const std::size_t unlabelled =
        map.labels_left_out + (dossier.koppelkansen.size() - labels_for(dossier));
    if (unlabelled > 0) {
        sentences.push_back(
            texts.by_count("kaart.weggelaten", static_cast<std::int64_t>(unlabelled)));
    }
    if (std::any_of(dossier.opgaven.begin(), dossier.opgaven.end(),
                    [](const OpgaveRow* opgave) { return opgave->niveau == "gebied"; })) {
        sentences.push_back(texts("kaart.zonder_gebied"));
    }
    if (!context.index.data().has_werkgebieden) {
        sentences.push_back(texts("kaart.zonder_werkgebieden"));
    } else if (by_promise(dossier).size() > most_drawn_opgaven) {
        sentences.push_back(
            texts.filled("kaart.meer_opgaven", {{"n", texts.number(most_drawn_opgaven)}}));
    }
    std::string caption;
    for (const std::string& sentence : sentences) {
        caption += (caption.empty() ? "" : " ") + sentence;
    }
    return caption;
}

void set_map(TemplateDictionary& values, const Dossier& dossier, const GebiedGround& ground,
             const PageContext& context) {
    const Texts& texts = context.texts;
    TemplateDictionary& section = *values.AddSectionDictionary("KAART_DEEL");
    const std::string naam = in_sentence(name_of(dossier.gebied, texts));
    const geometry::Box view = view_of(ground);
    if (view.empty()) {
        say(section, "KAART_GEEN", texts.filled("kaart.geen_vlak", {{"naam", naam}}));
        return;
    }
    TemplateDictionary& part = *section.AddSectionDictionary("KAART_ER_IS");
    const std::vector<MapInput> inputs = map_inputs(dossier, ground, context);
    const Map map = map_of(view, inputs);
    const Filling filling{
        {"naam", naam},
        {"opgaven",
         texts.counted("opgaven", std::count_if(inputs.begin(), inputs.end(),
                                                [](const MapInput& input) {
                                                    return input.kind == MapShapeKind::werkgebied &&
                                                           !input.geometry.empty();
                                                }))},
        {"kansen",
         texts.counted("koppelkansen", static_cast<std::int64_t>(ground.koppelkansen.size()))}};
    draw_map(part, map, texts.filled("kaart.alt", filling), context.palette);
    part.SetValue("BIJSCHRIFT", map_caption(dossier, map, context));
    draw_legend(part, legend_of(inputs, naam, texts), context.palette);
}

/// Bars of the same name are told apart by their soort.
void tell_apart(std::vector<OpgaveRow>& bars, const Texts& texts) {
    std::map<std::string, int> counts;
    for (const OpgaveRow& bar : bars) {
        ++counts[domain::folded(bar.titel())];
    }
    for (OpgaveRow& bar : bars) {
        if (counts[domain::folded(bar.titel())] > 1) {
            // What tells them apart must not be cut off.
            constexpr std::size_t longest_name = 20;
            constexpr std::size_t longest_soort = 15;
            bar.naam = domain::shortened(shown(bar.titel()), longest_name) + " (" +
                       domain::shortened(texts.word("soort", bar.soort), longest_soort) + ")";
        }
    }
}

/// The opgaven to draw as bars, those of the best koppelkansen first.
std::vector<OpgaveRow> bars_of(const Dossier& dossier, const Texts& texts, std::size_t& left_out) {
    std::vector<OpgaveRow> bars;
    left_out = 0;
    for (const OpgaveRow* opgave : by_promise(dossier)) {
        if (!opgave->tijd_onbekend && bars.size() < most_bars) {
            bars.push_back(*opgave);
        } else if (!opgave->tijd_onbekend) {
            ++left_out;
        }
    }
    tell_apart(bars, texts);
    return bars;
}

void set_timeline(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    const Texts& texts = context.texts;
    TemplateDictionary& section = *values.AddSectionDictionary("TIJDLIJN_DEEL");
    std::size_t left_out = 0;
    const std::vector<OpgaveRow> bars = bars_of(dossier, texts, left_out);
    if (bars.empty()) {
        say(section, "TIJDLIJN_GEEN", texts("tijdlijn.geen"));
        return;
    }
    std::vector<KansRow> links;
    for (std::size_t i = 0; i < dossier.koppelkansen.size() && i < most_links; ++i) {
        links.push_back(*dossier.koppelkansen[i].row);
    }
    const RunRow& run = context.index.data().run;
    const Timeline chart = timeline(bars, links, run.peildatum, run.horizon);
    TemplateDictionary& part = *section.AddSectionDictionary("TIJDLIJN_ER_IS");
    const Filling filling{
        {"opgaven", texts.counted("opgaven", static_cast<std::int64_t>(chart.bars.size()))},
        {"van", std::to_string(chart.years.front().year)},
        {"tot", std::to_string(chart.years.back().year)},
        {"links", texts.counted("koppelkansen", static_cast<std::int64_t>(chart.links.size()))}};
    draw_timeline(part, chart, texts.filled("tijdlijn.alt", filling), context.palette);
    std::string caption = texts("tijdlijn.uitleg");
    const auto add_names = [&](const char* key, const std::vector<std::string>& titles) {
        std::vector<std::string> names;
        for (const std::string& title : titles) {
            names.push_back(in_sentence(title));
        }
        if (!names.empty()) {
            caption += " " + texts.filled(key, {{"namen", texts.listed(names)},
                                                {"jaar", std::to_string(chart.years.back().year)}});
        }
    };
    add_names("tijdlijn.later", chart.later);
    if (dossier.koppelkansen.size() > most_links) {
        caption += " " + texts.filled("tijdlijn.beste", {{"n", texts.number(most_links)}});
    }
    if (left_out > 0) {
        caption += " " + texts.by_count("tijdlijn.meer", static_cast<std::int64_t>(left_out));
    }
    part.SetValue("BIJSCHRIFT", caption);
}

}  // namespace

std::vector<const OpgaveRow*> drawn_opgaven(const Dossier& dossier) {
    std::vector<const OpgaveRow*> drawn = by_promise(dossier);
    drawn.resize(std::min(drawn.size(), most_drawn_opgaven));
    return drawn;
}

std::string standing(const PageContext& context) {
    const RunRow& run = context.index.data().run;
    const Texts& texts = context.texts;
    return texts.filled("kop.peildatum", {{"dag", texts.day(run.peildatum)}}) + ", " +
           texts.filled("kop.horizon", {{"periode", texts.period(run.horizon)}}) + ", " +
           texts.filled("kop.aanloop", {{"periode", texts.period(run.aanloop)}}) + "; " +
           texts.filled("kop.gemaakt", {{"dag", texts.day(context.gemaakt)}}) + ".";
}

std::string warning_of_age(const PageContext& context) {
    const time::Day peildatum = context.index.data().run.peildatum;
    if (context.gemaakt <= time::plus(peildatum, {1, 0})) {
        return {};
    }
    return context.texts.filled(
        "kop.oud", {{"periode", room_until(context.gemaakt, peildatum, context.texts)}});
}

std::string gebied_page(const Dossier& dossier, const GebiedGround& ground,
                        const PageContext& context) {
    TemplateDictionary values("gebied");
    set_frame(values, context);
    set_head(values, dossier, context);
    set_gebied_figures(values, dossier, context);
    set_map(values, dossier, ground, context);
    if (!dossier.opgaven.empty()) {
        set_timeline(values, dossier, context);
    }
    set_koppelkansen(values, dossier, context);
    set_combinaties(values, dossier, context);
    set_risicos(values, dossier, context);
    set_sociaal(values, dossier, context);
    set_gebiedskansen(values, dossier, context);
    set_opgaven(values, dossier, context);
    set_gegevens(values, dossier, context);
    return expanded("gebied", values);
}

}  // namespace koppelkans::report
