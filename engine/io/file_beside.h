#pragma once

#include <string>

#include "engine/io/target.h"

namespace koppelkans::io {

/// A file that gets to its place whole: it is written beside it under a hidden name, and renamed
/// when it is kept. One that is not kept is removed, so that a failure leaves nothing behind and an
/// older file as it was. Internal to the writers.
///
///     FileBeside file("tabel.csv");
///     ... write to file.written_to() ...
///     file.keep();
class FileBeside {
  public:
    /// `suffix`: of the hidden name, as ".csv". Throws domain::InputError where the folder is not
    /// there or takes no file.
    FileBeside(std::string path, const char* suffix);
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;
    ~FileBeside();

    /// Absolute; there is no such file yet.
    const std::string& written_to() const { return temporary_; }
    /// The folder of both names, absolute.
    std::string folder() const;
    /// Brings the bytes to disk and the file to its place, over an older one unless told not to.
    /// Throws domain::InputError.
    void keep(Overwrite overwrite = Overwrite::yes);

  private:
    std::string path_;
    std::string resolved_;
    std::string temporary_;
    bool is_kept_ = false;
};

}  // namespace koppelkans::io
