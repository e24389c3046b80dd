#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class TableTest : public SourceTest {
  protected:
    /// The rows of a CSV whose coordinates are in RD New.
    std::vector<InputRow> rows_of(const std::string& csv) {
        run_.crs_of_nameless = "EPSG:28992";
        Source source(riool(write("plan.csv", csv)), run_, rd_);
        std::vector<InputRow> rows = all_rows(source);
        fields_ = veld_names(source);
        warnings_ = source.warnings();
        return rows;
    }

    std::string fields_;
    std::vector<std::string> warnings_;
};

TEST_F(TableTest, TakesXAndYWithADecimalComma) {
    const std::vector<InputRow> rows = rows_of(
        "nummer;start;X-coord;Y-coord\n1;2027;155000,5;463000,25\n2;2028;155001.5;463001\n");
    EXPECT_EQ(fields_, "id start x y");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "POINT (155000.5 463000.25)");
    EXPECT_EQ(geometry::to_wkt(rows[1].geometry), "POINT (155001.5 463001)");
    EXPECT_EQ(rows[0].coordinate_fault, "");
}

TEST_F(TableTest, SaysWhatIsWrongWithXAndY) {
    const std::vector<InputRow> rows = rows_of(
        "id;x;y\n1;;\n2;155000;\n3;;463000\n4;oost;463000\n5;155000;1.234.567\n6;nan;463000\n"
        "7; 155000 ;463000\n");
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(rows[0].coordinate_fault, "");
    EXPECT_TRUE(rows[0].geometry.empty());
    EXPECT_EQ(rows[1].coordinate_fault, "y is empty");
    EXPECT_EQ(rows[2].coordinate_fault, "x is empty");
    EXPECT_EQ(rows[3].coordinate_fault, "x is no number: oost");
    EXPECT_EQ(rows[4].coordinate_fault, "y is no number: 1.234.567");
    EXPECT_EQ(rows[5].coordinate_fault, "x is no number: nan");
    EXPECT_FALSE(rows[6].geometry.empty());
}

TEST_F(TableTest, TakesWktAndSaysWhatIsNone) {
    const std::vector<InputRow> rows = rows_of(
        "id;wkt\n1;POINT Z (155000 463000 7)\n2;\n3;rommel\n4;\"SRID=28992;POINT (1 2)\"\n"
        "5;POINT (1 2) en meer\n6;\"POLYGON ((0 0,9 0,9 9))\"\n7;POINT (1\n8;POINT EMPTY\n"
        "9;" +
        std::string(70, 'e') + "\n");
    ASSERT_EQ(rows.size(), 9U);
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "POINT (155000 463000)");
    EXPECT_TRUE(rows[1].geometry.empty());
    EXPECT_EQ(rows[1].coordinate_fault, "");
    EXPECT_EQ(rows[2].coordinate_fault, "no WKT: rommel");
    EXPECT_EQ(geometry::to_wkt(rows[3].geometry), "POINT (1 2)");
    EXPECT_EQ(rows[4].coordinate_fault, "no WKT: POINT (1 2) en meer");
    EXPECT_EQ(geometry::to_wkt(rows[5].geometry), "POLYGON ((0 0, 9 0, 9 9, 0 0))");
    EXPECT_EQ(rows[6].coordinate_fault, "no WKT: POINT (1");
    EXPECT_TRUE(rows[7].geometry.empty());
    EXPECT_EQ(rows[7].coordinate_fault, "");
    EXPECT_EQ(rows[8].coordinate_fault, "no WKT: " + std::string(60, 'e') + "...");
}

