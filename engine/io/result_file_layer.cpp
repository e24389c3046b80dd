#include "engine/io/result_file_layer.h"

#include <array>
#include <cassert>
#include <cstring>

#include <fmt/format.h>

#include "engine/io/result_file_index.h"

namespace koppelkans::io {

namespace {

constexpr int fid_parameter = 1;
constexpr int geometry_parameter = 2;

// Of WKB: the type stands behind the byte order.
constexpr std::size_t type_byte = 1;
constexpr char wkb_point = 1;
constexpr char wkb_polygon = 3;

// Of a GeoPackage geometry (GeoPackage 1.2, clause 2.1.3): "GP", version 0, flags, srs_id,
// envelope.
constexpr std::string_view magic("GP\0", 3);
constexpr char little_endian = 1;
constexpr char with_envelope = 2;

bool has_type(const geometry::Wkb& geometry, char type) {
    return geometry.bytes.size() > type_byte && geometry.bytes[type_byte] == type;
}

std::string insert_statement(const domain::LayerDefinition& definition) {
    const bool has_geometry = definition.geometry != domain::LayerGeometry::none;
    std::string columns = domain::fid_column;
    std::string values = "?";
    const auto add = [&](const char* column) {
        columns += fmt::format(", \"{}\"", column);
        values += ", ?";
    };
    if (has_geometry) {
        add(domain::geometry_column);
    }
    for (const domain::Field& field : definition.fields) {
        add(field.name);
    }
    return fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", definition.name, columns, values);
}

/// The two digits of a number below 100.
void write_two(char* at, unsigned number) {
    at[0] = static_cast<char>('0' + number / 10);
    at[1] = static_cast<char>('0' + number % 10);
}

}  // namespace

LayerWriter::LayerWriter(GpkgDataset& dataset, const domain::LayerDefinition& definition)
    : dataset_(dataset),
      definition_(definition),
      insert_(std::in_place, dataset.connection(), insert_statement(definition)) {
    if (definition.geometry != domain::LayerGeometry::none) {
        const std::vector<std::string> found = dataset.values(fmt::format(
            "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = '{}'", definition.name));
        const std::int32_t number = found.empty() ? 0 : std::stoi(found.front());
        srs_id_.assign(reinterpret_cast<const char*>(&number), sizeof number);
    }
}

/// The parameter of the next field.
int LayerWriter::next(domain::FieldType type) {
    assert(static_cast<std::size_t>(field_) < definition_.fields.size());
    assert(definition_.fields[static_cast<std::size_t>(field_)].type == type);
    static_cast<void>(type);
    const int first = srs_id_.empty() ? geometry_parameter : geometry_parameter + 1;
    return first + field_++;
}

LayerWriter& LayerWriter::text(std::string_view value) {
    const int field = next(domain::FieldType::text);
    if (value.empty()) {
        insert_->bind_null(field);
    } else {
        insert_->bind_own_text(field, value);
    }
    return *this;
}

LayerWriter& LayerWriter::integer(std::optional<std::int64_t> value) {
    const int field = next(domain::FieldType::integer);
    if (value) {
        insert_->bind(field, *value);
    } else {
        insert_->bind_null(field);
    }
    return *this;
}

LayerWriter& LayerWriter::real(std::optional<double> value) {
    const int field = next(domain::FieldType::real);
    if (value) {
        insert_->bind(field, *value);
    } else {
        insert_->bind_null(field);
    }
    return *this;
}

LayerWriter& LayerWriter::date(std::optional<time::Day> value) {
    const int field = next(domain::FieldType::date);
    if (value && !value->is_open()) {
        const time::CalendarDate date = time::calendar_date(*value);
        std::array<char, 10> text{};
        write_two(text.data(), static_cast<unsigned>(date.year) / 100);
        write_two(text.data() + 2, static_cast<unsigned>(date.year) % 100);
        text[4] = '-';
        write_two(text.data() + 5, static_cast<unsigned>(date.month));
        text[7] = '-';
        write_two(text.data() + 8, static_cast<unsigned>(date.day));
        insert_->bind_own_text(field, {text.data(), text.size()});
    } else {
        insert_->bind_null(field);
    }
    return *this;
}

LayerWriter& LayerWriter::boolean(bool value) {
    insert_->bind(next(domain::FieldType::boolean), std::int64_t{value ? 1 : 0});
    return *this;
}

void LayerWriter::bind_geometry(const geometry::Wkb& geometry) {
    const geometry::Box box = geometry::bounds(geometry);
    boxes_.push_back(box);
    if (geometry.empty()) {
        insert_->bind_null(geometry_parameter);
        return;
    }
    // As GDAL writes it: a point is its own envelope.
    const bool is_point = has_type(geometry, wkb_point);
    blob_ = magic;
    blob_ += static_cast<char>(is_point ? little_endian : little_endian | with_envelope);
    blob_ += srs_id_;
    if (!is_point) {
        const std::array<double, 4> envelope = {box.min_x, box.max_x, box.min_y, box.max_y};
        blob_.append(reinterpret_cast<const char*>(envelope.data()), sizeof envelope);
    }
    const bool promote = definition_.geometry == domain::LayerGeometry::multipolygon &&
                         has_type(geometry, wkb_polygon);
    blob_ += promote ? geometry::collected(&geometry, 1).bytes : geometry.bytes;
    insert_->bind_bytes(geometry_parameter, blob_);
}

void LayerWriter::write(const geometry::Wkb& geometry) {
    assert(static_cast<std::size_t>(field_) == definition_.fields.size());
    assert(definition_.geometry != domain::LayerGeometry::none || geometry.empty());
    if (!srs_id_.empty()) {
        bind_geometry(geometry);
    }
    ++rows_;
    insert_->bind(fid_parameter, rows_);
    if (!insert_->step()) {
        dataset_.fail_to_write_rows();
    }
    field_ = 0;
}

void LayerWriter::finish() {
    insert_.reset();
    if (!srs_id_.empty()) {
        if (!fill_spatial_index(dataset_.connection(), definition_.name, boxes_)) {
            dataset_.fail_to_write_rows();
        }
        geometry::Box extent;
        for (const geometry::Box& box : boxes_) {
            extent = geometry::united(extent, box);
        }
        if (!extent.empty()) {
            dataset_.run(fmt::format(
                "UPDATE gpkg_contents SET min_x = {}, min_y = {}, max_x = {}, max_y = {} WHERE "
                "table_name = '{}'",
                extent.min_x, extent.min_y, extent.max_x, extent.max_y, definition_.name));
        }
        boxes_.clear();
    }
    dataset_.run(
        fmt::format("UPDATE gpkg_ogr_contents SET feature_count = {} WHERE table_name = '{}'",
                    rows_, definition_.name));
}

}  // namespace koppelkans::io
