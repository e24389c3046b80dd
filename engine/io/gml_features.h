#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// What a GML says of the geometries of all features with one element name, as `riool`.
struct GmlGeometries {
    /// The srsNames that stand at them, as they are, by the name of the element that holds them.
    std::map<std::string, std::set<std::string>> crs;
    std::int64_t with_more = 0;          ///< features with more than one geometry
    std::set<std::string> their_places;  ///< the names of the elements that hold those
};
/// By that element name, without its prefix: mostly the name of a layer.
using GmlFeatures = std::map<std::string, GmlGeometries>;

/// Features are what stands in a `featureMember`, `member` or the like, as for GDAL; the first
/// 1,000 names of them. `name` is what GDAL can open. Cost: reads the file.
GmlFeatures features_of_gml(const std::string& name);

/// Of a layer; of a file with one layer all features, whatever their name.
GmlGeometries geometries_of(const GmlFeatures& features, const std::string& layer, int layers);

/// Throws domain::InputError where some geometries lie in another CRS than others: GDAL tells one
/// for all or none, and gives their coordinates as they are. Where a feature has several
/// geometries, those of one element name are held against one another. A height plays no part, and
/// neither does a name that nobody knows.
void check_one_crs(const GmlGeometries& geometries, const domain::InputPlace& place);

/// A sentence for the user where features have several geometries, of which one is read; else
/// empty.
std::string told_of_geometries(const GmlGeometries& geometries);

}  // namespace koppelkans::io
