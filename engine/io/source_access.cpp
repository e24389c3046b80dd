#include "engine/io/source_access.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/text.h"

namespace koppelkans::io {

using domain::InputError;

namespace {

/// Not /vsitar/: GDAL reads it by /vsisubfile/, which reaches any file of the machine.
constexpr std::array<std::string_view, 2> archives = {"vsizip", "vsigzip"};
/// Each may be followed by `_streaming`.
constexpr std::array<std::string_view, 9> networks = {
    "vsicurl", "vsis3", "vsigs", "vsiaz", "vsiadls", "vsioss", "vsiswift", "vsihdfs", "vsiwebhdfs"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

SourceAccess access_of_file_system(std::string_view name) {
    constexpr std::string_view streaming = "_streaming";
    if (name.ends_with(streaming)) {
        name.remove_suffix(streaming.size());
    }
    return has(archives, name)   ? SourceAccess::archive
           : has(networks, name) ? SourceAccess::network
                                 : SourceAccess::other;
}

/// `vsizip` of `/vsizip/plan.zip`; inside an archive the first slash may be left out. Empty: it is
/// a path.
std::string_view file_system_of(std::string_view path, bool is_inside) {
    std::string_view name = path;
    const bool has_slash = name.starts_with('/');
    if (has_slash) {
        name.remove_prefix(1);
    }
    if (!name.starts_with("vsi") || (!has_slash && !is_inside)) {
        return {};
    }
    name = name.substr(0, name.find_first_of("/\\?"));
    const bool is_known = name == "vsitar" || access_of_file_system(name) != SourceAccess::other;
    return has_slash || is_known ? name : std::string_view();
}

SourceAccess access_of_path(std::string_view path) {
    SourceAccess found = SourceAccess::file;
    for (;;) {
        const std::string_view name = file_system_of(path, found == SourceAccess::archive);
        if (name.empty()) {
            return found;
        }
        found = access_of_file_system(name);
        if (found != SourceAccess::archive) {
            return found;
        }
        path.remove_prefix(static_cast<std::size_t>(name.data() - path.data()) + name.size());
        // `/vsizip/{/vsicurl/...}` and `/vsizip//vsicurl/...` mean the file in there.
        path.remove_prefix(path.empty() ? 0 : 1);
        path.remove_prefix(std::min(path.find_first_not_of('{'), path.size()));
    }
}

}  // namespace

bool is_database(const std::string& bron) {
    const std::string lower = domain::folded(bron);
    return lower.rfind("pg:", 0) == 0 || lower.rfind("postgresql:", 0) == 0 ||
           lower.rfind("postgres:", 0) == 0;
}

SourceAccess access_of(const std::string& bron) {
    if (is_database(bron)) {
        return SourceAccess::database;
    }
    const std::size_t scheme = bron.find("://");
    const bool is_address = scheme != std::string::npos && bron.find_first_of("/?") == scheme + 1;
    return is_address ? SourceAccess::address : access_of_path(bron);
}

void check_access(const std::string& bron, Network network, const domain::InputPlace& place) {
    const SourceAccess access = access_of(bron);
    const bool is_path = access != SourceAccess::database && access != SourceAccess::address;
    if (is_path && domain::folded(bron).find(",xsd=") != std::string::npos) {
        throw InputError(place,
                         "a name with ,xsd= takes the columns of a GML from another file; name the "
                         "GML alone");
    }
    switch (access) {
        case SourceAccess::file:
        case SourceAccess::archive:
            return;
        case SourceAccess::database:
        case SourceAccess::network:
            if (network == Network::allowed) {
                return;
            }
            throw InputError(place,
                             "this is read over a network, which is refused unless the command "
                             "line allows it: add --allow-network if you trust this source");
        case SourceAccess::address:
            throw InputError(place,
                             "a web address is no source; download the file and name that, or put "
                             "/vsicurl/ before the address and add --allow-network");
        case SourceAccess::other:
            throw InputError(place,
                             "this is no file; name one on this machine, or /vsizip/ or /vsigzip/ "
                             "and the path into an archive; unpack a tar, which is not read");
    }
}

}  // namespace koppelkans::io
