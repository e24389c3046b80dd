#include "engine/io/packed_check.h"

#include <fstream>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

class PackedCheckTest : public SourceTest {
  protected:
    /// The text as gzip.
    std::string packed(const std::string& text) const {
        add("/vsigzip/" + path("los.gz"), text);
        std::ifstream file(path("los.gz"), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static void add(const std::string& name, const std::string& text) {
        VSILFILE* out = VSIFOpenL(name.c_str(), "wb");
        ASSERT_NE(out, nullptr) << name;
        VSIFWriteL(text.data(), 1, text.size(), out);
        VSIFCloseL(out);
    }
    using Members = std::vector<std::pair<std::string, std::string>>;
    static void write_zip(const std::string& zip, const Members& members) {
        VSILFILE* keep_open = VSIFOpenL(("/vsizip/" + zip).c_str(), "wb");
        for (const auto& [name, text] : members) {
            add("/vsizip/" + zip + "/" + name, text);
        }
        VSIFCloseL(keep_open);
    }
    std::size_t rows(const std::string& bron) {
        Source source(riool(bron), run_, rd_);
        return all_rows(source).size();
    }
    std::string refusal(const std::string& bron) {
        return input_error([&] { rows(bron); });
    }

    const std::string table_ = "id;start\n1;2027\n2;2028\n";
};

TEST_F(PackedCheckTest, BytesBehindTheGzipDataAreRefused) {
    const std::string whole = packed(table_);
    for (const std::string& more :
         {std::string(512, '\0'), std::string(1, '\0'), std::string("rommel"), std::string("\x1F"),
          std::string("\x1F\x8B\x08 rommel"), whole.substr(0, whole.size() - 1)}) {
        write("plan.csv.gz", whole + more);
        const std::string said = fmt::format(
            "from byte {} on it holds what is no whole gzip data, by which rows would be lost; "
            "unpack it, as gunzip -c does, and name the file that comes out",
            whole.size() + 1);
        EXPECT_EQ(refusal(path("plan.csv.gz")), path("plan.csv.gz") + ": " + said);
        EXPECT_THAT(refusal("/vsigzip/" + path("plan.csv.gz")), HasSubstr(said));
    }
}

TEST_F(PackedCheckTest, GzipDataBehindGzipDataAreRead) {
    write("plan.csv.gz", packed(table_) + packed("3;2029\n"));
    EXPECT_EQ(rows(path("plan.csv.gz")), 3U);
    write("groot.csv.gz", packed(table_ + std::string(3000000, '\n') + "3;2029\n"));
    EXPECT_EQ(rows(path("groot.csv.gz")), 3U);
}

TEST_F(PackedCheckTest, GzipDataThatBreakOffAreToldOfByGdal) {
    const std::string whole = packed(table_);
    write("plan.csv.gz", whole.substr(0, whole.size() - 10));
    EXPECT_THAT(refusal(path("plan.csv.gz")), HasSubstr("decompression failed"));
    write("plan.csv.gz", table_);  // no gzip at all
    EXPECT_EQ(rows(path("plan.csv.gz")), 2U);
}

TEST_F(PackedCheckTest, TwoFilesOfOneNameAreRefused) {
    const std::string zip = path("plan.csv.zip");
    write_zip(zip, {{"plan.csv", table_}, {"plam.csv", table_}});
    replace_in("plan.csv.zip", "plam.csv", "plan.csv");  // before the data
    replace_in("plan.csv.zip", "plam.csv", "plan.csv");  // in the list of all
    const std::string said =
        "it holds two files named plan.csv, of which one would be read; unpack it and name the "
        "right one";
    EXPECT_EQ(refusal(zip), zip + ": " + said);
    EXPECT_THAT(refusal("/vsizip/" + zip + "/plan.csv"), HasSubstr(said));
}

TEST_F(PackedCheckTest, WhatMacOsPutsIntoAZipIsPassedOver) {
    for (const std::string folder : {"", "plannen/"}) {
        const std::string zip = path(folder.empty() ? "a.csv.zip" : "b.csv.zip");
        write_zip(zip, {{folder + "plan.csv", table_},
                        {"__MACOSX/" + folder + "._plan.csv", std::string("\0\5\x16\7", 4)},
                        {folder + ".DS_Store", "rommel"}});
        Source source(riool(zip), run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 2U);
        EXPECT_EQ(source.laag(), "plan");
        EXPECT_THAT(source.files(), ::testing::ElementsAre(zip));
    }
}

}  // namespace
}  // namespace koppelkans::io
