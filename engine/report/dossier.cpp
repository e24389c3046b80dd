#include "engine/report/dossier.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace koppelkans::report {

namespace {

int rank_of(const std::string& aanhaken) {
    return aanhaken == "kansrijk" ? 0 : aanhaken == "krap" ? 1 : aanhaken == "lopend" ? 2 : 3;
}

/// Rows of the same key become one, in the order of their first; `add` puts a row into it.
template <typename Made, typename Rows, typename KeyOf, typename Add>
std::vector<Made> merged(const Rows& rows, const ResultIndex::Positions& positions,
                         const KeyOf& key_of, const Add& add) {
    std::map<decltype(key_of(rows[0])), std::size_t> places;
    std::vector<Made> list;
    for (const std::size_t at : positions) {
        const auto [place, is_new] = places.emplace(key_of(rows[at]), list.size());
        if (is_new) {
            list.emplace_back();
            list.back().row = &rows[at];
        }
        Made& made = list[place->second];
        made.rows.push_back(at);
        made.oppervlakte_m2 += rows[at].oppervlakte_m2;
        add(made, rows[at]);
    }
    return list;
}

std::vector<Kans> kansen_of(const ResultIndex& index, const std::vector<KansRow>& rows,
                            const ResultIndex::Positions& positions) {
    std::vector<Kans> kansen = merged<Kans>(
        rows, positions, [](const KansRow& row) { return std::pair(row.opgave_a, row.opgave_b); },
        [&index](Kans& kans, const KansRow& row) {
            kans.a = index.opgave(row.opgave_a);
            kans.b = index.opgave(row.opgave_b);
            if (row.gedeeld_m3) {
                kans.gedeeld_m3 = kans.gedeeld_m3.value_or(0) + *row.gedeeld_m3;
            }
        });
    std::erase_if(kansen, [](const Kans& kans) { return kans.a == nullptr || kans.b == nullptr; });
    std::sort(kansen.begin(), kansen.end(), promises_more);
    return kansen;
}

std::vector<Combinatie> combinaties_of(const ResultIndex& index,
                                       const ResultIndex::Positions& positions) {
    if (!index.data().combinaties) {
        return {};
    }
    std::vector<Combinatie> list = merged<Combinatie>(
        *index.data().combinaties, positions, [](const CombinatieRow& row) { return row.opgaven; },
        [](Combinatie&, const CombinatieRow&) {});
    for (Combinatie& combinatie : list) {
        for (const std::string& id : combinatie.row->opgaven) {
            if (const OpgaveRow* opgave = index.opgave(id)) {
                combinatie.opgaven.push_back(opgave);
            }
        }
    }
    std::erase_if(list, [](const Combinatie& combinatie) {
        return combinatie.opgaven.size() != combinatie.row->opgaven.size();
    });
    std::sort(list.begin(), list.end(), [](const Combinatie& a, const Combinatie& b) {
        return std::tuple(-a.row->aantal_soorten, -a.oppervlakte_m2, a.row->combinatie_id) <
               std::tuple(-b.row->aantal_soorten, -b.oppervlakte_m2, b.row->combinatie_id);
    });
    return list;
}

std::vector<Risico> risicos_of(const ResultIndex& index, const ResultIndex::Positions& positions) {
    if (!index.data().risicos) {
        return {};
    }
    std::vector<Risico> list = merged<Risico>(
        *index.data().risicos, positions,
        [](const RisicoRow& row) { return std::pair(row.eerst, row.daarna); },
        [&index](Risico& risico, const RisicoRow& row) {
            risico.eerst = index.opgave(row.eerst);
            risico.daarna = index.opgave(row.daarna);
            risico.ernst += row.ernst;
        });
    std::erase_if(list, [](const Risico& risico) {
        return risico.eerst == nullptr || risico.daarna == nullptr;
    });
    std::sort(list.begin(), list.end(), [](const Risico& a, const Risico& b) {
        return std::tuple(-a.ernst, -a.oppervlakte_m2, a.row->eerst, a.row->daarna) <
               std::tuple(-b.ernst, -b.oppervlakte_m2, b.row->eerst, b.row->daarna);
    });
    return list;
}

/// The positions that `of` gives for each buurt of the gebied, one behind the other.
template <typename Of>
ResultIndex::Positions positions_in(const ResultIndex& index, const Gebied& gebied, const Of& of) {
    ResultIndex::Positions all;
    for (const std::size_t at : gebied.buurten) {
        const ResultIndex::Positions& here = of(index.data().buurten[at].buurtcode);
        all.insert(all.end(), here.begin(), here.end());
    }
    return all;
}

void add_opgaven(Dossier& dossier, const ResultData& data, const std::vector<std::size_t>& here) {
    std::set<const OpgaveRow*> found;
    for (const std::size_t at : here) {
        found.insert(&data.opgaven[at]);
    }
    for (const std::vector<Kans>* kansen : {&dossier.koppelkansen, &dossier.gebiedskansen}) {
        for (const Kans& kans : *kansen) {
            found.insert({kans.a, kans.b});
        }
    }
    for (const Combinatie& combinatie : dossier.combinaties) {
        found.insert(combinatie.opgaven.begin(), combinatie.opgaven.end());
    }
    for (const Risico& risico : dossier.risicos) {
        found.insert({risico.eerst, risico.daarna});
    }
    // Pointers into one vector run as its rows do, which stand by id.
    for (const OpgaveRow* opgave : found) {
        if (opgave->rol != "rust") {
            dossier.opgaven.push_back(opgave);
            if (opgave->type == "sociaal") {
                dossier.sociaal.push_back(opgave);
            }
        }
    }
}

/// How many opgaven there are and how busy it gets: the row of the buurt, or that of the wijk or
/// gemeente where it is there.
void add_counts(Dossier& dossier, const ResultData& data) {
    if (dossier.gebied.kind == GebiedKind::buurt) {
        const BuurtRow& buurt = data.buurten[dossier.gebied.buurten.front()];
        dossier.aantal_opgaven = std::max(dossier.aantal_opgaven, buurt.aantal_opgaven);
        dossier.max_gelijktijdig = buurt.max_gelijktijdig;
        dossier.drukste_dag = buurt.drukste_dag;
        return;
    }
    const auto& rows = dossier.gebied.kind == GebiedKind::wijk ? data.wijken : data.gemeenten;
    if (!rows) {
        return;
    }
    for (const GebiedRow& row : *rows) {
        if (row.code == dossier.gebied.code) {
            dossier.aantal_opgaven = std::max(dossier.aantal_opgaven, row.aantal_opgaven);
            dossier.max_gelijktijdig = row.max_gelijktijdig;
            dossier.drukste_dag = row.drukste_dag;
        }
    }
}

}  // namespace

