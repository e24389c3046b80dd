#include "engine/io/gml_features.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_spatialref.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_errors.h"
#include "engine/io/source_text.h"
#include "engine/io/vsi_file.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t names_kept = 1000;
constexpr std::size_t crs_kept = 20;
constexpr std::size_t places_kept = 5;
constexpr std::size_t longest_name = 200;

/// `featureMember`, `members`, `cityObjectMember`: of features, as long as none is open.
bool holds_features(std::string_view name) {
    const std::string folded = domain::folded(name);
    return folded.ends_with("member") || folded.ends_with("members");
}

bool is_geometry(std::string_view name) {
    static constexpr std::array<std::string_view, 26> names = {"CompositeCurve",
                                                               "CompositeSurface",
                                                               "Curve",
                                                               "ElevatedCurve",
                                                               "ElevatedPoint",
                                                               "ElevatedSurface",
                                                               "LineString",
                                                               "GeometryCollection",
                                                               "MultiCurve",
                                                               "MultiGeometry",
                                                               "MultiLineString",
                                                               "MultiPoint",
                                                               "MultiPolygon",
                                                               "MultiSurface",
                                                               "OrientableCurve",
                                                               "OrientableSurface",
                                                               "Point",
                                                               "Polygon",
                                                               "Solid",
                                                               "PolyhedralSurface",
                                                               "Surface",
                                                               "Tin",
                                                               "TopoCurve",
                                                               "TopoSurface",
                                                               "TriangulatedSurface",
                                                               "Triangle"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

void keep(std::set<std::string>& texts, std::string_view text, std::size_t most) {
    if (!text.empty() && texts.size() < most) {
        texts.emplace(text.substr(0, longest_name));
    }
}

/// Follows features, and the outermost geometries in each.
class FeatureTags {
  public:
    void take(const XmlTag& tag) {
        if (tag.is_closing) {
            close();
        } else {
            open(tag);
        }
    }
    const GmlFeatures& features() const { return features_; }

  private:
    void open(const XmlTag& tag) {
        const std::string_view name = tag.local_name();
        const bool may_begin = feature_depth_ == 0 && !open_.empty() &&
                               holds_features(open_.back()) && !name.ends_with("FeatureCollection");
        open_.emplace_back(name.substr(0, longest_name));
        if (may_begin) {
            begin_feature();
        } else if (feature_depth_ != 0 && geometry_depth_ == 0 && is_geometry(name)) {
            geometry_depth_ = open_.size();
            place_ = open_[open_.size() - 2];
            ++geometries_;
            keep(places_, place_, places_kept);
        }
        if (geometry_depth_ != 0 && feature_ != nullptr) {
            note_crs(tag.attribute("srsName"));
        }
    }

    void note_crs(std::string_view crs) {
        if (feature_->crs.size() < places_kept || feature_->crs.count(place_) > 0) {
            keep(feature_->crs[place_], crs, crs_kept);
        }
    }

    void begin_feature() {
        feature_depth_ = open_.size();
        geometries_ = 0;
        places_.clear();
        const std::string& name = open_.back();
        const bool is_kept = features_.size() < names_kept || features_.count(name) > 0;
        feature_ = is_kept ? &features_[name] : nullptr;
    }

    void close() {
        geometry_depth_ = open_.size() == geometry_depth_ ? 0 : geometry_depth_;
        if (open_.size() == feature_depth_) {
            feature_depth_ = 0;
            if (geometries_ > 1 && feature_ != nullptr) {
                ++feature_->with_more;
                for (const std::string& place : places_) {
                    keep(feature_->their_places, place, places_kept);
                }
            }
        }
        open_.pop_back();
    }

    GmlFeatures features_;
    std::vector<std::string> open_;  ///< the elements around, without their prefixes
    std::size_t feature_depth_ = 0;
    std::size_t geometry_depth_ = 0;
    int geometries_ = 0;  ///< in the feature
    std::string place_;   ///< of the geometry: the element that holds it
    std::set<std::string> places_;
    GmlGeometries* feature_ = nullptr;
};

/// The code of EPSG in any of the ways to write it: `EPSG:28992`, `urn:ogc:def:crs:EPSG::28992`,
/// `http://www.opengis.net/def/crs/EPSG/0/28992`; 0 for none.
int epsg_of(const std::string& name) {
    constexpr int wgs84 = 4326;
    const std::string folded = domain::folded(name);
    if (folded.ends_with("crs84")) {
        return wgs84;
    }
    const std::size_t begin = folded.find_last_not_of("0123456789") + 1;
    int code = 0;
    if (folded.find("epsg") != std::string::npos) {
        std::from_chars(folded.data() + begin, folded.data() + folded.size(), code);
    }
    return code;
}

/// Without heights; nothing where it is not known.
std::optional<OGRSpatialReference> ground_crs(int epsg) {
    OGRSpatialReference crs;
    if (epsg == 0 || crs.importFromEPSG(epsg) != OGRERR_NONE || crs.IsVertical() != 0 ||
        (crs.IsCompound() != 0 && crs.StripVertical() != OGRERR_NONE)) {
        return std::nullopt;
    }
    return crs;
}

}  // namespace

GmlFeatures features_of_gml(const std::string& name) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    FeatureTags features;
    XmlTags tags([&features](const XmlTag& tag) { features.take(tag); }, [](std::string_view) {});
    for (VsiParts parts(name); parts.next();) {
        tags.follow(parts.part());
    }
    return features.features();
}

