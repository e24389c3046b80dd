#include "engine/io/own_text.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <ogr_feature.h>
#include <ogrsf_frmts.h>

#include "engine/domain/text.h"
#include "engine/io/source_text.h"

namespace koppelkans::io {

namespace {

constexpr unsigned dates = 1;
constexpr unsigned whole_numbers = 2;
constexpr unsigned real_numbers = 4;
constexpr unsigned others = 8;  ///< lists, times of day

struct TextualTypes {
    const char* driver;
    unsigned types;
};
// Where the driver turns a text into a value when the row is asked for, by the type that the column
// then has. A day of LIBKML is set as a value, which a column of texts would take for an address.
constexpr std::array<TextualTypes, 7> textual_types = {{
    {"CSV", dates | whole_numbers | real_numbers | others},  // by a .csvt beside it
    {"ESRI Shapefile", dates | whole_numbers | real_numbers},
    {"GPKG", dates | whole_numbers},
    {"SQLite", dates | whole_numbers},
    {"GML", dates | whole_numbers},
    {"GeoJSONSeq", dates},
    {"LIBKML", whole_numbers | real_numbers},
}};

unsigned kind_of(OGRFieldType type) {
    switch (type) {
        case OFTDate:
        case OFTDateTime:
            return dates;
        case OFTInteger:
        case OFTInteger64:
            return whole_numbers;
        case OFTReal:
            return real_numbers;
        case OFTString:
            return 0;
        default:
            return others;
    }
}

unsigned textual_types_of(const std::string& driver) {
    const auto* const found =
        std::find_if(textual_types.begin(), textual_types.end(),
                     [&driver](const TextualTypes& one) { return driver == one.driver; });
    return found == textual_types.end() ? 0 : found->types;
}

}  // namespace

OwnTexts::OwnTexts(const GdalDataset& dataset, OGRLayer& layer) {
    const std::string driver = dataset.driver();
    form_ = driver == "ESRI Shapefile"                  ? Form::dbf
            : driver == "SQLite"                        ? Form::sqlite
            : driver == "GML"                           ? Form::gml
            : driver == "CSV" || driver == "GeoJSONSeq" ? Form::text
                                                        : Form::other;
    const unsigned types = textual_types_of(driver);
    const GdalErrors errors;
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    Definition own = dataset.columns_of(layer);
    bool differ = false;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldType type = own->GetFieldDefn(i)->GetType();
        const bool is_textual = (kind_of(type) & types) != 0;
        was_.push_back(is_textual ? type : OFTString);
        if (is_textual) {
            OGRFieldDefn& field = *definition.GetFieldDefn(i);
            field.SetSubType(OFSTNone);
            field.SetType(OFTString);
            differ = true;
        }
    }
    types_ = differ ? std::move(own) : nullptr;
}

std::string OwnTexts::as_value(int column, const std::string& text) const {
    if (text.empty() || form_ == Form::text) {
        return text;
    }
    switch (kind_of(was_.at(static_cast<std::size_t>(column)))) {
        case whole_numbers:
        case real_numbers:
            if (form_ == Form::gml) {  // a .gfs says of ids that they are numbers
                return std::string(domain::trimmed(text));
            }
            return form_ == Form::dbf && text.find_first_not_of('*') == std::string::npos
                       ? std::string()  // how a .dbf writes that there is none
                       : number_text(text);
        case dates:
            return form_ == Form::dbf ? day_of_dbf(text) : date_text(column, text);
        default:
            return text;
    }
}

std::string OwnTexts::date_text(int column, const std::string& text) const {
    const std::string moment = form_ == Form::sqlite ? julian_text(text) : text;
    return moment != text && was_.at(static_cast<std::size_t>(column)) == OFTDate
               ? moment.substr(0, moment.find('T'))
               : moment_text(moment);
}

std::unique_ptr<OGRFeature> OwnTexts::typed(const OGRFeature& row) const {
    const GdalErrors errors;
    auto typed = std::make_unique<OGRFeature>(types_.get());
    std::vector<int> columns(static_cast<std::size_t>(row.GetFieldCount()));
    std::iota(columns.begin(), columns.end(), 0);
    typed->SetFrom(&row, columns.data(), TRUE);
    for (int i = 0; i < row.GetFieldCount(); ++i) {
        if (kind_of(was_.at(static_cast<std::size_t>(i))) != 0 && row.IsFieldSetAndNotNull(i)) {
            const std::string value = as_value(i, row.GetFieldAsString(i));
            typed->SetFieldNull(i);  // as it stays where the value is no date
            if (!value.empty()) {
                typed->SetField(i, value.c_str());
            }
        }
    }
    typed->SetFID(row.GetFID());
    return typed;
}

OwnTexts::Typed::Typed(const OwnTexts& texts, OGRLayer& layer)
    : definition_(*layer.GetLayerDefn()) {
    const GdalErrors errors;
    for (int i = 0; texts.types_ && i < definition_.GetFieldCount(); ++i) {
        ours_.push_back(definition_.GetFieldDefn(i)->GetType());
        definition_.GetFieldDefn(i)->SetType(texts.types_->GetFieldDefn(i)->GetType());
    }
}

OwnTexts::Typed::~Typed() {
    for (std::size_t i = 0; i < ours_.size(); ++i) {
        definition_.GetFieldDefn(static_cast<int>(i))->SetType(ours_[i]);
    }
}

}  // namespace koppelkans::io
