#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/geometry/area.h"
#include "engine/io/result_reader.h"
#include "engine/report/page.h"

namespace koppelkans::io {

/// Which rows take ground in a gebied, as positions in ResultData.
struct GebiedRows {
    std::vector<std::size_t> opgaven;    ///< of rol plan, at least min_oppervlakte in a buurt of it
    std::vector<std::size_t> afgekeurd;  ///< that meet it
};

/// Reads from a result what the pages need of its geometry; any number of threads may ask at once,
/// each call opens the file anew where no connection is free.
class ReportGround {
  public:
    /// Both must outlive it. Throws domain::InputError where the configuration in the result cannot
    /// be read.
    ReportGround(std::string path, const report::ResultData& data);
    ~ReportGround();
    ReportGround(const ReportGround&) = delete;
    ReportGround& operator=(const ReportGround&) = delete;

    /// Cost: an overlay an opgave near by, some 10 µs each.
    GebiedRows rows_in(const report::Gebied& gebied);
    report::GebiedGround ground_of(const report::Dossier& dossier);
    std::vector<geometry::Wkb> all_buurten();

  private:
    class Lease;
    bool takes_ground(ResultGeometry& file, const report::OpgaveRow& opgave,
                      const std::vector<geometry::Area>& buurt) const;
    void add_opgaven(ResultGeometry& file, const geometry::Wkb& buurt, GebiedRows& rows) const;
    void add_afgekeurd(ResultGeometry& file, const geometry::Wkb& buurt, GebiedRows& rows) const;

    std::string path_;
    const report::ResultData& data_;
    double min_oppervlakte_m2_ = 1;
    std::map<std::int64_t, std::size_t> opgave_of_werkgebied_;
    std::map<std::int64_t, std::size_t> afgekeurd_of_fid_;
    std::map<std::int64_t, std::size_t> buurt_of_fid_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<ResultGeometry>> free_;
};

}  // namespace koppelkans::io
