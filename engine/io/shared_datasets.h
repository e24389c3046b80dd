#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/io/configuration.h"
#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

/// Opens a file once for all sources that read one of its layers, where GDAL reads it whole when it
/// is opened (KML, GML, XLSX, ODS): a KML of 400 folders would be in memory 400 times. All other
/// formats are opened for each source, which costs little and gives each a place of its own. Its
/// sources are used by one thread at a time, and each is read to its end before the next.
///
///     SharedDatasets datasets;
///     Source een(bron_een, run, crs, &datasets);
///     Source twee(bron_twee, run, crs, &datasets);  // `datasets` may go now
class SharedDatasets {
  public:
    /// Throws domain::InputError as GdalDataset does.
    GdalDataset open(const std::string& bron, const std::optional<std::string>& encoding,
                     Network network);

  private:
    std::map<std::pair<std::string, std::optional<std::string>>, GdalDataset> open_;
};

}  // namespace koppelkans::io
