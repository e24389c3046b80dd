#include <limits>
#include <stdexcept>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/configuration_parts.h"
#include "engine/time/date_reader.h"

namespace koppelkans::io {

namespace {
/// The days that a value names: a TOML date that day, a text by the table of SPEC §3.
time::DateReading read_days(const std::string& path, const TomlValue& value,
                            const std::string& name, const time::TimeZone& zone) {
    time::DateReading reading;
    if (value.kind == TomlKind::date) {
        const int date = static_cast<int>(value.integer);
        const auto day = time::Day::from_ymd(date / 10000, date / 100 % 100, date % 100);
        reading.kind = day ? time::DateKind::interval : time::DateKind::unreadable;
        reading.interval = day ? time::Interval{*day, *day} : time::Interval{};
    } else if (value.kind == TomlKind::text || value.kind == TomlKind::moment) {
        reading = time::read_date(value.text, zone);
    } else {
        fail_at(path, value.place,
                fmt::format("{} must be a date, for example 2026-11-21, not {}", name,
                            to_text(value.kind)));
    }
    if (reading.kind == time::DateKind::unreadable) {
        fail_at(path, value.place,
                fmt::format("{} = {} is no date{}{}", name, in_quotes(value.text),
                            reading.hint.empty() ? "" : ": ", reading.hint));
    }
    return reading;
}

void read_peildatum(const Section& top, domain::Settings& settings) {
    const TomlValue* value = top.find("peildatum");
    if (value == nullptr) {
        return;
    }
    const time::DateReading reading = read_days(top.path(), *value, "peildatum", settings.tijdzone);
    if (reading.kind != time::DateKind::interval ||
        reading.interval.first != reading.interval.last || reading.interval.first.is_open()) {
        top.fail("peildatum", fmt::format("peildatum = {} must be one day, for example peildatum = "
                                          "2026-11-21",
                                          in_quotes(value->text)));
    }
    settings.peildatum = reading.interval.first;
}

void read_venster(const Section& top, domain::Settings& settings) {
    const TomlValue* value = top.list("venster");
    if (value == nullptr) {
        return;
    }
    if (value->items.size() != 2) {
        top.fail("venster",
                 "venster must be two dates, for example venster = [\"2026-01-01\", "
                 "\"2032-12-31\"]; \"\" leaves an end open");
    }
    const auto van = read_days(top.path(), value->items[0], "venster, van", settings.tijdzone);
    const auto tot = read_days(top.path(), value->items[1], "venster, tot", settings.tijdzone);
    time::Interval venster;
    if (van.kind == time::DateKind::interval) {
        venster.first = van.interval.first;
    }
    if (tot.kind == time::DateKind::interval) {
        venster.last = tot.interval.last;
    }
    if (venster.first.is_open() && venster.last.is_open()) {
        top.fail("venster", "venster is open at both ends; leave it out");
    }
    if (venster.last < venster.first) {
        top.fail("venster", fmt::format("venster ends ({}) before it starts ({})",
                                        time::iso(venster.last), time::iso(venster.first)));
    }
    settings.venster = venster;
}

void read_tijdzone(const Section& top, domain::Settings& settings) {
    const auto name = top.text("tijdzone");
    if (!name) {
        return;
    }
    try {
        settings.tijdzone = time::TimeZone(std::string(domain::trimmed(*name)));
    } catch (const std::invalid_argument&) {
        top.fail("tijdzone", fmt::format("tijdzone = {} is not known to this machine; write it as "
                                         "\"Europe/Amsterdam\"",
                                         in_quotes(*name)));
    }
}
}  // namespace

const KnownKeys& top_keys() {
    static const KnownKeys known{"",
                                 {{"peildatum", "2026-11-21"},
                                  {"horizon", "\"P2Y\""},
                                  {"aanloop", "\"P2Y\""},
                                  {"tijdregel", "\"tussentijd\""},
                                  {"venster", "[\"2026-01-01\", \"2032-12-31\"]"},
                                  {"min_oppervlakte", "1.0"},
                                  {"koppel", "\"verschillende_soort\""},
                                  {"onbekende_tijd", "\"tonen\""},
                                  {"tijdzone", "\"Europe/Amsterdam\""},
                                  {"crs", "\"EPSG:28992\""},
                                  {"crs_onzeker", "true"},
                                  {"lagen", "[\"koppelkansen\", \"gebiedskansen\"]"},
                                  {"uitvoer", "\"koppelkansen.gpkg\""},
                                  {"buurten", "{ bron = \"buurten.gpkg\" }"},
                                  {"bronnen", "[{ naam = \"riool\", bron = \"riool.gpkg\" }]"},
                                  {"soorten", "{ park = { naam = \"Park\" } }"},
                                  {"fasen", "{ \"in de week gelegd\" = \"idee\" }"}},
                                 {}};
    return known;
}

std::map<std::string, std::string> hints_for_top_keys() {
    std::map<std::string, std::string> hints;
    for (const KnownKey& key : top_keys().keys) {
        hints[key.name] =
            fmt::format("{} belongs at the top of the file, above the first section", key.name);
    }
    return hints;
}

void read_settings(const Section& top, domain::Settings& settings) {
    constexpr double no_limit = std::numeric_limits<double>::infinity();
    // The zone comes first: dates are read with it.
    read_tijdzone(top, settings);
    read_peildatum(top, settings);
    read_venster(top, settings);
    settings.horizon.horizon = top.period("horizon").value_or(settings.horizon.horizon);
    settings.aanloop = top.period("aanloop").value_or(settings.aanloop);
    if (const auto regel = top.word("tijdregel", {"tussentijd", "start"})) {
        settings.horizon.regel = *regel == 0 ? time::Tijdregel::tussentijd : time::Tijdregel::start;
    }
    if (const auto koppel = top.word("koppel", {"verschillende_soort", "verschillende_opgave"})) {
        settings.koppel = *koppel == 0 ? domain::Koppel::verschillende_soort
                                       : domain::Koppel::verschillende_opgave;
    }
    if (const auto onbekend = top.word("onbekende_tijd", {"tonen", "meenemen"})) {
        settings.onbekende_tijd =
            *onbekend == 0 ? domain::OnbekendeTijd::tonen : domain::OnbekendeTijd::meenemen;
    }
    settings.min_oppervlakte_m2 =
        top.number("min_oppervlakte", {0, no_limit}).value_or(settings.min_oppervlakte_m2);
}

}  // namespace koppelkans::io
