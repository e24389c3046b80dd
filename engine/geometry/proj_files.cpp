#include "engine/geometry/proj_files.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace koppelkans::geometry {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders_of_proj() {
    const std::string list = proj_info().searchpath;
    std::vector<fs::path> folders;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(':', start), list.size());
        std::error_code error;
        const fs::path folder = fs::canonical(list.substr(start, end - start), error);
        if (!error) {
            folders.push_back(folder);
        }
        start = end + 1;
    }
    return folders;
}

bool is_own_file(const char* name) {
    static const std::vector<fs::path> folders = folders_of_proj();
    std::error_code error;
    // The folder alone: the file in it may be a link of the package manager's.
    const fs::path folder = fs::canonical(fs::path(name).parent_path(), error);
    return !error && std::find(folders.begin(), folders.end(), folder) != folders.end() &&
           fs::is_regular_file(name, error);
}

std::FILE* file_of(PROJ_FILE_HANDLE* handle) {
    return reinterpret_cast<std::FILE*>(handle);
}

PROJ_FILE_HANDLE* open_file(PJ_CONTEXT* /*context*/, const char* name, PROJ_OPEN_ACCESS access,
                            void* /*user_data*/) {
    return access == PROJ_OPEN_ACCESS_READ_ONLY && is_own_file(name)
               ? reinterpret_cast<PROJ_FILE_HANDLE*>(std::fopen(name, "rbe"))
               : nullptr;
}

size_t read_file(PJ_CONTEXT* /*context*/, PROJ_FILE_HANDLE* file, void* buffer, size_t size,
                 void* /*user_data*/) {
    return std::fread(buffer, 1, size, file_of(file));
}

int seek_file(PJ_CONTEXT* /*context*/, PROJ_FILE_HANDLE* file, long long offset, int whence,
              void* /*user_data*/) {
    return std::fseek(file_of(file), static_cast<long>(offset), whence) == 0 ? 1 : 0;
}

unsigned long long tell_file(PJ_CONTEXT* /*context*/, PROJ_FILE_HANDLE* file, void* /*user_data*/) {
    return static_cast<unsigned long long>(std::ftell(file_of(file)));
}

void close_file(PJ_CONTEXT* /*context*/, PROJ_FILE_HANDLE* file, void* /*user_data*/) {
    std::fclose(file_of(file));
}

int file_exists(PJ_CONTEXT* /*context*/, const char* name, void* /*user_data*/) {
    return is_own_file(name) ? 1 : 0;
}

size_t write_nothing(PJ_CONTEXT* /*context*/, PROJ_FILE_HANDLE* /*file*/, const void* /*buffer*/,
                     size_t /*size*/, void* /*user_data*/) {
    return 0;
}

int change_nothing(PJ_CONTEXT* /*context*/, const char* /*name*/, void* /*user_data*/) {
    return 0;
}

int rename_nothing(PJ_CONTEXT* /*context*/, const char* /*from*/, const char* /*to*/,
                   void* /*user_data*/) {
    return 0;
}

}  // namespace

void keep_to_own_files(PJ_CONTEXT* context) {
    static constexpr PROJ_FILE_API files{
        1,          open_file,   read_file,      write_nothing,  seek_file,     tell_file,
        close_file, file_exists, change_nothing, change_nothing, rename_nothing};
    proj_context_set_fileapi(context, &files, nullptr);
}

}  // namespace koppelkans::geometry
