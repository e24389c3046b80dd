#include "engine/io/result_reader.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/read_rights.h"
#include "engine/io/result_file_sqlite.h"
#include "engine/io/sqlite_journal.h"

namespace koppelkans::io {

namespace {

using domain::Layer;

/// A row as its columns by the names of its layer, so that the order of a table does not matter.
class Row {
  public:
    Row(const SqliteQuery& query, const std::map<std::string_view, int>& columns)
        : query_(query), columns_(columns) {}

    std::string text(const char* name) const { return query_.text(at(name)); }
    std::int64_t integer(const char* name) const { return query_.integer(at(name)); }
    /// Who edited the file may have left a number that is infinite or as good as that, of which
    /// nothing can be said; the earth has 5e14 m2.
    double real(const char* name) const {
        constexpr double most = 1e15;
        const double value = query_.real(at(name));
        return std::abs(value) <= most ? value : 0;
    }
    bool boolean(const char* name) const { return query_.integer(at(name)) != 0; }
    std::optional<time::Day> date(const char* name) const { return time::day_of_iso(text(name)); }
    std::optional<double> real_or_none(const char* name) const {
        return query_.is_null(at(name)) ? std::nullopt : std::optional(real(name));
    }
    std::optional<std::int64_t> integer_or_none(const char* name) const {
        return query_.is_null(at(name)) ? std::nullopt : std::optional(integer(name));
    }

  private:
    int at(const char* name) const { return columns_.at(name); }

