// Files that ask for more than their name says: nobody may be called, nothing else may be read.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/io/gdal_dataset.h"
#include "engine/io/gdal_walls.h"
#include "tests/io/loopback.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class HostileSource : public SourceTest {
  protected:
    /// What opening and reading it says: the refusal, or how many rows there are.
    std::string outcome(const BronConfiguration& bron) {
        try {
            Source source(bron, run_, rd_);
            return fmt::format("{} rows", all_rows(source).size());
        } catch (const domain::InputError& error) {
            return error.what();
        }
    }
    std::string outcome(const std::string& file) { return outcome(riool(file)); }

    Loopback server_;
};

std::string geojson(const std::string& crs) {
    return fmt::format(
        R"({{"type":"FeatureCollection","crs":{},"features":[{{"type":"Feature","properties":{{"id":"1",)"
        R"("start":"2027"}},"geometry":{{"type":"Point","coordinates":[170000,440000]}}}}]}})",
        crs);
}

/// A plan of one row; `head` stands before the collection, `schema` in it, `id` is a text of it.
std::string gml(const std::string& head, const std::string& attributes, const std::string& id,
                const std::string& srs = "EPSG:28992") {
    return fmt::format(
        R"(<?xml version="1.0"?>{}<ogr:FeatureCollection {} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")"
        R"( xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml")"
        R"( xmlns:xlink="http://www.w3.org/1999/xlink"><gml:featureMember><ogr:plan fid="1"><ogr:id>{}</ogr:id>)"
        R"(<ogr:start>2027</ogr:start><ogr:vorm><gml:Point srsName="{}"><gml:coordinates>170000,440000)"
        R"(</gml:coordinates></gml:Point></ogr:vorm></ogr:plan></gml:featureMember></ogr:FeatureCollection>)",
        head, attributes, id, srs);
}

std::string kml(const std::string& head, const std::string& links, const std::string& id) {
    return fmt::format(
        R"(<?xml version="1.0"?>{}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}<Placemark>)"
        R"(<name>{}</name><Point><coordinates>5.4,51.9</coordinates></Point></Placemark></Document></kml>)",
        head, links, id);
}

/// An entity that unfolds to 10^9 letters.
std::string bomb() {
    std::string doctype = R"(<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa">)";
    for (char name = 'b'; name <= 'i'; ++name) {
        doctype += fmt::format("<!ENTITY {} \"", name);
        for (int i = 0; i < 10; ++i) {
            doctype += fmt::format("&{};", static_cast<char>(name - 1));
        }
        doctype += "\">";
    }
    return doctype + "]>";
}

TEST_F(HostileSource, NoNameLeadsToTheNetwork) {
    const std::string file = server_.address("plan.csv");
    for (const std::string& name :
         {"/vsicurl/" + file, "/vsicurl?url=" + file, "/vsicurl_streaming/" + file,
          "/vsizip//vsicurl/" + file + ".zip", "/vsizip/vsicurl/" + file + ".zip",
          "/vsizip/{/vsicurl/" + file + ".zip}/plan.csv", "/vsigzip//vsicurl/" + file + ".gz",
          "/vsiwebhdfs/" + file,
          "PG:host=127.0.0.1 port=" + file.substr(17, file.rfind('/') - 17) + " dbname=plannen"}) {
        EXPECT_THAT(outcome(name), HasSubstr("add --allow-network")) << name;
    }
    EXPECT_THAT(outcome(file), HasSubstr("a web address is no source"));
    EXPECT_FALSE(server_.was_called());
}

