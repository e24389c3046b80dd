#include "engine/report/gebied_sections.h"

#include <algorithm>
#include <cstring>  // which that of ctemplate needs

#include <ctemplate/template_dictionary.h>

#include "engine/domain/readable_text.h"
#include "engine/report/page_parts.h"
#include "engine/report/story.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t most_rows = 100;
constexpr std::size_t most_combinaties = 30;
constexpr std::size_t most_risicos = 50;
constexpr std::size_t most_opgaven = 200;
constexpr std::size_t most_gebiedskansen = 10;
constexpr std::size_t most_names = 20;
constexpr std::size_t most_partners = 5;
constexpr std::size_t longest_label = 28;
constexpr std::size_t longest_text = 2000;

/// From the first start to the last end: "apr 2028 – sep 2030".
std::string span_of(const CombinatieRow& row, const Texts& texts) {
    const auto month = [&texts](const std::optional<time::Day>& day) {
        return day ? texts.month(*day) : texts("combinaties.open");
    };
    return month(row.eerste_start) + " – " + month(row.laatste_eind);
}

void set_combinatie(TemplateDictionary& row, const Combinatie& combinatie,
                    const PageContext& context) {
    const Texts& texts = context.texts;
    for (const std::string& soort : combinatie.row->soorten) {
        TemplateDictionary& part = *row.AddSectionDictionary("SOORT");
        part.SetValue("KLEUR", context.palette.of(soort));
        part.SetValue("NAAM", shown(texts.word("soort", soort)));
    }
    // In the order of the soorten beside them.
    std::vector<const OpgaveRow*> opgaven = combinatie.opgaven;
    std::stable_sort(opgaven.begin(), opgaven.end(),
                     [](const OpgaveRow* a, const OpgaveRow* b) { return a->soort < b->soort; });
    for (const OpgaveRow* opgave : opgaven) {
        row.AddSectionDictionary("OPGAVE")->SetValue("NAAM", shown(opgave->titel()));
    }
    const auto [mark, word] = aanhaken_mark(combinatie.row->aanhaken, texts);
    row.SetValue("KLASSE", mark);
    row.SetValue("AANHAKEN", word);
    row.SetValue("GROND", texts.area(combinatie.oppervlakte_m2));
    row.SetValue("PERIODE", span_of(*combinatie.row, texts));
}

/// The number in the table of the koppelkans that takes a risico away; 0 for none.
std::size_t number_of_kans(const Risico& risico, const Dossier& dossier) {
    for (std::size_t i = 0; i < dossier.koppelkansen.size(); ++i) {
        const Kans& kans = dossier.koppelkansen[i];
        if ((kans.a == risico.eerst && kans.b == risico.daarna) ||
            (kans.b == risico.eerst && kans.a == risico.daarna)) {
            return i + 1;
        }
    }
    return 0;
}

std::string risico_advice(const Risico& risico, const Dossier& dossier, const Texts& texts) {
    if (risico.eerst->rol == "rust" && risico.row->graafrust_tot) {
        return texts.filled("risicos.wacht", {{"dag", texts.day(*risico.row->graafrust_tot)}});
    }
    const std::size_t nr = number_of_kans(risico, dossier);
    if (nr > 0 && nr <= most_rows) {
        return texts.filled("risicos.koppel", {{"nr", texts.number(nr)}});
    }
    if (nr > 0 || !risico.row->koppelkans_id.empty()) {
        return texts("risicos.koppel_zonder_nr");
    }
    return risico.row->graafrust_tot
               ? texts.filled("risicos.verschuif", {{"dag", texts.day(*risico.row->graafrust_tot)}})
               : texts("doen.risico");
}