    const SqliteQuery& query_;
    const std::map<std::string_view, int>& columns_;
};

/// All rows of a layer, each made by `made`.
template <typename Made>
auto rows_of(SqliteConnection& file, const std::string& path, Layer layer, const Made& made) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    std::map<std::string_view, int> columns{{domain::fid_column, 0}};
    // Qualified: SQLite would take an unknown "name" for a text.
    std::string list = fmt::format("t.{}", domain::fid_column);
    for (const domain::Field& field : definition.fields) {
        columns.emplace(field.name, static_cast<int>(columns.size()));
        list += fmt::format(", t.\"{}\"", field.name);
    }
    std::vector<decltype(made(std::declval<Row>()))> rows;
    SqliteQuery query(file, fmt::format("SELECT {} FROM {} t ORDER BY fid", list, definition.name),
                      path);
    while (query.next()) {
        rows.push_back(made(Row(query, columns)));
    }
    return rows;
}

report::OpgaveRow opgave(const Row& row) {
    return {row.integer("fid"),
            row.text("opgave_id"),
            row.text("naam"),
            row.text("soort"),
            row.text("domein"),
            row.text("type"),
            row.text("trekker"),
            row.text("fase"),
            row.text("rol"),
            row.date("start"),
            row.date("eind"),
            row.text("start_tekst"),
            row.text("eind_tekst"),
            row.boolean("tijd_onbekend"),
            row.boolean("eind_onbekend"),
            row.text("niveau"),
            row.text("kansen"),
            row.text("risicos"),
            row.text("doelstelling"),
            row.text("budget"),
            0};
}

report::KansRow kans(const Row& row, Layer layer) {
    const bool on_a_plek = layer == Layer::koppelkansen;
    return {row.integer("fid"),         row.text("koppelkans_id"),
            row.text("buurtcode"),      row.text("opgave_a"),
            row.text("opgave_b"),       row.integer_or_none("tussentijd_min"),
            row.text("tijd_zekerheid"), row.text("verband"),
            row.date("eerste_start"),   row.text("aanhaken"),
            row.real("oppervlakte_m2"), row.real("aandeel_a"),
            row.real("aandeel_b"),      on_a_plek ? row.real_or_none("gedeeld_m3") : std::nullopt,
            row.text("eerst"),          row.boolean("volgorde_strijdig"),
            row.text("type"),           row.boolean("al_samen")};
}

report::CombinatieRow combinatie(const Row& row) {
    return {row.integer("fid"),
            row.text("combinatie_id"),
            row.text("buurtcode"),
            row.integer("aantal_soorten"),
            domain::csv_values(row.text("opgaven")),
            domain::csv_values(row.text("soorten")),
            row.date("eerste_start"),
            row.date("laatste_eind"),
            row.text("aanhaken"),
            row.real("oppervlakte_m2")};
}

report::RisicoRow risico(const Row& row) {
    return {row.integer("fid"),         row.text("risico_id"),     row.text("buurtcode"),
            row.text("eerst"),          row.text("daarna"),        row.date("eind_eerst"),
            row.date("start_daarna"),   row.date("graafrust_tot"), row.text("zekerheid"),
            row.real("oppervlakte_m2"), row.real("ernst"),         row.text("koppelkans_id")};
}

report::BuurtRow buurt(const Row& row) {
    return {row.integer("fid"),
            row.text("buurtcode"),
            row.text("buurtnaam"),
            row.text("wijkcode"),
            row.text("gemeentecode"),
            row.integer("aantal_opgaven"),
            row.integer("aantal_koppelkansen"),
            row.integer("aantal_gebiedskansen"),
            row.integer("aantal_kansrijk"),
            row.integer("aantal_combinaties"),
            row.integer("aantal_risicos"),
            row.real("koppel_m2"),
            row.integer("max_gelijktijdig"),
            row.date("drukste_dag")};
}

report::GebiedRow gebied(const Row& row, const char* code) {
    return {row.integer("fid"), row.text(code), row.integer("aantal_opgaven"),
            row.integer("max_gelijktijdig"), row.date("drukste_dag")};
}

report::AfgekeurdRow afgekeurd(const Row& row) {
    return {row.integer("fid"), row.text("bron"),  row.integer("bron_fid"),
            row.text("id"),     row.text("reden"), row.text("detail")};
}

report::BronRow bron(const Row& row) {
    return {row.text("bron"),
            row.text("pad"),
            row.integer("gelezen"),
            row.integer("geanalyseerd"),
            row.integer("samengevoegd"),
            row.integer("afgekeurd")};
}

/// Without these nothing can be said of any row.
template <typename Value>
Value must_be(const std::optional<Value>& value, const char* column) {
    if (!value) {
        throw domain::InputError(fmt::format(
            "its table run has no {} that can be read, so this is no whole result", column));
    }
    return *value;
}

report::RunRow run_of(const Row& row) {
    return {row.text("version"),
            must_be(row.date("peildatum"), "peildatum"),
            must_be(time::read_period(row.text("horizon")), "horizon"),
            must_be(time::read_period(row.text("aanloop")), "aanloop"),
            row.integer_or_none("buurten_jaar"),
            row.text("configuration")};
}

constexpr int patience_ms = 2000;
constexpr double max_coordinate_m = 1e9;  // ten times what a run takes of a source

bool has_table(SqliteConnection& file, std::string_view table) {
    return file.first_value(fmt::format(
               "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{}'", table)) == "1";
}

/// Refuses what is no result, and a result that tells too little.
void check(SqliteConnection& file, const std::string& path) {
    if (!has_table(file, "run") || !has_table(file, "bronnen")) {
        throw domain::InputError(
            fmt::format("{}: this is no result of koppelkans run: it has no table run", path));
    }
    for (const char* needed : {"buurten", "koppelkansen", "opgaven"}) {
        if (!has_table(file, needed)) {
            throw domain::InputError(fmt::format(
                "{}: the layer {} is missing, which a report needs; run without --lagen", path,
                needed));
        }
    }
}

/// Tells each opgave where its werkgebied stands.
void find_werkgebieden(SqliteConnection& file, const std::string& path,
                       std::vector<report::OpgaveRow>& opgaven) {
    std::map<std::string, std::int64_t> fids;
    for (SqliteQuery rows(file, "SELECT fid, opgave_id FROM werkgebieden", path); rows.next();) {
        fids.emplace(rows.text(1), rows.integer(0));
    }
    for (report::OpgaveRow& opgave : opgaven) {
        const auto found = fids.find(opgave.opgave_id);
        opgave.werkgebied_fid = found == fids.end() ? 0 : found->second;
    }
}

std::vector<report::RunRow> read_runs(SqliteConnection& file, const std::string& path) {
    try {
        return rows_of(file, path, Layer::run, run_of);
    } catch (const domain::InputError& error) {
        const std::string message = error.what();
        throw domain::InputError(message.starts_with(path) ? message : path + ": " + message);
    }
}

}  // namespace

