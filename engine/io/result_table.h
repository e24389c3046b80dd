#pragma once

#include <functional>
#include <string>

#include "engine/domain/layers.h"
#include "engine/report/table.h"

namespace koppelkans::io {

/// What a table and its columns are called to people, which differs from language to language.
struct TableTitels {
    std::string table;  ///< "Koppelkansen"
    /// Of a column; where there is no function, its alias in the table of layers.
    std::function<std::string(const domain::Field&)> column;
};

/// Whether a result holds the layer. Throws domain::InputError where the file is not there or no
/// SQLite file.
bool result_has(const std::string& path, domain::Layer layer);

/// The rows of a layer of a result in the order of their fid, without geometry: a column a field of
/// the table of layers. A DATE is a day, or a text where the file holds something else. The file is
/// opened for reading alone, and stays open as long as `next` of the table lives.
///
///     report::Table table = result_table("koppelkansen.gpkg", Layer::risicos, {"Risico's", {}});
///     for (std::vector<report::Cell> cells; table.next(cells);) ...
///
/// Throws domain::InputError, which names the file, where it is not there or lacks the layer; so
/// does `next` where it cannot be read on. Cost: some µs a row, the memory of one row.
report::Table result_table(const std::string& path, domain::Layer layer, const TableTitels& titels);

}  // namespace koppelkans::io
