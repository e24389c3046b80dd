#include "engine/io/project_archive.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/publish/project.h"

namespace koppelkans::io {

namespace {

namespace files = std::filesystem;

struct VsiClose {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::string project_archive(const std::string& qgs) {
    const std::string zip =
        fmt::format("/vsimem/koppelkans_project_{}.zip", static_cast<const void*>(qgs.data()));
    const std::string member = fmt::format("/vsizip/{}/{}.qgs", zip, publish::project_name);
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

void check_project_path(const std::string& path, Overwrite overwrite) {
    const files::path where(path);
    if (where.extension() != ".qgz") {
        throw domain::UsageError(fmt::format("--project {}: a project of QGIS ends in .qgz", path));
    }
    const files::path folder = where.has_parent_path() ? where.parent_path() : ".";
    if (!files::is_directory(folder)) {
        throw domain::InputError(
            fmt::format("cannot write {}: there is no folder {}", path, folder.string()));
    }
    if (files::is_directory(where)) {
        throw domain::InputError(fmt::format("cannot write {}: it is a folder", path));
    }
    if (files::exists(where) && overwrite == Overwrite::no) {
        throw domain::InputError(fmt::format(
            "{} is there already; --overwrite replaces it, --project names another", path));
    }
    if (::access(folder.c_str(), W_OK) != 0) {
        throw domain::InputError(
            fmt::format("cannot write {}: its folder is write-protected", path));
    }
}

void write_project(const std::string& path, const std::string& archive) {
    const std::string beside = fmt::format("{}.tmp-{}", path, ::getpid());
    std::unique_ptr<std::FILE, Close> file(std::fopen(beside.c_str(), "wb"));
    bool is_whole =
        file && std::fwrite(archive.data(), 1, archive.size(), file.get()) == archive.size();
    is_whole = file && std::fclose(file.release()) == 0 && is_whole;
    std::error_code error;
    if (is_whole) {
        files::rename(beside, path, error);
    }
    if (!is_whole || error) {
        std::error_code none;
        files::remove(beside, none);
        fail_to_write(path, error ? error.message() : "the disk takes no more of it");
    }
}

std::string data_source_for(const std::string& project, const std::string& geopackage) {
    const files::path folder = files::absolute(project).parent_path();
    const std::string relative = files::absolute(geopackage).lexically_relative(folder).string();
    return relative.starts_with("..") ? relative : "./" + relative;
}

}  // namespace koppelkans::io
