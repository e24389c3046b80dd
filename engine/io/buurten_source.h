#pragma once

#include <string>
#include <vector>

#include "engine/domain/buurt.h"
#include "engine/geometry/projection.h"
#include "engine/io/configuration.h"

namespace koppelkans::io {

struct ReadBuurten {
    domain::BuurtRegister buurten;
    std::string pad;  ///< masked
    std::string laag;
    std::vector<std::string> files;
    /// Which column was taken for what, one sentence each; and rows without a code or a usable
    /// polygon, with their number and reason, rows of one code that differ, and buurten that
    /// overlap.
    std::vector<std::string> columns;
    std::vector<std::string> warnings;
};

/// Reads all buurten, transforms, repairs, unites the rows of one buurtcode (SPEC §1, §2). Throws
/// domain::InputError when there is no usable buurt, no code column or no CRS.
ReadBuurten read_buurten(const Configuration& run, const geometry::Crs& analysis_crs);

}  // namespace koppelkans::io