void set_risico(TemplateDictionary& row, const Risico& risico, const Dossier& dossier,
                const PageContext& context) {
    const Texts& texts = context.texts;
    const auto day = [&texts](const char* key, const std::optional<time::Day>& value) {
        return value ? texts.filled(key, {{"dag", texts.day(*value)}})
                     : texts("risicos.begin_open");
    };
    row.SetValue("KLEUR_EERST", context.palette.of(risico.eerst->soort));
    row.SetValue("EERST", shown(risico.eerst->titel()));
    row.SetValue("KLAAR", soort_of(*risico.eerst, texts) + " · " +
                              day("risicos.klaar", risico.row->eind_eerst));
    row.SetValue("KLEUR_DAARNA", context.palette.of(risico.daarna->soort));
    row.SetValue("DAARNA", shown(risico.daarna->titel()));
    row.SetValue("BEGINT", soort_of(*risico.daarna, texts) + " · " +
                               day("risicos.begint", risico.row->start_daarna));
    row.SetValue("RUST", risico.row->graafrust_tot ? texts.day(*risico.row->graafrust_tot) : "");
    row.SetValue("ZEKERHEID", texts.word("risicos", risico.row->zekerheid));
    row.SetValue("GROND", texts.area(risico.oppervlakte_m2));
    row.SetValue("DOEN", risico_advice(risico, dossier, texts));
}

/// The works that a social opgave could go along with: its partners, best first.
std::vector<std::string> partners_of(const OpgaveRow& opgave, const Dossier& dossier,
                                     const Texts& texts) {
    std::vector<std::string> partners;
    std::size_t left_out = 0;
    for (const std::vector<Kans>* kansen : {&dossier.koppelkansen, &dossier.gebiedskansen}) {
        for (const Kans& kans : *kansen) {
            const OpgaveRow* const other = kans.a == &opgave   ? kans.b
                                           : kans.b == &opgave ? kans.a
                                                               : nullptr;
            if (other == nullptr) {
                continue;
            }
            if (partners.size() < most_partners) {
                partners.push_back(in_sentence(other->titel()) + " (" + texts.when(*other) + ")");
            } else {
                ++left_out;
            }
        }
    }
    if (left_out > 0) {
        partners.push_back(texts.filled("sociaal.meer", {{"n", texts.number(left_out)}}));
    }
    return partners;
}

void add_line(TemplateDictionary& opgave, const std::string& head,
              const std::vector<std::string>& values) {
    if (values.empty() || (values.size() == 1 && values.front().empty())) {
        return;
    }
    TemplateDictionary& line = *opgave.AddSectionDictionary("REGEL");
    line.SetValue("KOP", head);
    for (const std::string& value : values) {
        say(line, "WAARDE", domain::shortened(domain::readable(value), longest_text));
    }
}

/// A point of what the data does not say, with a list below it.
TemplateDictionary& add_point(TemplateDictionary& values, const std::string& text) {
    TemplateDictionary& point = *values.AddSectionDictionary("GEGEVEN");
    point.SetValue("TEKST", text);
    return point;
}

std::string names_of(const std::vector<const OpgaveRow*>& opgaven, const Texts& texts) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < opgaven.size() && i < most_names; ++i) {
        names.push_back(in_sentence(opgaven[i]->titel()));
    }
    if (opgaven.size() > most_names) {
        names.push_back(
            texts.filled("sociaal.meer", {{"n", texts.number(opgaven.size() - most_names)}}));
    }
    return texts.listed(names);
}

/// Whether the run let what has no date couple (`onbekende_tijd = "meenemen"`), as far as it shows.
bool joins_undated(const Dossier& dossier) {
    const auto is_undated = [](const Kans& kans) {
        return kans.a->tijd_onbekend || kans.b->tijd_onbekend;
    };
    return std::any_of(dossier.koppelkansen.begin(), dossier.koppelkansen.end(), is_undated) ||
           std::any_of(dossier.gebiedskansen.begin(), dossier.gebiedskansen.end(), is_undated);
}

/// Rows that were left out and lie here, each with its reden.
void set_afgekeurd(TemplateDictionary& values, const Dossier& dossier, const Texts& texts) {
    if (dossier.afgekeurd.empty()) {
        return;
    }
    const auto count = static_cast<std::int64_t>(dossier.afgekeurd.size());
    TemplateDictionary& list = *add_point(values, texts.by_count("gegevens.afgekeurd", count))
                                    .AddSectionDictionary("LIJST");
    for (std::size_t i = 0; i < dossier.afgekeurd.size() && i < most_names; ++i) {
        const AfgekeurdRow& row = *dossier.afgekeurd[i];
        const std::string id = row.id.empty() ? texts.number(row.bron_fid) : in_sentence(row.id);
        say(list, "PUNT",
            in_sentence(row.bron) + " " + id + ": " + texts.word("reden", row.reden) +
                (row.detail.empty() ? "" : " (" + in_sentence(row.detail) + ")"));
    }
    if (dossier.afgekeurd.size() > most_names) {
        say(list, "PUNT",
            texts.filled("gegevens.afgekeurd_rest",
                         {{"n", texts.number(dossier.afgekeurd.size() - most_names)}}));
    }
}

