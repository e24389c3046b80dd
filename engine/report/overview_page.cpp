#include <algorithm>
#include <cstring>  // which that of ctemplate needs
#include <set>

#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include "engine/report/drawing.h"
#include "engine/report/gebied_sections.h"
#include "engine/report/overview.h"
#include "engine/report/overview_sections.h"
#include "engine/report/page.h"
#include "engine/report/page_parts.h"
#include "engine/report/story.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;
using Pages = std::map<std::string, std::string>;

constexpr std::size_t best_count = 10;

std::int64_t signed_size(std::size_t size) {
    return static_cast<std::int64_t>(size);
}

std::string href_of(const Pages& pages, const std::string& buurtcode) {
    const auto at = pages.find(buurtcode);
    return at == pages.end() ? std::string() : at->second;
}

/// What is no single project yet, best first.
std::vector<Kans> to_arrange(const std::vector<Kans>& kansen) {
    std::vector<Kans> best;
    std::copy_if(kansen.begin(), kansen.end(), std::back_inserter(best),
                 [](const Kans& kans) { return !kans.row->al_samen; });
    return best;
}

std::int64_t count_plans(const ResultData& data) {
    return std::count_if(data.opgaven.begin(), data.opgaven.end(),
                         [](const OpgaveRow& opgave) { return opgave.rol != "rust"; });
}

std::int64_t count_kansrijk(const std::vector<Kans>& kansen) {
    return std::count_if(kansen.begin(), kansen.end(),
                         [](const Kans& kans) { return kans.row->aanhaken == "kansrijk"; });
}

void set_story(TemplateDictionary& values, const std::vector<Kans>& kansen,
               const std::vector<Kans>& best, const PageContext& context) {
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    const std::int64_t kansrijk = count_kansrijk(kansen);
    const Filling filling{
        {"buurten", texts.counted("buurten", signed_size(data.buurten.size()))},
        {"opgaven", texts.counted("opgaven", count_plans(data))},
        {"paren", texts.counted("paren", signed_size(kansen.size()))},
        {"kansrijk", kansrijk == 0 ? texts("opvalt.geen_daarvan") : texts.number(kansrijk)},
        {"periode", texts.period(data.run.horizon)}};
    say(values, "ZIN",
        texts.filled(kansen.empty() ? "opvalt.overzicht_geen" : "opvalt.overzicht_kansen",
                     filling));
    if (!best.empty()) {
        say(values, "ZIN", best_sentence(best.front(), data.run, texts));
    }
    const auto busiest = std::max_element(data.buurten.begin(), data.buurten.end(),
                                          [](const BuurtRow& a, const BuurtRow& b) {
                                              return std::pair(a.aantal_koppelkansen, a.koppel_m2) <
                                                     std::pair(b.aantal_koppelkansen, b.koppel_m2);
                                          });
    if (busiest != data.buurten.end() && busiest->aantal_koppelkansen > 0) {
        say(values, "ZIN",
            texts.filled("opvalt.overzicht_buurt",
                         {{"naam", in_sentence(busiest->titel())},
                          {"kansen", texts.counted("koppelkansen", busiest->aantal_koppelkansen)},
                          {"grond", texts.area(busiest->koppel_m2)}}));
    }
}

void set_overview_figures(TemplateDictionary& values, const Dossier& whole,
                          const PageContext& context) {
    const std::vector<Kans>& kansen = whole.koppelkansen;
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    double ground_m2 = 0;
    for (const BuurtRow& buurt : data.buurten) {
        ground_m2 += buurt.koppel_m2;
    }
    std::int64_t left_out = 0;
    for (const BronRow& bron : data.bronnen) {
        left_out += bron.afgekeurd;
    }
    std::vector<std::pair<std::string, std::string>> figures{
        {texts("cijfers.buurten"), texts.number(data.buurten.size())},
        {texts("cijfers.opgaven"), texts.number(count_plans(data))},
        {texts("cijfers.paren"), texts.number(kansen.size())},
        {texts("cijfers.kansrijk"), texts.number(count_kansrijk(kansen))},
        {texts("cijfers.grond"), texts.area(ground_m2)}};
    if (data.combinaties) {
        figures.emplace_back(texts("cijfers.combinaties"), texts.number(whole.combinaties.size()));
    }
    if (data.risicos) {
        figures.emplace_back(texts("cijfers.risicos"), texts.number(whole.risicos.size()));
    }
    figures.emplace_back(texts("cijfers.afgekeurd"), texts.number(left_out));
    set_figures(values, figures);
}

