#include "engine/io/dxf_check.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_dataset.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const char* const line = "  0\nLINE\n  8\n0\n 10\n155000\n 20\n463000\n 11\n155010\n 21\n463000\n";

std::string insert(const std::string& block, const std::string& more = "") {
    return "  0\nINSERT\n  8\n0\n  2\n" + block + "\n 10\n0\n 20\n0\n" + more;
}

std::string block(const std::string& name, const std::string& elements) {
    return "  0\nBLOCK\n  8\n0\n  2\n" + name + "\n 70\n0\n 10\n0\n 20\n0\n" + elements +
           "  0\nENDBLK\n  8\n0\n";
}

std::string dxf(const std::string& blocks, const std::string& elements) {
    return "  0\nSECTION\n  2\nHEADER\n  0\nENDSEC\n  0\nSECTION\n  2\nTABLES\n  0\nENDSEC\n"
           "  0\nSECTION\n  2\nBLOCKS\n" +
           blocks + "  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n" + elements +
           "  0\nENDSEC\n  0\nEOF\n";
}

/// Each block places the one before it so many times.
std::string chain(int depth, int times) {
    std::string blocks = block("B0", line);
    for (int i = 1; i < depth; ++i) {
        std::string places;
        for (int k = 0; k < times; ++k) {
            places += insert(fmt::format("B{}", i - 1));
        }
        blocks += block(fmt::format("B{}", i), places);
    }
    return blocks;
}

DxfBlocks::Count unfolded(const std::string& text) {
    DxfBlocks blocks;
    for (std::size_t at = 0; at < text.size(); at += 7) {
        blocks.follow(std::string_view(text).substr(at, 7));
    }
    return blocks.unfolded();
}

TEST(DxfBlocksTest, CountsWhatBlocksUnfoldTo) {
    const DxfBlocks::Count plain = unfolded(dxf("", std::string(line) + line));
    EXPECT_EQ(plain.blocks, 0);
    EXPECT_EQ(plain.drawing, 2);
    // B0: 1; B1: 2 places and 2 lines; B2: 2 places and 2 * 4.
    const DxfBlocks::Count nested = unfolded(dxf(chain(3, 2), insert("B2") + line));
    EXPECT_EQ(nested.blocks, 1 + 4 + 10);
    EXPECT_EQ(nested.drawing, 2 + 10);
}

// An INSERT counts once for each of its columns and rows, and so does what it places.
TEST(DxfBlocksTest, CountsColumnsAndRowsAndBlocksThatComeLater) {
    const std::string blocks = block("B", insert("A", " 70\n3\n 71\n5\n")) + block("A", line);
    EXPECT_EQ(unfolded(dxf(blocks, insert("B", " 70\n2\n"))).drawing, 2 + 2 * (15 + 15));
    EXPECT_EQ(unfolded(dxf("", insert("nergens"))).drawing, 1);
}

TEST(DxfBlocksTest, BlocksThatPlaceOneAnotherInRoundsComeToAnEnd) {
    const std::string alone = block("A", line + insert("A") + insert("A"));
    EXPECT_EQ(unfolded(dxf(alone, insert("A"))).blocks, 3);
    const std::string pair = block("A", line + insert("B")) + block("B", line + insert("A"));
    EXPECT_LT(unfolded(dxf(pair, insert("A"))).blocks, 1000);
    // Each of twelve places all others: GDAL would go through each order of them.
    std::string round;
    for (int i = 0; i < 12; ++i) {
        std::string places = line;
        for (int k = 0; k < 12; ++k) {
            places += insert(fmt::format("R{}", k));
        }
        round += block(fmt::format("R{}", i), places);
    }
    EXPECT_GT(unfolded(dxf(round, "")).blocks, 1e9);
}

