#include "tests/io/source_fixture.h"

#include <fstream>
#include <iterator>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

namespace {

OGRFieldType field_type(const std::string& type) {
    static const std::map<std::string, OGRFieldType> types = {
        {"", OFTString},          {"int", OFTInteger},  {"int64", OFTInteger64},
        {"real", OFTReal},        {"date", OFTDate},    {"moment", OFTDateTime},
        {"texts", OFTStringList}, {"binary", OFTBinary}};
    return types.at(type);
}

CPLStringList string_list(const std::vector<std::string>& texts) {
    CPLStringList list;
    for (const std::string& text : texts) {
        list.AddString(text.c_str());
    }
    return list;
}

void write_row(OGRLayer& layer, const std::vector<std::string>& row) {
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (row[i] != "NULL") {
            feature.SetField(static_cast<int>(i), row[i].c_str());
        }
    }
    if (!row.back().empty()) {
        OGRGeometry* geometry = nullptr;
        ASSERT_EQ(OGRGeometryFactory::createFromWkt(row.back().c_str(), nullptr, &geometry),
                  OGRERR_NONE)
            << row.back();
        feature.SetGeometryDirectly(geometry);
    }
    ASSERT_EQ(layer.CreateFeature(&feature), OGRERR_NONE);
}

void write_layer(GDALDataset& dataset, const LayerSpec& spec) {
    OGRSpatialReference crs;
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!spec.crs.empty()) {
        ASSERT_EQ(crs.SetFromUserInput(spec.crs.c_str()), OGRERR_NONE);
    }
    const OGRwkbGeometryType type = spec.geometry == "NONE" ? wkbNone
                                    : spec.geometry.empty()
                                        ? wkbUnknown
                                        : OGRFromOGCGeomType(spec.geometry.c_str());
    OGRLayer* layer = dataset.CreateLayer(spec.name.c_str(), spec.crs.empty() ? nullptr : &crs,
                                          type, string_list(spec.options).List());
    ASSERT_NE(layer, nullptr) << CPLGetLastErrorMsg();
    for (const std::string& column : spec.columns) {
        const std::size_t colon = column.find(':');
        const std::string type_name = colon == std::string::npos ? "" : column.substr(colon + 1);
        OGRFieldDefn field(column.substr(0, colon).c_str(), field_type(type_name));
        ASSERT_EQ(layer->CreateField(&field), OGRERR_NONE) << column;
    }
    for (const std::vector<std::string>& row : spec.rows) {
        write_row(*layer, row);
    }
}

}  // namespace

void SourceTest::SetUp() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::path(::testing::TempDir()) / (std::string("koppelkans_") + test->test_suite_name() +
                                          "_" + test->name() + "_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    ::testing::internal::CaptureStderr();
}

void SourceTest::TearDown() {
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
    fs::remove_all(folder_);
}

std::string SourceTest::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
}

void SourceTest::replace_in(const std::string& name, const std::string& from,
                            const std::string& to) const {
    std::ifstream in(path(name), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(name, bytes.replace(at, from.size(), to));
}

BronConfiguration SourceTest::riool(const std::string& bron) {
    BronConfiguration configuration;
    configuration.naam = "riool";
    configuration.bron = bron;
    configuration.soort = "rioolvervanging";
    return configuration;
}

void write_dataset(const std::string& driver, const std::string& path,
                   const std::vector<LayerSpec>& layers, const std::vector<std::string>& options) {
    register_drivers();
    const GdalErrors errors;
    GDALDriver* writer = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    ASSERT_NE(writer, nullptr) << driver;
    const std::unique_ptr<GDALDataset, GdalClose> dataset(
        writer->Create(path.c_str(), 0, 0, 0, GDT_Unknown, string_list(options).List()));
    ASSERT_NE(dataset, nullptr) << errors.text();
    for (const LayerSpec& layer : layers) {
        write_layer(*dataset, layer);
    }
}

void run_sql(const std::string& path, const std::string& sql) {
    const GdalErrors errors;
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                                                   nullptr, nullptr, nullptr));
    ASSERT_NE(dataset, nullptr) << path;
    dataset->ReleaseResultSet(dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr));
    dataset.reset();
    ASSERT_FALSE(errors.failed()) << errors.text();
}

std::vector<domain::InputRow> all_rows(Source& source) {
    std::vector<domain::InputRow> rows;
    domain::InputRow row;
    while (source.next(row)) {
        rows.push_back(row);
    }
    return rows;
}

std::string veld_names(const Source& source) {
    std::string names;
    for (const FieldMatch& match : source.fields()) {
        names += (names.empty() ? "" : " ") + std::string(domain::to_text(match.veld));
    }
    return names;
}

std::string column_of(const Source& source, domain::Veld veld) {
    for (const FieldMatch& match : source.fields()) {
        if (match.veld == veld) {
            return match.column;
        }
    }
    return {};
}

std::string shared_data() {
    return fs::is_directory(KOPPELKANS_SHARED_DATA) ? KOPPELKANS_SHARED_DATA : "";
}

}  // namespace koppelkans::io