void set_absent_layers(TemplateDictionary& values, const PageContext& context) {
    const ResultData& data = context.index.data();
    const std::pair<const char*, bool> layers[] = {
        {"gebiedskansen", data.gebiedskansen.has_value()},
        {"combinaties", data.combinaties.has_value()},
        {"risicos", data.risicos.has_value()},
        {"afgekeurd", data.afgekeurd.has_value()},
        {"werkgebieden", context.index.data().has_werkgebieden}};
    for (const auto& [layer, is_there] : layers) {
        if (!is_there) {
            add_point(values, context.texts.filled("gegevens.zonder_laag", {{"laag", layer}}));
        }
    }
}

}  // namespace

std::string short_name(const std::string& name) {
    return domain::shortened(domain::readable(name), longest_label);
}

void set_koppelkansen(TemplateDictionary& values, const Dossier& dossier,
                      const PageContext& context) {
    if (dossier.opgaven.size() < 2) {
        return;
    }
    KansenTable table;
    table.label = context.texts("kansen.titel");
    table.uitleg = context.texts("kansen.uitleg");
    table.meer = "kansen.meer";
    table.most = most_rows;
    table.with_buurt = dossier.gebied.kind != GebiedKind::buurt;
    set_kansen(*values.AddSectionDictionary("KANSEN_DEEL"), dossier.koppelkansen,
               context.index.data().koppelkansen, table, context);
}

void set_gebiedskansen(TemplateDictionary& values, const Dossier& dossier,
                       const PageContext& context) {
    if (dossier.gebiedskansen.empty()) {
        return;
    }
    KansenTable table;
    table.label = context.texts("kansen.gebied_titel");
    table.uitleg = "";
    table.meer = "kansen.gebied_meer";
    table.most = most_gebiedskansen;
    table.with_buurt = dossier.gebied.kind != GebiedKind::buurt;
    set_kansen(*values.AddSectionDictionary("GEBIEDSKANSEN_DEEL"), dossier.gebiedskansen,
               *context.index.data().gebiedskansen, table, context);
}

void set_combinaties(TemplateDictionary& values, const Dossier& dossier,
                     const PageContext& context) {
    if (dossier.combinaties.empty()) {
        return;
    }
    TemplateDictionary& list =
        *values.AddSectionDictionary("COMBINATIES_DEEL")->AddSectionDictionary("ER_ZIJN");
    const std::size_t count = std::min(dossier.combinaties.size(), most_combinaties);
    for (std::size_t i = 0; i < count; ++i) {
        set_combinatie(*list.AddSectionDictionary("RIJ"), dossier.combinaties[i], context);
    }
    say_more(list, "combinaties.meer", dossier.combinaties.size(), count, context);
}

void set_risicos(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    if (!context.index.data().risicos || dossier.opgaven.empty()) {
        return;
    }
    TemplateDictionary& section = *values.AddSectionDictionary("RISICOS_DEEL");
    if (dossier.risicos.empty()) {
        section.ShowSection("GEEN");
        return;
    }
    TemplateDictionary& list = *section.AddSectionDictionary("ER_ZIJN");
    const std::size_t count = std::min(dossier.risicos.size(), most_risicos);
    for (std::size_t i = 0; i < count; ++i) {
        set_risico(*list.AddSectionDictionary("RIJ"), dossier.risicos[i], dossier, context);
    }
    say_more(list, "risicos.meer", dossier.risicos.size(), count, context);
}

