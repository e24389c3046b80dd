#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/geometry/wkb.h"
#include "engine/report/result_data.h"

namespace koppelkans::io {

class SqliteConnection;

/// Reads a result of `koppelkans run` back: its rows at once, its geometry when it is asked for.
/// The file is opened for reading alone and is not changed. One reader serves one thread.
///
///     ResultReader reader("koppelkansen.gpkg");
///     for (const report::BuurtRow& buurt : reader.data().buurten) ...
class ResultReader {
  public:
    /// Reads all rows. Throws domain::InputError where the file is not there, is no result of
    /// koppelkans, or lacks a layer that every report needs: buurten, koppelkansen and opgaven.
    /// Cost: some 10 µs a row.
    explicit ResultReader(std::string path);
    ~ResultReader();
    ResultReader(const ResultReader&) = delete;
    ResultReader& operator=(const ResultReader&) = delete;

    const report::ResultData& data() const { return data_; }
    /// Of the row with that fid; no bytes where it has none.
    geometry::Wkb geometry(domain::Layer layer, std::int64_t fid);

  private:
    bool has(const char* table);
    std::string path_;
    std::unique_ptr<SqliteConnection> file_;
    report::ResultData data_;
};

/// The WKB in a geometry of a GeoPackage, behind its header of 8 bytes and an envelope; no bytes
/// for an empty one, and domain::InputError for what is none.
geometry::Wkb wkb_of_geopackage(std::string_view bytes);

}  // namespace koppelkans::io
