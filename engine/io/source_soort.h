#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/domain/soort.h"
#include "engine/io/configuration.h"
#include "engine/io/source_fields.h"
#include "engine/io/source_layer.h"

namespace koppelkans::io {

/// How the soort of the rows of a source is known.
struct SoortChoice {
    std::optional<domain::SoortIndex> soort;  ///< of every row; else the column says it
    int column = no_column;
    MatchedBy by = MatchedBy::configuration;
    std::string explained;  ///< empty: it is not known
};

/// First found of: the configured soort; the configured column; a column with a usual
/// name of which at least half of the values in the first 1,000 rows are soorten; the name of the
/// layer; the name of the file; a column with a usual name that holds any soort. Reads up to 1,000
/// rows and goes back to the first.
SoortChoice choose_soort(SourceLayer& layer, const SourceFields& fields,
                         const BronConfiguration& configuration,
                         const domain::SoortCatalogus& catalogue);

/// The words of a source and their soorten, folded. Throws domain::InputError for a soort that no
/// catalogue has.
std::map<std::string, domain::SoortIndex, std::less<>> soort_waarden(
    const SourceLayer& layer, const BronConfiguration& configuration,
    const domain::SoortCatalogus& catalogue);

}  // namespace koppelkans::io
