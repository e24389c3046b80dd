#include "engine/io/kml_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::Veld;
using ::testing::AllOf;
using ::testing::HasSubstr;

std::string inexact(std::string_view text) {
    KmlTags days;
    days.follow("<kml>");
    for (std::size_t at = 0; at < text.size(); at += 3) {
        days.follow(text.substr(at, 3));
    }
    std::string all;
    for (const auto& [column, day] : days.claims().days) {
        all += column + "=" + day + ";";
    }
    return all;
}

TEST(KmlTagsTest, FindsTheFirstDayThatIsNotWhole) {
    for (const auto& [text, day] : std::vector<std::pair<const char*, const char*>>{
             {"<TimeSpan><begin>2027</begin><end>2028</end></TimeSpan>", "begin=2027;end=2028;"},
             {"<TimeSpan><begin>2027-04-15</begin><end> 2027-06\n</end></TimeSpan>",
              "end=2027-06;"},
             {"<kml:when>voorjaar 2027</kml:when>", "timestamp=voorjaar 2027;"},
             {"<begin id='a'>15-04-2027</begin>", "begin=15-04-2027;"},
             {"<begin>2027-04-15Tx</begin>", "begin=2027-04-15Tx;"},
             {"<begin>2027-04-15</begin><end>2027-04-15T12:00:00.5+02:00</end><when/>", ""},
             {"<begin> </begin><end></end><when>2027-04-15T12:00:00Z</when>", ""},
             {"<name>2027</name><beginning>2027</beginning>2027<begin>2027", ""},
             {"<!-- <begin>2027</begin> --><end><!-- of --><![CDATA[2028]]></end>", "end=2028;"},
             {"", ""}}) {
        EXPECT_EQ(inexact(text), day) << text;
    }
}

/// `1` for each Placemark that has coordinates, `x` where a part of them is none, `0` where it has
/// none; a letter each, a word for each folder.
std::string places(std::string_view text) {
    KmlTags tags;
    tags.follow("<kml>");
    tags.follow(text);
    std::string all;
    for (const KmlFolder& folder : tags.claims().folders) {
        all += all.empty() ? "" : " ";
        for (const ClaimedGeometry& one : folder.rows) {
            all += one.is_broken ? 'x' : one.is_there ? '1' : '0';
        }
        all += folder.rows.empty() ? "-" : "";
    }
    return all;
}

TEST(KmlCoordinatesTest, KnowsWhatLibkmlReadsAsItStands) {
    const auto is_whole = [](std::string_view text) {
        KmlCoordinates coordinates;
        for (std::size_t at = 0; at < text.size(); ++at) {
            coordinates.follow(text.substr(at, 1));
        }
        return coordinates.finish();
    };
    for (const char* text : {"5.1,52.1", " 5.1,52.1,0\n5.2,52.2,-3.5e1\t", "5.1, 52.1 5.2 ,52.2",
                             "+5,1 5,.5 5,-1", "5.1,52.1,0,5.2,52.2,0", "5.1,52.1 5.2,52.2,", ""}) {
        EXPECT_TRUE(is_whole(text)) << text;
    }
    for (const char* text : {"abc", "5.1,52.1 abc 5.2,52.2", "5.1 52.1", "5.1,52.1 5.2 5.3,52.3",
                             "5,1,52,1", "5.1,,52.1", ",5.1,52.1", "5.1,52.1;5.2,52.2",
                             "5.1.2,52.1", "5.1,52.1, 5.2,52.2", "--5,52", "5.1,52.1m"}) {
        EXPECT_FALSE(is_whole(text)) << text;
    }
    EXPECT_TRUE(is_whole(std::string(300, '1') + ",2"));
    EXPECT_FALSE(is_whole(std::string(500, '1') + ",2"));
}

TEST(KmlTagsTest, TellsWhichPlacemarksHaveCoordinates) {
    EXPECT_EQ(places("<Document><Placemark/><Folder><Folder><Placemark><coordinates>1,2"
                     "</coordinates></Placemark></Folder><Placemark/></Folder><Folder/>"
                     "<Placemark><coordinates>1,2</coordinates><coordinates>1,b</coordinates>"
                     "<coordinates>3,4</coordinates></Placemark><coordinates>x</coordinates>"
                     "</Document><Placemark/>"),
              "0 0x 0 1 -");

    EXPECT_EQ(
        places("<coordinates>1,2</coordinates><Placemark id='a'><coordinates>1,2</coordinates>"
               "</Placemark><Placemark><Point><coordinates> \n</coordinates></Point></Placemark>"
               "<kml:Placemark><gx:coord>1 2 3</gx:coord></kml:Placemark><Placemark><gx:coord>abc"
               "</gx:coord></Placemark><!-- <Placemark> --><Placemark/>"),
        "101x0");
}

TEST(KmlTagsTest, APolygonHasOneOuterRing) {
    const std::string ring = "<LinearRing><coordinates>1,2 3,4 5,7 1,2</coordinates></LinearRing>";
    const auto outer = [](const std::string& rings) {
        return "<outerBoundaryIs>" + rings + "</outerBoundaryIs>";
    };
    const auto inner = [](const std::string& rings) {
        return "<innerBoundaryIs>" + rings + "</innerBoundaryIs>";
    };
    for (const auto& [text, place] : std::vector<std::pair<std::string, const char*>>{
             {outer(ring), "1"},
             {outer(ring) + inner(ring) + inner(ring), "1"},
             {inner(ring) + outer(ring), "1"},
             {"", "0"},
             {outer(""), "0"},
             {inner(ring), "x"},
             {outer("") + inner(ring), "x"},
             {outer(ring) + outer(ring), "x"},
             {outer(ring + ring), "x"},
             {outer(ring) + inner(ring + ring), "x"}}) {
        const std::string polygon = "<Polygon>" + text + "</Polygon>";
        EXPECT_EQ(places("<Placemark>" + polygon + "</Placemark>"), place) << text;
        EXPECT_EQ(places("<Placemark><MultiGeometry>" + polygon + "<Polygon>" + outer(ring) +
                         "</Polygon></MultiGeometry></Placemark>"),
                  *place == '0' ? "1" : place)
            << text;
    }
}

