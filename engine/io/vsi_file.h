#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cpl_vsi.h>

namespace koppelkans::io {

struct VsiClose {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
/// A file by a name of GDAL's, also inside an archive; null where it cannot be opened.
using VsiFile = std::unique_ptr<VSILFILE, VsiClose>;

inline VsiFile open_vsi_file(const std::string& name) {
    return VsiFile(VSIFOpenL(name.c_str(), "rb"));
}

/// Reads a file from its begin to its end, or to where it cannot be read; one that cannot be opened
/// has no parts. Memory: a megabyte.
///
///     for (VsiParts parts(name); parts.next();) {
///         use(parts.part());
///     }
class VsiParts {
  public:
    explicit VsiParts(const std::string& name) : file_(open_vsi_file(name)) {}

    bool next() {
        size_ = file_ ? VSIFReadL(buffer_.data(), 1, buffer_.size(), file_.get()) : 0;
        return size_ > 0;
    }
    /// Until the next call.
    std::string_view part() const { return {buffer_.data(), size_}; }

  private:
    VsiFile file_;
    std::vector<char> buffer_ = std::vector<char>(1 << 20);
    std::size_t size_ = 0;
};

}  // namespace koppelkans::io
