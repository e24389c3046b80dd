#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/domain/veld.h"

namespace koppelkans::io {

using Names = std::vector<std::string_view>;

/// The names by which a column is taken for a Veld, the likeliest first, as `name_key` writes them.
/// Empty for `groep`, which nobody can guess. To teach the program a name, add it here.
const Names& usual_names(domain::Veld veld);
/// Column names of a file of buurten: only those that leave no doubt, and those that will do in a
/// file of which it is known that it holds buurten (`code`, `naam`).
const Names& usual_names_of_buurtcode();
const Names& usual_names_of_buurtnaam();
const Names& loose_names_of_buurtcode();
const Names& loose_names_of_buurtnaam();

/// How column names are compared: without case, blanks, `_`, `-`, points and apostrophes. Empty, so
/// like no name, for one of more than 200 bytes. Cost: the length of the name.
std::string name_key(std::string_view column);

/// The columns that have one of the names, the likeliest first, none twice; those that are `taken`
/// are left out.
std::vector<std::size_t> recognised_columns(const std::vector<std::string>& columns,
                                            const Names& names,
                                            const std::set<std::size_t>& taken = {});

/// The column that has the first of the names; the number of columns where none has. A column of
/// ten letters also has the names that begin with it, after all others: a shapefile keeps no more.
std::size_t recognised_column(const std::vector<std::string>& columns, const Names& names,
                              const std::set<std::size_t>& taken = {});

/// Which of the columns can be taken for which Veld, each for one at most. `taken` columns and
/// `known` velden are left alone; x and y come together or not at all, and not where there is a
/// wkt. A `soort` is not recognised here: its values decide.
std::map<domain::Veld, std::size_t> recognised_fields(const std::vector<std::string>& columns,
                                                      std::set<std::size_t> taken = {},
                                                      const std::set<domain::Veld>& known = {});

}  // namespace koppelkans::io
