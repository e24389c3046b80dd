#include "engine/io/input_hash.h"

#include <array>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "engine/domain/errors.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t bytes_a_read = 1 << 20;

struct DigestDelete {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, DigestDelete>;

void add_file(EVP_MD_CTX* digest, const std::string& path, std::vector<char>& buffer,
              const analysis::Progress& progress) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw domain::InputError({path, "", {}}, "cannot be read; is it still there?");
    }
    while (file) {
        progress.stop_if_cancelled();
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        EVP_DigestUpdate(digest, buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) {
        throw domain::InputError({path, "", {}}, "reading failed halfway");
    }
}

}  // namespace

std::optional<std::string> hash_of_files(const std::vector<std::string>& files,
                                         const analysis::Progress& progress) {
    if (files.empty()) {
        return std::nullopt;
    }
    const Digest digest(EVP_MD_CTX_new());
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1) {
        throw domain::InputError("SHA-256 is not available in this OpenSSL");
    }
    std::vector<char> buffer(bytes_a_read);
    for (const std::string& path : files) {
        add_file(digest.get(), path, buffer, progress);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(digest.get(), bytes.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += fmt::format("{:02x}", bytes[i]);
    }
    return hex;
}

}  // namespace koppelkans::io
