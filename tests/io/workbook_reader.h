#pragma once

#include <string>
#include <vector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/io/report_workbook.h"

namespace koppelkans::test {

/// A workbook as GDAL reads it, each sheet a layer whose first row gives the names of its fields.
class ReadWorkbook {
  public:
    explicit ReadWorkbook(const std::string& path);

    std::vector<std::string> sheets() const;
    /// Rows behind the head.
    std::int64_t rows(const std::string& sheet) const;
    /// "Date", "Integer", "Integer(Boolean)", "Real", "String" ...
    std::string type(const std::string& sheet, int column) const;
    /// As text; a cell without a value is "NULL".
    std::string cell(const std::string& sheet, std::int64_t row, int column) const;

  private:
    OGRLayer& layer(const std::string& sheet) const;

    GDALDatasetUniquePtr file_;
};

/// The text of a part of a workbook: "xl/worksheets/sheet2.xml".
std::string part_of(const std::string& path, const std::string& part);
/// The names of all its parts.
std::vector<std::string> parts_of(const std::string& path);

/// A workbook without tables: a cover that says what it has to.
io::WorkbookContent plain_workbook(std::vector<report::Table> tables = {});

}  // namespace koppelkans::test
