#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/analysis/buurt_result.h"
#include "engine/domain/bron.h"
#include "engine/domain/buurt.h"
#include "engine/domain/opgave.h"
#include "engine/domain/problem.h"
#include "engine/domain/settings.h"
#include "engine/io/target.h"

namespace koppelkans::io {

/// A row of the table bronnen.
struct BronRecord {
    std::string bron;
    std::string pad;
    std::string laag;
    std::string crs;
    std::optional<double> nauwkeurigheid_m;
    domain::BronAccount account;
};

/// An input file or dataset with its SHA-256; no hash for a database.
struct InputHash {
    std::string name;
    std::optional<std::string> sha256;
    std::string pad{};  ///< without passwords
};

/// The row of the table run.
struct RunRecord {
    std::string version;
    domain::Settings settings;
    std::string configuration;
    std::vector<InputHash> inputs;
    std::optional<int> buurten_jaar;
};

/// What the rows refer to while the result is written; all of it must outlive the ResultFile.
struct ResultContext {
    const std::vector<domain::Opgave>* opgaven = nullptr;
    const domain::BuurtRegister* buurten = nullptr;
    const domain::SoortCatalogus* soorten = nullptr;
    std::vector<std::string> bron_names;
    std::string crs;  ///< definition of the analysis CRS
    domain::Settings settings;
    std::string project;  ///< path of a QGIS project (.qgz) to write as well; empty: none
};

/// The GeoPackage of SPEC §7, written beside its target under a name of its own and renamed when it
/// is whole; the old file stays as it was until then. A destructor without `finish` leaves nothing
/// behind. Rows get into the file in the order in which they are given: SPEC §7 says which, the
/// caller keeps it. A layer that is not asked for costs nothing; `run` and `bronnen` are always
/// written, and what was asked for is there even without a row.
///
/// With SOURCE_DATE_EPOCH set, equal input gives equal bytes. Nothing is printed. Every function
/// may be called on any thread, one at a time. Each throws domain::InputError when a row does not
/// get into the file (disk full, folder gone); what was begun is then of no use.
///
///     ResultFile file(path, lagen, context);
///     analyse(..., [&](const BuurtResult& found) { file.add(found); });
///     file.add_opgaven(totals.opgaven); file.add_afgekeurd(problems);
///     file.add_run(run, bronnen); file.finish();
class ResultFile {
  public:
    /// Makes the file and its layers. `lagen` are names of SPEC §7; another name is our own mistake
    /// (std::invalid_argument). koppelkansen_totaal comes only with koppelkansen, which it is a
    /// view of.
    ResultFile(const std::string& path, const std::vector<std::string>& lagen,
               ResultContext context);
    ~ResultFile();
    ResultFile(const ResultFile&) = delete;
    ResultFile& operator=(const ResultFile&) = delete;

    /// Where the rows go until `finish`, for a signal to remove.
    const std::string& temporary_path() const;

    /// The koppelkansen, gebiedskansen, combinaties, risicos and the row of buurten.
    void add(const analysis::BuurtResult& found);
    void add_wijken(const std::vector<analysis::GebiedResult>& wijken);
    void add_gemeenten(const std::vector<analysis::GebiedResult>& gemeenten);
    /// The layer opgaven; `results[i]` is what was found of opgave i. Those that lie in no buurt
    /// are not written.
    void add_opgaven(const std::vector<analysis::OpgaveResult>& results);
    /// Rows of the layer werkgebieden: all the ground of opgave `first` and those behind it; no
    /// bytes: no row.
    void add_werkgebieden(std::size_t first, const std::vector<geometry::Wkb>& grounds);
    /// Whether the layer is written, so that what goes into it need not be made in vain.
    bool has(const std::string& laag) const;
    /// Ordered by bron and bron_fid by the caller.
    void add_afgekeurd(const std::vector<domain::Problem>& problems);
    void add_run(const RunRecord& run, const std::vector<BronRecord>& bronnen);
    /// Indexes, describes, closes and checks the file, moves it to its target, and the project to
    /// its place. Throws domain::InputError when the disk is full or the target is in use; the old
    /// files are then untouched, unless the message says that the result is written.
    /// `before_placing` is called when all is on the disk and only renames are left, and may throw
    /// to stop. Afterwards only `rows` may be called. Cost: the indexes, and bringing the file to
    /// the disk.
    void finish(const std::function<void()>& before_placing = {});

    /// The tables in the file with the number of rows so far, in the order of SPEC §7.
    std::vector<std::pair<std::string, std::int64_t>> rows() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// "3.6.2" and "3.40.1"
std::string gdal_version();
std::string sqlite_version();

}  // namespace koppelkans::io
