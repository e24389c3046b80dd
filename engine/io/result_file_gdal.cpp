#include "engine/io/result_file_gdal.h"

#include <charconv>
#include <chrono>
#include <mutex>
#include <new>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <sqlite3.h>

#include "engine/domain/errors.h"
#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

void CPL_STDCALL keep_error(CPLErr kind, CPLErrorNum /*number*/, const char* message) {
    if (kind == CE_Fatal) {  // memory has run out, and GDAL aborts behind this
        throw std::bad_alloc();
    }
    auto* errors = static_cast<GdalFailure*>(CPLGetErrorHandlerUserData());
    if (kind >= CE_Failure && !errors->failed) {
        errors->failed = true;
        errors->message = message;
    }
}

void register_drivers_once() {
    static std::once_flag once;
    std::call_once(once, [] { RegisterOGRGeoPackage(); });
}

OGRFieldType column_type(domain::FieldType type) {
    switch (type) {
        case domain::FieldType::text:
            return OFTString;
        case domain::FieldType::integer:
            return OFTInteger64;
        case domain::FieldType::real:
            return OFTReal;
        case domain::FieldType::date:
            return OFTDate;
        case domain::FieldType::boolean:
            return OFTInteger;
    }
    return OFTString;
}

OGRwkbGeometryType geometry_type(domain::LayerGeometry geometry) {
    switch (geometry) {
        case domain::LayerGeometry::none:
            return wkbNone;
        case domain::LayerGeometry::multipolygon:
            return wkbMultiPolygon;
        case domain::LayerGeometry::any:
            return wkbUnknown;
    }
    return wkbNone;
}

}  // namespace

GdalScope::GdalScope(GdalFailure& errors, const std::string& timestamp) {
    errors.clear();
    set("OGR_CURRENT_DATE", timestamp.c_str());
    // In memory, since a journal on the disk would have to be found and removed after a kill.
    set("OGR_SQLITE_JOURNAL", "MEMORY");
    set("OGR_SQLITE_SYNCHRONOUS", "OFF");
    CPLPushErrorHandlerEx(keep_error, &errors);
}

GdalScope::~GdalScope() {
    CPLPopErrorHandler();
    for (const Setting& setting : settings_) {
        CPLSetThreadLocalConfigOption(setting.key,
                                      setting.was_set ? setting.before.c_str() : nullptr);
    }
}

void GdalScope::set(const char* key, const char* value) {
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    settings_.push_back({key, before == nullptr ? "" : before, before != nullptr});
    CPLSetThreadLocalConfigOption(key, value);
}

std::chrono::milliseconds result_moment() {
    using std::chrono::milliseconds, std::chrono::seconds, std::chrono::system_clock;
    milliseconds moment =
        std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch());
    if (const char* set = CPLGetConfigOption("SOURCE_DATE_EPOCH", nullptr); set != nullptr) {
        const std::string text(set);
        constexpr std::int64_t last_second_of_9999 = 253402300799;
        std::int64_t count = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || count < 0 ||
            count > last_second_of_9999) {
            throw domain::InputError(fmt::format(
                "SOURCE_DATE_EPOCH is '{}', which is no number of seconds since 1970", text));
        }
        moment = seconds(count);
    }
    return moment;
}

std::string result_timestamp() {
    const std::chrono::milliseconds moment = result_moment();
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{std::chrono::sys_days(day)};
    const std::int64_t ms = (moment - day).count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

void GpkgDataset::Close::operator()(GDALDataset* dataset) const {
    GDALClose(GDALDataset::ToHandle(dataset));
}

void GpkgDataset::Release::operator()(OGRSpatialReference* crs) const {
    crs->Release();
}

GpkgDataset::GpkgDataset(const std::string& file, std::string shown_path, const std::string& crs,
                         GdalFailure& errors)
    : errors_(errors), shown_path_(std::move(shown_path)), crs_(new OGRSpatialReference()) {
    register_drivers_once();
    crs_->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (crs_->SetFromUserInput(crs.c_str()) != OGRERR_NONE) {
        fail();
    }
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) {
        fail_to_write(shown_path_, "this GDAL was built without GeoPackage");
    }
    dataset_.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset_) {
        fail();
    }
    fail_if_failed();
    if (dataset_->StartTransaction() != OGRERR_NONE) {
        fail();
    }
}