report::ResultData read_result(const std::string& path) {
    std::error_code error;
    check_rights(path);
    if (!std::filesystem::exists(path, error)) {
        throw domain::InputError(fmt::format("{}: there is no such file", path));
    }
    if (!std::filesystem::is_regular_file(path, error)) {
        throw domain::InputError(fmt::format("{}: this is no file", path));
    }
    if (const std::string fault = fault_of_journals(path, SqliteMode::read_only); !fault.empty()) {
        throw domain::InputError(fmt::format("{}: {}", path, fault));
    }
    if (is_cut_off(path)) {
        throw domain::InputError(fmt::format(
            "{}: this file is shorter than it says itself: it was cut off while it was copied or "
            "sent; copy it again",
            path));
    }
    SqliteConnection file(path, SqliteMode::read_only, patience_ms);
    if (!file.is_open()) {
        throw domain::InputError(fmt::format("{}: cannot be opened ({})", path, file.message()));
    }
    check(file, path);
    const auto read = [&](Layer layer, const auto& made) {
        return rows_of(file, path, layer, made);
    };
    const auto read_if_there = [&](Layer layer, const auto& made) {
        return has_table(file, domain::definition(layer).name) ? std::optional(read(layer, made))
                                                               : std::nullopt;
    };
    const std::vector<report::RunRow> runs = read_runs(file, path);
    if (runs.empty()) {
        throw domain::InputError(fmt::format("{}: its table run is empty", path));
    }
    report::ResultData data;
    data.run = runs.front();
    data.bronnen = read(Layer::bronnen, bron);
    data.buurten = read(Layer::buurten, buurt);
    data.wijken =
        read_if_there(Layer::wijken, [](const Row& row) { return gebied(row, "wijkcode"); });
    data.gemeenten =
        read_if_there(Layer::gemeenten, [](const Row& row) { return gebied(row, "gemeentecode"); });
    data.koppelkansen =
        read(Layer::koppelkansen, [](const Row& row) { return kans(row, Layer::koppelkansen); });
    data.gebiedskansen = read_if_there(
        Layer::gebiedskansen, [](const Row& row) { return kans(row, Layer::gebiedskansen); });
    data.combinaties = read_if_there(Layer::combinaties, combinatie);
    data.risicos = read_if_there(Layer::risicos, risico);
    data.opgaven = read(Layer::opgaven, opgave);
    data.afgekeurd = read_if_there(Layer::afgekeurd, afgekeurd);
    data.has_werkgebieden = has_table(file, domain::definition(Layer::werkgebieden).name);
    if (data.has_werkgebieden) {
        find_werkgebieden(file, path, data.opgaven);
    }
    return data;
}

ResultGeometry::ResultGeometry(std::string path)
    : path_(std::move(path)),
      file_(std::make_unique<SqliteConnection>(path_, SqliteMode::read_only, patience_ms)) {}

ResultGeometry::~ResultGeometry() = default;

bool ResultGeometry::has(Layer layer) {
    return has_table(*file_, domain::definition(layer).name);
}

geometry::Wkb ResultGeometry::of(Layer layer, std::int64_t fid) {
    SqliteQuery query(*file_,
                      fmt::format("SELECT {} FROM {} WHERE fid = {}", domain::geometry_column,
                                  domain::definition(layer).name, fid),
                      path_);
    if (!query.next() || query.is_null(0)) {
        return {};
    }
    try {
        geometry::Wkb found = wkb_of_geopackage(query.bytes(0));
        // No run writes such a coordinate, and a map or a search would be made of it.
        if (!geometry::all_within(found, max_coordinate_m)) {
            throw domain::InputError(
                "a coordinate is no finite number or lies beyond 1,000,000 km; no run writes "
                "that, so ask for the result again");
        }
        return found;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw domain::InputError(fmt::format("{}: layer {}, row {}: {}", path_,
                                             domain::definition(layer).name, fid, error.what()));
    }
}

std::vector<std::int64_t> ResultGeometry::meeting(Layer layer, const geometry::Box& box) {
    std::vector<std::int64_t> fids;
    if (box.empty()) {
        return fids;
    }
    // The index keeps single precision, rounded outward.
    SqliteQuery query(*file_,
                      fmt::format("SELECT id FROM rtree_{}_{} WHERE maxx >= {} AND minx <= {} AND "
                                  "maxy >= {} AND miny <= {} ORDER BY id",
                                  domain::definition(layer).name, domain::geometry_column,
                                  box.min_x, box.max_x, box.min_y, box.max_y),
                      path_);
    while (query.next()) {
        fids.push_back(query.integer(0));
    }
    return fids;
}

geometry::Wkb wkb_of_geopackage(std::string_view bytes) {
    constexpr std::size_t head = 8;
    constexpr std::size_t envelope_bytes[] = {0, 32, 48, 48, 64};
    if (bytes.size() < head || bytes.substr(0, 2) != "GP") {
        throw domain::InputError("a geometry is not that of a GeoPackage");
    }
    const auto flags = static_cast<unsigned char>(bytes[3]);
    const std::size_t envelope = (flags >> 1U) & 7U;
    const bool is_empty = ((flags >> 4U) & 1U) != 0;
    if (envelope >= std::size(envelope_bytes) || bytes.size() < head + envelope_bytes[envelope]) {
        throw domain::InputError("a geometry is not that of a GeoPackage");
    }
    if (is_empty) {
        return {};
    }
    return geometry::checked(std::string(bytes.substr(head + envelope_bytes[envelope])));
}

}  // namespace koppelkans::io
