#pragma once

#include <memory>
#include <string>

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

}  // namespace koppelkans::io