/// The second wall: whatever a driver would open itself.
TEST_F(HostileSource, GdalItselfHasNoWayToTheNetwork) {
    write("plan.csv", "id;start\n1;2027\n");
    EXPECT_EQ(outcome(path("plan.csv")), "1 rows");
    const GdalErrors errors;
    for (const std::string& name :
         {"/vsicurl/" + server_.address("x"), "/vsicurl?url=" + server_.address("x"),
          "/vsizip//vsicurl/" + server_.address("x.zip"), std::string("/vsistdin/"),
          std::string("/vsisubfile/0_10,/etc/passwd"), std::string("/vsisparse//etc/passwd")}) {
        VSIStatBufL status;
        EXPECT_NE(VSIStatL(name.c_str(), &status), 0) << name;
        take_refused_address();
        EXPECT_EQ(VSIFOpenL(name.c_str(), "rb"), nullptr) << name;
        const std::string refused = take_refused_address();
        EXPECT_EQ(refused, name.starts_with("/vsizip/") ? std::string() : name);
    }
    EXPECT_FALSE(server_.was_called());
}

TEST_F(HostileSource, AFolderNamedLikeAnAddressIsNoWayToTheNetwork) {
    const std::string folder = path("http:/127.0.0.1:1");
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/plan.geojson")
        << geojson(R"({"type":"name","properties":{"name":"EPSG:28992"}})");
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(path(""));
    EXPECT_THAT(outcome("http://127.0.0.1:1/plan.geojson"),
                HasSubstr("a web address is no source"));
    EXPECT_EQ(outcome("http:/127.0.0.1:1/plan.geojson"), "1 rows");
    write("{\"type\": 1}.csv", "id;start\n1;2027\n");
    EXPECT_EQ(outcome("{\"type\": 1}.csv"), "1 rows");
    std::filesystem::current_path(before);
}

TEST_F(HostileSource, AGeoJsonMayNotFetchItsCrs) {
    write("link.geojson",
          geojson(fmt::format(R"({{"type":"link","properties":{{"href":"{}","type":"proj4"}}}})",
                              server_.address("crs"))));
    EXPECT_THAT(
        outcome(path("link.geojson")),
        AllOf(HasSubstr("it refers to " + server_.address("crs")), HasSubstr("--allow-network")));
    write("name.geojson", geojson(fmt::format(R"({{"type":"name","properties":{{"name":"{}"}}}})",
                                              server_.address("crs"))));
    outcome(path("name.geojson"));
    EXPECT_FALSE(server_.was_called());
}

TEST_F(HostileSource, AGmlMayNotFetchItsSchemaNorItsCrs) {
    const std::string schema = "xsi:schemaLocation=\"http://ogr.maptools.org/ {}\"";
    for (const std::string& place :
         {server_.address("x.xsd"), "/vsicurl/" + server_.address("x.xsd")}) {
        write("plan.gml", gml("", fmt::format(fmt::runtime(schema), place), "1"));
        EXPECT_EQ(outcome(path("plan.gml")), "1 rows") << place;
    }
    write("crs.gml", gml("", "", "1", server_.address("crs")));
    EXPECT_THAT(outcome(path("crs.gml")), HasSubstr("cannot be read to its end"));
    EXPECT_FALSE(server_.was_called());
}

TEST_F(HostileSource, AGmlIsNotReadFromWhatLiesBesideIt) {
    write("plan.gml", gml("", "", "1"));
    write("plan.resolved.gml", gml("", "", "2"));
    EXPECT_EQ(outcome(path("plan.gml")),
              path("plan.gml") +
                  ": plan.resolved.gml lies beside it and would be read in its "
                  "place; name that one, or take it away");
    EXPECT_EQ(outcome(path("plan.resolved.gml")), "1 rows");
    // Of a compressed one too.
    const std::string packed = "/vsigzip/" + path("klein.gml.gz");
    VSILFILE* const file = VSIFOpenL(packed.c_str(), "wb");
    const std::string text = gml("", "", "1");
    ASSERT_EQ(VSIFWriteL(text.data(), 1, text.size(), file), text.size());
    VSIFCloseL(file);
    EXPECT_EQ(outcome(path("klein.gml.gz")), "1 rows");
    write("klein.gml.resolved.gml", gml("", "", "2"));
    EXPECT_THAT(outcome(path("klein.gml.gz")), HasSubstr("klein.gml.resolved.gml lies beside it"));

    write("half.gml", gml("", "", "1"));
    write("half.gfs",
          "<GMLFeatureClassList><GMLFeatureClass><Name>ander</Name><ElementPath>ander"
          "</ElementPath><PropertyDefn><Name>id</Name><ElementPath>id</ElementPath><Type>String"
          "</Type></PropertyDefn></GMLFeatureClass></GMLFeatureClassList>");
    const Source source(riool(path("half.gml")), run_, rd_);
    EXPECT_EQ(source.laag(), "ander");
    EXPECT_THAT(source.warnings(),
                ::testing::Contains("half.gfs lies beside it and says which layers and columns it "
                                    "has; rows of a layer that it does not name are left out: take "
                                    "it away unless it is there on purpose"));
    std::filesystem::remove(path("half.gfs"));
    EXPECT_THAT(Source(riool(path("half.gml")), run_, rd_).warnings(),
                Not(::testing::Contains(HasSubstr("lies beside"))));
}