TEST(DxfBlocksTest, CountsToTheDepthAtWhichGdalStops) {
    EXPECT_EQ(unfolded(dxf(chain(100, 1), insert("B99"))).drawing, 1 + 100);
    const double deep = unfolded(dxf(chain(20000, 1), insert("B19999"))).drawing;
    EXPECT_GE(deep, 1 + 128);
    EXPECT_LT(deep, 1 + 135);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// As block(), with a record of this handle.
std::string recorded(const std::string& name, const std::string& handle,
                     const std::string& elements) {
    return replaced(block(name, elements), "  2\n", "330\n" + handle + "\n  2\n");
}

std::string multileader(const std::string& handle) {
    return "  0\nMULTILEADER\n  8\n0\n300\nCONTEXT_DATA{\n 40\n1.0\n341\n" + handle +
           "\n 15\n0\n 25\n0\n 16\n1\n 26\n1\n301\n}\n";
}

/// Its arrow is a block, by what it overrides of its style.
std::string leader(const std::string& handle) {
    return "  0\nLEADER\n  8\n0\n 71\n1\n 10\n0\n 20\n0\n 30\n0\n 10\n100\n 20\n0\n "
           "30\n0\n1001\nACAD\n"
           "1070\n41\n1040\n1.0\n1070\n341\n1005\n" +
           handle + "\n";
}

/// A leader of so many lines, each of which has a block for an arrow.
std::string arrows(const std::string& handle, int lines) {
    std::string text = "  0\nMULTILEADER\n  8\n0\n342\n" + handle +
                       "\n 42\n1\n300\nCONTEXT_DATA{\n 40\n1.0\n302\nLEADER{\n 10\n100\n 20\n0\n";
    for (int i = 0; i < lines; ++i) {
        text += "304\nLEADER_LINE{\n 10\n0\n 20\n0\n305\n}\n";
    }
    return text + "303\n}\n301\n}\n";
}

/// As chain(), by leaders that know a block by its record.
std::string led_chain(int depth, int times, std::string (*leads)(const std::string&)) {
    std::string blocks = recorded("B0", "A0", line);
    for (int i = 1; i < depth; ++i) {
        std::string places;
        for (int k = 0; k < times; ++k) {
            places += leads(fmt::format("A{}", i - 1));
        }
        blocks += recorded(fmt::format("B{}", i), fmt::format("A{}", i), places);
    }
    return blocks;
}

int lines_in(const OGRGeometry& geometry) {
    const auto* collection = dynamic_cast<const OGRGeometryCollection*>(&geometry);
    int lines = collection == nullptr ? 1 : 0;
    for (int i = 0; collection != nullptr && i < collection->getNumGeometries(); ++i) {
        lines += lines_in(*collection->getGeometryRef(i));
    }
    return lines;
}

/// Lines (and other simple geometries) in what GDAL makes of it; -1 where it cannot open it.
int lines_by_gdal(const std::string& path) {
    register_drivers();
    const GdalErrors errors;
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    if (dataset == nullptr) {
        return -1;
    }
    int lines = 0;
    for (const OGRFeatureUniquePtr& row : *dataset->GetLayer(0)) {
        lines += row->GetGeometryRef() == nullptr ? 0 : lines_in(*row->GetGeometryRef());
    }
    return lines;
}

class DxfCheckTest : public SourceTest {
  protected:
    void SetUp() override {
        SourceTest::SetUp();
        run_.crs_of_nameless = "EPSG:28992";
    }
};

TEST_F(DxfCheckTest, ABombIsRefusedBeforeItGoesOff) {
    const std::string bomb = write("bom.dxf", dxf(chain(30, 4), insert("B29")));
    EXPECT_THAT(input_error([&] { Source(riool(bomb), run_, rd_); }),
                HasSubstr("its blocks place one another so often that 118 elements unfold to"));
    const std::string field = write(
        "veld.dxf", dxf(block("A", line), insert("A", " 70\n32767\n 71\n32767\n 44\n1\n 45\n1\n")));
    EXPECT_THAT(input_error([&] { Source(riool(field), run_, rd_); }),
                HasSubstr("its blocks place one another so often"));
}

/// A spelling of a chain of six blocks that GDAL reads as 32 lines or more, and one line.
struct Spelling {
    const char* what;
    std::string text;
};

std::vector<Spelling> spellings() {
    const std::string plain = dxf(chain(6, 2), insert("B5") + line);
    const std::string decoy = "  2\nANDERS\n";
    const auto field = [&](const std::string& columns, const std::string& rows) {
        return dxf(block("B0", line),
                   insert("B0", fmt::format(" 70\n{}\n 71\n{}\n 44\n1\n 45\n1\n", columns, rows)));
    };
    std::string spaced;  // names that differ in blanks
    for (int i = 0; i < 6; ++i) {
        const std::string place = insert(std::string(i > 0 ? i - 1 : 0, ' ') + "B");
        spaced += block(std::string(i, ' ') + "B", i == 0 ? line : place + place);
    }
    const std::string attribute =
        "  0\nATTRIB\n  8\n0\n 10\n0\n 20\n0\n 40\n1\n  1\ntekst\n  2\nNAAM\n";
    const std::string attributes = attribute + attribute + attribute + "  0\nSEQEND\n  8\n0\n";
    const std::string long_name(300, 'A');
    const std::string style =
        "  0\nTABLE\n  2\nDIMSTYLE\n  0\nDIMSTYLE\n  2\nPIJL\n341\nA5\n 41\n1\n"
        "  0\nENDTAB\n";
    return {
        {"plain", plain},
        {"carriage returns", replaced(plain, "\n", "\r")},
        {"both", replaced(plain, "\n", "\r\n")},
        {"both the other way", replaced(plain, "\n", "\n\r")},
        {"empty values", replaced(plain, "  8\n0\n", "  8\n\n  1\n\n")},
        {"empty values, carriage returns",
         replaced(replaced(plain, "  8\n0\n", "  8\n\n  1\n\n"), "\n", "\r")},
        {"a blank code", replaced(plain, "  2\nB5\n", "\n2\n  2\nB5\n")},
        {"blank pairs", replaced(plain, "  8\n0\n", "  8\n0\n\n \n")},
        {"lower case", replaced(replaced(replaced(plain, "INSERT", "insert"), "BLOCKS", "blocks"),
                                "ENDBLK", "endBlk")},
        {"lower case of a block", replaced(plain, "\nBLOCK\n", "\nblock\n")},
        {"two names of a block", replaced(plain, "BLOCK\n  8\n0\n", "BLOCK\n  8\n0\n" + decoy)},
        {"two names of a place", replaced(plain, "INSERT\n  8\n0\n", "INSERT\n  8\n0\n" + decoy)},
        {"a plus in codes", replaced(plain, "  2\n", " +2\n")},
        {"text behind a code", replaced(plain, "  2\nB", "2x\nB")},
        {"a plus in columns", field("+8", " +8")},
        {"columns that wrap", field("4294967304", "-4294967288")},
        {"names that differ in blanks", dxf(spaced, insert("     B"))},
        {"a name that is cut off",
         dxf(block(long_name + "x", line), insert(long_name + "y", " 70\n32\n"))},
        {"attributes of a field",
         dxf(block("B0", line), insert("B0", " 70\n8\n 71\n8\n 66\n1\n") + attributes)},
        {"multileaders", dxf(led_chain(6, 2, multileader), multileader("A5") + line)},
        {"lines of a multileader, each with an arrow",
         dxf(led_chain(6, 2, multileader), arrows("A5", 3) + line)},
        {"leaders", dxf(led_chain(6, 2, leader), leader("A5") + line)},
        {"a leader by its style",
         replaced(dxf(led_chain(6, 2, multileader),
                      replaced(leader("A5"), "1070\n341\n1005\nA5\n", "  3\nPIJL\n")),
                  "TABLES\n", "TABLES\n" + style)},
    };
}

TEST_F(DxfCheckTest, CountsNoLessThanGdalUnfolds) {
    for (const Spelling& spelling : spellings()) {
        const int lines = lines_by_gdal(write("spelling.dxf", spelling.text));
        const DxfBlocks::Count count = unfolded(spelling.text);
        EXPECT_GE(lines, 32) << spelling.what;
        EXPECT_GE(count.drawing, lines) << spelling.what;
    }
}

/// As chain(), but each block ends by an element in which GDAL misses the end of the block, so that
/// it takes what comes then for its own: another block, or places behind the end.
std::string hidden_chain(const std::string& open_end, bool has_others, int depth, int times) {
    std::string blocks = block("B0", line);
    for (int i = 1; i < depth; ++i) {
        std::string places;
        for (int k = 0; k < times; ++k) {
            places += insert(fmt::format("B{}", i - 1));
        }
        blocks += block(fmt::format("B{}", i), open_end);
        blocks += has_others ? block(fmt::format("X{}", i), places) : places + "  0\nENDBLK\n";
    }
    return dxf(blocks, insert(fmt::format("B{}", depth - 1)) + line);
}

TEST_F(DxfCheckTest, ABombBehindTheEndsOfBlocksIsRefused) {
    const std::vector<Spelling> open_ends = {
        {"a mesh", "  0\nPOLYLINE\n  8\n0\n 70\n16\n"},
        {"a dimension", "  0\nDIMENSION\n  8\n0\n  1\n \n1001\nACAD\n1070\n41\n"},
        {"a leader", "  0\nLEADER\n  8\n0\n1001\nACAD\n1070\n41\n"},
        {"vertices of an MLINE", "  0\nMLINE\n  8\n0\n 72\n1\n 73\n1\n"},
        {"a path of a HATCH", "  0\nHATCH\n  8\n0\n 91\n1\n"},
        {"sources of a HATCH", "  0\nHATCH\n  8\n0\n 91\n1\n 92\n0\n 93\n0\n 97\n1\n"},
    };
    for (const Spelling& open_end : open_ends) {
        for (const bool has_others : {true, false}) {
            const std::string small = hidden_chain(open_end.text, has_others, 6, 2);
            const int lines = lines_by_gdal(write("klein.dxf", small));
            EXPECT_GE(lines, 32) << open_end.what;
            const std::string bomb = hidden_chain(open_end.text, has_others, 30, 4);
            EXPECT_THAT(input_error([&] { Source(riool(write("bom.dxf", bomb)), run_, rd_); }),
                        AnyOf(HasSubstr("its blocks place one another so often"),
                              HasSubstr("this drawing is damaged: a ")))
                << open_end.what;
        }
    }
}

TEST_F(DxfCheckTest, BlocksAndLinesThatHaveNoEndAreRefused) {
    const std::string end = "  0\nENDBLK\n  8\n0\n";
    const std::string path = write("open.dxf", dxf(replaced(chain(3, 1), end, ""), line));
    EXPECT_THAT(input_error([&] { Source(riool(path), run_, rd_); }),
                HasSubstr("this drawing is damaged: a BLOCK has no ENDBLK"));
    const std::string code = std::string(2000, ' ') + "62\n1\n";
    const std::string value = "  1\n" + std::string(1'100'000, 'x') + "\n";
    for (const std::string& far : {code, value}) {
        const std::string wide = write("breed.dxf", dxf(block("A", line + far), line));
        EXPECT_THAT(input_error([&] { Source(riool(wide), run_, rd_); }),
                    HasSubstr("this drawing is damaged: a line is far too long"));
        // Behind the blocks it ends no more than itself, as what fills up a file does.
        Source source(riool(write("vol.dxf", dxf("", line) + far)), run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 1U);
    }
}

/// A few thousand leaders, and blocks that end by a hatch, as honest drawings have them.
TEST_F(DxfCheckTest, LeadersAndHatchesInADrawingAreRead) {
    const std::string hatch =
        "  0\nHATCH\n  8\n0\n  2\nSOLID\n 70\n1\n 71\n0\n 91\n1\n 92\n1\n 93\n3\n 72\n1\n 10\n0\n "
        "20\n0\n 11\n1\n 21\n0\n"
        " 72\n1\n 10\n1\n 20\n0\n 11\n0\n 21\n1\n 72\n1\n 10\n0\n 20\n1\n 11\n0\n 21\n0\n "
        "97\n1\n330\n1F\n 75\n0\n 76\n1\n 98\n1\n 10\n0\n 20\n0\n";
    std::string blocks = recorded("PIJL", "A0", line + hatch);
    std::string elements;
    for (int i = 0; i < 300; ++i) {
        blocks += block(fmt::format("S{}", i), line + hatch);
    }
    for (int i = 0; i < 3000; ++i) {
        elements += arrows("A0", 2) + insert(fmt::format("S{}", i % 300));
    }
    const std::string path = write("pijlen.dxf", dxf(blocks, elements));
    Source source(riool(path), run_, rd_);
    EXPECT_GE(all_rows(source).size(), 6000U);
}

TEST_F(DxfCheckTest, SymbolsInADrawingAreRead) {
    std::string symbol;
    std::string places;
    for (int i = 0; i < 200; ++i) {
        symbol += line;
        places += insert("BOOM");
    }
    Source source(riool(write("bomen.dxf", dxf(block("BOOM", symbol), places))), run_, rd_);
    EXPECT_GE(all_rows(source).size(), 200U);
    EXPECT_THAT(source.warnings(), Not(Contains(HasSubstr("blocks"))));
}

TEST_F(DxfCheckTest, BlocksThatGdalLeavesOutAreToldOf) {
    const std::string deep = chain(1000, 1);
    const std::string said = "Dangerous block recursion detected";
    Source none(riool(write("diep.dxf", dxf(deep, insert("B999")))), run_, rd_);
    EXPECT_EQ(all_rows(none).size(), 0U);
    EXPECT_THAT(none.warnings(), Contains(HasSubstr("GDAL says near the end: " + said)));
    Source one(riool(write("een.dxf", dxf(deep, insert("B999") + line))), run_, rd_);
    EXPECT_EQ(all_rows(one).size(), 1U);
    EXPECT_THAT(one.warnings(), Contains(HasSubstr("GDAL says near row 0: " + said)));
}

}  // namespace
}  // namespace koppelkans::io
