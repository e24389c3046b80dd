#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/layers.h"

class GDALDataset;
class OGRSpatialReference;
struct sqlite3;

namespace koppelkans::io {

/// What GDAL said since the last `clear`, its first failure; a later warning does not cover it, as
/// it does in GDAL's own last error. Internal to the result file, as all of this header.
struct GdalFailure {
    bool failed = false;
    std::string message;
    void clear() { *this = {}; }
};

/// While it lives, errors of GDAL on this thread go to `errors` and nothing is printed, and GDAL
/// writes files as the result needs them: no journal on disk (the file is nobody's until it is
/// whole), no wait for the disk (it is synced once, at the end), and the times of
/// SOURCE_DATE_EPOCH.
class GdalScope {
  public:
    GdalScope(GdalFailure& errors, const std::string& timestamp);
    GdalScope(const GdalScope&) = delete;
    GdalScope& operator=(const GdalScope&) = delete;
    ~GdalScope();

  private:
    struct Setting {
        const char* key;
        std::string before;
        bool was_set;
    };
    void set(const char* key, const char* value);

    std::vector<Setting> settings_;
};

/// Now, or the moment of SOURCE_DATE_EPOCH where that is set, since 1970. Throws domain::InputError
/// where it holds no number of seconds.
std::chrono::milliseconds result_moment();
/// The same as `2025-01-01T00:00:00.000Z`.
std::string result_timestamp();

/// A GeoPackage that is being written by GDAL in one transaction. Every call must be made under a
/// GdalScope of the same `errors`; a failure throws domain::InputError that names `shown_path`.
class GpkgDataset {
  public:
    /// Makes the file.
    GpkgDataset(const std::string& file, std::string shown_path, const std::string& crs,
                GdalFailure& errors);
    GpkgDataset(const GpkgDataset&) = delete;
    GpkgDataset& operator=(const GpkgDataset&) = delete;
    /// Rolls back when it was not closed.
    ~GpkgDataset();

    /// Makes the table, its spatial index still empty, and all that the standard wants of it. The
    /// triggers that would look after every row are put by until `finish_layers`.
    void create_layer(const domain::LayerDefinition& definition);
    /// Makes what GDAL has put off, in the order in which the layers were created.
    void finish_creation();
    /// Of the file; rows may be written through it, inside the transaction.
    sqlite3* connection() const;
    /// Puts the triggers in place that `finish_creation` took away.
    void restore_triggers();
    /// Runs a statement whose answer, where it has one, does not matter.
    void run(const std::string& sql);
    /// First column of all rows, as text.
    std::vector<std::string> values(const std::string& sql);
    void commit_and_close();
    /// Throws with what GDAL said.
    [[noreturn]] void fail() const;
    /// Throws with what SQLite said.
    [[noreturn]] void fail_to_write_rows();

  private:
    struct Close {
        void operator()(GDALDataset* dataset) const;
    };
    struct Release {
        void operator()(OGRSpatialReference* crs) const;
    };
    void fail_if_failed() const;
    [[noreturn]] void fail_as_told(std::string_view message) const;

    GdalFailure& errors_;
    std::string shown_path_;
    std::unique_ptr<OGRSpatialReference, Release> crs_;
    std::unique_ptr<GDALDataset, Close> dataset_;
    std::vector<std::string> triggers_;  ///< the statements that make them
};

}  // namespace koppelkans::io
