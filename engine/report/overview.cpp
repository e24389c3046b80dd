#include "engine/report/overview.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace koppelkans::report {

namespace {

constexpr int most_years = 10;

/// Where a start falls: 0 is earlier, 1 the year of the peildatum, ..., then later, then undated.
std::size_t slot_of(const std::optional<time::Day>& start, bool is_undated, int first_year) {
    if (is_undated) {
        return most_years + 2;
    }
    if (!start) {
        return 0;
    }
    const int years = time::calendar_date(*start).year - first_year;
    return static_cast<std::size_t>(std::clamp(years + 1, 0, most_years + 1));
}

using Slots = std::vector<std::int64_t>;

Calendar::Column column_of(std::size_t slot, int first_year) {
    if (slot == 0) {
        return {CalendarColumn::earlier, 0};
    }
    if (slot <= most_years) {
        return {CalendarColumn::year, first_year + static_cast<int>(slot) - 1};
    }
    return {slot == most_years + 1 ? CalendarColumn::later : CalendarColumn::undated, 0};
}

/// Which slots are shown: those in use, and the years up to the last in use.
std::vector<std::size_t> used_slots(const Slots& all) {
    std::size_t last_year = 0;
    for (std::size_t slot = 1; slot <= most_years; ++slot) {
        last_year = all[slot] > 0 ? slot : last_year;
    }
    std::vector<std::size_t> used;
    for (std::size_t slot = 0; slot < all.size(); ++slot) {
        if (all[slot] > 0 || (slot >= 1 && slot <= last_year)) {
            used.push_back(slot);
        }
    }
    return used;
}

Slots picked(const Slots& all, const std::vector<std::size_t>& used) {
    Slots counts;
    for (const std::size_t slot : used) {
        counts.push_back(all[slot]);
    }
    return counts;
}

template <typename Names>
std::size_t place_of(const Names& names, const std::string& name) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) -
                                    names.begin());
}

std::pair<std::size_t, std::size_t> ordered(std::size_t a, std::size_t b) {
    return {std::max(a, b), std::min(a, b)};
}

}  // namespace

std::vector<std::size_t> ranking_of(const ResultData& data) {
    std::vector<std::size_t> order(data.buurten.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto key = [&data](std::size_t at) {
        const BuurtRow& buurt = data.buurten[at];
        return std::tuple(-buurt.aantal_kansrijk, -buurt.aantal_koppelkansen, -buurt.koppel_m2,
                          buurt.buurtcode);
    };
    std::sort(order.begin(), order.end(),
              [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

Calendar calendar_of(const ResultData& data, const std::vector<Kans>& kansen) {
    const int first_year = time::calendar_date(data.run.peildatum).year;
    constexpr std::size_t slots = most_years + 3;
    std::map<std::string, Slots> by_soort;
    Slots opgaven(slots, 0);
    Slots starts(slots, 0);
    for (const OpgaveRow& opgave : data.opgaven) {
        if (opgave.rol == "rust") {
            continue;
        }
        const std::size_t slot = slot_of(opgave.start, opgave.tijd_onbekend, first_year);
        ++by_soort.try_emplace(opgave.soort, slots, 0).first->second[slot];
        ++opgaven[slot];
    }
    for (const Kans& kans : kansen) {
        const bool is_undated = kans.row->aanhaken.empty();
        ++starts[slot_of(kans.row->eerste_start, is_undated, first_year)];
    }
    Slots all = opgaven;
    std::transform(all.begin(), all.end(), starts.begin(), all.begin(), std::plus<>());
    const std::vector<std::size_t> used = used_slots(all);
    Calendar calendar;
    for (const std::size_t slot : used) {
        calendar.columns.push_back(column_of(slot, first_year));
    }
    for (const auto& [soort, counts] : by_soort) {
        calendar.rows.push_back({soort, picked(counts, used)});
    }
    calendar.opgaven = picked(opgaven, used);
    calendar.koppelkansen = picked(starts, used);
    return calendar;
}

SoortMatrix soort_matrix_of(const std::vector<Kans>& kansen) {
    std::set<std::string> soorten;
    for (const Kans& kans : kansen) {
        soorten.insert({kans.a->soort, kans.b->soort});
    }
    SoortMatrix matrix;
    matrix.soorten.assign(soorten.begin(), soorten.end());
    for (const Kans& kans : kansen) {
        const auto key = ordered(place_of(matrix.soorten, kans.a->soort),
                                 place_of(matrix.soorten, kans.b->soort));
        matrix.most = std::max(matrix.most, ++matrix.counts[key]);
    }
    return matrix;
}

DomeinMatrix domein_matrix_of(const ResultIndex& index) {
    const ResultData& data = index.data();
    std::set<std::string> domeinen;
    std::map<std::string, std::vector<std::pair<const OpgaveRow*, const OpgaveRow*>>> pairs;
    for (const KansRow& row : data.koppelkansen) {
        const OpgaveRow* const a = index.opgave(row.opgave_a);
        const OpgaveRow* const b = index.opgave(row.opgave_b);
        if (a != nullptr && b != nullptr) {
            domeinen.insert({a->domein, b->domein});
            pairs[row.buurtcode].emplace_back(a, b);
        }
    }
    DomeinMatrix matrix;
    matrix.domeinen.assign(domeinen.begin(), domeinen.end());
    for (std::size_t at = 0; at < data.buurten.size(); ++at) {
        const auto found = pairs.find(data.buurten[at].buurtcode);
        if (found == pairs.end()) {
            continue;
        }
        DomeinMatrix::Row row{at, Slots(matrix.domeinen.size(), 0), {}};
        std::map<std::pair<std::size_t, std::size_t>, std::int64_t> meetings;
        for (const auto& [a, b] : found->second) {
            const std::size_t one = place_of(matrix.domeinen, a->domein);
            const std::size_t other = place_of(matrix.domeinen, b->domein);
            ++row.counts[one];
            row.counts[other] += one == other ? 0 : 1;
            ++meetings[{std::min(one, other), std::max(one, other)}];
        }
        row.pairs.assign(meetings.begin(), meetings.end());
        std::stable_sort(row.pairs.begin(), row.pairs.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        matrix.most =
            std::max(matrix.most, *std::max_element(row.counts.begin(), row.counts.end()));
        matrix.rows.push_back(std::move(row));
    }
    const auto size_of = [&](const DomeinMatrix::Row& row) {
        return pairs.at(data.buurten[row.buurt].buurtcode).size();
    };
    std::stable_sort(matrix.rows.begin(), matrix.rows.end(),
                     [&](const auto& a, const auto& b) { return size_of(a) > size_of(b); });
    return matrix;
}

std::vector<std::int64_t> class_ends(std::vector<std::int64_t> counts, std::size_t most) {
    std::erase_if(counts, [](std::int64_t count) { return count <= 0; });
    std::sort(counts.begin(), counts.end());
    std::vector<std::int64_t> ends;
    for (std::size_t i = 1; i <= most && !counts.empty(); ++i) {
        const std::int64_t end = counts[(counts.size() * i - 1) / most];
        if (ends.empty() || end > ends.back()) {
            ends.push_back(end);
        }
    }
    return ends;
}

}  // namespace koppelkans::report