constexpr const char* schema_of_plan =
    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml")"
    R"( xmlns:ogr="http://ogr.maptools.org/" targetNamespace="http://ogr.maptools.org/">{}</xs:schema>)";

TEST_F(HostileSource, TheSchemaOfAGmlLeadsToNoOtherFile) {
    ASSERT_EQ(::mkfifo(path("pijp").c_str(), 0600), 0);
    write("deel.xsd", fmt::format(fmt::runtime(schema_of_plan), ""));
    write("plan.gml", gml("", "xsi:schemaLocation=\"http://ogr.maptools.org/ plan.xsd\"", "1"));
    for (const std::string& other : {path("pijp"), std::string("pijp"), std::string("deel.xsd")}) {
        for (const char* element : {"xs:include", "include", "xs:Include"}) {
            const std::string include =
                fmt::format("<{} id='a' schemaLocation='{}'/>", element, other);
            write("plan.xsd", fmt::format(fmt::runtime(schema_of_plan), include));
            EXPECT_EQ(outcome(path("plan.gml")),
                      path("plan.gml") + ": plan.xsd beside it includes " + other +
                          ", which nobody named and which would be read as well; take it away, as "
                          "without it the columns are found in the GML itself, or put all of it "
                          "into one file");
        }
    }
    // It is not followed, and schemas that programs write have one.
    write("plan.xsd", fmt::format(fmt::runtime(schema_of_plan),
                                  "<xs:import namespace='http://elders' schemaLocation='" +
                                      path("pijp") + "'/>"));
    EXPECT_EQ(outcome(path("plan.gml")), "1 rows");
    write("plan.xsd",
          fmt::format(fmt::runtime(schema_of_plan),
                      "<xs:include schemaLocation='" + server_.address("x.xsd") + "'/>"));
    EXPECT_THAT(outcome(path("plan.gml")),
                AllOf(HasSubstr("plan.xsd beside it includes http://"), HasSubstr("nobody named")));
    EXPECT_FALSE(server_.was_called());
}

TEST_F(HostileSource, ASchemaBesideAGmlHasASize) {
    write("plan.gml", gml("", "", "1"));
    write("plan.xsd", fmt::format(fmt::runtime(schema_of_plan), std::string(3 << 20, ' ')));
    EXPECT_EQ(outcome(path("plan.gml")),
              path("plan.gml") +
                  ": plan.xsd beside it is larger than 2 MB; take it away, as "
                  "without it the columns are found in the GML itself");
}

