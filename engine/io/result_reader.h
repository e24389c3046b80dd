#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"
#include "engine/report/result_data.h"

namespace koppelkans::io {

class SqliteConnection;

/// Reads all rows of a result of `koppelkans run` back; the file is not changed. Throws
/// domain::InputError where the file is not there, is no result of koppelkans, or lacks a layer
/// that every report needs: buurten, koppelkansen and opgaven. Cost: some 10 µs a row.
report::ResultData read_result(const std::string& path);

/// The ground of the rows, when it is asked for. One reader serves one thread, and as many as one
/// likes may be open at once.
///
///     ResultGeometry ground("koppelkansen.gpkg");
///     for (std::int64_t fid : ground.meeting(Layer::werkgebieden, box)) ... ground.of(..., fid)
class ResultGeometry {
  public:
    /// Of a file that `read_result` took.
    explicit ResultGeometry(std::string path);
    ~ResultGeometry();
    ResultGeometry(const ResultGeometry&) = delete;
    ResultGeometry& operator=(const ResultGeometry&) = delete;

    bool has(domain::Layer layer);
    /// Of the row with that fid; no bytes where it has none.
    geometry::Wkb of(domain::Layer layer, std::int64_t fid);
    /// The fids of the rows whose box meets the one given, and of some that lie next to it, in
    /// ascending order; by the spatial index of the layer.
    std::vector<std::int64_t> meeting(domain::Layer layer, const geometry::Box& box);

  private:
    std::string path_;
    std::unique_ptr<SqliteConnection> file_;
};

/// The WKB in a geometry of a GeoPackage, behind its header of 8 bytes and an envelope; no bytes
/// for an empty one, and domain::InputError for what is none.
geometry::Wkb wkb_of_geopackage(std::string_view bytes);

}  // namespace koppelkans::io