TEST_F(TableTest, AWktOfAnotherCrsIsNotPlaced) {
    const std::vector<InputRow> rows = rows_of(
        "id,wkt\n1,SRID=4326;POINT (5.64 51.96)\n2,srid = 28992;POINT (1 2)\n"
        "3, SRID=28992 ; POINT (155000 463000)\n4,SRID=0;POINT (155000 463000)\n"
        "5,SRID=;POINT (155000 463000)\n6,SRID=4326\n");
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_TRUE(rows[0].geometry.empty());
    EXPECT_EQ(
        rows[0].coordinate_fault,
        "its WKT says SRID=4326 and the source is read as EPSG:28992; bring all rows into one "
        "CRS, and name that with crs = \"EPSG:...\"");
    EXPECT_THAT(rows[1].coordinate_fault, HasSubstr("no WKT"));
    for (const std::size_t taken : {2U, 3U, 4U}) {
        EXPECT_EQ(rows[taken].coordinate_fault, "") << taken;
        EXPECT_EQ(geometry::to_wkt(rows[taken].geometry), "POINT (155000 463000)") << taken;
    }
    EXPECT_THAT(rows[5].coordinate_fault, HasSubstr("SRID=4326"));
}

TEST_F(TableTest, AWktMayNameTheCrsThatItIsIn) {
    BronConfiguration configuration =
        riool(write("graden.csv", "id,wkt\n1,SRID=4326;POINT (5.64 51.96)\n"));
    configuration.crs = "EPSG:4326";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(geometry::to_wkt(all_rows(source).at(0).geometry), "POINT (5.64 51.96)");
}

TEST_F(TableTest, WktComesBeforeXAndY) {
    const std::vector<InputRow> rows = rows_of("id;x;y;geom_wkt\n1;1;2;POINT (3 4)\n");
    EXPECT_EQ(fields_, "id wkt");
    EXPECT_EQ(geometry::to_wkt(rows.at(0).geometry), "POINT (3 4)");
}

TEST_F(TableTest, ConfiguredXAndYComeBeforeARecognisedWkt) {
    BronConfiguration configuration =
        riool(write("plan.csv", "id;oost;noord;wkt\n1;155000;463000;POINT (3 4)\n"));
    configuration.velden = {{Veld::x, "Oost"}, {Veld::y, "Noord"}};
    configuration.crs = "EPSG:28992";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(veld_names(source), "id x y");
    EXPECT_EQ(geometry::to_wkt(all_rows(source).at(0).geometry), "POINT (155000 463000)");

    configuration.velden.erase(Veld::y);
    EXPECT_THAT(input_error([&] { Source(configuration, run_, rd_); }),
                HasSubstr("velden.x and velden.y go together"));
}

TEST_F(TableTest, NeedsNoCrsWithoutCoordinates) {
    Source source(riool(write("sociaal.csv", "id,naam,buurtcode\n1,Ouderen,BU03440101\n")), run_,
                  rd_);
    EXPECT_EQ(source.crs(), "");
    EXPECT_EQ(source.transformation(), nullptr);
    EXPECT_EQ(all_rows(source).at(0).text(Veld::buurtcode), "BU03440101");

    Source unfilled(riool(write("leeg.csv", "id,x,y\n1,,\n")), run_, rd_);
    EXPECT_EQ(all_rows(unfilled).size(), 1U);
}

TEST_F(TableTest, ProposesTheCrsThatTheCoordinatesLookLike) {
    const std::string rd = write("rd.csv", "id,x,y\n1,155000,463000\n");
    EXPECT_THAT(input_error([&] { Source(riool(rd), run_, rd_); }),
                AllOf(HasSubstr("rd.csv, layer rd"), HasSubstr("--crs"),
                      HasSubstr("its coordinates look like EPSG:28992 (RD New)")));
    const std::string degrees = write("wgs.csv", "id,lon,lat\n1,5.1,52.1\n");
    EXPECT_THAT(input_error([&] { Source(riool(degrees), run_, rd_); }),
                HasSubstr("its coordinates look like EPSG:4326"));
    const std::string far = write("ver.csv", "id,x,y\n1,5000000,52\n");
    EXPECT_THAT(input_error([&] { Source(riool(far), run_, rd_); }), Not(HasSubstr("look like")));
}

