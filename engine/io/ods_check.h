#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// What a sheet of an ODS says and GDAL would give in another way.
struct OdsClaims {
    /// By the position of a column, from 0, why it may not be read, as a sentence behind `since`: a
    /// cell of which a comment or a shape would become part of the value, or of which the text
    /// stands where GDAL does not look.
    std::map<std::size_t, std::string> lost;
    std::vector<std::string> warnings;
};

/// Of the sheet `place.layer`. Throws domain::InputError where its rows would be lost or come into
/// other columns without a word: GDAL takes a row that is repeated up to the end of a sheet for the
/// end of what it holds, and cells covered by a merged one for one cell however many they are. So
/// for a header of which a comment would become part. `name` is what GDAL can open. Cost: reads all
/// sheets up to the end of that one.
OdsClaims claims_of_ods(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
