#include "engine/io/source_crs.h"

#include <memory>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include "engine/domain/readable_text.h"
#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

using domain::InputError;
using geometry::Box;
using geometry::Crs;
using geometry::GeometryError;
using geometry::Transformation;

namespace {

constexpr Box rd_new_box{0, 300000, 300000, 650000};
constexpr Box netherlands_in_degrees{3, 50, 8, 54};

/// The horizontal part of the layer's CRS as WKT2; empty where there is none to use.
std::string definition_of(const OGRSpatialReference* own) {
    if (!is_usable(own)) {
        return {};
    }
    const GdalErrors errors;
    const std::unique_ptr<OGRSpatialReference> crs(own->Clone());
    if (crs->IsCompound() != 0) {
        crs->StripVertical();  // heights play no part here
    }
    crs->StripTOWGS84IfKnownDatum();
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    crs->exportToWkt(&wkt, options);
    const std::unique_ptr<char, void (*)(void*)> owned(wkt, VSIFree);
    return wkt == nullptr ? std::string() : std::string(wkt);
}

std::string proposal(const Box& extent) {
    if (!extent.empty() && contains(rd_new_box, extent)) {
        return "; its coordinates look like EPSG:28992 (RD New)";
    }
    if (!extent.empty() && contains(netherlands_in_degrees, extent)) {
        return "; its coordinates look like EPSG:4326 (degrees)";
    }
    return {};
}

Crs read_crs(const CrsQuestion& question) {
    std::string definition;
    if (question.configured) {
        definition = *question.configured;
    } else {
        definition = definition_of(question.own);
        if (definition.empty() && question.of_nameless) {
            definition = *question.of_nameless;
        }
    }
    if (definition.empty()) {
        throw InputError(question.place,
                         fmt::format("it does not say in which CRS its coordinates are; name it "
                                     "with crs = \"EPSG:...\" at this source or with --crs{}",
                                     proposal(question.extent)));
    }
    try {
        return Crs(definition);
    } catch (const GeometryError& error) {
        throw InputError(
            question.place,
            fmt::format("its CRS cannot be used: {}; name it with crs = \"EPSG:...\"{}",
                        error.what(), proposal(question.extent)));
    }
}

Transformation transformation_of(const CrsQuestion& question, const Crs& crs, const Crs& analysis) {
    try {
        return Transformation(crs, analysis, question.extent);
    } catch (const GeometryError& error) {
        throw InputError(question.place,
                         fmt::format("PROJ knows no way from {} to {}: {}; name the right CRS with "
                                     "crs = \"EPSG:...\"",
                                     crs.code(), analysis.code(), error.what()));
    }
}

/// `said` names what GDAL took the coordinates for.
bool is_understood(const std::string& said, const OGRSpatialReference* own) {
    const std::string text = domain::folded(said);
    const char* code = own == nullptr ? nullptr : own->GetAuthorityCode(nullptr);
    const bool is_degrees = code != nullptr && std::string_view(code) == "4326";
    return !is_degrees || text.find("crs84") != std::string::npos ||
           text.find("4326") != std::string::npos || text.find("wgs") != std::string::npos;
}

}  // namespace

std::string settle_geojson(const std::string& said, CrsQuestion& question) {
    const bool is_none = said.empty() || said == "null";
    const bool is_rd = !question.extent.empty() && contains(rd_new_box, question.extent);
    if (question.configured || (!is_none && is_understood(said, question.own)) ||
        (is_none && !is_rd)) {
        return {};
    }
    if (is_rd && question.of_nameless) {
        question.own = nullptr;
        return {};
    }
    return fmt::format(
        "it names {}, so its coordinates are taken for EPSG:4326 (degrees); name the right one "
        "with crs = \"EPSG:...\" at this source or with --crs{}",
        is_none ? std::string("no CRS")
                : fmt::format("a CRS that is not understood ({})",
                              domain::shortened(domain::readable(said), 80)),
        is_rd ? proposal(question.extent) : std::string());
}

bool is_usable(const OGRSpatialReference* crs) {
    if (crs == nullptr || crs->IsEmpty() != 0 || crs->IsLocal() != 0) {
        return false;
    }
    const char* name = crs->GetName();
    return name == nullptr || domain::folded(name).rfind("undefined ", 0) != 0;
}

LayerCrs crs_of(const CrsQuestion& question, const Crs& analysis_crs) {
    Crs crs = read_crs(question);
    Transformation transformation = transformation_of(question, crs, analysis_crs);
    if (transformation.is_ballpark() && question.ballpark == Ballpark::refused) {
        throw InputError(
            question.place,
            fmt::format("PROJ can only guess the way from {} to {} ({}); name the right "
                        "CRS with crs = \"EPSG:...\", or set crs_onzeker = true if a "
                        "shift of up to hundreds of metres does no harm",
                        crs.code(), analysis_crs.code(), transformation.description()));
    }
    return {std::move(crs), std::move(transformation)};
}

}  // namespace koppelkans::io