GpkgDataset::~GpkgDataset() {
    if (dataset_) {
        dataset_->RollbackTransaction();
    }
}

void GpkgDataset::create_layer(const domain::LayerDefinition& definition) {
    CPLStringList options;
    options.SetNameValue("FID", domain::fid_column);
    options.SetNameValue("GEOMETRY_NAME", domain::geometry_column);
    options.SetNameValue("IDENTIFIER", definition.title);
    options.SetNameValue("DESCRIPTION", definition.description);
    OGRSpatialReference* crs =
        definition.geometry == domain::LayerGeometry::none ? nullptr : crs_.get();
    OGRLayer* layer = dataset_->CreateLayer(definition.name, crs,
                                            geometry_type(definition.geometry), options.List());
    if (layer == nullptr) {
        fail();
    }
    for (const domain::Field& field : definition.fields) {
        OGRFieldDefn column(field.name, column_type(field.type));
        column.SetSubType(field.type == domain::FieldType::boolean ? OFSTBoolean : OFSTNone);
        if (layer->CreateField(&column) != OGRERR_NONE) {
            fail();
        }
    }
}

void GpkgDataset::finish_creation() {
    run("SELECT 1");  // any statement makes GDAL do it
    const std::string of_layers =
        "FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (SELECT table_name FROM "
        "gpkg_contents)";
    triggers_ = values("SELECT sql " + of_layers + " ORDER BY rowid");
    for (const std::string& name : values("SELECT name " + of_layers + " ORDER BY rowid")) {
        run("DROP TRIGGER \"" + name + "\"");
    }
}

sqlite3* GpkgDataset::connection() const {
    return static_cast<sqlite3*>(dataset_->GetInternalHandle("SQLITE_HANDLE"));
}

void GpkgDataset::restore_triggers() {
    for (const std::string& trigger : triggers_) {
        run(trigger);
    }
}

void GpkgDataset::run(const std::string& sql) {
    errors_.clear();
    OGRLayer* answer = dataset_->ExecuteSQL(sql.c_str(), nullptr, nullptr);
    dataset_->ReleaseResultSet(answer);
    fail_if_failed();
}

std::vector<std::string> GpkgDataset::values(const std::string& sql) {
    errors_.clear();
    std::vector<std::string> found;
    OGRLayer* answer = dataset_->ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (answer != nullptr) {
        for (const auto& row : *answer) {
            found.emplace_back(row->GetFieldAsString(0));
        }
    }
    dataset_->ReleaseResultSet(answer);
    fail_if_failed();
    return found;
}

void GpkgDataset::commit_and_close() {
    errors_.clear();
    if (dataset_->CommitTransaction() != OGRERR_NONE) {
        fail();
    }
    // Closing writes counts and extents, and says of a failure nothing but a message.
    dataset_.reset();
    fail_if_failed();
}

void GpkgDataset::fail() const {
    fail_as_told(errors_.message);
}

void GpkgDataset::fail_to_write_rows() {
    fail_as_told(sqlite3_errmsg(connection()));
}

/// Says what the system said, where it did: libraries have words of their own for it.
void GpkgDataset::fail_as_told(std::string_view message) const {
    int error = 0;
    if (dataset_ &&
        sqlite3_file_control(connection(), "main", SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK &&
        error != 0) {
        fail_to_write(shown_path_, reason_of(error));
    }
    // "sqlite3_exec(COMMIT) failed: disk I/O error"
    constexpr std::string_view before_reason = " failed: ";
    if (const std::size_t at = message.rfind(before_reason); at != std::string_view::npos) {
        message.remove_prefix(at + before_reason.size());
    }
    fail_to_write(shown_path_,
                  message.empty() ? "GDAL gave up without saying why" : std::string(message));
}

void GpkgDataset::fail_if_failed() const {
    if (errors_.failed) {
        fail();
    }
}

}  // namespace koppelkans::io
