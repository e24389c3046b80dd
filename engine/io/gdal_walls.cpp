#include "engine/io/gdal_walls.h"

#include <list>
#include <mutex>
#include <string>
#include <utility>

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <ogr_srs_api.h>

#include "engine/io/source_access.h"

namespace koppelkans::io {

namespace {

// NOLINTNEXTLINE: a callback of C has no other way to tell its caller.
thread_local std::string refused_address;

void* refuse_file(void* prefix, const char* name, const char* /*mode*/) {
    // GDAL hands over what follows the prefix.
    refused_address = std::string(static_cast<const char*>(prefix)) + name;
    return nullptr;
}

CPLHTTPResult* refuse_address(const char* address, CSLConstList /*options*/,
                              GDALProgressFunc /*progress*/, void* /*progress_of*/,
                              CPLHTTPFetchWriteFunc /*write*/, void* /*write_to*/,
                              void* /*user_data*/) {
    refused_address = address;
    // Freed by GDAL. Without a result it would go to the network after all.
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is closed");
    return result;
}

/// Puts a file system in the place of GDAL's that opens nothing.
void close_file_system(const std::string& prefix) {
    // Kept to the end of the process: GDAL forgets the one that is replaced, which may be at work,
    // calls ours while it goes down itself, and keeps the address of the prefix.
    struct Closed {
        std::string prefix;
        VSIFilesystemHandler* replaced;
    };
    static auto* const closed = new std::list<Closed>;
    closed->push_back({prefix, VSIFileManager::GetHandler(prefix.c_str())});
    VSIFilesystemPluginCallbacksStruct* calls = VSIAllocFilesystemPluginCallbacksStruct();
    calls->pUserData = closed->back().prefix.data();
    calls->open = refuse_file;
    VSIInstallPluginHandler(closed->back().prefix.c_str(), calls);
    VSIFreeFilesystemPluginCallbacksStruct(calls);
}

template <typename Choose>
void close_file_systems(const Choose& choose) {
    const CPLStringList prefixes(VSIGetFileSystemsPrefixes());
    for (int i = 0; i < prefixes.Count(); ++i) {
        std::string prefix(prefixes[i]);
        if (prefix.ends_with('/') && choose(prefix)) {
            close_file_system(prefix);
            // GDAL does not list `/vsicurl?`, another word for the same.
            prefix.back() = '?';
            close_file_system(prefix);
        }
    }
}

}  // namespace

void close_side_doors() {
    close_file_systems([](const std::string& prefix) {
        // Drivers keep what they unpack and build in memory.
        return access_of(prefix) == SourceAccess::other && prefix != "/vsimem/";
    });
    OSRSetPROJEnableNetwork(FALSE);
    // Else every SQLite database of the process may have tables that are files anywhere.
    CPLSetConfigOption("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO");
}

void close_network() {
    static std::once_flag once;
    std::call_once(once, [] {
        close_file_systems(
            [](const std::string& prefix) { return access_of(prefix) == SourceAccess::network; });
        CPLHTTPSetFetchCallback(refuse_address, nullptr);
    });
}

std::string take_refused_address() {
    return std::exchange(refused_address, {});
}

}  // namespace koppelkans::io
