#include "engine/io/gml_features.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class GmlFeaturesTest : public SourceTest {
  protected:
    /// What stands in the collection, in a file.
    std::string gml(const std::string& members) {
        return write("p.gml",
                     "<?xml version='1.0'?><c:FeatureCollection xmlns:c='http://c.nl' "
                     "xmlns:gml='http://www.opengis.net/gml/3.2'>" +
                         members + "</c:FeatureCollection>");
    }
    static std::string feature(const std::string& geometries, const std::string& name = "plan") {
        return fmt::format("<c:featureMember><c:{0}><c:id>1</c:id>{1}</c:{0}></c:featureMember>",
                           name, geometries);
    }
    static std::string point(const std::string& crs, const std::string& holder = "geom") {
        return fmt::format(
            "<c:{0}><gml:MultiPoint srsName='{1}'><gml:pointMember><gml:Point><gml:pos>155000 "
            "463000</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint></c:{0}>",
            holder, crs);
    }
    std::string refusal(const std::string& members) {
        BronConfiguration bron = riool(gml(members));
        bron.crs = "EPSG:28992";
        return input_error([&] { Source(bron, run_, rd_); });
    }
    std::vector<std::string> warnings(const std::string& members, const std::string& layer = {}) {
        BronConfiguration bron = riool(gml(members));
        bron.crs = "EPSG:28992";
        bron.laag = layer;
        return Source(bron, run_, rd_).warnings();
    }
};

constexpr const char* rd = "urn:ogc:def:crs:EPSG::28992";

TEST_F(GmlFeaturesTest, GeometriesInSeveralCrsAreRefused) {
    for (const auto& [name, code] : std::vector<std::pair<const char*, const char*>>{
             {"EPSG:4326", "4326"},
             {"urn:ogc:def:crs:EPSG::4258", "4258"},
             {"http://www.opengis.net/def/crs/EPSG/0/4258", "4258"},
             {"http://www.opengis.net/gml/srs/epsg.xml#4326", "4326"},
             {"urn:ogc:def:crs:OGC:1.3:CRS84", "4326"}}) {
        EXPECT_EQ(refusal(feature(point(rd)) + feature(point(name))),
                  path("p.gml") + fmt::format(", layer plan: some of its geometries are in EPSG:{} "
                                              "and others in EPSG:28992; bring all into one CRS, "
                                              "or put those of each into a file of its own",
                                              code));
    }
    EXPECT_THAT(refusal(feature(point(rd)) + feature(point("EPSG:4326", "plek"))),
                HasSubstr("some of its geometries"));
    // What GDAL takes for the CRS of all.
    EXPECT_THAT(refusal("<gml:boundedBy><gml:Envelope srsName='EPSG:28992'/></gml:boundedBy>" +
                        feature(point(rd)) + feature(point("EPSG:4326"))),
                HasSubstr("some of its geometries"));
}

TEST_F(GmlFeaturesTest, WhatIsOnTheSameGroundIsRead) {
    for (const char* name : {"EPSG:28992", "http://www.opengis.net/def/crs/EPSG/0/28992",
                             "EPSG:7415", "", "rd", "EPSG:5709"}) {
        EXPECT_THAT(warnings(feature(point(rd)) + feature(point(name))),
                    Not(Contains(HasSubstr("geometr"))))
            << name;
    }
    const std::string layers = feature(point(rd)) + feature(point("EPSG:4258"), "grens");
    EXPECT_THAT(warnings(layers, "plan"), Not(Contains(HasSubstr("geometr"))));
}

TEST_F(GmlFeaturesTest, AFeatureWithSeveralGeometriesIsToldOf) {
    const std::string both = point(rd) + point(rd, "plek");
    EXPECT_THAT(warnings(feature(point(rd)) + feature(both) + feature(both)),
                Contains("2 of its features hold more than one geometry (in geom, plek), of which "
                         "one is read: leave the geometry that shows the plan as the only one"));
    EXPECT_THAT(warnings(feature(point(rd) + point(rd))), Contains(HasSubstr("1 of its features")));
    EXPECT_THAT(warnings(feature(point(rd)) + feature(both, "ander"), "plan"),
                Not(Contains(HasSubstr("more than one geometry"))));
    EXPECT_THAT(warnings("<c:members><c:plan>" + both + "</c:plan><c:plan>" + point(rd) +
                         "</c:plan></c:members>"),
                Contains(HasSubstr("1 of its features")));
    // Each geometry of a feature may have a CRS of its own.
    EXPECT_THAT(warnings(feature(point("EPSG:4258", "plek") + point(rd))),
                Contains(HasSubstr("1 of its features")));
}

TEST_F(GmlFeaturesTest, NamesWithoutEndAreNotKept) {
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += feature(point(fmt::format("EPSG:{}", i), fmt::format("g{}", i)),
                        fmt::format("plan{}", i));
        many += feature(point(fmt::format("EPSG:{}", i), fmt::format("g{}", i)), "plan");
    }
    const GmlFeatures features = features_of_gml(gml(many));
    EXPECT_EQ(features.size(), 1000U);
    EXPECT_EQ(features.at("plan").crs.size(), 5U);
}

}  // namespace
}  // namespace koppelkans::io
