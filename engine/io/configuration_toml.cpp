#include "engine/io/configuration_toml.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "engine/domain/errors.h"
#include "engine/io/configuration_text.h"

namespace koppelkans::io {

namespace {
TomlPlace place_of(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

std::string iso(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string iso(const toml::date_time& moment) {
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", iso(moment.date), moment.time.hour,
                                   moment.time.minute, moment.time.second);
    if (moment.offset) {
        const int minutes = moment.offset->minutes;
        const int size = minutes < 0 ? -minutes : minutes;
        text += fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
    }
    return text;
}

TomlValue converted(const toml::node& node);

std::vector<TomlEntry> entries_of(const toml::table& table) {
    std::vector<TomlEntry> entries;
    entries.reserve(table.size());
    for (const auto& entry : table) {
        const toml::key& key = entry.first;
        entries.push_back(
            {std::string(key.str()), place_of(key.source()), converted(entry.second)});
    }
    // The parser orders by name; whoever reads messages goes through the file from the top.
    std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    return entries;
}

void convert_date(const toml::date& date, TomlValue& value) {
    value.kind = TomlKind::date;
    value.text = iso(date);
    value.integer = date.year * 10000 + date.month * 100 + date.day;
}

TomlValue converted(const toml::node& node) {
    TomlValue value;
    value.place = place_of(node.source());
    if (const auto* text = node.as_string()) {
        value.kind = TomlKind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlKind::integer;
        value.integer = integer->get();
        value.real = static_cast<double>(integer->get());
    } else if (const auto* real = node.as_floating_point()) {
        value.kind = TomlKind::real;
        value.real = real->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = TomlKind::boolean;
        value.boolean = boolean->get();
    } else if (const auto* date = node.as_date()) {
        convert_date(date->get(), value);
    } else if (const auto* moment = node.as_date_time()) {
        value.kind = TomlKind::moment;
        value.text = iso(moment->get());
    } else if (const auto* list = node.as_array()) {
        value.kind = TomlKind::list;
        for (const toml::node& item : *list) {
            value.items.push_back(converted(item));
        }
    } else if (const auto* table = node.as_table()) {
        value.kind = TomlKind::table;
        value.entries = entries_of(*table);
    } else {
        value.kind = TomlKind::time;
    }
    return value;
}
}  // namespace

const char* to_text(TomlKind kind) {
    switch (kind) {
        case TomlKind::text:
            return "a text";
        case TomlKind::integer:
            return "a whole number";
        case TomlKind::real:
            return "a number";
        case TomlKind::boolean:
            return "true or false";
        case TomlKind::date:
            return "a date";
        case TomlKind::moment:
            return "a date with a time";
        case TomlKind::time:
            return "a time";
        case TomlKind::list:
            return "a list";
        case TomlKind::table:
            return "a table";
    }
    return "a value";
}

std::string place_text(const std::string& path, TomlPlace place) {
    return place.line == 0 ? path : fmt::format("{}:{}:{}", path, place.line, place.column);
}

void fail_at(const std::string& path, TomlPlace place, const std::string& message) {
    throw domain::InputError(fmt::format("{}: {}", place_text(path, place), message));
}

TomlValue parse_toml(std::string_view text, const std::string& path) {
    if (const std::optional<TomlPlace> deep = find_deep_key(text)) {
        fail_at(path, *deep, "a key of so many parts, joined by dots, is not read");
    }
    try {
        return converted(toml::parse(text, std::string_view(path)));
    } catch (const toml::parse_error& error) {
        fail_at(path, place_of(error.source()), std::string(error.description()));
    }
}

}  // namespace koppelkans::io