std::string crash_of(const std::string& text) {
    KmlTags tags;
    tags.follow("<kml><Document><Placemark>" + text + "</Placemark></Document></kml>");
    return tags.claims().crash;
}

TEST(KmlTagsTest, TellsWhatLibkmlFallsOver) {
    const std::string coord = "<gx:coord>5.1 52.1 0</gx:coord>";
    const std::string when = "<when>2027-04-15</when>";
    const auto track = [](const std::string& inside) {
        return "<gx:Track>" + inside + "</gx:Track>";
    };
    for (const std::string& text :
         {coord, coord + when + coord, "<a>" + when + "</a>" + coord, "<gx:coord/>" + std::string(),
          "<Model/>" + coord, coord + track(when + coord), track(coord) + coord + when,
          "<gx:angles>1 2 3</gx:angles>" + coord}) {
        EXPECT_THAT(crash_of(track(text)), HasSubstr("fewer times (when) than places"));
        EXPECT_THAT(crash_of("<gx:MultiTrack>" + track(when + coord) + track(text) +
                             track(when + coord) + "</gx:MultiTrack>"),
                    HasSubstr("fewer times (when) than places"))
            << text;
    }
    for (const std::string& text : {std::string(), when, when + coord, coord + when,
                                    coord + coord + when + when, "<when/>" + coord}) {
        EXPECT_EQ(crash_of(track(text)), "") << text;
    }
    for (const char* text : {"<MultiGeometry><Model/></MultiGeometry>",
                             "<MultiGeometry><MultiGeometry><Point/><Model id='a'>x</Model>"
                             "</MultiGeometry></MultiGeometry>"}) {
        EXPECT_THAT(crash_of(text), HasSubstr("it has a Model in a MultiGeometry")) << text;
    }
    for (const char* text : {"<Model/>", "<MultiGeometry/><Model/>"}) {
        EXPECT_EQ(crash_of(text), "") << text;
    }
}

class KmlCheckTest : public SourceTest {
  protected:
    std::string kml(const std::string& begin) {
        return write("p.kml",
                     "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
                     "<Placemark><name>a</name><TimeSpan><begin>" +
                         begin +
                         "</begin></TimeSpan><ExtendedData><Data name='jaar'><value>2027</value>"
                         "</Data></ExtendedData><Point><coordinates>5.1,52.1</coordinates></Point>"
                         "</Placemark></Document></kml>");
    }
    std::string start_of(const BronConfiguration& bron) {
        Source source(bron, run_, rd_);
        return all_rows(source).at(0).text(Veld::start);
    }
};

TEST_F(KmlCheckTest, ADayThatIsNotWholeIsNotReadAsAnother) {
    EXPECT_EQ(start_of(riool(kml("2027-04-15"))).substr(0, 10), "2027-04-15");
    for (const char* begin : {"2027-06", "2027", "voorjaar 2027"}) {
        EXPECT_THAT(
            input_error([&] { start_of(riool(kml(begin))); }),
            AllOf(HasSubstr("its column begin"), HasSubstr(begin), HasSubstr("write whole days")));
    }
}

TEST_F(KmlCheckTest, CoordinatesThatCannotBeReadAreAFaultOfTheirRow) {
    std::string text =
        "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>";
    for (const char* where : {"<Point><coordinates>5.1,52.1</coordinates></Point>",
                              "<Point><coordinates>abc</coordinates></Point>",
                              "<Point><coordinates></coordinates></Point>", ""}) {
        text += std::string("<Placemark><name>a</name>") + where + "</Placemark>";
    }
    Source source(riool(write("p.kml", text + "</Document></kml>")), run_, rd_);
    std::vector<std::string> faults;
    for (const domain::InputRow& row : all_rows(source)) {
        faults.push_back(row.geometry_fault);
    }
    EXPECT_THAT(faults, testing::ElementsAre("", "its geometry cannot be read", "", ""));
}

TEST_F(KmlCheckTest, ARingByItselfIsALine) {
    const std::string ring =
        "<LinearRing><coordinates>5,52 5.1,52 5.1,52.1 5,52</coordinates></LinearRing>";
    Source source(riool(write("p.kml",
                              "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'>"
                              "<Document><Placemark>" +
                                  ring + "</Placemark><Placemark><MultiGeometry>" + ring +
                                  "</MultiGeometry></Placemark></Document></kml>")),
                  run_, rd_);
    const std::vector<domain::InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "LINESTRING (5 52, 5.1 52, 5.1 52.1, 5 52)");
    EXPECT_EQ(geometry::to_wkt(rows[1].geometry),
              "GEOMETRYCOLLECTION (LINESTRING (5 52, 5.1 52, 5.1 52.1, 5 52))");
}

TEST_F(KmlCheckTest, OtherColumnsAreReadAllTheSame) {
    BronConfiguration bron = riool(kml("2027"));
    bron.velden = {{Veld::start, "jaar"}};
    EXPECT_EQ(start_of(bron), "2027");
}

}  // namespace
}  // namespace koppelkans::io
