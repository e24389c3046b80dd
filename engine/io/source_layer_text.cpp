// What the rows of a source say, as text.
#include <cmath>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_feature.h>
#include <ogrsf_frmts.h>

#include "engine/domain/text.h"
#include "engine/io/geojson_numbers.h"
#include "engine/io/source_layer.h"
#include "engine/io/source_postgres.h"

namespace koppelkans::io {

using domain::InputError;

namespace {

/// What GDAL makes of a number in GeoJSON that is larger than it can hold.
bool is_out_of_range(const std::string& text) {
    return text == "9223372036854775807" || text == "9223372036854775808" ||
           text == "-9223372036854775808";
}

/// As far as a whole number of GeoJSON goes; what is larger was written with an exponent or a
/// point.
bool is_inexact(double number) {
    constexpr double exact = 9007199254740992;
    constexpr double largest = 9223372036854775808.0;
    return std::abs(number) >= exact && std::abs(number) <= largest;
}

}  // namespace

std::string SourceLayer::text(const OGRFeature& feature, int column) {
    if (column == no_column) {
        return {};
    }
    if (column == fid_column) {
        return std::to_string(feature.GetFID());
    }
    std::string text = is_postgres_ ? postgres_text(feature, column) : std::string();
    return text.empty() ? own_text(feature, column) : text;
}

/// What the file says where GDAL would give what it makes of that.
std::string SourceLayer::own_text(const OGRFeature& feature, int column) {
    const OGRFieldDefn& field = *feature.GetFieldDefnRef(column);
    refuse_lost_texts(field.GetNameRef());
    if (field.GetType() == OFTReal) {
        const auto text =
            sqlite_reals_.text(field.GetNameRef(), feature.GetFID(), place(feature.GetFID()));
        if (text) {
            return decoder_.decoded(text->c_str());
        }
    }
    std::string text = own_texts_.as_value(column, field_text(feature, column, decoder_));
    if (is_workbook_ && text.find("_x") != std::string::npos) {
        return without_escapes(text);
    }
    if (is_filegdb_ && field.GetType() == OFTDateTime) {
        return moment_of_filegdb(text);
    }
    return is_geojson_ ? geojson_text(feature, column, std::move(text)) : text;
}

/// Numbers of a GeoJSON stand in it without a type. Whole ones that share a column with decimals
/// become reals, and all that share it with texts are written out with 17 digits.
std::string SourceLayer::geojson_text(const OGRFeature& feature, int column, std::string text) {
    if (is_out_of_range(text)) {
        throw InputError(
            place(feature.GetFID()),
            fmt::format("its column {} holds a whole number beyond 9223372036854775807, "
                        "which would become that one; write such numbers in quotes",
                        column_name(column)));
    }
    const OGRFieldType type = feature.GetFieldDefnRef(column)->GetType();
    if (type == OFTReal && is_inexact(feature.GetFieldAsDouble(column))) {
        throw InputError(
            place(feature.GetFID()),
            fmt::format("its column {} holds decimals and a number beyond 9007199254740992, of "
                        "which the last digits would be lost; write such numbers in quotes",
                        column_name(column)));
    }
    const std::string shorter = type == OFTString ? shorter_number(text) : std::string();
    if (shorter.empty()) {
        return text;
    }
    if (!quoted_numbers_) {
        quoted_numbers_ = quoted_numbers_in(dataset_->GetDescription());
    }
    return quoted_numbers_->count(text) > 0 ? text : shorter;
}

void SourceLayer::refuse_lost_texts(const std::string& column) {
    if (claims_.texts.empty()) {
        return;
    }
    const auto lost = claims_.texts.find(domain::folded(column));
    if (lost != claims_.texts.end()) {
        throw InputError(place(), fmt::format("its column {} is not read, since {}", column,
                                              decoder_.decoded(lost->second.c_str())));
    }
}

void SourceLayer::check_texts(int column) const {
    if (column < 0) {
        return;
    }
    const std::string name = layer_->GetLayerDefn()->GetFieldDefn(column)->GetNameRef();
    const auto lost = claims_.numbers.find(domain::folded(name));
    if (lost != claims_.numbers.end()) {
        throw InputError(place(), fmt::format("its column {} is not read as texts, since {}",
                                              column_name(column), lost->second));
    }
}

/// What the driver of PostgreSQL does not give as it is; empty for all else. It leaves a day of
/// infinity out, where it sets a NULL to null, and takes an interval for a whole number, as its
/// name begins with int.
std::string SourceLayer::postgres_text(const OGRFeature& feature, int column) {
    const OGRFieldDefn& field = *feature.GetFieldDefnRef(column);
    const OGRFieldType type = field.GetType();
    if (feature.IsFieldSet(column) == 0 && (type == OFTDate || type == OFTDateTime)) {
        ++days_without_end_;
        return "9999-12-31";
    }
    return type == OFTInteger ? cut_off_text(row_warnings_, field.GetNameRef()) : std::string();
}

}  // namespace koppelkans::io
