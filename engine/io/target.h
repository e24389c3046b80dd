#pragma once

#include <string>

#include "engine/io/file_state.h"

namespace koppelkans::io {

enum class Overwrite { no, yes };

/// Checks before any work that a result can be written there: its folder is there and writable, it
/// is not a folder itself, not there yet unless overwriting, and what would be overwritten is a
/// GeoPackage (or empty), not write-protected and not being edited. Throws domain::InputError with
/// what to do. Of an old file that an editor left in WAL mode the journal is folded in, as anyone
/// who opens it for writing would do; else nothing is changed. Cost: a few system calls, half a
/// second when the old file is locked.
void check_target(const std::string& path, Overwrite overwrite);

/// What of that can be said without changing anything, and whoever runs it: that the folder is
/// there, and that what lies there, if anything, may be replaced. Throws domain::InputError.
void check_target_named(const std::string& path);

/// The place of a result while it is being made: a hidden file beside the target, which takes the
/// target's place when it is whole. A link is followed, so that the file behind it is replaced.
///
/// A run that was killed leaves its hidden file; the next one for the same target removes it (when
/// its process is gone and nobody holds a lock on it).
///
///     Target target("out/koppelkansen.gpkg");
///     ... write target.temporary_path() and close it ...
///     target.make_ready();
///     target.replace();      // without it the destructor removes the temporary file
///     target.settle();
class Target {
  public:
    /// Throws domain::InputError when the folder is not there.
    explicit Target(std::string path);
    ~Target();
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    /// As given.
    const std::string& path() const { return path_; }
    /// Absolute; `.koppelkansen.gpkg.tmp-<process>-<random>.gpkg` in the folder of the target.
    const std::string& temporary_path() const { return temporary_; }

    /// Checks that the temporary file is a whole GeoPackage without a journal and brings it to the
    /// disk, which may take seconds: until then the work can still be stopped. Throws
    /// domain::InputError.
    void make_ready();
    /// After `make_ready`: takes the place. Before that the old file is locked against writers and
    /// its journal folded in: a stale -wal beside the new file would spoil it. Throws
    /// domain::InputError when the old file is being edited, or appeared, was changed or was
    /// replaced while the work was going on; it is then as it was.
    void replace();
    /// After `replace`: waits until the folder is on the disk as well, as a power failure could
    /// still bring back the old file. Throws domain::InputError, which says that the new one is
    /// there.
    void settle() const;

  private:
    std::string path_;
    std::string resolved_;
    std::string temporary_;
    bool was_there_ = false;
    ResultState at_start_;
    bool done_ = false;
};

}  // namespace koppelkans::io