TEST_F(HostileSource, XmlFetchesNothingAndReadsNoOtherFile) {
    const std::string secret = write("geheim.txt", "GEHEIM");
    const std::string head = fmt::format(
        R"(<!DOCTYPE x SYSTEM "{}" [<!ENTITY net SYSTEM "{}"><!ENTITY e SYSTEM "file://{}">]>)",
        server_.address("x.dtd"), server_.address("e"), secret);
    write("plan.gml", gml(head, "", "1&e;&net;"));
    write("plan.kml", kml(head, "", "1&e;&net;"));
    for (const char* name : {"plan.gml", "plan.kml"}) {
        try {
            Source source(riool(path(name)), run_, rd_);
            for (const domain::InputRow& row : all_rows(source)) {
                EXPECT_THAT(row.text(domain::Veld::id), Not(HasSubstr("GEHEIM"))) << name;
            }
        } catch (const domain::InputError& error) {
            EXPECT_THAT(error.what(), Not(HasSubstr("GEHEIM"))) << name;
        }
    }
    const std::string link = server_.address("x.kml");
    write("net.kml", kml("",
                         fmt::format("<NetworkLink><Link><href>{0}</href></Link></NetworkLink>"
                                     "<GroundOverlay><Icon><href>{0}</href></Icon></GroundOverlay>",
                                     link),
                         "1"));
    EXPECT_EQ(outcome(path("net.kml")), "2 rows");
    EXPECT_FALSE(server_.was_called());
}

TEST_F(HostileSource, AnEntityThatUnfoldsWithoutEndIsRefused) {
    write("bomb.gml", gml(bomb(), "", "&i;"));
    write("bomb.kml", kml(bomb(), "", "&i;"));
    for (const char* name : {"bomb.gml", "bomb.kml"}) {
        EXPECT_THAT(outcome(path(name)),
                    AnyOf(HasSubstr("cannot be opened"), HasSubstr("cannot be read")))
            << name;
    }
}

/// Writes one member of an archive anew; without a text it is left out.
void replace_member(const std::string& archive, const std::string& copy, const std::string& member,
                    const std::string& text) {
    // GDAL appends a member of the same name, so the others are written to a new archive.
    const std::string from = "/vsizip/" + archive;
    const std::string to = "/vsizip/" + copy;
    VSILFILE* keep_open = VSIFOpenL(to.c_str(), "wb");
    const CPLStringList names(VSIReadDirRecursive(from.c_str()));
    for (int i = 0; i < names.Count(); ++i) {
        GByte* bytes = nullptr;
        vsi_l_offset size = 0;
        if (VSIIngestFile(nullptr, (from + "/" + names[i]).c_str(), &bytes, &size, -1) == 0) {
            continue;  // a folder
        }
        const std::string old(reinterpret_cast<const char*>(bytes), size);
        VSIFree(bytes);
        const std::string& now = member == names[i] ? text : old;
        if (now.empty()) {
            continue;
        }
        VSILFILE* out = VSIFOpenL((to + "/" + names[i]).c_str(), "wb");
        ASSERT_NE(out, nullptr);
        VSIFWriteL(now.data(), 1, now.size(), out);
        VSIFCloseL(out);
    }
    VSIFCloseL(keep_open);
}

TEST_F(HostileSource, ASpreadsheetIsNoBombEither) {
    LayerSpec layer;
    layer.geometry = "NONE";
    layer.columns = {"id", "start"};
    layer.rows = {{"een", "2027", ""}};
    write_dataset("XLSX", path("plan.xlsx"), {layer});
    write_dataset("ODS", path("plan.ods"), {layer});
    const std::string sheet =
        bomb() + R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
                 R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>)"
                 R"(</sheetData></worksheet>)";
    replace_member(path("plan.xlsx"), path("bomb.xlsx"), "xl/worksheets/sheet1.xml", sheet);
    const std::string strings =
        bomb() +
        R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&i;</t></si></sst>)";
    replace_member(path("plan.xlsx"), path("strings.xlsx"), "xl/sharedStrings.xml", strings);
    const std::string content =
        bomb() +
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>)"
        R"(<table:table table:name="plannen"><table:table-row><table:table-cell><text:p>&i;</text:p>)"
        R"(</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>)"
        R"(</office:document-content>)";
    replace_member(path("plan.ods"), path("bomb.ods"), "content.xml", content);
    EXPECT_EQ(outcome(path("plan.xlsx")), "1 rows");
    EXPECT_EQ(outcome(path("plan.ods")), "1 rows");
    for (const char* name : {"bomb.xlsx", "strings.xlsx", "bomb.ods"}) {
        EXPECT_THAT(outcome(path(name)), HasSubstr("cannot be")) << name;
    }
}

