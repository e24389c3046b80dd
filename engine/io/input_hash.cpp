#include "engine/io/input_hash.h"

#include <fstream>

#include "engine/domain/errors.h"
#include "engine/io/sha256.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t bytes_a_read = 1 << 20;

void add_file(Sha256& sha256, const std::string& path, std::vector<char>& buffer,
              const analysis::Progress& progress) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw domain::InputError({path, "", {}}, "cannot be read; is it still there?");
    }
    while (file) {
        progress.stop_if_cancelled();
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        sha256.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
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
    Sha256 sha256;
    std::vector<char> buffer(bytes_a_read);
    for (const std::string& path : files) {
        add_file(sha256, path, buffer, progress);
    }
    return sha256.hex();
}

}  // namespace koppelkans::io
