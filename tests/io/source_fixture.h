#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/domain/input_row.h"
#include "engine/io/configuration.h"
#include "engine/io/source.h"

namespace koppelkans::io {

/// A folder of its own for every test, that is gone afterwards, and the demand that nothing is
/// printed while it runs.
class SourceTest : public ::testing::Test {
  protected:
    void SetUp() override;
    void TearDown() override;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    /// Writes bytes as they are; gives the path.
    std::string write(const std::string& name, const std::string& bytes) const;
    /// Puts other bytes in the place of the first of these in a file; the test fails where it has
    /// none.
    void replace_in(const std::string& name, const std::string& from, const std::string& to) const;
    /// A source of the file with soort rioolvervanging, so that only what the test is about
    /// matters.
    static BronConfiguration riool(const std::string& bron);

    /// Without sources or buurten; the catalogue that ships.
    Configuration run_ = default_configuration(time::Day::from_days(20000));
    geometry::Crs rd_{"EPSG:28992"};

  private:
    std::filesystem::path folder_;
};

/// A layer to write: `columns` as `name:type` (text without a type, else int, int64, real, date,
/// moment, texts, binary), each row a text per column (`NULL` for none) and a WKT (empty for none).
struct LayerSpec {
    std::string name = "plannen";
    std::string crs = "EPSG:28992";  ///< empty: none
    std::string geometry;            ///< `POINT`, ...; empty: any kind; `NONE`: no geometry at all
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< the last text of each is the WKT
    std::vector<std::string> options;            ///< of the layer, for GDAL
};

/// Writes a dataset by GDAL's driver of that name. Fails the test when GDAL does.
void write_dataset(const std::string& driver, const std::string& path,
                   const std::vector<LayerSpec>& layers,
                   const std::vector<std::string>& options = {});

/// A statement on a SQLite file, for what GDAL would not write.
void run_sql(const std::string& path, const std::string& sql);

/// All rows that are left.
std::vector<domain::InputRow> all_rows(Source& source);

/// "id naam start": the velden that were recognised or configured, in order.
std::string veld_names(const Source& source);
/// The column that was taken; empty for none.
std::string column_of(const Source& source, domain::Veld veld);

/// The message of the InputError that `action` throws; the test fails where it throws none.
template <typename Action>
std::string input_error(Action action) {
    try {
        action();
    } catch (const domain::InputError& error) {
        return error.what();
    }
    ADD_FAILURE() << "no InputError was thrown";
    return {};
}

/// The folder of open data beside the repository; empty where it is not there.
std::string shared_data();

}  // namespace koppelkans::io