TEST_F(HostileSource, AWorkbookWithoutItsTextsIsDamaged) {
    LayerSpec layer;
    layer.geometry = "NONE";
    layer.columns = {"id", "start"};
    layer.rows = {{"een", "2027", ""}};
    write_dataset("XLSX", path("plan.xlsx"), {layer});
    const std::string name = "xl/sharedStrings.xml";
    replace_member(path("plan.xlsx"), path("leeg.xlsx"), name, "<sst/>");
    replace_member(path("plan.xlsx"), path("weg.xlsx"), name, "");
    EXPECT_EQ(outcome(path("plan.xlsx")), "1 rows");
    for (const char* file : {"leeg.xlsx", "weg.xlsx"}) {
        EXPECT_EQ(outcome(path(file)),
                  path(file) +
                      ": this workbook is damaged: its cells take their texts from "
                      "xl/sharedStrings.xml, which is missing, empty or written with prefixes; ask "
                      "for it again, or open and save it in a spreadsheet program");
    }
    // Texts may stand in the cells themselves; programs then write a table that holds none.
    const std::string cell = R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)";
    std::string sheet =
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
    for (const auto& [row, texts] : {std::pair{1, std::pair{"id", "start"}}, {2, {"x", "2027"}}}) {
        sheet += fmt::format("<row r=\"{}\">", row) +
                 fmt::format(fmt::runtime(cell), fmt::format("A{}", row), texts.first) +
                 fmt::format(fmt::runtime(cell), fmt::format("B{}", row), texts.second) + "</row>";
    }
    replace_member(path("leeg.xlsx"), path("zelf.xlsx"), "xl/worksheets/sheet1.xml",
                   sheet + "</sheetData></worksheet>");
    EXPECT_EQ(outcome(path("zelf.xlsx")), "1 rows");
}

TEST_F(HostileSource, APipeOrADeviceIsNotWaitedFor) {
    ASSERT_EQ(::mkfifo(path("plan.csv").c_str(), 0600), 0);
    EXPECT_THAT(outcome(path("plan.csv")), HasSubstr("this is a pipe or a device"));
    EXPECT_THAT(outcome("/dev/zero"), HasSubstr("this is a pipe or a device"));
}

TEST_F(HostileSource, ACrsReadsNoFileAndNoNetwork) {
    ASSERT_EQ(::mkfifo(path("pijp").c_str(), 0600), 0);  // to open it is to wait for ever
    write("plan.csv", "id;start;x;y\n1;2027;170000;440000\n");
    ASSERT_EQ(::setenv("PROJ_NETWORK", "ON", 1), 0);  // NOLINT(concurrency-mt-unsafe)
    for (const std::string& crs :
         {"+proj=sterea +lat_0=52 +lon_0=5 +ellps=bessel +units=m +nadgrids=" + path("pijp") +
              " +type=crs",
          "+proj=longlat +ellps=bessel +nadgrids=@" + path("pijp") + ",null +type=crs",
          "+proj=longlat +ellps=bessel +nadgrids=" + server_.address("x.tif") + " +type=crs",
          "+init=" + path("pijp") + ":x", path("pijp"), server_.address("crs"),
          std::string("../../../../../../etc/passwd")}) {
        BronConfiguration bron = riool(path("plan.csv"));
        bron.crs = crs;
        outcome(bron);  // refused, or read without the grid; not waited for
    }
    ::unsetenv("PROJ_NETWORK");  // NOLINT(concurrency-mt-unsafe)
    EXPECT_FALSE(server_.was_called());
}

}  // namespace
}  // namespace koppelkans::io
