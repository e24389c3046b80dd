#pragma once

#include <string>

#include "engine/io/file_place.h"

namespace koppelkans::io {

/// Keeps others from writing the same file from before the work until after it: `.name.lock` beside
/// it, locked with flock(2), which ends with the process however that ends. A killed run leaves the
/// file but not the lock; the next one takes it over and, as nobody else can be writing, removes
/// the temporary files of the same target as well.
///
/// Where nothing can be locked (a network share without locks, a folder that takes no files) it
/// does nothing: there, who comes last finds at its end that the file is not the one that it began
/// with, and leaves it.
///
///     const OutputLock lock("out/koppelkansen.gpkg", result_output);
///     ... Target target("out/koppelkansen.gpkg"); ... target.replace();
class OutputLock {
  public:
    /// Throws domain::InputError where another process writes that file, or there is no such
    /// folder. Cost: a few system calls.
    OutputLock(const std::string& path, const OutputKind& kind);
    ~OutputLock();
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

    bool is_held() const { return descriptor_ >= 0; }
    /// Absolute; empty where nothing is held.
    const std::string& file() const { return file_; }

  private:
    bool take(const std::string& lock_file);

    int descriptor_ = -1;
    std::string file_;
};

}  // namespace koppelkans::io
