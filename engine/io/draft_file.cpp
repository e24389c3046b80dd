#include "engine/io/draft_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/file_beside.h"
#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

constexpr const char* suffix = ".toml";

bool looks_like_configuration(const std::string& file) {
    if (domain::folded(std::filesystem::path(file).extension().string()) == suffix) {
        return true;
    }
    std::string begin(std::strlen(draft_mark), '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(stream.gcount()));
    return stream.is_open() && !stream.bad() && (begin.empty() || begin == draft_mark);
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
