#include "engine/io/project_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/file_place.h"
#include "engine/publish/project.h"

namespace koppelkans::io {

namespace {

namespace files = std::filesystem;

constexpr const char* option = project_output.option;
constexpr std::string_view temporary_suffix = project_output.suffix;

struct VsiClose {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string member_name() {
    return fmt::format("{}.qgs", publish::project_name);
}

/// A zip begins with its first member: 30 bytes, then its name.
bool is_ours_or_empty(const std::string& file) {
    constexpr std::size_t before_name = 30;
    const std::string name = member_name();
    std::string head(before_name + name.size(), '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    const auto length = static_cast<std::size_t>(stream.gcount());
    return length == 0 || (length == head.size() && head.starts_with("PK\x03\x04") &&
                           std::string_view(head).substr(before_name) == name);
}

void check_replaceable(const std::string& file, const std::string& path, Overwrite overwrite) {
    struct stat old {};
    if (::stat(file.c_str(), &old) != 0) {
        if (errno == ENOENT) {
            return;
        }
        fail_to_write(path, reason_of(errno));
    }
    if (!S_ISREG(old.st_mode)) {
        fail_to_write(path, S_ISDIR(old.st_mode) ? "it is a folder" : "it is no ordinary file");
    }
    if (overwrite == Overwrite::no) {
        fail_to_write(path,
                      "it exists already; replace it with --overwrite, or name another --project");
    }
    if (::access(file.c_str(), W_OK) != 0) {
        fail_to_write(path, "the file there is write-protected; name another --project");
    }
    if (!is_ours_or_empty(file)) {
        fail_to_write(path,
                      "the file there is no project that koppelkans wrote, and only such a one is "
                      "replaced; name another --project");
    }
}

}  // namespace

std::string project_archive(const std::string& qgs) {
    const std::string zip =
        fmt::format("/vsimem/koppelkans_project_{}.zip", static_cast<const void*>(qgs.data()));
    const std::string member = fmt::format("/vsizip/{}/{}", zip, member_name());
    std::unique_ptr<VSILFILE, VsiClose> file(VSIFOpenL(member.c_str(), "wb"));
    const bool is_written = file && VSIFWriteL(qgs.data(), 1, qgs.size(), file.get()) == qgs.size();
    file.reset();
    vsi_l_offset size = 0;
    // Taken over from GDAL, which allocates it.
    const std::unique_ptr<GByte, void (*)(void*)> bytes(
        VSIGetMemFileBuffer(zip.c_str(), &size, TRUE), VSIFree);
    if (!is_written || !bytes) {
        throw domain::InputError("GDAL cannot make the archive of the QGIS project");
    }
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

std::string hexadecimal(const std::string& bytes) {
    static constexpr std::array<char, 17> digits{"0123456789abcdef"};
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

void check_project_path(const std::string& path, const std::string& uitvoer, Overwrite overwrite) {
    if (files::path(path).extension() != ".qgz") {
        throw domain::UsageError(
            fmt::format("--project \"{}\": a project of QGIS ends in .qgz", path));
    }
    const std::string file = resolved(path, option);
    if (file == resolved(uitvoer, "--output")) {
        throw domain::UsageError(
            fmt::format("--project {}: that is the result itself; name another file", path));
    }
    check_replaceable(file, path, overwrite);
    check_folder_takes_files(file, path, temporary_suffix);
}

std::string data_source_for(const std::string& project, const std::string& geopackage) {
    const files::path folder = files::path(resolved(project, option)).parent_path();
    const std::string relative =
        files::path(resolved(geopackage, "--output")).lexically_relative(folder).string();
    return relative.starts_with("..") ? relative : "./" + relative;
}

ProjectFile::ProjectFile(std::string path)
    : path_(std::move(path)), resolved_(resolved(path_, option)) {
    remove_stale_temporaries(resolved_, temporary_suffix);
    temporary_ = temporary_name(resolved_, temporary_suffix);
}

ProjectFile::~ProjectFile() {
    ::unlink(temporary_.c_str());
}

void ProjectFile::write(const std::string& archive) {
    // It was looked at before the work, an hour ago maybe.
    check_replaceable(resolved_, path_, Overwrite::yes);
    std::unique_ptr<std::FILE, Close> file(std::fopen(temporary_.c_str(), "wb"));
    const bool is_taken =
        file && std::fwrite(archive.data(), 1, archive.size(), file.get()) == archive.size();
    const int reason = errno;
    const bool is_closed = file && std::fclose(file.release()) == 0;
    if (!is_taken || !is_closed) {
        fail_to_write(path_, reason_of(is_taken ? errno : reason));
    }
    bring_to_disk(temporary_, path_);
}

void ProjectFile::replace() {
    if (::rename(temporary_.c_str(), resolved_.c_str()) != 0) {
        fail_to_write(path_, fmt::format("{}; the result itself is written", reason_of(errno)));
    }
}

void ProjectFile::settle() const {
    settle_folder_of(resolved_, path_);
}

}  // namespace koppelkans::io
