#include "tools/koppelkans/option_values.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/geometry/projection.h"
#include "engine/io/configuration.h"

namespace koppelkans::tools {

std::vector<std::string> read_list(const std::vector<std::string>& typed) {
    std::vector<std::string> names;
    for (const std::string& list : typed) {
        std::size_t start = 0;
        while (start <= list.size()) {
            const std::size_t end = std::min(list.find(',', start), list.size());
            names.emplace_back(domain::trimmed(std::string_view(list).substr(start, end - start)));
            start = end + 1;
        }
    }
    return names;
}

int read_jobs(const std::optional<std::string>& typed) {
    constexpr int most_jobs = 1024;
    if (!typed) {
        return 0;
    }
    int jobs = -1;
    const char* const end = typed->data() + typed->size();
    const auto [stopped, error] = std::from_chars(typed->data(), end, jobs);
    if (error != std::errc() || stopped != end || jobs < 0 || jobs > most_jobs) {
        throw domain::UsageError(
            fmt::format("--jobs \"{}\" is no number of threads; write 0 (every core) to {}", *typed,
                        most_jobs));
    }
    return jobs;
}

std::size_t read_max_vertices(const std::optional<std::string>& typed) {
    if (!typed) {
        return io::default_max_vertices;
    }
    std::size_t count = 0;
    const char* const end = typed->data() + typed->size();
    const auto [stopped, error] = std::from_chars(typed->data(), end, count);
    if (error != std::errc() || stopped != end || count == 0) {
        throw domain::UsageError(fmt::format(
            "--max-vertices \"{}\" is no number of vertices; write it as 1000000", *typed));
    }
    return count;
}

ProgressMode read_progress(const std::optional<std::string>& typed, bool is_quiet) {
    const std::string word = typed.value_or("auto");
    const auto mode = read_progress_mode(word);
    if (!mode) {
        throw domain::UsageError(
            fmt::format("--progress \"{}\": it is auto, always or never", word));
    }
    return is_quiet ? ProgressMode::never : *mode;
}

void check_crs(const std::optional<std::string>& typed) {
    if (!typed) {
        return;
    }
    try {
        const geometry::Crs known(*typed);
    } catch (const geometry::GeometryError& error) {
        throw domain::UsageError(fmt::format(
            "--crs \"{}\" cannot be used: {}; write it as EPSG:28992", *typed, error.what()));
    }
}

}  // namespace koppelkans::tools
