#include "engine/io/kml_files.h"

#include <cpl_conv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

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
    int archives_ = 0;
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

TEST_F(KmlFilesTest, AKmzThatHoldsTooMuchIsRefused) {
    constexpr std::size_t megabyte = 1 << 20;
    const std::string much = kml(good + std::string(megabyte, ' '));
    const std::string file = zip("p.kmz", {{"a.kml", much}, {"b.kml", much}});
    const domain::InputPlace place{file, {}, {}};
    EXPECT_EQ(claims_of_kml(file, place, 3 * megabyte).files, 2U);
    EXPECT_EQ(input_error([&] { claims_of_kml(file, place, 2 * megabyte); }),
              file +
                  ": its KML files are larger than 2 MB when they are unpacked; unpack it and "
                  "name each KML as a source");
    EXPECT_EQ(claims_of_kml(write("p.kml", much), place, 1).files, 1U);
}

TEST_F(KmlFilesTest, EachKmlOfAFolderIsLookedAt) {
    std::filesystem::create_directories(path("map"));
    write("map/a.kml", kml(good));
    EXPECT_EQ(outcome(path("map")), "1");
    write("map/b.KML", kml(crash));
    EXPECT_THAT(outcome(path("map")), HasSubstr("it has a gx:Track"));
}

TEST_F(KmlFilesTest, AFileOfWhichNotAllRowsAreReadIsRefused) {
    const std::string files =
        ": its 2 KML files hold 2 Placemarks, of which GDAL reads 1; unpack it";
    const std::string own_link =
        "<NetworkLink><Link><href>lagen/een.dat</href></Link></NetworkLink>";
    for (const auto& [archive, outcome_of_it] :
         std::vector<std::pair<std::vector<std::pair<std::string, std::string>>, std::string>>{
             {{{"doc.kml", kml(good)}, {"b.kml", kml(good)}}, files},
             {{{"files/x.kml", kml(good)}, {"doc.kml", kml(good)}}, files},
             {{{"a.kml", kml(good)}, {"b.KML", kml(good)}}, files},
             {{{"doc.kml", kml(own_link + good)}, {"lagen/een.dat", kml(good)}}, files},
             {{{"doc.kml", kml(own_link)}, {"lagen/een.dat", kml(good + good)}}, "2"},
             {{{"doc.kml", kml(good)}, {"stijl.kml", kml("<Style id='a'/>")}}, "1"}}) {
        const std::string file = path("p" + std::to_string(++archives_) + ".kmz");
        EXPECT_THAT(
            outcome(zip("p" + std::to_string(archives_) + ".kmz", archive)),
            ::testing::StartsWith(outcome_of_it.size() > 1 ? file + outcome_of_it : outcome_of_it));
    }
}

TEST_F(KmlFilesTest, APlacemarkBesideTheDocumentIsNotLost) {
    const std::string bare = kml("").substr(0, kml("").find("<Document>"));
    const std::string document = "<Document>" + good + "</Document>";
    for (const std::string& text : {document + good, good + document, document + document}) {
        EXPECT_THAT(outcome(write("p.kml", bare + text + "</kml>")),
                    HasSubstr("it holds 2 Placemarks, of which GDAL reads 1: a KML holds one "
                              "Document or Folder"))
            << text;
    }
    const std::string overlay =
        "<GroundOverlay><LatLonBox><north>52.2</north><south>52.1</south><east>5.2</east>"
        "<west>5.1</west></LatLonBox></GroundOverlay>";
    const std::string tour = "<gx:Tour><gx:Playlist><gx:AnimatedUpdate><Update><Change>" + good +
                             "</Change></Update></gx:AnimatedUpdate></gx:Playlist></gx:Tour>";
    EXPECT_EQ(outcome(write("q.kml", kml(good + overlay + tour))), "2");
    EXPECT_EQ(outcome(write("r.kml", bare + good + "</kml>")), "1");
}

TEST_F(KmlFilesTest, WhatIsLinkedToIsToldOf) {
    EXPECT_EQ(outcome(write("p.kml", kml(good + link + "<PhotoOverlay/><NetworkLink/>"))), "1");
    EXPECT_THAT(warnings_,
                AllOf(Contains("it links to other files (1 NetworkLinks), which are not read; save "
                               "what they hold as files and name these as sources"),
                      Contains("it has 1 PhotoOverlays, which are pictures and not read as rows")));
    EXPECT_EQ(outcome(zip("p.kmz", {{"doc.kml", kml(link)}, {"lagen/een.dat", kml(good)}})), "1");
    EXPECT_EQ(outcome(write("q.kml", kml(good))), "1");
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("NetworkLinks"))));
}

}  // namespace
}  // namespace koppelkans::io
