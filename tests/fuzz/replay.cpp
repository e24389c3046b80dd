// Feeds a target with files, without libFuzzer: what CI runs of the fuzzers.
//     fuzz_dates tests/fuzz/corpus/dates FILE...

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/target.h"

namespace {

/// The files that are named, and those in the folders that are.
std::vector<std::filesystem::path> files_of(const std::vector<std::string>& words) {
    std::vector<std::filesystem::path> files;
    for (const std::string& word : words) {
        if (std::filesystem::is_directory(word)) {
            const std::filesystem::directory_iterator entries(word);
            std::copy(begin(entries), end(entries), std::back_inserter(files));
        } else {
            files.emplace_back(word);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void feed(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::filesystem::path> files = files_of({words + 1, words + count});
    const auto start = std::chrono::steady_clock::now();
    for (const std::filesystem::path& file : files) {
        // Before it is fed: the last name is that of the file that ends the program.
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
        feed(file);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%zu inputs in %.2f s\n", files.size(), seconds.count());
    return files.empty() ? 1 : 0;
}