/// How the key figures count, where the ranking counts otherwise.
std::string counting_of(const PageContext& context) {
    const ResultData& data = context.index.data();
    std::string text = context.texts("overzicht.telling");
    const std::int64_t at_rest = static_cast<std::int64_t>(data.opgaven.size()) - count_plans(data);
    if (at_rest > 0) {
        text +=
            " " + context.texts.filled("overzicht.rust",
                                       {{"opgaven", context.texts.counted("opgaven", at_rest)}});
    }
    return text;
}

void set_best(TemplateDictionary& values, const std::vector<Kans>& best, const Pages& pages,
              const PageContext& context) {
    if (best.empty()) {
        return;
    }
    KansenTable table;
    table.label = context.texts("overzicht.beste");
    table.uitleg = context.texts("overzicht.beste_uitleg");
    table.meer = "kansen.meer";
    table.most = best_count;
    table.with_buurt = true;
    table.with_uiterlijk = true;
    table.pages = &pages;
    set_kansen(*values.AddSectionDictionary("BESTE_DEEL"), best, context.index.data().koppelkansen,
               table, context);
}

/// The colour of each class, as far apart on the ramp as there are classes.
std::string color_of(std::size_t class_at, std::size_t classes, const Palette& palette) {
    const std::size_t last = palette.ramp.size() - 1;
    return palette.ramp[classes < 2 ? last : class_at * last / (classes - 1)];
}

void set_choropleth(TemplateDictionary& values, const std::vector<std::size_t>& ranking,
                    const std::vector<geometry::Wkb>& buurten, const Pages& pages,
                    const PageContext& context) {
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    std::vector<std::int64_t> counts;
    geometry::Box view;
    for (std::size_t i = 0; i < data.buurten.size(); ++i) {
        counts.push_back(data.buurten[i].aantal_koppelkansen);
        view = geometry::united(view, geometry::bounds(buurten[i]));
    }
    if (view.empty()) {
        return;
    }
    const std::vector<std::int64_t> ends = class_ends(counts, context.palette.ramp.size());
    std::vector<MapInput> inputs;
    for (std::size_t place = 0; place < ranking.size(); ++place) {
        const std::size_t at = ranking[place];
        const auto end = std::lower_bound(ends.begin(), ends.end(), counts[at]);
        const std::string color = counts[at] == 0
                                      ? "#FFFFFF"
                                      : color_of(static_cast<std::size_t>(end - ends.begin()),
                                                 ends.size(), context.palette);
        const bool is_labelled = place < most_ranked && counts[at] > 0;
        inputs.push_back({MapShapeKind::choropleth, color,
                          is_labelled ? std::to_string(place + 1) : "", buurten[at],
                          href_of(pages, data.buurten[at].buurtcode)});
    }
    TemplateDictionary& part = *values.AddSectionDictionary("KAART_DEEL");
    draw_map(part, map_of(view, inputs),
             texts.filled("kaart.choropleet_alt",
                          {{"buurten", texts.counted("buurten", signed_size(ranking.size()))}}),
             context.palette);
    std::vector<LegendEntry> legend;
    if (std::count(counts.begin(), counts.end(), 0) > 0) {
        legend.push_back({MapShapeKind::choropleth, "#FFFFFF", texts("kaart.klasse_geen")});
    }
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::int64_t from = i == 0 ? 1 : ends[i - 1] + 1;
        legend.push_back(
            {MapShapeKind::choropleth, color_of(i, ends.size(), context.palette),
             texts.filled(from == ends[i] ? "kaart.klasse_een" : "kaart.klasse",
                          {{"van", texts.number(from)}, {"tot", texts.number(ends[i])}})});
    }
    draw_legend(part, legend, context.palette);
}

