#include "tests/fuzz/result_check.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "engine/geometry/geometry.h"
#include "engine/io/result_file_sqlite.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace koppelkans::fuzz {

namespace {

std::int64_t number(io::SqliteConnection& result, const std::string& sql) {
    io::SqliteQuery rows(result, sql, "result");
    expect(rows.next(), "there is a row");
    return rows.integer(0);
}

/// The WKB of a geometry of a GeoPackage, behind the head that we write ourselves.
std::string wkb_in(std::string_view blob) {
    constexpr std::size_t bytes_of_envelope[] = {0, 32, 48, 48, 64};
    expect(blob.size() > 8 && blob.substr(0, 2) == "GP", "a geometry has its head");
    const std::size_t envelope = (static_cast<unsigned char>(blob[3]) >> 1U) & 7U;
    expect(envelope < 5, "its envelope is of a known kind");
    const std::size_t head = 8 + bytes_of_envelope[envelope];
    expect(blob.size() > head, "there is a geometry behind the head");
    return std::string(blob.substr(head));
}

void expect_geometries(io::SqliteConnection& result, const std::string& layer,
                       const std::string& column) {
    io::SqliteQuery rows(result, fmt::format(R"(SELECT "{}" FROM "{}")", column, layer), "result");
    while (rows.next()) {
        if (rows.is_null(0)) {
            continue;
        }
        const geometry::Wkb wkb = geometry::checked(wkb_in(rows.bytes(0)));
        expect(geometry::all_within(wkb, 1e8 + 2e4), "coordinates are within reach");
        if (layer != "afgekeurd") {
            expect(geometry::from_wkb(wkb).is_valid(), "a geometry is valid");
        }
    }
}

void expect_areas(io::SqliteConnection& result, const std::string& layer) {
    io::SqliteQuery rows(result, fmt::format("SELECT oppervlakte_m2, geom FROM {}", layer),
                         "result");
    while (rows.next()) {
        const double stated = rows.real(0);
        expect(std::isfinite(stated) && stated > 0, "what is shared has an area");
        if (layer != "gebiedskansen") {  // whose ground is that of one, or none
            const double drawn =
                geometry::area_m2(geometry::from_wkb(geometry::checked(wkb_in(rows.bytes(1)))));
            expect(std::abs(stated - drawn) <= 1e-3 + 1e-6 * drawn,
                   "an area is that of its ground");
        }
    }
}

/// Both opgaven of a pair are there, in order, and share no more than they have.
void expect_pairs(io::SqliteConnection& result) {
    expect(number(result,
                  "SELECT count(*) FROM koppelkansen WHERE opgave_a >= opgave_b OR opgave_a NOT IN "
                  "(SELECT opgave_id FROM opgaven) OR opgave_b NOT IN (SELECT opgave_id FROM "
                  "opgaven)") == 0,
           "a pair is of two opgaven");
    expect(number(result,
                  "SELECT count(*) FROM koppelkansen WHERE NOT (aandeel_a > 0 AND aandeel_a <= "
                  "1 AND aandeel_b > 0 AND aandeel_b <= 1)") == 0,
           "a share is one");
}

void expect_texts(io::SqliteConnection& result, const std::string& layer) {
    std::string columns;
    for (io::SqliteQuery rows(
             result, fmt::format("SELECT name FROM pragma_table_info('{}')", layer), "result");
         rows.next();) {
        columns += fmt::format("{}CASE typeof(\"{}\") WHEN 'text' THEN \"{}\" ELSE '' END",
                               columns.empty() ? "" : " || ' ' || ", rows.text(0), rows.text(0));
    }
    io::SqliteQuery rows(result, fmt::format("SELECT {} FROM {}", columns, layer), "result");
    while (rows.next()) {
        expect(is_utf8(rows.text(0)), "texts are UTF-8");
    }
}

bool has_area(const std::string& layer) {
    return layer == "koppelkansen" || layer == "gebiedskansen" || layer == "combinaties" ||
           layer == "risicos";
}

}  // namespace

void expect_account(const io::SourceSummary& source) {
    const domain::BronAccount& account = source.account;
    expect(account.gelezen == account.geanalyseerd + account.samengevoegd + account.afgekeurd,
           "the account holds");
    std::int64_t left_out = 0;
    for (const auto& [reden, found] : source.afgekeurd) {
        left_out += found.count;
    }
    expect(left_out == account.afgekeurd, "each row left out has its reden");
}

void expect_result(const std::string& path, const io::Summary& summary) {
    io::SqliteConnection result(path, io::SqliteMode::read_only, 0);
    expect(result.first_value("PRAGMA integrity_check") == "ok", "SQLite finds it whole");
    for (const io::LayerSummary& layer : summary.layers) {
        expect(number(result, "SELECT count(*) FROM " + layer.laag) == layer.rows,
               "a layer has the rows that the summary counts");
        expect_texts(result, layer.laag);
        if (has_area(layer.laag)) {
            expect_areas(result, layer.laag);
        }
        if (layer.laag == "koppelkansen") {
            expect_pairs(result);
        }
    }
    std::int64_t opgaven = 0;
    std::int64_t left_out = 0;
    for (const io::SourceSummary& source : summary.sources) {
        opgaven += source.account.geanalyseerd;
        left_out += source.account.afgekeurd;
    }
    expect(number(result, "SELECT count(*) FROM opgaven") == opgaven, "every opgave is there");
    expect(number(result, "SELECT count(*) FROM afgekeurd") == left_out,
           "every row left out is there");
    std::set<std::pair<std::string, std::string>> layers;
    for (io::SqliteQuery rows(result, "SELECT table_name, column_name FROM gpkg_geometry_columns",
                              "result");
         rows.next();) {
        layers.emplace(rows.text(0), rows.text(1));
    }
    for (const auto& [layer, column] : layers) {
        expect_geometries(result, layer, column);
    }
}

void expect_same(const io::Summary& check, const io::Summary& run) {
    expect(check.sources.size() == run.sources.size(), "check and run have the same sources");
    for (std::size_t i = 0; i < check.sources.size(); ++i) {
        expect_account(check.sources[i]);
        const auto& one = check.sources[i].afgekeurd;
        const auto& other = run.sources[i].afgekeurd;
        expect(std::equal(one.begin(), one.end(), other.begin(), other.end(),
                          [](const auto& a, const auto& b) {
                              return a.first == b.first && a.second.count == b.second.count;
                          }),
               "check and run leave out the same rows");
    }
}

}  // namespace koppelkans::fuzz
