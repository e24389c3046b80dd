#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/domain/errors.h"
#include "engine/io/kml_check.h"

namespace koppelkans::io {

/// Bytes of all KML in a KMZ; libkml opens none in it that is as large.
inline constexpr std::size_t default_largest_kmz = std::size_t{1} << 31;

/// GDAL would open the file or folder by libkml, or might where the driver that knows it fails.
/// `known` is the driver that knows it, by GDAL's short name.
bool may_be_kml(const std::string& name, const std::string& known);

/// What a KML says, all .kml of a folder, or all of a KMZ and what these link to inside of it. To
/// be asked for before libkml opens it: throws domain::InputError for what that falls over, and for
/// a KMZ that holds more bytes. Cost: reads these files.
KmlClaims claims_of_kml(const std::string& name, const domain::InputPlace& place,
                        std::size_t largest_kmz = default_largest_kmz);

/// Throws domain::InputError where GDAL gives fewer rows than there are, in all of its layers.
void check_kml_rows(const KmlClaims& claims, std::size_t given, const domain::InputPlace& place);

/// What a KML holds that no layer has.
std::vector<std::string> told_of_kml(const KmlClaims& claims);

}  // namespace koppelkans::io
