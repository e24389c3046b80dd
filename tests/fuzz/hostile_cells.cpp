#include "tests/fuzz/hostile_cells.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace koppelkans::fuzz {

namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace): for texts with NUL

using Texts = std::vector<std::string>;

struct Kind {
    About about;
    Texts names;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {About::id, {"id", "nummer", "PROJECTNUMMER", "code"}},
        {About::text, {"naam", "Naam", "titel"}},
        {About::day, {"start", "startdatum", "START", "jaar"}},
        {About::day, {"eind", "einddatum", "oplevering"}},
        {About::duration, {"duur", "doorlooptijd"}},
        {About::status, {"status", "fase"}},
        {About::text, {"trekker", "opdrachtgever"}},
        {About::distance, {"werkafstand"}},
        {About::gebied, {"gebiedscode", "buurtcode", "wijkcode", "gemeentecode"}},
        {About::text, {"project"}},
        {About::soort, {"soort", "type"}},
        {About::text, {"kansen"}},
        {About::text, {"risicos"}},
        {About::text, {"budget"}},
    };
    return all;
}

const Texts& odd_types() {
    static const Texts types = {"INTEGER", "REAL",    "DATE",         "DATETIME", "BOOLEAN",
                                "BLOB",    "TEXT(3)", "TINYINT",      "FLOAT",    "JSON",
                                "",        "VARCHAR", "ONBEKEND(1,2)"};
    return types;
}

const Texts& plain_days() {
    static const Texts texts = {"2027",       "2028-04-15", "2027-2029",        "Q2 2027",
                                "april 2028", "15-04-2027", "2e kwartaal 2027", "begin 2027"};
    return texts;
}

const Texts& odd_days() {
    static const Texts texts = {"week 53 2027",
                                "week 54 2027",
                                "31-02-2027",
                                "2027-04-15T23:59:59.999+02:00",
                                "2027-04-15 00:00:00Z",
                                "winter 2027",
                                "doorlopend",
                                "n.t.b.",
                                "9999-12-31",
                                "0001-01-01",
                                "1899-12-30",
                                "36526",
                                "45000",
                                "00000000000000.000",
                                "na 2030",
                                "uiterlijk 2028",
                                "infinity",
                                "-2027",
                                "2027-13-45",
                                "99999999999999999999",
                                "2027.0",
                                "zodra het kan",
                                "2019",
                                "2026-11-21",
                                "2027/04/15 24:61:61",
                                "15 apr. '27",
                                "  2027  ",
                                "２０２７"};
    return texts;
}

const Texts& odd_texts() {
    static const Texts texts = {"",
                                " ",
                                "\t\r\n",
                                "=1+1",
                                "@SUM(A1)",
                                "-2+3|cmd",
                                "a\0b"s,
                                "\0"s,
                                "\xFF\xFE",
                                "caf\xE9",
                                "\xC3\x28",
                                "\xED\xA0\x80",
                                "\xF4\x90\x80\x80",
                                "\xEF\xBB\xBFtekst",
                                "\"quoted\", and; split",
                                "'; DROP TABLE opgaven; --",
                                "<script>alert(1)</script>",
                                "{{X}}",
                                "%s%n",
                                "a\x1F"
                                "b",
                                "\xE2\x80\xAE"
                                "omgekeerd",
                                "\xF0\x9F\x9A\xA7 werk",
                                "NULL",
                                "nan",
                                "../../etc/passwd",
                                "line\nline\rline",
                                "\\u0000"};
    return texts;
}

std::string any_text(Dice& dice) {
    if (dice.one_in(60)) {
        return std::string(1 + dice.below(dice.one_in(10) ? 40000 : 400),
                           dice.one_in(2) ? 'x' : '\xC3');
    }
    return dice.of(odd_texts());
}

Cell any_cell(Dice& dice) {
    switch (dice.below(8)) {
        case 0:
            return std::monostate();
        case 1:
            return std::numeric_limits<std::int64_t>::max() -
                   static_cast<std::int64_t>(dice.below(3));
        case 2:
            return std::numeric_limits<std::int64_t>::min();
        case 3:
            return dice.one_in(2) ? std::numeric_limits<double>::infinity() : 1e308;
        case 4:
            return dice.share() * 1e6;
        case 5:
            return Blob{any_text(dice)};
        default:
            return any_text(dice);
    }
}

std::string usual_text(Dice& dice, About about) {
    const auto one_of = [&dice](const Texts& plain, const Texts& odd) {
        return dice.of(dice.harm_in(2) ? odd : plain);
    };
    switch (about) {
        case About::day:
            return one_of(plain_days(), odd_days());
        case About::duration:
            return one_of({"18 maanden", "P18M", "30", "P1Y2M3D"},
                          {"0", "-5 dagen", "99999999999 jaar", "P99999999Y", "mnd", "1,5 jaar"});
        case About::status:
            return one_of({"idee", "ontwerp", "in uitvoering", "VO"},
                          {"gereed", "vervallen", "on hold", "opgeleverd"});
        case About::distance:
            return one_of({"3", "2,5", "0", "25"}, {"-1", "10000", "10000,1", "1e3", "nan", "inf",
                                                    "0x10", "1e-320", "drie"});
        case About::gebied:
            return one_of({"BU03410001", "bu03410002", "3410001", "WK034100", "GM0341", "341"},
                          {"BU99999999", "0", "BU0341000A"});
        case About::soort:
            return one_of({"rioolvervanging", "warmtenet", "herinrichting", "eenzaamheid"},
                          {"iets anders"});
        default:
            return fmt::format("tekst {}", dice.below(10));
    }
}

}  // namespace

std::vector<Column> hostile_columns(Dice& dice) {
    std::vector<Column> columns = {{"rij", "INTEGER", About::id}};
    for (const Kind& kind : kinds()) {
        const bool needed = kind.about == About::id || kind.about == About::day;
        if (needed ? dice.harm_in(8) : dice.one_in(3)) {
            continue;
        }
        const std::string declared = dice.harm_in(2) ? dice.of(odd_types()) : "TEXT";
        columns.push_back({dice.of(kind.names), declared, kind.about});
    }
    std::rotate(columns.begin() + 1,
                columns.begin() + 1 + static_cast<std::ptrdiff_t>(dice.below(columns.size() - 1)),
                columns.end());
    return columns;
}

Cell hostile_cell(Dice& dice, const Column& column, std::size_t row) {
    if (column.name == "rij") {
        return static_cast<std::int64_t>(row);
    }
    if (dice.harm_in(5)) {
        return any_cell(dice);
    }
    if (column.about == About::id) {
        return dice.harm_in(12) ? Cell(fmt::format("R-{}", dice.below(row + 1)))
                                : Cell(fmt::format("R-{}", row));
    }
    return usual_text(dice, column.about);
}

std::string text_of_cell(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*whole);
    }
    if (const auto* real = std::get_if<double>(&cell)) {
        return fmt::format("{}", *real);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    const auto* blob = std::get_if<Blob>(&cell);
    return blob == nullptr ? std::string() : blob->bytes;
}

}  // namespace koppelkans::fuzz