void set_ranking(TemplateDictionary& values, const std::vector<std::size_t>& ranking,
                 const Pages& pages, const PageContext& context) {
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    // Those without koppelkansen come last, and are white on the map.
    const auto with_any = std::count_if(ranking.begin(), ranking.end(), [&](std::size_t at) {
        return data.buurten[at].aantal_koppelkansen > 0;
    });
    const std::size_t count = std::min(static_cast<std::size_t>(with_any), most_ranked);
    if (data.combinaties) {
        values.ShowSection("COMBINATIES_KOP");
    }
    if (data.risicos) {
        values.ShowSection("RISICOS_KOP");
    }
    for (std::size_t place = 0; place < count; ++place) {
        const BuurtRow& buurt = data.buurten[ranking[place]];
        TemplateDictionary& row = *values.AddSectionDictionary("RANG");
        row.SetIntValue("PLAATS", static_cast<long>(place + 1));
        set_link(row, shown(buurt.titel()), href_of(pages, buurt.buurtcode));
        row.SetValue("KOPPELKANSEN", texts.number(buurt.aantal_koppelkansen));
        row.SetValue("KANSRIJK", texts.number(buurt.aantal_kansrijk));
        row.SetValue("GROND", texts.area(buurt.koppel_m2));
        row.SetValue("OPGAVEN", texts.number(buurt.aantal_opgaven));
        if (data.combinaties) {
            row.AddSectionDictionary("COMBINATIES")
                ->SetValue("N", texts.number(buurt.aantal_combinaties));
        }
        if (data.risicos) {
            row.AddSectionDictionary("RISICOS")->SetValue("N", texts.number(buurt.aantal_risicos));
        }
    }
    if (ranking.size() > count) {
        say(values, "RANG_MEER",
            texts.by_count("overzicht.ranglijst_meer", signed_size(ranking.size() - count),
                           {{"waar", where_the_rest_is(context)}}));
    }
}

void set_left_out(TemplateDictionary& values, const PageContext& context) {
    const Texts& texts = context.texts;
    const ResultData& data = context.index.data();
    BronRow sum;
    for (const BronRow& bron : data.bronnen) {
        sum.gelezen += bron.gelezen;
        sum.geanalyseerd += bron.geanalyseerd;
        sum.samengevoegd += bron.samengevoegd;
        sum.afgekeurd += bron.afgekeurd;
    }
    std::map<std::string, std::int64_t> redenen;
    if (data.afgekeurd) {
        for (const AfgekeurdRow& row : *data.afgekeurd) {
            ++redenen[row.reden];
        }
    }
    if (!data.afgekeurd) {
        say(values, "GEEN_REDENEN", texts.filled("gegevens.zonder_laag", {{"laag", "afgekeurd"}}));
    } else if (redenen.empty()) {
        say(values, "GEEN_REDENEN", texts("overzicht.geen_weggelaten"));
    } else {
        TemplateDictionary& part = *values.AddSectionDictionary("REDENEN");
        for (const auto& [reden, count] : redenen) {
            TemplateDictionary& row = *part.AddSectionDictionary("RIJ");
            row.SetValue("REDEN", texts.word("reden", reden));
            row.SetValue("N", texts.number(count));
        }
    }
    sum.bron = texts("overzicht.som");
    std::vector<BronRow> rows = data.bronnen;
    rows.push_back(sum);
    for (const BronRow& bron : rows) {
        TemplateDictionary& row = *values.AddSectionDictionary("BRON");
        if (&bron == &rows.back()) {
            row.ShowSection("SOM");
        }
        row.SetValue("NAAM", shown(bron.bron));
        row.SetValue("GELEZEN", texts.number(bron.gelezen));
        row.SetValue("GEANALYSEERD", texts.number(bron.geanalyseerd));
        row.SetValue("SAMENGEVOEGD", texts.number(bron.samengevoegd));
        row.SetValue("AFGEKEURD", texts.number(bron.afgekeurd));
    }
}

}  // namespace

std::string overview_page(const std::map<std::string, std::string>& pages,
                          const std::vector<PageLink>& links,
                          const std::vector<geometry::Wkb>& buurten, const PageContext& context) {
    const Dossier whole = dossier_of_all(context.index);
    const std::vector<Kans>& kansen = whole.koppelkansen;
    const std::vector<Kans> best = to_arrange(kansen);
    const std::vector<std::size_t> ranking = ranking_of(context.index.data());
    TemplateDictionary values("overzicht");
    set_frame(values, context);
    values.SetValue("BESTAND", shown(context.bestand));
    set_story(values, kansen, best, context);
    set_overview_figures(values, whole, context);
    say(values, "TELLING", counting_of(context));
    set_best(values, best, pages, context);
    set_choropleth(values, ranking, buurten, pages, context);
    set_ranking(values, ranking, pages, context);
    set_calendar(values, kansen, context);
    set_soorten(values, kansen, context);
    set_domeinen(values, context);
    if (!links.empty()) {
        TemplateDictionary& part = *values.AddSectionDictionary("BLADEN_DEEL");
        for (const PageLink& link : links) {
            TemplateDictionary& line = *part.AddSectionDictionary("BLAD");
            line.SetValue("HREF", link.href);
            line.SetValue("NAAM", link.naam);
        }
    }
    if (!context.werkmap.empty()) {
        values.SetValueAndShowSection("HREF", context.werkmap, "WERKMAP");
    }
    set_left_out(values, context);
    return expanded("overzicht", values);
}

}  // namespace koppelkans::report
