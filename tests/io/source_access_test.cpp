#include "engine/io/source_access.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

TEST(AccessOf, ANameIsAPathUntilItSaysOtherwise) {
    for (const char* name :
         {"plannen.gpkg", "/data/plannen.gpkg", "../plannen.gpkg", "/data/vsicurl/x.csv",
          "vsicurl/x.csv", "/vs", "map/vsizip/x.zip", "GPKG:x.gpkg", "C:\\plannen\\x.shp",
          "http:", "http:/x.csv", "{\"type\":\"Point\"}", "pg.csv", "/data/PG:x", ""}) {
        EXPECT_EQ(access_of(name), SourceAccess::file) << name;
    }
}

TEST(AccessOf, ArchivesAreReadWhereTheyLie) {
    for (const char* name :
         {"/vsizip/plannen.zip", "/vsizip//data/plannen.zip/riool.shp", "/vsigzip/x.csv.gz",
          "/vsizip/{/data/x.zip}/y.shp", "/vsizip/vsi_2026.zip",
          "/vsizip//vsigzip/x.gz/y.zip/z.csv", "/vsizip/vsigzip/x.gz/y.zip/z.csv"}) {
        EXPECT_EQ(access_of(name), SourceAccess::archive) << name;
    }
}

TEST(AccessOf, FindsTheNetworkInsideAnArchive) {
    for (const char* name : {"/vsicurl/https://a/x.csv",
                             "/vsicurl?url=https://a/x.csv",
                             "/vsicurl_streaming/http://a",
                             "/vsis3/b/x",
                             "/vsis3_streaming/b/x",
                             "/vsigs/b/x",
                             "/vsigs_streaming/b/x",
                             "/vsiaz/b/x",
                             "/vsiaz_streaming/b/x",
                             "/vsiadls/b/x",
                             "/vsioss/b/x",
                             "/vsioss_streaming/b/x",
                             "/vsiswift/b/x",
                             "/vsiswift_streaming/b/x",
                             "/vsihdfs/b/x",
                             "/vsiwebhdfs/http://b/x",
                             "/vsicurl\\https://a",
                             "/vsizip//vsicurl/https://a/x.zip",
                             "/vsizip/vsicurl/https://a/x.zip",
                             "/vsizip/{/vsicurl/https://a/x.zip}/y.csv",
                             "/vsizip/{vsicurl/https://a/x.zip}/y.csv",
                             "/vsigzip//vsizip//vsis3/b/x.zip/y.gz",
                             "/vsigzip/{/vsizip/{/vsicurl?url=http://a}}"}) {
        EXPECT_EQ(access_of(name), SourceAccess::network) << name;
    }
}

TEST(AccessOf, TellsDatabasesAddressesAndTheRestApart) {
    for (const char* name :
         {"PG:dbname=x", "pg:dbname=x", "postgresql://u:p@h/db", "postgres://h/db"}) {
        EXPECT_EQ(access_of(name), SourceAccess::database) << name;
        EXPECT_TRUE(is_database(name));
    }
    for (const char* name : {"http://a/x.geojson", "https://a/x.csv", "ftp://a/x.csv",
                             "WFS:https://a/wfs", "GeoJSON:https://a/x", "file:///etc/passwd"}) {
        EXPECT_EQ(access_of(name), SourceAccess::address) << name;
    }
    for (const char* name :
         {"/vsistdin/", "/vsistdin?buffer_limit=-1", "/vsisubfile/0_10,/etc/passwd",
          "/vsimem/x.csv", "/vsicrypt/key=a,file=/etc/passwd", "/vsisparse/x.xml", "/vsistdout/",
          "/vsinieuw/x", "/vsitar/x.tar/y.csv", "/vsizip/vsitar/x.tar/y.zip/z.csv",
          "/vsizip//vsisubfile/0_10,/etc/passwd"}) {
        EXPECT_EQ(access_of(name), SourceAccess::other) << name;
    }
}

std::string refusal(const std::string& bron, Network network) {
    try {
        check_access(bron, network, {bron, {}, {}});
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "";
}

TEST(CheckAccess, LetsTheNetworkInOnlyWhereTheCommandLineSaysSo) {
    for (const char* name : {"PG:dbname=x", "/vsicurl/https://a/x.csv", "/vsis3/b/x"}) {
        EXPECT_THAT(refusal(name, Network::refused), HasSubstr("add --allow-network")) << name;
        EXPECT_EQ(refusal(name, Network::allowed), "") << name;
    }
    for (const Network network : {Network::refused, Network::allowed}) {
        EXPECT_EQ(refusal("plannen.gpkg", network), "");
        EXPECT_EQ(refusal("/vsizip/plannen.zip", network), "");
        EXPECT_EQ(refusal("/vsistdin/", network),
                  "/vsistdin/: this is no file; name one on this machine, or /vsizip/ or /vsigzip/ "
                  "and the path into an archive; unpack a tar, which is not read");
        EXPECT_EQ(refusal("/vsizip/a.zip/plan.gml,XSD=/elders.xsd", network),
                  "/vsizip/a.zip/plan.gml,XSD=/elders.xsd: a name with ,xsd= takes the columns of "
                  "a GML from another file; name the GML alone");
        EXPECT_THAT(refusal("https://a/x.csv", network), HasSubstr("download the file"));
    }
}

}  // namespace
}  // namespace koppelkans::io
