#include "engine/report/page_parts.h"

#include <algorithm>
#include <cmath>
#include <cstring>  // which that of ctemplate needs
#include <set>

#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include "engine/report/story.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;

void set_opgave(TemplateDictionary& row, const OpgaveRow& opgave, const PageContext& context) {
    TemplateDictionary& part = *row.AddSectionDictionary("OPGAVE");
    part.SetValue("KLEUR", context.palette.of(opgave.soort));
    part.SetValue("NAAM", shown(opgave.titel()));
    part.SetValue("SOORT", soort_of(opgave, context.texts));
    part.SetValue("TREKKER", trekker_of(opgave, context.texts));
    part.SetValue("WANNEER", context.texts.when(opgave));
}

std::string percent(double part) {
    if (part > 0 && part < 0.005) {
        return "<1";
    }
    return fmt::format("{}", std::lround(part * 100));
}

/// What stands below the ground they share: which part of each it is, and how much they both dig.
void set_ground(TemplateDictionary& row, const Kans& kans, const std::vector<KansRow>& rows,
                const Texts& texts) {
    row.SetValue("GROND", texts.area(kans.oppervlakte_m2));
    double a = 0;
    double b = 0;
    for (const std::size_t at : kans.rows) {
        a += rows[at].aandeel_a;
        b += rows[at].aandeel_b;
    }
    if (a > 0 || b > 0) {
        say(row, "ERBIJ", texts.filled("kansen.aandeel", {{"a", percent(a)}, {"b", percent(b)}}));
    }
    if (kans.gedeeld_m3 && *kans.gedeeld_m3 >= 1) {
        say(row, "ERBIJ",
            texts.filled("kansen.graafwerk",
                         {{"n", texts.number(std::llround(std::min(*kans.gedeeld_m3, 1e15)))}}));
    }
}

/// The buurten of a kans, each with a link to its page.
void set_buurten(TemplateDictionary& row, const Kans& kans, const std::vector<KansRow>& rows,
                 const KansenTable& table, const PageContext& context) {
    std::set<std::string> done;
    for (const std::size_t at : kans.rows) {
        const std::string& code = rows[at].buurtcode;
        if (!done.insert(code).second) {
            continue;
        }
        std::string href;
        if (table.pages != nullptr && table.pages->contains(code)) {
            href = table.pages->at(code);
        }
        set_link(*row.AddSectionDictionary("BUURT_NAAM"), shown(context.index.name_of_buurt(code)),
                 href);
    }
}

void set_kans(TemplateDictionary& row, const Kans& kans, const std::vector<KansRow>& rows,
              const KansenTable& table, const PageContext& context) {
    const Texts& texts = context.texts;
    const RunRow& run = context.index.data().run;
    set_opgave(row, *kans.a, context);
    set_opgave(row, *kans.b, context);
    set_ground(row, kans, rows, texts);
    const auto [mark, word] = aanhaken_mark(kans.row->aanhaken, texts);
    row.SetValue("KLASSE", mark);
    row.SetValue("AANHAKEN", word);
    row.SetValue("ZEKERHEID", texts.word("zekerheid", kans.row->tijd_zekerheid));
    row.SetValue("VERBAND", texts.word("verband", kans.row->verband));
    if (kans.row->al_samen) {
        row.ShowSection("SAMEN");
    }
    const bool has_risico = std::any_of(kans.rows.begin(), kans.rows.end(), [&](std::size_t at) {
        return context.index.takes_risico_away(rows[at].koppelkans_id);
    });
    for (const std::string& sentence : advice_of(kans, has_risico, run, texts)) {
        say(row, "DOEN", sentence);
    }
    if (table.with_buurt) {
        set_buurten(*row.AddSectionDictionary("BUURT"), kans, rows, table, context);
    }
    if (table.with_uiterlijk) {
        say(row, "UITERLIJK", act_by(*kans.row, run, texts));
    }
}

}  // namespace

void set_frame(TemplateDictionary& values, const PageContext& context) {
    set_texts(values, context.texts);
    include(values, "STIJL", "stijl");
    values.SetValue("TAAL", context.texts.language());
    values.SetValue("VERSIE", context.versie);
    values.SetValue("STAND", standing(context));
    if (const std::string warning = warning_of_age(context); !warning.empty()) {
        say(values, "OUD", warning);
    }
    values.SetValue(
        "VOET",
        context.texts.filled(
            "kop.voet", {{"versie", context.versie},
                         {"bestand", in_sentence(context.bestand)},
                         {"aanloop", context.texts.period(context.index.data().run.aanloop)},
                         {"periode", context.texts.period(context.index.data().run.horizon)}}));
}

void set_figures(TemplateDictionary& values,
                 const std::vector<std::pair<std::string, std::string>>& figures) {
    TemplateDictionary& part = include(values, "CIJFERS", "cijfers");
    for (const auto& [name, value] : figures) {
        TemplateDictionary& figure = *part.AddSectionDictionary("CIJFER");
        figure.SetValue("WAT", name);
        figure.SetValue("HOEVEEL", value);
    }
}

void set_kansen(TemplateDictionary& values, const std::vector<Kans>& kansen,
                const std::vector<KansRow>& rows, const KansenTable& table,
                const PageContext& context) {
    TemplateDictionary& part = include(values, "KANSEN", "kansen");
    if (kansen.empty()) {
        part.ShowSection("GEEN");
        return;
    }
    TemplateDictionary& list = *part.AddSectionDictionary("ER_ZIJN");
    list.SetValue("LABEL", table.label);
    if (!table.uitleg.empty()) {
        say(list, "UITLEG", table.uitleg);
    }
    if (table.with_buurt) {
        list.ShowSection("BUURTKOP");
    }
    if (table.with_uiterlijk) {
        list.ShowSection("UITERLIJKKOP");
    }
    const std::size_t count = std::min(kansen.size(), table.most);
    for (std::size_t i = 0; i < count; ++i) {
        TemplateDictionary& row = *list.AddSectionDictionary("RIJ");
        row.SetIntValue("NR", static_cast<long>(i + 1));
        set_kans(row, kansen[i], rows, table, context);
    }
    say_more(list, table.meer, kansen.size(), count, context);
}

std::pair<std::string, std::string> aanhaken_mark(const std::string& aanhaken, const Texts& texts) {
    const std::string word = aanhaken.empty() ? "onbekend" : aanhaken;
    const bool is_known = texts.catalogue().contains("aanhaken." + word);
    return {is_known ? word : "onbekend", texts.word("aanhaken", word)};
}

std::string soort_of(const OpgaveRow& opgave, const Texts& texts) {
    return shown(texts.word("soort", opgave.soort));
}

std::string trekker_of(const OpgaveRow& opgave, const Texts& texts) {
    return opgave.trekker.empty() ? texts("kansen.geen_trekker") : shown(opgave.trekker);
}

void say_more(TemplateDictionary& values, const std::string& key, std::size_t all,
              std::size_t shown, const PageContext& context) {
    if (all > shown) {
        say(values, "MEER",
            context.texts.by_count(key, static_cast<std::int64_t>(all - shown),
                                   {{"waar", where_the_rest_is(context)}}));
    }
}

std::string where_the_rest_is(const PageContext& context) {
    return context.texts(context.werkmap.empty() ? "waar.resultaat" : "waar.werkmap");
}

void set_link(TemplateDictionary& values, const std::string& naam, const std::string& href) {
    TemplateDictionary& part = *values.AddSectionDictionary(href.empty() ? "KAAL" : "LINK");
    part.SetValue("NAAM", naam);
    part.SetValue("HREF", href);
}

}  // namespace koppelkans::report
