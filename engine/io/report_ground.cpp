#include "engine/io/report_ground.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/geometry/geometry.h"
#include "engine/io/configuration_toml.h"

namespace koppelkans::io {

namespace {

using domain::Layer;

constexpr double default_min_oppervlakte_m2 = 1;  // SPEC §8
constexpr double room_part = 0.2;                 // of the size of a gebied, for its neighbours

double min_oppervlakte_in(const std::string& configuration, const std::string& path) {
    for (const TomlEntry& entry : parse_toml(configuration, path + ": configuration").entries) {
        if (entry.key == "min_oppervlakte") {
            return entry.value.kind == TomlKind::real ? entry.value.real
                                                      : static_cast<double>(entry.value.integer);
        }
    }
    return default_min_oppervlakte_m2;
}

/// Sorted, each once.
void settle(std::vector<std::size_t>& positions) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

/// A row that was left out may be of any kind, and broken; what cannot be mended lies where its box
/// lies.
bool meets(const geometry::Wkb& row, const geometry::Prepared& buurt) {
    try {
        return buurt.intersects(geometry::made_valid(geometry::from_wkb(row)));
    } catch (const geometry::GeometryError&) {
        return true;
    }
}

/// The ground of some rows of a layer as one geometry.
geometry::Wkb together(ResultGeometry& file, Layer layer, const std::vector<std::int64_t>& fids) {
    std::vector<geometry::Wkb> parts;
    for (const std::int64_t fid : fids) {
        geometry::Wkb part = file.of(layer, fid);
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return geometry::collected(parts.data(), parts.size());
}

}  // namespace

/// A connection that is in use; it goes back when the lease ends.
class ReportGround::Lease {
  public:
    explicit Lease(ReportGround& owner) : owner_(owner) {
        const std::lock_guard<std::mutex> lock(owner.mutex_);
        if (!owner.free_.empty()) {
            file_ = std::move(owner.free_.back());
            owner.free_.pop_back();
        } else {
            file_ = std::make_unique<ResultGeometry>(owner.path_);
        }
    }
    ~Lease() {
        const std::lock_guard<std::mutex> lock(owner_.mutex_);
        owner_.free_.push_back(std::move(file_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ResultGeometry& operator*() { return *file_; }

  private:
    ReportGround& owner_;
    std::unique_ptr<ResultGeometry> file_;
};

ReportGround::ReportGround(std::string path, const report::ResultData& data)
    : path_(std::move(path)),
      data_(data),
      min_oppervlakte_m2_(min_oppervlakte_in(data.run.configuration, path_)) {
    for (std::size_t i = 0; i < data.opgaven.size(); ++i) {
        if (data.opgaven[i].werkgebied_fid != 0) {
            opgave_of_werkgebied_.emplace(data.opgaven[i].werkgebied_fid, i);
        }
    }
    for (std::size_t i = 0; data.afgekeurd && i < data.afgekeurd->size(); ++i) {
        afgekeurd_of_fid_.emplace(data.afgekeurd->at(i).fid, i);
    }
    for (std::size_t i = 0; i < data.buurten.size(); ++i) {
        buurt_of_fid_.emplace(data.buurten[i].fid, i);
    }
}

ReportGround::~ReportGround() = default;

bool ReportGround::takes_ground(ResultGeometry& file, const report::OpgaveRow& opgave,
                                const std::vector<geometry::Area>& buurt) const {
    try {
        const double here_m2 = geometry::area_m2(geometry::common(
            geometry::areas_of(file.of(Layer::werkgebieden, opgave.werkgebied_fid)), buurt));
        return here_m2 > 0 && here_m2 >= min_oppervlakte_m2_;
    } catch (const geometry::GeometryError& error) {
        throw domain::InputError(
            fmt::format("{}: the werkgebied of {} cannot be laid over a buurt: {}", path_,
                        opgave.opgave_id, error.what()));
    }
}

void ReportGround::add_opgaven(ResultGeometry& file, const geometry::Wkb& buurt,
                               GebiedRows& rows) const {
    const std::vector<geometry::Area> areas = geometry::areas_of(buurt);
    for (const std::int64_t fid : file.meeting(Layer::werkgebieden, geometry::bounds(buurt))) {
        const auto found = opgave_of_werkgebied_.find(fid);
        if (found == opgave_of_werkgebied_.end()) {
            continue;
        }
        const report::OpgaveRow& opgave = data_.opgaven[found->second];
        if (opgave.rol != "rust" && takes_ground(file, opgave, areas)) {
            rows.opgaven.push_back(found->second);
        }
    }
}

void ReportGround::add_afgekeurd(ResultGeometry& file, const geometry::Wkb& buurt,
                                 GebiedRows& rows) const {
    const std::vector<std::int64_t> near = file.meeting(Layer::afgekeurd, geometry::bounds(buurt));
    if (near.empty()) {
        return;
    }
    const geometry::Prepared ground(geometry::from_wkb(buurt));
    for (const std::int64_t fid : near) {
        const auto found = afgekeurd_of_fid_.find(fid);
        const geometry::Wkb row = file.of(Layer::afgekeurd, fid);
        if (found != afgekeurd_of_fid_.end() && !row.empty() && meets(row, ground)) {
            rows.afgekeurd.push_back(found->second);
        }
    }
}

GebiedRows ReportGround::rows_in(const report::Gebied& gebied) {
    Lease file(*this);
    GebiedRows rows;
    for (const std::size_t at : gebied.buurten) {
        const geometry::Wkb buurt = (*file).of(Layer::buurten, data_.buurten[at].fid);
        if (buurt.empty()) {
            continue;
        }
        if (data_.has_werkgebieden) {
            add_opgaven(*file, buurt, rows);
        }
        if (data_.afgekeurd) {
            add_afgekeurd(*file, buurt, rows);
        }
    }
    settle(rows.opgaven);
    settle(rows.afgekeurd);
    return rows;
}

report::GebiedGround ReportGround::ground_of(const report::Dossier& dossier) {
    Lease file(*this);
    report::GebiedGround ground;
    geometry::Box view;
    for (const std::size_t at : dossier.gebied.buurten) {
        ground.buurten.push_back((*file).of(Layer::buurten, data_.buurten[at].fid));
        view = geometry::united(view, geometry::bounds(ground.buurten.back()));
    }
    if (view.empty()) {
        return ground;
    }
    const double size = std::max(view.max_x - view.min_x, view.max_y - view.min_y);
    for (const std::int64_t fid :
         (*file).meeting(Layer::buurten, geometry::grown(view, room_part * size))) {
        const auto found = buurt_of_fid_.find(fid);
        if (found != buurt_of_fid_.end() &&
            !std::binary_search(dossier.gebied.buurten.begin(), dossier.gebied.buurten.end(),
                                found->second)) {
            ground.neighbours.push_back(
                {data_.buurten[found->second].titel(), (*file).of(Layer::buurten, fid)});
        }
    }
    if (data_.has_werkgebieden) {
        for (const report::OpgaveRow* opgave : report::drawn_opgaven(dossier)) {
            ground.werkgebieden.push_back((*file).of(Layer::werkgebieden, opgave->werkgebied_fid));
        }
    }
    const std::size_t drawn = std::min(dossier.koppelkansen.size(), report::most_drawn_kansen);
    for (std::size_t i = 0; i < drawn; ++i) {
        std::vector<std::int64_t> fids;
        for (const std::size_t at : dossier.koppelkansen[i].rows) {
            fids.push_back(data_.koppelkansen[at].fid);
        }
        ground.koppelkansen.push_back(together(*file, Layer::koppelkansen, fids));
    }
    return ground;
}

std::vector<geometry::Wkb> ReportGround::all_buurten() {
    Lease file(*this);
    std::vector<geometry::Wkb> grounds;
    grounds.reserve(data_.buurten.size());
    for (const report::BuurtRow& buurt : data_.buurten) {
        grounds.push_back((*file).of(Layer::buurten, buurt.fid));
    }
    return grounds;
}

}  // namespace koppelkans::io
