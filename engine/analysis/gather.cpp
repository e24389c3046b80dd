#include "engine/analysis/gather.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "engine/analysis/group.h"
#include "engine/analysis/judge.h"
#include "engine/analysis/outline.h"
#include "engine/analysis/parallel.h"

namespace koppelkans::analysis {

namespace {

constexpr std::size_t rows_a_batch = 512;

/// Transformations to lend to threads: one belongs to one thread at a time, and making one is dear.
class Lender {
  public:
    explicit Lender(const geometry::Transformation* original) : original_(original) {}

    template <typename Use>
    void with_one(const Use& use) {
        if (original_ == nullptr || original_->is_identity()) {
            use(nullptr);
            return;
        }
        std::unique_ptr<geometry::Transformation> mine = borrowed();
        use(mine.get());
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(mine));
    }

  private:
    std::unique_ptr<geometry::Transformation> borrowed() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) {
            return std::make_unique<geometry::Transformation>(original_->clone());
        }
        auto one = std::move(idle_.back());
        idle_.pop_back();
        return one;
    }

    const geometry::Transformation* original_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<geometry::Transformation>> idle_;
};

using Taken = std::variant<domain::Opgave, domain::Problem>;

/// Positions in the order of the ids. Most files list their rows by id, so the list is a few runs
/// that are in order already: those are merged, two by two.
std::vector<std::uint32_t> order_by_id(const std::vector<domain::Opgave>& opgaven) {
    const auto comes_before = [&opgaven](std::uint32_t a, std::uint32_t b) {
        return opgaven[a].opgave_id < opgaven[b].opgave_id;
    };
    std::vector<std::uint32_t> order(opgaven.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<std::size_t> begins;  // of the runs, and the end of the last
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (i == 0 || comes_before(i, i - 1)) {
            begins.push_back(i);
        }
    }
    begins.push_back(order.size());
    while (begins.size() > 2) {
        std::vector<std::size_t> merged;
        std::size_t run = 0;
        for (; run + 2 < begins.size(); run += 2) {
            const auto at = [&](std::size_t which) {
                return order.begin() + static_cast<std::ptrdiff_t>(begins[run + which]);
            };
            std::inplace_merge(at(0), at(1), at(2), comes_before);
            merged.push_back(begins[run]);
        }
        for (; run < begins.size(); ++run) {
            merged.push_back(begins[run]);
        }
        begins = std::move(merged);
    }
    return order;
}

}  // namespace

struct Gather::Batch {
    const domain::Bron& bron;
    std::vector<domain::InputRow> rows;
    /// The row that has the id already; empty: this one may have it.
    std::vector<std::optional<std::int64_t>> owner;
    std::vector<Taken> taken;
};

Gather::Gather(const Rules& rules, int jobs, const Progress& progress)
    : rules_(rules), jobs_(jobs), progress_(progress) {}

void Gather::expect(std::size_t rows) {
    // A file may claim more rows than it holds, or than anyone has.
    constexpr std::size_t most = std::size_t{1} << 20;
    plans_.opgaven.reserve(std::min(rows, most));
}

void Gather::add_source(const domain::Bron& bron, const geometry::Transformation* transformation,
                        const std::function<bool(domain::InputRow&)>& next,
                        const std::function<void(std::int64_t)>& on_rows) {
    const auto index = static_cast<std::uint32_t>(plans_.accounts.size());
    plans_.accounts.emplace_back();
    Lender lender(transformation);
    // No two sources can give the same opgave_id, so the ids of one are enough to know.
    std::unordered_map<std::string, std::int64_t> owners;  // id -> fid of the row that has it
    const auto read_batch = [&]() -> std::shared_ptr<Batch> {
        auto batch = std::make_shared<Batch>(Batch{bron, {}, {}, {}});
        domain::InputRow row;
        while (batch->rows.size() < rows_a_batch && next(row)) {
            progress_.stop_if_cancelled();
            std::optional<std::int64_t> owner;
            const std::string_view id = row_id(row, bron);
            if (bron.groepeer == domain::Groepeer::nee && !id.empty()) {
                const auto [known, is_new] = owners.emplace(id, row.fid);
                owner = is_new ? std::nullopt : std::optional(known->second);
            }
            batch->rows.push_back(std::move(row));
            batch->owner.push_back(owner);
            row = {};
        }
        return batch->rows.empty() ? nullptr : batch;
    };
    run_in_order(jobs_, [&]() -> std::optional<Work> {
        const std::shared_ptr<Batch> batch = read_batch();
        if (!batch) {
            return std::nullopt;
        }
        const auto run = [this, batch, index, &lender] {
            lender.with_one([&](const geometry::Transformation* mine) {
                const BronContext context{batch->bron, index, mine};
                for (std::size_t i = 0; i < batch->rows.size(); ++i) {
                    progress_.stop_if_cancelled();
                    const domain::InputRow& row = batch->rows[i];
                    batch->taken.push_back(
                        batch->owner[i] ? Taken(left_out(row, context, domain::Reden::dubbel_id,
                                                         fmt::format("row {} has this id already",
                                                                     *batch->owner[i])))
                                        : take_in(row, context, rules_));
                }
            });
        };
        const auto finish = [this, batch, &on_rows] {
            take(*batch);
            if (on_rows) {
                on_rows(static_cast<std::int64_t>(batch->rows.size()));
            }
        };
        return Work{run, finish};
    });
}

