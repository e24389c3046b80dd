#include "engine/io/draft_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/configuration_toml.h"
#include "engine/io/file_beside.h"
#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

constexpr const char* suffix = ".toml";

/// At most what a configuration may have.
std::string text_of_file(const std::string& file) {
    constexpr std::size_t most_bytes = 10'000'000;
    std::string text(most_bytes, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// Names the sources or the buurten; one with a fault does so in a line of its own.
bool says_it_is_configuration(const std::string& text, const std::string& file) {
    try {
        const TomlValue top = parse_toml(text, file);
        return std::any_of(top.entries.begin(), top.entries.end(), [](const TomlEntry& entry) {
            return entry.key == "buurten" || entry.key == "bronnen";
        });
    } catch (const domain::InputError&) {
        const std::string lines = "\n" + text;
        return lines.find("\n[buurten]") != std::string::npos ||
               lines.find("\n[[bronnen]]") != std::string::npos;
    }
}

/// The name alone says little: a script may be named so as well.
bool looks_like_configuration(const std::string& file) {
    if (!std::ifstream(file).is_open()) {
        return false;
    }
    const std::string text = text_of_file(file);
    return text.empty() || text.starts_with(draft_mark) ||
           (domain::folded(std::filesystem::path(file).extension().string()) == suffix &&
            says_it_is_configuration(text, file));
}

}  // namespace

void check_draft(const std::string& path, Overwrite overwrite) {
    const std::string target = resolved(path, result_output.option);
    struct ::stat old {};
    if (::stat(target.c_str(), &old) != 0) {
        if (errno == ENOENT) {
            return;
        }
        fail_to_write(path, reason_of(errno));
    }
    if (S_ISDIR(old.st_mode)) {
        fail_to_write(path,
                      fmt::format("it is a folder; name a file in it, such as {}",
                                  (std::filesystem::path(path) / "koppelkans.toml").string()));
    }
    if (!S_ISREG(old.st_mode)) {
        fail_to_write(path, "it is not an ordinary file; name another --output");
    }
    if (overwrite == Overwrite::no) {
        throw domain::InputError(fmt::format(
            "{} is there already; --overwrite replaces it, --output names another", path));
    }
    if (!looks_like_configuration(target)) {
        fail_to_write(path,
                      "the file there is no configuration (.toml), and only a configuration is "
                      "replaced; name another --output");
    }
    if (::access(target.c_str(), W_OK) != 0) {
        fail_to_write(path, "the file there is write-protected; name another --output");
    }
}

void write_draft(const std::string& path, const std::string& text, Overwrite overwrite,
                 const DraftNotices& notices) {
    FileBeside file(path, suffix);
    if (notices.on_temporary_file) {
        notices.on_temporary_file(file.written_to());
    }
    write_new_file(file.written_to(), text, path);
    if (notices.before_placing) {
        notices.before_placing();
    }
    check_draft(path, overwrite);  // somebody may have been there in the meantime
    file.keep(overwrite);
    settle_folder_of(file.written_to(), path);
}

}  // namespace koppelkans::io
