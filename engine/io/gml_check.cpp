#include "engine/io/gml_check.h"

#include <filesystem>

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "engine/domain/text.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

namespace {

/// The name of a file beside the GML with this ending; empty where it is not there. Of a
/// `plan.gml.gz` that ending stands in the place of both.
std::string beside(std::string name, const char* ending) {
    if (domain::folded(fs::path(name).extension().string()) == ".gz") {
        name = fs::path(name).replace_extension().string();
    }
    name = CPLResetExtension(name.c_str(), ending);
    VSIStatBufL state;
    return VSIStatExL(name.c_str(), &state, VSI_STAT_EXISTS_FLAG) == 0
               ? fs::path(name).filename().string()
               : std::string();
}

}  // namespace

void refuse_resolved_gml(const std::string& name, const domain::InputPlace& place) {
    const std::string resolved = beside(name, "resolved.gml");
    if (!resolved.empty()) {
        throw domain::InputError(
            place, fmt::format("{} lies beside it and would be read in its place; name that one, "
                               "or take it away",
                               resolved));
    }
}

std::string told_of_gfs(const std::string& name) {
    const std::string gfs = beside(name, "gfs");
    return gfs.empty() || !beside(name, "xsd").empty()
               ? std::string()
               : fmt::format(
                     "{} lies beside it and says which layers and columns it has; rows of "
                     "a layer that it does not name are left out: take it away unless it "
                     "is there on purpose",
                     gfs);
}

}  // namespace koppelkans::io
