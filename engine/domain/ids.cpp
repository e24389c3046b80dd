#include "engine/domain/ids.h"

#include <array>

#include <openssl/sha.h>

namespace koppelkans::domain {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(digest.size() * 2);
    for (const unsigned char byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string stable_id(std::string_view buurtcode, const std::vector<std::string_view>& opgave_ids) {
    std::string joined;
    for (const std::string_view id : opgave_ids) {
        if (!joined.empty()) {
            joined += '\x1F';
        }
        joined += id;
    }
    return std::string(buurtcode) + "-" + sha256_hex(joined).substr(0, 12);
}

}  // namespace koppelkans::domain
