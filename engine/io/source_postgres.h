#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

class OGRLayer;

namespace koppelkans::io {

// What OGR's driver of PostgreSQL needs to be helped with.

/// A server gives rows in the order in which they lie on its disk, which any UPDATE changes; of
/// equal ids the first row counts (SPEC §4). Asks for them by their key and answers how many there
/// are, which cannot be asked any more from then on. -1, and the server's own order, where OGR
/// knows no key: a view, a key that is a text or of two columns.
std::int64_t order_by_key(OGRLayer& layer);

/// Whether this warning is about a text of which only the number at its beginning was taken.
bool is_cut_off(std::string_view warning);

/// The whole text of a column, where one of the warnings of its row is about it; else empty. OGR
/// takes an interval for a whole number.
std::string cut_off_text(const std::vector<std::string>& warnings, const std::string& column);

}  // namespace koppelkans::io