void Gather::take(Batch& batch) {
    for (Taken& taken : batch.taken) {
        if (auto* problem = std::get_if<domain::Problem>(&taken)) {
            domain::BronAccount& account = plans_.accounts[problem->bron];
            ++account.gelezen;
            ++account.afgekeurd;
            plans_.problems.push_back(std::move(*problem));
        } else {
            auto& opgave = std::get<domain::Opgave>(taken);
            ++plans_.accounts[opgave.bron].gelezen;
            add_opgave(std::move(opgave), batch.bron);
        }
    }
}

void Gather::add_opgave(domain::Opgave opgave, const domain::Bron& bron) {
    if (bron.groepeer == domain::Groepeer::nee) {
        plans_.opgaven.push_back(std::move(opgave));
        return;
    }
    const auto [known, is_new] =
        group_of_.emplace(fmt::format("{}\x1F{}", opgave.bron, opgave.id), groups_.size());
    if (is_new) {
        groups_.push_back({opgave.bron, {}});
    }
    groups_[known->second].rows.push_back(std::move(opgave));
}

void Gather::merge_groups() {
    std::vector<domain::Opgave> merged_groups(groups_.size());
    parallel_for(groups_.size(), jobs_, [&](std::size_t i) {
        progress_.stop_if_cancelled();
        merged_groups[i] = merged(std::move(groups_[i].rows));
    });
    for (domain::Opgave& group : merged_groups) {
        plans_.accounts[group.bron].samengevoegd +=
            static_cast<std::int64_t>(group.rows.size()) - 1;
        plans_.opgaven.push_back(std::move(group));
    }
    groups_.clear();
    group_of_.clear();
}

void Gather::judge_all() {
    // In place: a second list would double the memory of a run.
    const auto left_out = [this](domain::Opgave& opgave) {
        ++plans_.accounts[opgave.bron].geanalyseerd;
        const auto verdict = judge(opgave, rules_.settings, rules_.soorten);
        if (verdict) {
            leave_out(opgave, verdict->reden, verdict->detail, plans_);
        }
        return verdict.has_value();
    };
    std::vector<domain::Opgave>& opgaven = plans_.opgaven;
    auto staying = opgaven.begin();
    for (auto next = opgaven.begin(); next != opgaven.end(); ++next) {
        if (!left_out(*next)) {
            if (staying != next) {
                *staying = std::move(*next);
            }
            ++staying;
        }
    }
    opgaven.erase(staying, opgaven.end());
}

/// By the bytes of their id, which no two share. Positions are sorted and the opgaven moved once:
/// they are large.
void Gather::order_all() {
    std::vector<domain::Opgave>& opgaven = plans_.opgaven;
    std::vector<std::uint32_t> order = order_by_id(opgaven);
    for (std::uint32_t first = 0; first < order.size(); ++first) {
        if (order[first] == first) {
            continue;
        }
        domain::Opgave lifted = std::move(opgaven[first]);
        std::uint32_t hole = first;
        while (order[hole] != first) {
            const std::uint32_t from = order[hole];
            opgaven[hole] = std::move(opgaven[from]);
            order[hole] = hole;
            hole = from;
        }
        opgaven[hole] = std::move(lifted);
        order[hole] = hole;
    }
}

/// The ground of an opgave that takes whole buurten; many share the same few gebieden.
void Gather::measure_gebieden() {
    std::map<std::vector<std::uint32_t>, double> known;
    for (domain::Opgave& opgave : plans_.opgaven) {
        if (opgave.niveau != domain::Niveau::gebied) {
            continue;
        }
        progress_.stop_if_cancelled();
        if (!opgave.werkgebied.empty()) {
            opgave.werkgebied_m2 = geometry::area_m2(whole_ground(opgave, rules_.buurten));
            continue;
        }
        const auto [area, is_new] = known.emplace(opgave.gebied, 0.0);
        if (is_new) {
            area->second = geometry::area_m2(outline(rules_.buurten, opgave.gebied));
        }
        opgave.werkgebied_m2 = area->second;
    }
}

Plans Gather::finish() {
    merge_groups();
    judge_all();
    measure_gebieden();
    order_all();
    return std::move(plans_);
}

void leave_out(const domain::Opgave& opgave, domain::Reden reden, const std::string& detail,
               Plans& plans) {
    domain::BronAccount& account = plans.accounts[opgave.bron];
    const auto rows = static_cast<std::int64_t>(opgave.rows.size());
    --account.geanalyseerd;
    account.samengevoegd -= rows - 1;
    account.afgekeurd += rows;
    for (const domain::OpgaveRow& row : opgave.rows) {
        plans.problems.push_back(
            {opgave.bron, row.fid, opgave.id, reden, detail,
             row.as_read.empty() && rows == 1 ? opgave.geometry : row.as_read});
    }
}

void sort_problems(std::vector<domain::Problem>& problems,
                   const std::vector<std::string>& bron_names) {
    std::stable_sort(problems.begin(), problems.end(),
                     [&](const domain::Problem& a, const domain::Problem& b) {
                         const std::string& bron_a = bron_names[a.bron];
                         const std::string& bron_b = bron_names[b.bron];
                         return bron_a != bron_b ? bron_a < bron_b : a.bron_fid < b.bron_fid;
                     });
}

}  // namespace koppelkans::analysis