bool promises_more(const Kans& a, const Kans& b) {
    const auto key = [](const Kans& kans) {
        return std::tuple(rank_of(kans.row->aanhaken), kans.row->tijd_zekerheid == "zeker" ? 0 : 1,
                          -kans.oppervlakte_m2);
    };
    return std::pair(key(a), std::tie(a.row->opgave_a, a.row->opgave_b)) <
           std::pair(key(b), std::tie(b.row->opgave_a, b.row->opgave_b));
}

Dossier dossier_of(const ResultIndex& index, Gebied gebied, const std::vector<std::size_t>& opgaven,
                   const std::vector<std::size_t>& afgekeurd) {
    const ResultData& data = index.data();
    Dossier dossier;
    dossier.gebied = std::move(gebied);
    const auto positions = [&](auto of) {
        return positions_in(index, dossier.gebied,
                            [&](const std::string& code) -> const ResultIndex::Positions& {
                                return (index.*of)(code);
                            });
    };
    dossier.koppelkansen =
        kansen_of(index, data.koppelkansen, positions(&ResultIndex::koppelkansen));
    if (data.gebiedskansen) {
        dossier.gebiedskansen =
            kansen_of(index, *data.gebiedskansen, positions(&ResultIndex::gebiedskansen));
    }
    dossier.combinaties = combinaties_of(index, positions(&ResultIndex::combinaties));
    dossier.risicos = risicos_of(index, positions(&ResultIndex::risicos));
    add_opgaven(dossier, data, opgaven);
    for (const std::size_t at : afgekeurd) {
        dossier.afgekeurd.push_back(&data.afgekeurd.value()[at]);
    }
    dossier.aantal_kansrijk =
        std::count_if(dossier.koppelkansen.begin(), dossier.koppelkansen.end(),
                      [](const Kans& kans) { return kans.row->aanhaken == "kansrijk"; });
    for (const std::size_t at : dossier.gebied.buurten) {
        dossier.koppel_m2 += data.buurten[at].koppel_m2;
    }
    dossier.aantal_opgaven = static_cast<std::int64_t>(dossier.opgaven.size());
    add_counts(dossier, data);
    return dossier;
}

Dossier dossier_of_all(const ResultIndex& index) {
    Gebied all;
    all.kind = GebiedKind::gemeente;
    for (std::size_t at = 0; at < index.data().buurten.size(); ++at) {
        all.buurten.push_back(at);
    }
    return dossier_of(index, std::move(all), {}, {});
}

ActBefore act_before(const KansRow& kans, const RunRow& run) {
    if (kans.aanhaken == "kansrijk" && kans.eerste_start) {
        // At the end of a month, taking months off again may lead some days too far back.
        return {Act::join_in_time,
                std::max(time::clamped_to_calendar(time::minus(*kans.eerste_start, run.aanloop)),
                         run.peildatum)};
    }
    if (kans.aanhaken == "krap") {
        return {Act::join_now, kans.eerste_start};
    }
    return {kans.aanhaken == "lopend" ? Act::tune_in : Act::ask_dates, std::nullopt};
}

}  // namespace koppelkans::report
