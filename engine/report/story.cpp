#include "engine/report/story.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/report/templates.h"

namespace koppelkans::report {

namespace {

/// The first that is not one project already: of that nothing is left to be done.
const Kans* best_of(const std::vector<Kans>& kansen) {
    const auto found = std::find_if(kansen.begin(), kansen.end(),
                                    [](const Kans& kans) { return !kans.row->al_samen; });
    return found == kansen.end() ? nullptr : &*found;
}

/// The most telling of what else there is: ground that would be opened again, then places where
/// three meet, then the busiest day.
std::string third_sentence(const Dossier& dossier, const Texts& texts) {
    // Several may lie on the same ground: their sum would be more than there is.
    if (!dossier.risicos.empty()) {
        const Risico& worst = dossier.risicos.front();
        return texts.filled(
            "opvalt.risicos",
            {{"paren", texts.counted("paren", static_cast<std::int64_t>(dossier.risicos.size()))},
             {"grond", texts.area(worst.oppervlakte_m2)},
             {"eerst", name_beside(*worst.eerst, *worst.daarna, texts)},
             {"daarna", name_beside(*worst.daarna, *worst.eerst, texts)}});
    }
    if (!dossier.combinaties.empty()) {
        double largest_m2 = 0;
        for (const Combinatie& combinatie : dossier.combinaties) {
            largest_m2 = std::max(largest_m2, combinatie.oppervlakte_m2);
        }
        return texts.filled(
            "opvalt.combinaties",
            {{"combinaties",
              texts.counted("combinaties", static_cast<std::int64_t>(dossier.combinaties.size()))},
             {"grond", texts.area(largest_m2)}});
    }
    if (dossier.drukste_dag && dossier.max_gelijktijdig > 1) {
        return texts.filled("opvalt.druk",
                            {{"dag", texts.day(*dossier.drukste_dag)},
                             {"opgaven", texts.counted("opgaven", dossier.max_gelijktijdig)}});
    }
    return {};
}

/// Who pulls it, or "the trekker of it" where nobody is named.
std::string trekker_in(const OpgaveRow& opgave, const OpgaveRow& other, const Texts& texts) {
    return opgave.trekker.empty()
               ? texts.filled("doen.trekker_van", {{"naam", name_beside(opgave, other, texts)}})
               : in_sentence(opgave.trekker);
}

/// Whether one party pulls both.
bool is_of_one(const Kans& kans) {
    return !kans.a->trekker.empty() &&
           domain::folded(kans.a->trekker) == domain::folded(kans.b->trekker);
}

std::string gebied_sentence(const Dossier& dossier, const Texts& texts) {
    const auto count = static_cast<std::int64_t>(dossier.gebiedskansen.size());
    if (count == 0) {
        return {};
    }
    return texts.filled(
        "opvalt.gebied",
        {{"kansen", texts.filled(count == 1 ? "opvalt.zijn_een" : "opvalt.zijn_meer",
                                 {{"n", texts.counted("koppelkansen", count)}})}});
}

}  // namespace

std::string name_of(const Gebied& gebied, const Texts& texts) {
    if (!gebied.titel().empty()) {
        return gebied.kind == GebiedKind::buurt
                   ? shown(gebied.titel())
                   : texts.filled(gebied.kind == GebiedKind::wijk ? "kop.wijk" : "kop.gemeente",
                                  {{"code", shown(gebied.code)}});
    }
    return texts(gebied.kind == GebiedKind::gemeente ? "kop.zonder_gemeente" : "kop.zonder_wijk");
}

std::string best_sentence(const Kans& best, const RunRow& run, const Texts& texts) {
    const ActBefore act = act_before(*best.row, run);
    const char* const key = act.act == Act::join_in_time          ? "opvalt.beste"
                            : act.act == Act::join_now && act.day ? "opvalt.beste_krap"
                            : act.act == Act::ask_dates           ? "opvalt.beste_onbekend"
                                                                  : "opvalt.beste_lopend";
    return texts.filled(key, {{"a", name_beside(*best.a, *best.b, texts)},
                              {"b", name_beside(*best.b, *best.a, texts)},
                              {"grond", texts.area(best.oppervlakte_m2)},
                              {"dag", act.day ? texts.day(*act.day) : ""}});
}

std::string name_beside(const OpgaveRow& opgave, const OpgaveRow& other, const Texts& texts) {
    std::string name = in_sentence(opgave.titel());
    if (domain::folded(opgave.titel()) != domain::folded(other.titel())) {
        return name;
    }
    return fmt::format(
        "{} ({})", name,
        in_sentence(opgave.soort == other.soort ? opgave.opgave_id
                                                : texts.word("soort", opgave.soort)));
}

std::vector<std::string> story_of(const Dossier& dossier, const RunRow& run, const Texts& texts) {
    const std::int64_t opgaven = dossier.aantal_opgaven;
    const auto kansen = static_cast<std::int64_t>(dossier.koppelkansen.size());
    const Filling filling{
        {"naam", in_sentence(name_of(dossier.gebied, texts))},
        {"opgaven", texts.counted("opgaven", opgaven)},
        {"kansen", texts.counted("koppelkansen", kansen)},
        {"kansrijk", dossier.aantal_kansrijk == 0 ? texts("opvalt.geen_daarvan")
                                                  : texts.number(dossier.aantal_kansrijk)},
        {"grond", texts.area(dossier.koppel_m2)},
        {"periode", texts.period(run.horizon)}};
    std::vector<std::string> sentences;
    if (kansen > 0) {
        const Kans* const best = best_of(dossier.koppelkansen);
        sentences = {
            texts.filled("opvalt.kansen", filling),
            best == nullptr ? texts("opvalt.samen_bekend") : best_sentence(*best, run, texts)};
    } else {
        sentences = {texts.filled(opgaven == 0   ? "opvalt.geen_opgaven"
                                  : opgaven == 1 ? "opvalt.een_opgave"
                                                 : "opvalt.geen_kansen",
                                  filling),
                     gebied_sentence(dossier, texts)};
    }
    sentences.push_back(third_sentence(dossier, texts));
    std::erase(sentences, std::string());
    return sentences;
}

std::string who(const Kans& kans, const Texts& texts) {
    if (kans.a->trekker.empty() && kans.b->trekker.empty()) {
        return texts("doen.wie");
    }
    if (is_of_one(kans)) {
        return in_sentence(kans.a->trekker);
    }
    return texts.listed({trekker_in(*kans.a, *kans.b, texts), trekker_in(*kans.b, *kans.a, texts)});
}

std::string who_knows_when(const Kans& kans, const Texts& texts) {
    if (kans.a->tijd_onbekend == kans.b->tijd_onbekend) {
        return who(kans, texts);
    }
    return kans.a->tijd_onbekend ? trekker_in(*kans.a, *kans.b, texts)
                                 : trekker_in(*kans.b, *kans.a, texts);
}

std::string room_until(time::Day day, time::Day peildatum, const Texts& texts) {
    if (day <= peildatum) {
        return texts.period({0, 0});
    }
    time::Period room;
    while (time::plus(peildatum, {room.months + 1, 0}) <= day) {
        ++room.months;
    }
    if (room.months == 0) {
        room.days = static_cast<int>(time::days_between(peildatum, day).value_or(0));
    }
    return texts.period(room);
}

std::vector<std::string> advice_of(const Kans& kans, bool has_risico, const RunRow& run,
                                   const Texts& texts) {
    const ActBefore act = act_before(*kans.row, run);
    std::vector<std::string> advice;
    const Filling filling{{"wie", who(kans, texts)},
                          {"dag", act.day ? texts.day(*act.day) : ""},
                          {"ruimte", act.day ? room_until(*act.day, run.peildatum, texts) : ""}};
    if (kans.row->al_samen) {
        // Nothing to arrange: what is left to say is the order of works.
    } else if (act.act == Act::join_in_time) {
        advice.push_back(texts.filled(is_of_one(kans) ? "doen.een" : "doen.op_tijd", filling));
    } else if (act.act == Act::join_now) {
        advice.push_back(texts.filled(act.day ? "doen.nu" : "doen.nu_zonder_dag", filling));
    } else {
        advice.push_back(act.act == Act::tune_in
                             ? texts("doen.lopend")
                             : texts.filled("doen.datum", {{"wie", who_knows_when(kans, texts)}}));
    }
    if (!kans.row->eerst.empty()) {
        const bool is_a = kans.row->eerst == kans.a->opgave_id;
        const OpgaveRow& first = is_a ? *kans.a : *kans.b;
        const OpgaveRow& second = is_a ? *kans.b : *kans.a;
        advice.push_back(texts.filled(kans.row->volgorde_strijdig ? "doen.strijdig" : "doen.eerst",
                                      {{"naam", name_beside(first, second, texts)}}));
    }
    if (has_risico) {
        advice.push_back(texts("doen.risico"));
    }
    return advice;
}

std::string act_by(const KansRow& kans, const RunRow& run, const Texts& texts) {
    const ActBefore act = act_before(kans, run);
    if (act.act == Act::ask_dates) {
        return texts("wanneer.onbekend");
    }
    if (!act.day) {
        return texts("kansen.meteen");
    }
    return act.act == Act::join_in_time
               ? texts.day(*act.day)
               : texts.filled("kansen.voor", {{"dag", texts.day(*act.day)}});
}

}  // namespace koppelkans::report
