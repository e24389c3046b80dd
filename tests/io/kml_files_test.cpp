#include "engine/io/kml_files.h"

#include <cpl_conv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

std::string placemark(const std::string& inside) {
    return "<Placemark><name>a</name>" + inside + "</Placemark>";
}

std::string kml(const std::string& inside) {
    return "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2' "
           "xmlns:gx='http://www.google.com/kml/ext/2.2'><Document>" +
           inside + "</Document></kml>";
}

const std::string good = placemark("<Point><coordinates>5.1,52.1</coordinates></Point>");
const std::string crash = placemark("<gx:Track><gx:coord>5.1 52.1 0</gx:coord></gx:Track>");
const std::string link = "<NetworkLink><Link><href>lagen/een.dat#a</href></Link></NetworkLink>";

class KmlFilesTest : public SourceTest {
  protected:
    std::string zip(const std::string& name,
                    const std::vector<std::pair<std::string, std::string>>& files) {
        void* const archive = CPLCreateZip(path(name).c_str(), nullptr);
        for (const auto& [file, text] : files) {
            EXPECT_EQ(CPLCreateFileInZip(archive, file.c_str(), nullptr), CE_None);
            EXPECT_EQ(CPLWriteFileInZip(archive, text.data(), static_cast<int>(text.size())),
                      CE_None);
            EXPECT_EQ(CPLCloseFileInZip(archive), CE_None);
        }
        EXPECT_EQ(CPLCloseZip(archive), CE_None);
        return path(name);
    }
    /// How many rows it gives, or why it is refused.
    std::string outcome(const std::string& bron) {
        try {
            Source source(riool(bron), run_, rd_);
            const std::size_t rows = all_rows(source).size();
            warnings_ = source.warnings();
            return std::to_string(rows);
        } catch (const domain::InputError& error) {
            return error.what();
        }
    }
    std::vector<std::string> warnings_;
};

TEST_F(KmlFilesTest, WhatLibkmlFallsOverIsRefusedWhateverItsFileIsCalled) {
    for (const char* name : {"p.kml", "p.txt", "p"}) {
        EXPECT_THAT(outcome(write(name, kml(crash))), HasSubstr("it has a gx:Track")) << name;
    }
    // GDAL takes it for a GML, and then asks the other drivers.
    EXPECT_THAT(outcome(write("q.kml", "<!-- http://www.opengis.net/gml -->" +
                                           kml(crash).substr(kml("").find("<kml")))),
                HasSubstr("it has a gx:Track"));
}

TEST_F(KmlFilesTest, EachFileOfAKmzIsLookedAt) {
    EXPECT_EQ(outcome(zip("goed.kmz", {{"doc.kml", kml(good)}})), "1");
    const std::vector<std::vector<std::pair<std::string, std::string>>> archives = {
        {{"doc.kml", kml(crash)}},
        {{"lagen/een.kml", kml(crash)}},
        {{"a.png", "no XML"}, {"doc.kml", kml(good)}, {"b.KML", kml(crash)}},
        {{"doc.kml", kml(link)}, {"lagen/een.dat", kml(crash)}}};
    for (std::size_t i = 0; i < archives.size(); ++i) {
        EXPECT_THAT(outcome(zip("p" + std::to_string(i) + ".kmz", archives[i])),
                    HasSubstr("it has a gx:Track"))
            << i;
    }
}

TEST_F(KmlFilesTest, EachKmlOfAFolderIsLookedAt) {
    std::filesystem::create_directories(path("map"));
    write("map/a.kml", kml(good));
    EXPECT_EQ(outcome(path("map")), "1");
    write("map/b.KML", kml(crash));
    EXPECT_THAT(outcome(path("map")), HasSubstr("it has a gx:Track"));
}

}  // namespace
}  // namespace koppelkans::io
