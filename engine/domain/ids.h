#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::domain {

/// SHA-256 as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// buurtcode + "-" + first 12 hex of SHA-256 over the opgave ids joined by byte 0x1F, in the order
/// given (SPEC §7). The same plans give the same ids next month.
std::string stable_id(std::string_view buurtcode, const std::vector<std::string_view>& opgave_ids);

}  // namespace koppelkans::domain