void set_sociaal(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    if (dossier.sociaal.empty()) {
        return;
    }
    const Texts& texts = context.texts;
    TemplateDictionary& section = *values.AddSectionDictionary("SOCIAAL_DEEL");
    const std::size_t count = std::min(dossier.sociaal.size(), most_rows);
    say_more(section, "opgaven.meer", dossier.sociaal.size(), count, context);
    for (std::size_t i = 0; i < count; ++i) {
        const OpgaveRow& opgave = *dossier.sociaal[i];
        TemplateDictionary& part = *section.AddSectionDictionary("OPGAVE");
        part.SetValue("KLEUR", context.palette.of(opgave.soort));
        part.SetValue("NAAM", shown(opgave.titel()));
        add_line(part, texts("opgaven.soort"), {soort_of(opgave, texts)});
        add_line(part, texts("sociaal.trekker"), {trekker_of(opgave, texts)});
        add_line(part, texts("sociaal.wanneer"), {texts.when(opgave)});
        add_line(part, texts("sociaal.doelstelling"), {opgave.doelstelling});
        add_line(part, texts("sociaal.kansen"), {opgave.kansen});
        add_line(part, texts("sociaal.risicos"), {opgave.risicos});
        add_line(part, texts("sociaal.budget"), {opgave.budget});
        add_line(part, texts("sociaal.raakt"), partners_of(opgave, dossier, texts));
    }
}

void set_opgaven(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    if (dossier.opgaven.empty()) {
        return;
    }
    TemplateDictionary& section = *values.AddSectionDictionary("OPGAVEN_DEEL");
    const std::size_t count = std::min(dossier.opgaven.size(), most_opgaven);
    for (std::size_t i = 0; i < count; ++i) {
        const OpgaveRow& opgave = *dossier.opgaven[i];
        TemplateDictionary& row = *section.AddSectionDictionary("RIJ");
        row.SetValue("NAAM", shown(opgave.titel()));
        row.SetValue("KLEUR", context.palette.of(opgave.soort));
        row.SetValue("SOORT", soort_of(opgave, context.texts));
        row.SetValue("TREKKER", trekker_of(opgave, context.texts));
        row.SetValue("FASE", context.texts.word("fase", opgave.fase));
        row.SetValue("WANNEER", context.texts.when(opgave));
    }
    say_more(section, "opgaven.meer", dossier.opgaven.size(), count, context);
}

void set_gegevens(TemplateDictionary& values, const Dossier& dossier, const PageContext& context) {
    const Texts& texts = context.texts;
    std::vector<const OpgaveRow*> undated;
    std::int64_t open_ended = 0;
    std::int64_t unpulled = 0;
    for (const OpgaveRow* opgave : dossier.opgaven) {
        if (opgave->tijd_onbekend) {
            undated.push_back(opgave);
        }
        open_ended += opgave->eind_onbekend && !opgave->tijd_onbekend ? 1 : 0;
        unpulled += opgave->trekker.empty() ? 1 : 0;
    }
    const auto counted = [&texts](std::int64_t count) {
        return Filling{{"opgaven", texts.counted("opgaven", count)}};
    };
    if (!undated.empty()) {
        const std::string point =
            texts.by_count("gegevens.zonder_datum", static_cast<std::int64_t>(undated.size()),
                           {{"namen", names_of(undated, texts)}});
        add_point(values,
                  joins_undated(dossier) ? point : point + " " + texts("gegevens.niet_gekoppeld"));
    }
    if (open_ended > 0) {
        add_point(values, texts.filled("gegevens.eind_onbekend", counted(open_ended)));
    }
    if (unpulled > 0) {
        add_point(values, texts.filled("gegevens.zonder_trekker", counted(unpulled)));
    }
    set_afgekeurd(values, dossier, texts);
    const bool is_short =
        static_cast<std::int64_t>(dossier.opgaven.size()) < dossier.aantal_opgaven;
    if (is_short) {
        add_point(values, texts.filled("gegevens.zonder_plek", counted(dossier.aantal_opgaven)));
    }
    if (!is_short && undated.empty() && dossier.afgekeurd.empty() &&
        context.index.data().afgekeurd && !dossier.opgaven.empty()) {
        add_point(values, texts("gegevens.volledig"));
    }
    std::int64_t left_out = 0;
    std::int64_t read = 0;
    for (const BronRow& bron : context.index.data().bronnen) {
        left_out += bron.afgekeurd;
        read += bron.gelezen;
    }
    if (left_out > 0) {
        add_point(values,
                  texts.by_count("gegevens.hele_run", left_out, {{"gelezen", texts.number(read)}}));
    }
    set_absent_layers(values, context);
    add_point(values, texts("gegevens.plekken"));
}

}  // namespace koppelkans::report