GmlGeometries geometries_of(const GmlFeatures& features, const std::string& layer, int layers) {
    const auto found = features.find(layer);
    if (found != features.end() || layers != 1) {
        return found == features.end() ? GmlGeometries() : found->second;
    }
    GmlGeometries all;
    for (const auto& [name, one] : features) {
        for (const auto& [place, crs] : one.crs) {
            all.crs[place].insert(crs.begin(), crs.end());
        }
        all.with_more += one.with_more;
        all.their_places.insert(one.their_places.begin(), one.their_places.end());
    }
    return all;
}

namespace {

void check_one_crs(const std::set<std::string>& names, const domain::InputPlace& place) {
    static constexpr std::array<const char*, 3> options = {
        "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
        "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    std::optional<OGRSpatialReference> first;
    int first_epsg = 0;
    for (const std::string& name : names) {
        const int epsg = epsg_of(name);
        const std::optional<OGRSpatialReference> crs = ground_crs(epsg);
        if (!crs) {
            continue;
        }
        if (first && first->IsSame(&*crs, options.data()) == 0) {
            throw domain::InputError(
                place, fmt::format("some of its geometries are in EPSG:{} and others in EPSG:{}; "
                                   "bring all into one CRS, or put those of each into a file of "
                                   "its own",
                                   std::min(first_epsg, epsg), std::max(first_epsg, epsg)));
        }
        if (!first) {
            first = crs;
            first_epsg = epsg;
        }
    }
}

}  // namespace

void check_one_crs(const GmlGeometries& geometries, const domain::InputPlace& place) {
    const GdalErrors errors;
    std::set<std::string> all;
    for (const auto& [holder, crs] : geometries.crs) {
        check_one_crs(crs, place);
        all.insert(crs.begin(), crs.end());
    }
    if (geometries.with_more == 0) {
        check_one_crs(all, place);
    }
}

std::string told_of_geometries(const GmlGeometries& geometries) {
    return geometries.with_more == 0
               ? std::string()
               : fmt::format(
                     "{} of its features hold more than one geometry (in {}), of which one is "
                     "read: leave the geometry that shows the plan as the only one",
                     geometries.with_more,
                     TextDecoder().decoded(
                         fmt::format("{}", fmt::join(geometries.their_places, ", ")).c_str()));
}

}  // namespace koppelkans::io
