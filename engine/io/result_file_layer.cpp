#include "engine/io/result_file_layer.h"

#include <cassert>

#include <ogrsf_frmts.h>

namespace koppelkans::io {

namespace {

/// The byte of a WKB type lies behind that of the byte order.
constexpr std::size_t type_byte = 1;

bool is_polygon(const geometry::Wkb& geometry) {
    return geometry.bytes.size() > type_byte && geometry.bytes[type_byte] == wkbPolygon;
}

}  // namespace

LayerWriter::LayerWriter(GpkgDataset& dataset, const LayerDefinition& definition)
    : dataset_(dataset),
      definition_(definition),
      layer_(dataset.create_layer(definition)),
      row_(std::make_unique<OGRFeature>(layer_.GetLayerDefn())) {}

LayerWriter::~LayerWriter() = default;

int LayerWriter::next(FieldType type) {
    assert(static_cast<std::size_t>(field_) < definition_.fields.size());
    assert(definition_.fields[static_cast<std::size_t>(field_)].type == type);
    static_cast<void>(type);
    return field_++;
}

LayerWriter& LayerWriter::text(const std::string& value) {
    return text(value.c_str());
}

LayerWriter& LayerWriter::text(const char* value) {
    const int field = next(FieldType::text);
    if (*value == '\0') {
        row_->SetFieldNull(field);
    } else {
        row_->SetField(field, value);
    }
    return *this;
}

LayerWriter& LayerWriter::integer(std::optional<std::int64_t> value) {
    const int field = next(FieldType::integer);
    if (value) {
        row_->SetField(field, static_cast<GIntBig>(*value));
    } else {
        row_->SetFieldNull(field);
    }
    return *this;
}

LayerWriter& LayerWriter::real(std::optional<double> value) {
    const int field = next(FieldType::real);
    if (value) {
        row_->SetField(field, *value);
    } else {
        row_->SetFieldNull(field);
    }
    return *this;
}

LayerWriter& LayerWriter::date(std::optional<time::Day> value) {
    const int field = next(FieldType::date);
    if (value && !value->is_open()) {
        const time::CalendarDate date = time::calendar_date(*value);
        row_->SetField(field, date.year, date.month, date.day);
    } else {
        row_->SetFieldNull(field);
    }
    return *this;
}

LayerWriter& LayerWriter::boolean(bool value) {
    row_->SetField(next(FieldType::boolean), value ? 1 : 0);
    return *this;
}

void LayerWriter::set_geometry(const geometry::Wkb& geometry) {
    if (geometry.empty()) {
        row_->SetGeometryDirectly(nullptr);
        return;
    }
    const bool promote =
        definition_.geometry == LayerGeometry::multipolygon && is_polygon(geometry);
    const geometry::Wkb multi = promote ? geometry::collected(&geometry, 1) : geometry::Wkb{};
    const std::string& bytes = promote ? multi.bytes : geometry.bytes;
    OGRGeometry* made = nullptr;
    if (OGRGeometryFactory::createFromWkb(bytes.data(), nullptr, &made, bytes.size()) !=
        OGRERR_NONE) {
        dataset_.fail();
    }
    row_->SetGeometryDirectly(made);
}

void LayerWriter::write(const geometry::Wkb& geometry) {
    assert(static_cast<std::size_t>(field_) == definition_.fields.size());
    assert(definition_.geometry != LayerGeometry::none || geometry.empty());
    if (definition_.geometry != LayerGeometry::none) {
        set_geometry(geometry);
    }
    row_->SetFID(OGRNullFID);
    if (layer_.CreateFeature(row_.get()) != OGRERR_NONE) {
        dataset_.fail();
    }
    field_ = 0;
    ++rows_;
}

}  // namespace koppelkans::io
