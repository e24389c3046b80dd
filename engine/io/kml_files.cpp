#include "engine/io/kml_files.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_errors.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

bool is_folder(const std::string& name) {
    VSIStatBufL state;
    return VSIStatExL(name.c_str(), &state, VSI_STAT_EXISTS_FLAG | VSI_STAT_NATURE_FLAG) == 0 &&
           VSI_ISDIR(state.st_mode);
}

bool is_archive(const std::string& name) {
    constexpr std::string_view begin("PK\x03\x04", 4);
    std::string head(begin.size(), '\0');
    const VsiFile file = open_vsi_file(name);
    return file != nullptr && VSIFReadL(head.data(), 1, head.size(), file.get()) == head.size() &&
           head == begin;
}

std::vector<std::string> kml_files_in(const std::string& folder, bool is_kmz) {
    const CPLStringList names(is_kmz ? VSIReadDirRecursive(folder.c_str())
                                     : VSIReadDir(folder.c_str()));
    std::vector<std::string> files;
    for (int i = 0; i < names.Count(); ++i) {
        if (domain::folded(CPLGetExtension(names[i])) == "kml") {
            files.push_back(folder + "/" + names[i]);
        }
    }
    return files;
}

std::size_t rows_of(const KmlClaims& claims) {
    return std::accumulate(
        claims.folders.begin(), claims.folders.end(), std::size_t{0},
        [](std::size_t sum, const KmlFolder& folder) { return sum + folder.rows.size(); });
}

/// Gathers what some files say.
class KmlFiles {
  public:
    KmlFiles(const domain::InputPlace& place, std::size_t largest_kmz)
        : place_(place), largest_kmz_(largest_kmz) {}

    void read(const std::string& file) {
        KmlTags tags;
        for (VsiParts parts(file); !tags.is_at_end() && parts.next();) {
            tags.follow(parts.part());
            bytes_ += parts.part().size();
            check_size();
        }
        KmlClaims claims = tags.claims();
        if (!claims.crash.empty()) {
            throw domain::InputError(place_, claims.crash);
        }
        all_.days.merge(claims.days);
        all_.files += rows_of(claims) > 0 ? 1 : 0;
        all_.photos += claims.photos;
        std::move(claims.folders.begin(), claims.folders.end(), std::back_inserter(all_.folders));
        std::move(claims.links.begin(), claims.links.end(), std::back_inserter(all_.links));
    }

    /// Of a KMZ, which is this folder, libkml opens the first .kml and what that links to inside
    /// it, whatever its name.
    void read_kmz(const std::string& folder) {
        is_kmz_ = true;
        std::set<std::string> known;
        for (const std::string& file : kml_files_in(folder, true)) {
            known.insert(file);
            read(file);
        }
        std::vector<std::string> outside;
        for (std::size_t i = 0; i < all_.links.size(); ++i) {  // grows while links are followed
            const std::string link = all_.links[i];
            const std::string file = folder + "/" + link.substr(0, link.find_first_of("#?"));
            if (known.count(file) == 0 && open_vsi_file(file) == nullptr) {
                outside.push_back(link);
            } else if (known.insert(file).second) {
                read(file);
            }
        }
        all_.links = std::move(outside);
    }

    KmlClaims take() { return std::move(all_); }

  private:
    /// A KMZ of a few megabytes may hold any number of gigabytes.
    void check_size() const {
        if (is_kmz_ && bytes_ > largest_kmz_) {
            throw domain::InputError(
                place_, fmt::format("its KML files are larger than {} MB when they are unpacked; "
                                    "unpack it and name each KML as a source",
                                    largest_kmz_ >> 20));
        }
    }

    domain::InputPlace place_;
    std::size_t largest_kmz_;
    bool is_kmz_ = false;
    std::size_t bytes_ = 0;
    KmlClaims all_;
};

}  // namespace

bool may_be_kml(const std::string& name, const std::string& known) {
    constexpr const char* libkml = "LIBKML";
    if (known == libkml || is_folder(name)) {
        return known == libkml;
    }
    const GdalErrors errors;
    CPLStringList drivers;
    drivers.AddString(libkml);
    return GDALIdentifyDriverEx(name.c_str(), GDAL_OF_VECTOR, drivers.List(), nullptr) != nullptr;
}

KmlClaims claims_of_kml(const std::string& name, const domain::InputPlace& place,
                        std::size_t largest_kmz) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    KmlFiles files(place, largest_kmz);
    if (is_folder(name)) {
        for (const std::string& file : kml_files_in(name, false)) {
            files.read(file);
        }
    } else if (is_archive(name)) {
        files.read_kmz("/vsizip/{" + name + "}");
    } else {
        files.read(name);
    }
    return files.take();
}

void check_kml_rows(const KmlClaims& claims, std::size_t given, const domain::InputPlace& place) {
    const std::size_t rows = rows_of(claims);
    if (rows <= given) {
        return;
    }
    throw domain::InputError(
        place, claims.files > 1
                   ? fmt::format("its {} KML files hold {} Placemarks, of which GDAL reads {}; "
                                 "unpack it and name each KML as a source",
                                 claims.files, rows, given)
                   : fmt::format("it holds {} Placemarks, of which GDAL reads {}: a KML holds one "
                                 "Document or Folder, and all rows lie in there; move them into "
                                 "it, or make a file of each",
                                 rows, given));
}

std::vector<std::string> told_of_kml(const KmlClaims& claims) {
    std::vector<std::string> told;
    if (!claims.links.empty()) {
        told.push_back(fmt::format(
            "it links to other files ({} NetworkLinks), which are not read; save what they hold "
            "as files and name these as sources",
            claims.links.size()));
    }
    if (claims.photos > 0) {
        told.push_back(fmt::format(
            "it has {} PhotoOverlays, which are pictures and not read as rows", claims.photos));
    }
    return told;
}

}  // namespace koppelkans::io
