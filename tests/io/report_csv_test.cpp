#include "engine/io/report_csv.h"

#include <limits>

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "tests/io/report_scene.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using io::write_csv;
using report::Cell;
using report::Column;
using report::ColumnKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::vector<Column> one_text{{"a", "A", ColumnKind::text}};

class CsvFiles : public testing::Test {
  protected:
    std::string written(const report::Table& rows, io::Bom bom = io::Bom::none) {
        write_csv(path_, rows, bom);
        EXPECT_THAT(folder_.names(), ElementsAre("x.csv"));
        return bytes_of(path_);
    }
    /// How a file shows one text.
    std::string shown(const std::string& value) {
        const std::string all = written(table("x", one_text, {{text(value)}}));
        EXPECT_THAT(all, StartsWith("a\r\n"));
        return all.substr(3, all.size() - 5);
    }

    const TestFolder folder_;
    const std::string path_ = folder_.file("x.csv");
};

TEST_F(CsvFiles, show_each_kind_in_its_way) {
    const std::vector<Column> columns{{"naam", "Naam", ColumnKind::text},
                                      {"n", "Aantal", ColumnKind::integer},
                                      {"m2", "Oppervlakte (m²)", ColumnKind::real},
                                      {"dag", "Dag", ColumnKind::date},
                                      {"is", "Is", ColumnKind::boolean}};
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(written(table("x", columns,
                            {{text("Höek"), std::int64_t{-3}, 0.1, day("2027-04-15"), true},
                             {Cell(), Cell(), Cell(), Cell(), Cell()},
                             {text(""), most, 1e20, text("ooit"), false},
                             {text("x"), std::int64_t{0}, 100.0, day("0001-01-01"), Cell()}})),
              "naam,n,m2,dag,is\r\n"
              "Höek,-3,0.1,2027-04-15,true\r\n"
              ",,,,\r\n"
              "\"\",9223372036854775807,1e+20,ooit,false\r\n"
              "x,0,100,0001-01-01,\r\n");
}

TEST_F(CsvFiles, hold_the_head_alone_where_there_are_no_rows) {
    EXPECT_EQ(written(table("x", one_text, {})), "a\r\n");
    EXPECT_EQ(written(table("x", one_text, {}), io::Bom::with),
              "\xEF\xBB\xBF"
              "a\r\n");
}

TEST_F(CsvFiles, put_quotes_where_they_are_needed) {
    EXPECT_EQ(shown("plain; 'text'"), "plain; 'text'");
    EXPECT_EQ(shown("a,b"), "\"a,b\"");
    EXPECT_EQ(shown("a \"b\" c"), "\"a \"\"b\"\" c\"");
    EXPECT_EQ(shown("\""), "\"\"\"\"");
    EXPECT_EQ(shown("a\r\nb"), "\"a\nb\"") << "line ends within a text are one character";
    EXPECT_EQ(shown(" a"), "\" a\"");
    EXPECT_EQ(shown("a\t"), "\"a\t\"");
    EXPECT_EQ(shown(""), "\"\"");
    for (const char* formula : {"=1", "+1", "-1", "@a", "\ta"}) {
        EXPECT_EQ(shown(formula), "\"" + std::string(formula) + "\"");
    }
    EXPECT_EQ(shown("a=1"), "a=1");
}

TEST_F(CsvFiles, hold_nothing_that_is_no_text) {
    EXPECT_EQ(shown(std::string("a\0b\x1B", 4)),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
    EXPECT_EQ(shown("caf\xE9"), "caf\xEF\xBF\xBD");
    EXPECT_EQ(shown(std::string(40000, 'x')), std::string(40000, 'x'));
}

TEST_F(CsvFiles, give_gdal_every_hostile_text_back) {
    const std::vector<std::string> texts = hostile_texts();
    std::vector<Row> rows;
    for (const std::string& value : texts) {
        rows.push_back({text(value), text("next")});
    }
    written(table("x", {{"a", "A", ColumnKind::text}, {"b", "B", ColumnKind::text}}, rows));
    GDALAllRegister();
    const GDALDatasetUniquePtr file(GDALDataset::Open(path_.c_str(), GDAL_OF_VECTOR));
    ASSERT_TRUE(file);
    OGRLayer* layer = file->GetLayer(0);
    for (const std::string& value : texts) {
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        ASSERT_TRUE(feature) << value;
        EXPECT_EQ(feature->GetFieldAsString("a"), domain::readable(value));
        EXPECT_STREQ(feature->GetFieldAsString("b"), "next");
    }
}

TEST_F(CsvFiles, are_the_same_twice) {
    const std::vector<Row> rows(100, {text("a"), 0.1, day("2027-01-01")});
    const auto again = [&rows] { return table("x", std::vector<Column>(3), rows); };
    const std::string first = written(again());
    EXPECT_EQ(written(again()), first);
}

TEST_F(CsvFiles, that_cannot_be_written_to_the_end_leave_the_old_file) {
    write_bytes(path_, "old");
    const auto many = [] {
        return long_table("x", one_text, 10000,
                          [](std::int64_t) { return Row{text("0123456789")}; });
    };
    // In the middle, and in what is written at the close.
    for (const std::uint64_t most : {0U, 50000U, 120002U}) {
        EXPECT_EQ(refusal_with_files_up_to(most, [&] { write_csv(path_, many()); }),
                  "cannot write " + path_ + ": File too large")
            << most;
        EXPECT_EQ(bytes_of(path_), "old");
        EXPECT_THAT(folder_.names(), ElementsAre("x.csv"));
    }
    EXPECT_EQ(refusal_with_files_up_to(120003, [&] { write_csv(path_, many()); }), "");
}

TEST_F(CsvFiles, leave_nothing_where_the_rows_end_in_a_fault) {
    const report::Table broken = long_table("x", one_text, 2, [](std::int64_t) -> Row {
        throw domain::InputError("cannot read x.gpkg: broken");
    });
    EXPECT_EQ(refusal([&] { write_csv(path_, broken); }), "cannot read x.gpkg: broken");
    EXPECT_THAT(folder_.names(), IsEmpty());
}

TEST_F(CsvFiles, need_a_folder) {
    EXPECT_THAT(refusal([&] { write_csv(folder_.file("no/x.csv"), table("x", one_text, {})); }),
                HasSubstr("there is no folder"));
}

}  // namespace

}  // namespace koppelkans::test
