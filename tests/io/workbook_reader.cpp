#include "tests/io/workbook_reader.h"

#include <memory>
#include <stdexcept>
#include <utility>

#include <cpl_conv.h>
#include <cpl_vsi.h>

namespace koppelkans::test {

ReadWorkbook::ReadWorkbook(const std::string& path) {
    GDALAllRegister();
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE");
    file_.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    if (!file_) {
        throw std::runtime_error("GDAL does not read " + path);
    }
}

OGRLayer& ReadWorkbook::layer(const std::string& sheet) const {
    OGRLayer* found = file_->GetLayerByName(sheet.c_str());
    if (found == nullptr) {
        throw std::runtime_error("there is no sheet " + sheet);
    }
    return *found;
}

std::vector<std::string> ReadWorkbook::sheets() const {
    std::vector<std::string> names;
    for (const OGRLayer* sheet : file_->GetLayers()) {
        names.emplace_back(const_cast<OGRLayer*>(sheet)->GetName());
    }
    return names;
}

std::int64_t ReadWorkbook::rows(const std::string& sheet) const {
    return layer(sheet).GetFeatureCount();
}

std::string ReadWorkbook::type(const std::string& sheet, int column) const {
    const OGRFieldDefn* field = layer(sheet).GetLayerDefn()->GetFieldDefn(column);
    const std::string type = OGRFieldDefn::GetFieldTypeName(field->GetType());
    return field->GetSubType() == OFSTNone
               ? type
               : type + "(" + OGRFieldDefn::GetFieldSubTypeName(field->GetSubType()) + ")";
}

std::string ReadWorkbook::cell(const std::string& sheet, std::int64_t row, int column) const {
    // Rows count from 1, and the first is the head.
    const OGRFeatureUniquePtr feature(layer(sheet).GetFeature(row + 2));
    if (!feature) {
        throw std::runtime_error("there is no row " + std::to_string(row));
    }
    return feature->IsFieldSetAndNotNull(column) ? feature->GetFieldAsString(column) : "NULL";
}

std::string part_of(const std::string& path, const std::string& part) {
    const std::string name = "/vsizip/" + path + "/" + part;
    vsi_l_offset size = 0;
    GByte* bytes = nullptr;
    if (VSIIngestFile(nullptr, name.c_str(), &bytes, &size, -1) == 0) {
        throw std::runtime_error("there is no part " + part);
    }
    std::string text(reinterpret_cast<const char*>(bytes), size);
    VSIFree(bytes);
    return text;
}

std::vector<std::string> parts_of(const std::string& path) {
    char** names = VSIReadDirRecursive(("/vsizip/" + path).c_str());
    std::vector<std::string> all;
    for (int i = 0; i < CSLCount(names); ++i) {
        if (const std::string name = names[i]; !name.ends_with('/')) {
            all.push_back(name);
        }
    }
    CSLDestroy(names);
    return all;
}

io::WorkbookContent plain_workbook(std::vector<report::Table> tables) {
    io::WorkbookContent content;
    content.titel = "Koppelkansen";
    content.author = "koppelkans";
    content.created = 1798761600;  // 2027-01-01
    content.cover.blad = "Overzicht";
    content.cover.titel = "Koppelkansen";
    content.cover.sentences = {"{0} teksten zijn ingekort", "{0} teksten zijn hersteld",
                               "{0} rijen van {1} pasten niet"};
    content.tables = std::move(tables);
    return content;
}

}  // namespace koppelkans::test