TEST_F(TableTest, ReadsLinesThatHoldNothingAsNothing) {
    const std::vector<InputRow> rows = rows_of("id;naam\n1;a\n\n;\n  ; \n2;b\n\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].text(Veld::id), "2");
    EXPECT_THAT(warnings_, Contains("2 empty lines were skipped"));
}

TEST_F(TableTest, ReadsEverySeparatorAndAByteOrderMark) {
    for (const char* separator : {";", ",", "\t"}) {
        std::string csv = "\xEF\xBB\xBFid;naam;start\n1;\"Straat; plein\";2027\n";
        for (std::size_t at = csv.find("id;"); at != std::string::npos; at = std::string::npos) {
            csv.replace(csv.find("id;") + 2, 1, separator);
            csv.replace(csv.find("naam;") + 4, 1, separator);
            csv.replace(csv.find("\n1;") + 2, 1, separator);
            csv.replace(csv.find("\";") + 1, 1, separator);
        }
        const std::vector<InputRow> rows = rows_of(csv);
        ASSERT_EQ(rows.size(), 1U) << separator;
        EXPECT_EQ(rows[0].text(Veld::id), "1");
        EXPECT_EQ(rows[0].text(Veld::naam), "Straat; plein");
        EXPECT_EQ(rows[0].text(Veld::start), "2027");
    }
}

TEST_F(TableTest, ARowOfNumbersIsAHeaderIfItIsFirst) {
    const std::vector<InputRow> rows = rows_of("id;2027;2028\n1;x;y\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text(Veld::id), "1");
}

TEST_F(TableTest, TypesAreNotGuessed) {
    const std::vector<InputRow> rows = rows_of("id;start;budget\n007;01-02-2027;1.000\n008;;\n");
    EXPECT_EQ(rows.at(0).text(Veld::id), "007");
    EXPECT_EQ(rows.at(0).text(Veld::start), "01-02-2027");
    EXPECT_EQ(rows.at(0).text(Veld::budget), "1.000");
}

TEST_F(TableTest, SaysThatUtf16IsUtf16) {
    const std::string little = write("le.csv", std::string("\xFF\xFEi\0d\0\n\0", 8));
    const std::string big = write("be.csv", std::string("\xFE\xFF\0i\0d\0\n", 8));
    const std::string bare = write("bare.csv", std::string("i\0d\0\n\0", 6));
    for (const std::string& file : {little, big, bare}) {
        EXPECT_THAT(
            input_error([&] { Source(riool(file), run_, rd_); }),
            AllOf(HasSubstr(file), HasSubstr("UTF-16"), HasSubstr("iconv -f UTF-16 -t UTF-8")));
    }
}

TEST_F(TableTest, RefusesAByte0WhichWouldSwallowRows) {
    const std::string quoted =
        write("quoted.csv", std::string("id,naam\n1,a\n2,\"b\0\"\n3,c\n", 24));
    const std::string bare = write("bare.csv", std::string("id,naam\n1,a\0\n3,c\n", 17));
    EXPECT_EQ(input_error([&] { Source(riool(quoted), run_, rd_); }),
              quoted +
                  ": line 3 of this CSV holds a byte 0, behind which rows would be lost; take "
                  "such bytes out first, as tr -d '\\000' does");
    EXPECT_THAT(input_error([&] { Source(riool(bare), run_, rd_); }), HasSubstr("line 2 of"));
}

TEST_F(TableTest, ReadsOtherEncodingsByNameAndCp1252ByItself) {
    const std::string latin = write("latin.csv", "id;naam\n1;Caf\xE9 \x80 5\n2;Plein\n");
    Source guessed(riool(latin), run_, rd_);
    EXPECT_EQ(all_rows(guessed).at(0).text(Veld::naam), "Café € 5");
    EXPECT_THAT(guessed.warnings(), Contains(HasSubstr("read as CP1252")));

    BronConfiguration named = riool(latin);
    named.encoding = "CP1252";
    Source told(named, run_, rd_);
    EXPECT_EQ(all_rows(told).at(0).text(Veld::naam), "Café € 5");
    EXPECT_THAT(told.warnings(), Not(Contains(HasSubstr("CP1252"))));

    named.encoding = "ISO-8859-15";
    named.bron = write("latin9.csv", "id;naam\n1;\xA4\n");
    Source euro(named, run_, rd_);
    EXPECT_EQ(all_rows(euro).at(0).text(Veld::naam), "€");

    named.encoding = "CP9999";
    EXPECT_THAT(input_error([&] { Source(named, run_, rd_); }), HasSubstr("CP9999 is not known"));
}

TEST_F(TableTest, AColumnThatIsThereTwiceIsToldOf) {
    const std::string told =
        "it has 2 columns named start, of which the first is read; give the others another name";
    Source twice(riool(write("plan.csv", "id;naam;start;naam;start\n1;a;2027;b;2028\n")), run_,
                 rd_);
    EXPECT_EQ(all_rows(twice).at(0).text(Veld::start), "2027");
    EXPECT_THAT(twice.warnings(), Contains(told));
    EXPECT_THAT(twice.warnings(), Contains(HasSubstr("named naam")));
    Source unused(riool(write("plan.csv", "id;start;kleur;kleur\n1;2027;a;b\n")), run_, rd_);
    EXPECT_THAT(unused.warnings(), Not(Contains(HasSubstr("columns named"))));
}

TEST_F(TableTest, AnEncodingOfWiderUnitsCannotBeThatOfATable) {
    BronConfiguration named = riool(write("plan.csv", "id;naam\n1;a\n"));
    for (const char* encoding : {"UTF-16", "utf-16le", "UCS-2", "UTF-32", "EBCDIC-US"}) {
        named.encoding = encoding;
        EXPECT_THAT(input_error([&] { Source(named, run_, rd_); }),
                    AllOf(HasSubstr(std::string("the encoding ") + encoding + " cannot be"),
                          HasSubstr("leave it out")));
    }
    for (const char* encoding : {"UTF-8", "CP1252", "ISO-8859-15", "MACINTOSH", "CP850"}) {
        named.encoding = encoding;
        Source source(named, run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 1U) << encoding;
    }
}

TEST_F(TableTest, ColumnNamesAreDecodedToo) {
    BronConfiguration configuration = riool(write("latin.csv", "id;co\xF6rdinator\n1;Jan\n"));
    configuration.velden = {{Veld::trekker, "Coördinator"}};
    Source source(configuration, run_, rd_);
    EXPECT_EQ(all_rows(source).at(0).text(Veld::trekker), "Jan");
}

TEST_F(TableTest, FiltersOnTextsInAnotherEncoding) {
    BronConfiguration configuration = riool(write("latin.csv", "id;naam\n1;Caf\xE9\n2;Bar\n"));
    configuration.encoding = "CP1252";
    configuration.filter = "naam = 'Café'";
    Source source(configuration, run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 1U);
}

TEST_F(TableTest, AnEmptyFileSaysSo) {
    EXPECT_THAT(input_error([&] { Source(riool(write("leeg.csv", "")), run_, rd_); }),
                HasSubstr("this file is empty (0 bytes)"));
}

TEST_F(TableTest, AFileWithAHeaderOnlyHasNoRows) {
    Source source(riool(write("kop.csv", "id;naam;start\n")), run_, rd_);
    EXPECT_THAT(all_rows(source), IsEmpty());
    EXPECT_EQ(veld_names(source), "id naam start");
}

TEST_F(TableTest, ShortAndLongLinesAreRead) {
    const std::vector<InputRow> rows = rows_of("id;naam;start\n1\n2;b;2027;extra\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text(Veld::start), "");
    EXPECT_EQ(rows[1].text(Veld::start), "2027");
}

}  // namespace
}  // namespace koppelkans::io
