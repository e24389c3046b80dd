#include "engine/report/gebied.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"

namespace koppelkans::report {

namespace {

const std::string& code_of(const BuurtRow& buurt, GebiedKind kind) {
    switch (kind) {
        case GebiedKind::wijk:
            return buurt.wijkcode;
        case GebiedKind::gemeente:
            return buurt.gemeentecode;
        case GebiedKind::buurt:
            break;
    }
    return buurt.buurtcode;
}

bool lies_in(const Gebied& gebied, const ResultData& data, const std::string& code) {
    return domain::upper_code(gebied.code) == code ||
           std::all_of(gebied.buurten.begin(), gebied.buurten.end(), [&](std::size_t at) {
               const BuurtRow& buurt = data.buurten[at];
               return domain::upper_code(buurt.wijkcode) == code ||
                      domain::upper_code(buurt.gemeentecode) == code;
           });
}

bool is_known(const ResultData& data, const std::string& code) {
    return std::any_of(data.buurten.begin(), data.buurten.end(), [&code](const BuurtRow& buurt) {
        return domain::upper_code(buurt.buurtcode) == code ||
               domain::upper_code(buurt.wijkcode) == code;
    });
}

template <typename Rows>
auto positions_of(const Rows& rows) {
    std::map<std::string, ResultIndex::Positions, std::less<>> table;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table[rows[i].buurtcode].push_back(i);
    }
    return table;
}

template <typename Rows>
auto positions_of(const std::optional<Rows>& rows) {
    return rows ? positions_of(*rows)
                : std::map<std::string, ResultIndex::Positions, std::less<>>();
}

const ResultIndex::Positions& found(
    const std::map<std::string, ResultIndex::Positions, std::less<>>& table,
    std::string_view code) {
    static const ResultIndex::Positions none;
    const auto at = table.find(code);
    return at == table.end() ? none : at->second;
}

}  // namespace

std::vector<Gebied> gebieden_of(const ResultData& data, GebiedKind kind) {
    std::map<std::string, Gebied> gebieden;
    for (std::size_t i = 0; i < data.buurten.size(); ++i) {
        const std::string& code = code_of(data.buurten[i], kind);
        Gebied& gebied = gebieden[code];
        gebied.kind = kind;
        gebied.code = code;
        if (kind == GebiedKind::buurt) {
            gebied.naam = data.buurten[i].buurtnaam;
        }
        gebied.buurten.push_back(i);
    }
    std::vector<Gebied> list;
    list.reserve(gebieden.size());
    for (auto& [code, gebied] : gebieden) {
        list.push_back(std::move(gebied));
    }
    return list;
}

std::vector<Gebied> only(std::vector<Gebied> gebieden, const ResultData& data,
                         const std::vector<std::string>& codes) {
    if (codes.empty()) {
        return gebieden;
    }
    std::vector<bool> is_chosen(gebieden.size(), false);
    for (const std::string& typed : codes) {
        const std::string code = domain::upper_code(typed);
        bool names_any = false;
        for (std::size_t i = 0; i < gebieden.size(); ++i) {
            if (!code.empty() && lies_in(gebieden[i], data, code)) {
                is_chosen[i] = true;
                names_any = true;
            }
        }
        if (!names_any) {
            throw domain::UsageError(fmt::format(
                "--only {}: {}", typed,
                is_known(data, code)
                    ? "it is a part of what there is a page for; say --per buurt, or name the whole"
                    : "the result has no buurt, wijk or gemeente of that code"));
        }
    }
    std::vector<Gebied> chosen;
    for (std::size_t i = 0; i < gebieden.size(); ++i) {
        if (is_chosen[i]) {
            chosen.push_back(std::move(gebieden[i]));
        }
    }
    return chosen;
}

ResultIndex::ResultIndex(const ResultData& data)
    : data_(data),
      koppelkansen_(positions_of(data.koppelkansen)),
      gebiedskansen_(positions_of(data.gebiedskansen)),
      combinaties_(positions_of(data.combinaties)),
      risicos_(positions_of(data.risicos)) {
    for (const OpgaveRow& opgave : data.opgaven) {
        opgaven_.emplace(opgave.opgave_id, &opgave);
    }
    for (const BuurtRow& buurt : data.buurten) {
        buurten_.emplace(buurt.buurtcode, &buurt);
    }
    if (data.risicos) {
        for (const RisicoRow& risico : *data.risicos) {
            with_risico_.insert(risico.koppelkans_id);
        }
    }
}

const std::string& ResultIndex::name_of_buurt(const std::string& buurtcode) const {
    const auto at = buurten_.find(buurtcode);
    return at == buurten_.end() ? buurtcode : at->second->titel();
}

bool ResultIndex::takes_risico_away(std::string_view koppelkans_id) const {
    return !koppelkans_id.empty() && with_risico_.find(koppelkans_id) != with_risico_.end();
}

const ResultIndex::Positions& ResultIndex::koppelkansen(std::string_view buurtcode) const {
    return found(koppelkansen_, buurtcode);
}

const ResultIndex::Positions& ResultIndex::gebiedskansen(std::string_view buurtcode) const {
    return found(gebiedskansen_, buurtcode);
}

const ResultIndex::Positions& ResultIndex::combinaties(std::string_view buurtcode) const {
    return found(combinaties_, buurtcode);
}

const ResultIndex::Positions& ResultIndex::risicos(std::string_view buurtcode) const {
    return found(risicos_, buurtcode);
}

const OpgaveRow* ResultIndex::opgave(std::string_view opgave_id) const {
    const auto at = opgaven_.find(opgave_id);
    return at == opgaven_.end() ? nullptr : at->second;
}

}  // namespace koppelkans::report
