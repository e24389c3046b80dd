#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/io/configuration.h"
#include "tests/io/configuration_texts.h"

namespace koppelkans::io {
namespace {

std::string message_of(const std::string& text) {
    try {
        parse_configuration(text, "k.toml", *time::Day::from_ymd(2026, 1, 2));
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "no error";
}

struct Fault {
    std::string text;
    std::string message;  ///< the whole of it, or its start where it ends in ...
};

void expect_messages(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
        const std::string message = message_of(fault.text);
        const std::size_t length = fault.message.size();
        if (length > 3 && fault.message.substr(length - 3) == "...") {
            EXPECT_EQ(message.substr(0, length - 3), fault.message.substr(0, length - 3));
        } else {
            EXPECT_EQ(message, fault.message);
        }
    }
}

TEST(ConfigurationFault, ASoortIsNoExpressionOfQgis) {
    for (const char* key : {"naam", "domein"}) {
        expect_messages(
            {{with_bron(std::string("[soorten.park]\n") + key + " = \"[% env('PATH') %]\""),
              "k.toml:6:10: \"[% env('PATH') %]\" holds [%, behind which QGIS takes a "
              "text for an expression; write it without"}});
    }
    expect_messages({{with_bron("[soorten.\"a[%b%]\"]\n"), "k.toml:6:10: \"a[%b%]\" holds [%..."}});
}

TEST(ConfigurationFault, UnknownKeysNameTheNearest) {
    expect_messages({
        {with_top("horizn = 'P2Y'"),
         "k.toml:1:1: unknown key \"horizn\"; did you mean \"horizon\"?"},
        {with_top("\n  peildatun = 2026-11-21"),
         "k.toml:2:3: unknown key \"peildatun\"; did you mean \"peildatum\"?"},
        {with_top("[[bron]]\nnaam = 'a'"),
         "k.toml:1:3: unknown key \"bron\"; did you mean \"bronnen\"?"},
        {with_top("[soort.park]"), "k.toml:1:2: unknown key \"soort\"; did you mean \"soorten\"?"},
        {with_buurten("lag = 'x'"),
         "k.toml:3:1: unknown key \"lag\" in [buurten]; did you mean \"laag\"?"},
        {with_buurten("velden = { buurtcod = 'x' }"),
         "k.toml:3:12: unknown key \"buurtcod\" in velden of [buurten]; did you mean "
         "\"buurtcode\"?"},
        {with_bron("werkafstant = 3"),
         "k.toml:6:1: unknown key \"werkafstant\" in [[bronnen]]; did you mean \"werkafstand\"?"},
        {with_bron("velden = { id = 'n', strat = 'x' }"),
         "k.toml:6:22: unknown key \"strat\" in velden of [[bronnen]]; did you mean \"start\"?"},
        {with_bron("[soorten.park]\ndiepte = 2"),
         "k.toml:7:1: unknown key \"diepte\" in [soorten.park]; did you mean \"diepte_m\"?"},
        {with_bron("[soorten.park]\nwoorden = ['park']"),
         "k.toml:7:1: unknown key \"woorden\" in [soorten.park]..."},
        {with_top("zzzzzzzzzz = 1"),
         "k.toml:1:1: unknown key \"zzzzzzzzzz\"; known: peildatum, horizon, aanloop..."},
    });
}

TEST(ConfigurationFault, KeysInTheWrongPlaceSayWhereTheyBelong) {
    expect_messages({
        {with_bron("horizon = 'P2Y'"),
         "k.toml:6:1: unknown key \"horizon\" in [[bronnen]]; horizon belongs at the top of the "
         "file, above the first section"},
        {with_bron("velden = { soort = 'type' }"),
         "k.toml:6:12: unknown key \"soort\" in velden of [[bronnen]]; the column of the soort is "
         "named by soort_veld = \"...\", beside velden"},
        {with_bron("velden = { groep = 'project' }"),
         "k.toml:6:12: unknown key \"groep\" in velden of [[bronnen]]; the column of the group is "
         "named by groepeer = \"...\", beside velden"},
    });
}

TEST(ConfigurationFault, WrongTypesSayWhatIsWantedWithAnExample) {
    expect_messages({
        {with_top("horizon = 2"),
         "k.toml:1:11: horizon must be a text, for example horizon = \"P2Y\", not a whole number"},
        {with_top("min_oppervlakte = '1'"),
         "k.toml:1:19: min_oppervlakte must be a number, for example min_oppervlakte = 1.0, not a "
         "text"},
        {with_top("peildatum = 2026"),
         "k.toml:1:13: peildatum must be a date, for example 2026-11-21, not a whole number"},
        {with_top("peildatum = 12:00:00"),
         "k.toml:1:13: peildatum must be a date, for example 2026-11-21, not a time"},
        {with_top("crs_onzeker = 'ja'"),
         "k.toml:1:15: crs_onzeker must be true or false, for example crs_onzeker = true, not a "
         "text"},
        {with_top("lagen = 'koppelkansen'"), "k.toml:1:9: lagen must be a list, for example..."},
        {with_top("lagen = [1]"),
         "k.toml:1:10: lagen must hold texts between quotes, not a whole number"},
        {with_top("venster = '2026'"), "k.toml:1:11: venster must be a list, for example..."},
        {with_top("venster = [true, '2026']"),
         "k.toml:1:12: venster, van must be a date, for example 2026-11-21, not true or false"},
        {with_top("crs = 28992"), "k.toml:1:7: crs must be a text, for example crs = \"EPSG:28..."},
        {with_top("fasen = 3"),
         "k.toml:1:9: fasen must be a table, for example fasen = { \"in ..."},
        {with_buurten("jaar = 2025.0"),
         "k.toml:3:8: jaar must be a whole number, for example jaar = 2025, not a number"},
        {with_buurten("velden = 'x'"),
         "k.toml:3:10: velden must be a table, for example velden..."},
        {with_bron("velden = { id = 3 }"),
         "k.toml:6:17: id must be a text, for example id = \"kolom\", not a whole number"},
        {with_bron("werkafstand = 2026-01-01"),
         "k.toml:6:15: werkafstand must be a number, for example werkafstand = 3.0, not a date"},
        {with_bron("soort_veld = 't'\nsoort_waarden = { a = 1 }"),
         "k.toml:7:23: \"a\" in soort_waarden must be a text, not a whole number"},
        {with_bron("[soorten]\npark = 'Park'"),
         "k.toml:7:1: \"park\" in [soorten] must be a table: [soorten.park], with its keys below "
         "it"},
        {"bronnen = [1]\n[buurten]\nbron = 'b'\n",
         "k.toml:1:12: bronnen must hold tables, each below its own [[bronnen]], not a whole "
         "number"},
        {"[buurten]\nbron = 'b'\n[bronnen]\nnaam = 'a'\n",
         "k.toml:3:1: [bronnen] must have two brackets on either side, [[bronnen]], once for each "
         "source"},
    });
}

TEST(ConfigurationFault, ValuesOutOfRange) {
    expect_messages({
        {with_top("min_oppervlakte = -0.5"),
         "k.toml:1:19: min_oppervlakte must be a number, 0 or more, not -0.5"},
        {with_top("min_oppervlakte = nan"),
         "k.toml:1:19: min_oppervlakte must be a number, 0 or more, not nan"},
        {with_top("min_oppervlakte = inf"),
         "k.toml:1:19: min_oppervlakte must be a number, 0 or more, not inf"},
        {with_bron("werkafstand = -1"),
         "k.toml:6:15: werkafstand must be a number, from 0 to 10000, not -1"},
        {with_bron("werkafstand = 10000.5"),
         "k.toml:6:15: werkafstand must be a number, from 0 to 10000, not 10000.5"},
        {with_bron("[soorten.park]\nwerkafstand = nan"),
         "k.toml:7:15: werkafstand must be a number, from 0 to 10000, not nan"},
        {with_bron("[soorten.park]\nbouwvolgorde = 0"),
         "k.toml:7:16: bouwvolgorde must be a whole number, from 1 to 9, not 0"},
        {with_bron("[soorten.park]\nbouwvolgorde = 10"),
         "k.toml:7:16: bouwvolgorde must be a whole number, from 1 to 9, not 10"},
        {with_bron("[soorten.park]\ndiepte_m = -2"),
         "k.toml:7:12: diepte_m must be a number, from 0 to 1000, not -2"},
        {with_buurten("jaar = 25"),
         "k.toml:3:8: jaar must be a whole number, from 1900 to 2200, not 25"},
        {with_buurten("jaar = 9223372036854775807"),
         "k.toml:3:8: jaar must be a whole number, from 1900 to 2200, not 9223372036854775807"},
    });
}

TEST(ConfigurationFault, TextsThatSayNothing) {
    expect_messages({
        {with_top("uitvoer = ''"), "k.toml:1:11: uitvoer is empty; leave it out or fill it in"},
        {with_bron("laag = '  '"), "k.toml:6:8: laag is empty; leave it out or fill it in"},
        {with_bron("filter = \"a\\u0000b\""), "k.toml:6:10: filter holds a control character"},
        {with_bron("velden = { id = '' }"), "k.toml:6:17: id is empty; leave it out or fill it in"},
        {with_bron("[soorten.' ']"),
         "k.toml:6:10: the code of a soort is empty; leave it out or fill it in"},
        {with_bron("[soorten.\"a\\nb\"]"),
         "k.toml:6:10: the code of a soort must be on one line, without tabs"},
        {with_bron("[soorten.park]\nnaam = 'a\tb'"),
         "k.toml:7:8: naam must be on one line, without tabs"},
        {with_bron("[soorten.park]\ndomein = '" + std::string(201, 'a') + "'"),
         "k.toml:7:10: domein is longer than 200 bytes"},
        {with_bron("[fasen]\n' ' = 'idee'"), "k.toml:7:1: a key of [fasen] is no word"},
    });
}

TEST(ConfigurationFault, WordsNameTheNearest) {
    expect_messages({
        {with_top("tijdregel = 'strat'"),
         "k.toml:1:13: tijdregel cannot be \"strat\"; did you mean \"start\"?"},
        {with_top("tijdregel = 'x'"),
         "k.toml:1:13: tijdregel cannot be \"x\"; known: tussentijd, start"},
        {with_top("koppel = 'verschillende_soorten'"),
         "k.toml:1:10: koppel cannot be \"verschillende_soorten\"; did you mean "
         "\"verschillende_soort\"?"},
        {with_top("onbekende_tijd = 'tonnen'"),
         "k.toml:1:18: onbekende_tijd cannot be \"tonnen\"; did you mean \"tonen\"?"},
        {with_top("lagen = ['koppelkans', 'opgave']"),
         "k.toml:1:9: unknown layer \"koppelkans\"; did you mean \"koppelkansen\"?"},
        {with_top("lagen = ['koppelkansen_totaal']"),
         "k.toml:1:9: the layer koppelkansen_totaal is a view of koppelkansen; name that one too"},
        {with_top("lagen = []"), "k.toml:1:9: lagen names no layer; leave it out for all of them"},
        {with_bron("[soorten.park]\naard = 'fysek'"),
         "k.toml:7:8: aard cannot be \"fysek\"; did you mean \"fysiek\"?"},
        {with_bron("[fasen]\nklaar = 'gereet'"),
         "k.toml:7:9: unknown fase \"gereet\"; did you mean \"gereed\"?"},
        {with_bron("soort = 'rioolvervangin'"),
         "k.toml:6:9: unknown soort \"rioolvervangin\"; did you mean \"rioolvervanging\"?"},
        {with_bron("soort_veld = 't'\nsoort_waarden = { Riool = 'rioolvervangingen' }"),
         "k.toml:7:27: unknown soort \"rioolvervangingen\"; did you mean \"rioolvervanging\"?"},
    });
}

TEST(ConfigurationFault, PeriodsAndDates) {
    expect_messages({
        {with_top("horizon = 'lang'"),
         "k.toml:1:11: horizon = \"lang\" is no period; write it as \"P2Y\", \"P18M\", \"2 jaar\" "
         "or \"24 maanden\""},
        {with_top("aanloop = '-P2Y'"), "k.toml:1:11: aanloop = \"-P2Y\" is no period..."},
        {with_bron("[soorten.park]\ngraafrust = '5'"),
         "k.toml:7:13: graafrust = \"5\" is no period..."},
        {with_top("peildatum = '2026'"), "k.toml:1:13: peildatum = \"2026\" must be one day..."},
        {with_top("peildatum = 'onbekend'"),
         "k.toml:1:13: peildatum = \"onbekend\" must be one..."},
        {with_top("peildatum = 'morgen'"), "k.toml:1:13: peildatum = \"morgen\" is no date..."},
        {with_top("peildatum = 2026-02-30"), "k.toml:1:..."},
        {with_top("venster = ['2026']"), "k.toml:1:11: venster must be two dates, for example..."},
        {with_top("venster = ['', 'onbekend']"),
         "k.toml:1:11: venster is open at both ends; leave it out"},
        {with_top("venster = ['2028', '2027']"),
         "k.toml:1:11: venster ends (2027-12-31) before it starts (2028-01-01)"},
        {with_top("venster = ['2028', 'ooit']"),
         "k.toml:1:20: venster, tot = \"ooit\" is no date..."},
        {with_top("tijdzone = 'Europa/Amsterdam'"),
         "k.toml:1:12: tijdzone = \"Europa/Amsterdam\" is not known to this machine; write it as "
         "\"Europe/Amsterdam\""},
    });
}

TEST(ConfigurationFault, SourcesAndBuurtenThatAreIncomplete) {
    expect_messages({
        {"",
         "k.toml: there are no buurten; add a section [buurten] with bron = \"...\", a file of "
         "polygons with their code"},
        {"[buurten]\nbron = 'b.gpkg'\n",
         "k.toml: there are no sources; add a section [[bronnen]] with naam and bron for each file "
         "of plans"},
        {"bronnen = []\n[buurten]\nbron = 'b.gpkg'\n", "k.toml: there are no sources..."},
        {"[buurten]\nlaag = 'b'\n[[bronnen]]\n",
         "k.toml:1:1: [buurten] needs the key bron, for example bron = \"buurten.gpkg\""},
        {"[buurten]\nbron = 'b.gpkg'\n[[bronnen]]\nbron = 'x'\n",
         "k.toml:3:1: [[bronnen]] needs the key naam, for example naam = \"riool\""},
        {"[buurten]\nbron = 'b.gpkg'\n[[bronnen]]\nnaam = 'x'\n",
         "k.toml:3:1: [[bronnen]] needs the key bron, for example bron = \"rioolvervanging.gpkg\""},
        {with_bron("[[bronnen]]\nnaam = ' riool '\nbron = 'b'"),
         "k.toml:7:8: two sources have the naam \"riool\""},
        {with_bron("[[bronnen]]\nnaam = 'riool:oost'\nbron = 'b'"),
         "k.toml:7:8: the sources \"riool\" and \"riool:oost\" could give the same opgave_id; "
         "rename one of them"},
        {"[buurten]\nbron = 'b'\n[[bronnen]]\nnaam = 'a:b'\nbron = 'b'\n[[bronnen]]\nnaam = "
         "'a'\nbron = 'b'\n",
         "k.toml:7:8: the sources \"a\" and \"a:b\" could give the same opgave_id; rename one of "
         "them"},
        {with_bron("soort = 'rioolvervanging'\nsoort_veld = 't'"),
         "k.toml:7:14: soort and soort_veld exclude each other; keep one of the two"},
        {with_bron("soort_waarden = { a = 'rioolvervanging' }"),
         "k.toml:6:17: soort_waarden needs soort_veld, the column that it is about"},
    });
}

TEST(ConfigurationFault, WordsThatStandThereTwice) {
    expect_messages({
        {with_bron("[fasen]\nKlaar = 'gereed'\n' klaar' = 'uitvoering'"),
         "k.toml:8:1: \" klaar\" in [fasen] stands there twice; case and blanks at the ends do not "
         "count"},
        {with_bron("[soorten.park]\n[soorten.Park]"),
         "k.toml:7:10: the soort \"Park\" stands there twice; case does not count"},
    });
    EXPECT_EQ(message_of(with_bron("[fasen]\nKlaar = 'gereed'\nklaar = 'Gereed'")), "no error");
}

TEST(ConfigurationFault, TomlThatIsNone) {
    expect_messages({
        {"horizon = \n", "k.toml:1:11: Error while parsing..."},
        {"horizon\n", "k.toml:1:8: Error while parsing..."},
        {"[buurten]\nbron = 'b'\nbron = 'c'\n", "k.toml:3:..."},
        {"a = \"x\n", "k.toml:1:..."},
        {"a = '\xFF'\n", "k.toml:1:..."},
        {"# één\n\na = [1,\n", "k.toml:..."},
    });
}

TEST(ConfigurationFault, MessagesHoldNoSecrets) {
    const std::string message = message_of(with_bron("soort = \"PG:password=geheim\""));
    EXPECT_EQ(message.find("geheim"), std::string::npos) << message;
    EXPECT_NE(message.find("unknown soort \"PG:password=***\""), std::string::npos) << message;
}

TEST(ConfigurationFault, LongTextsAreCutOff) {
    const std::string message = message_of(with_top("aap" + std::string(5000, 'a') + " = 1"));
    EXPECT_LT(message.size(), 400U);
    EXPECT_NE(message.find("aaa...\""), std::string::npos) << message;
}

TEST(ConfigurationFault, NestingBeyondReasonIsRefused) {
    std::string dotted = "a";
    for (int i = 0; i < 1'000'000; ++i) {
        dotted += ".a";
    }
    EXPECT_EQ(message_of("\n" + dotted + " = 1\n"),
              "k.toml:2:32: a key of so many parts, joined by dots, is not read");
    EXPECT_EQ(message_of("[" + dotted + "]\n").substr(0, 12), "k.toml:1:33:");
    EXPECT_EQ(message_of("a = " + std::string(100'000, '[')).substr(0, 7), "k.toml:");
    std::string many;
    for (int i = 0; i < 600; ++i) {
        many += "[soorten.s" + std::to_string(i) + "]\n";
    }
    EXPECT_EQ(message_of(with_bron(many)), "k.toml:506:10: more than 500 soorten are not read");
}

/// Whatever happens to a configuration, it is read or refused with an InputError.
TEST(ConfigurationFault, DamagedTextsAreReadOrRefused) {
    std::mt19937 random(20261121);
    const auto below = [&](std::size_t size) { return random() % size; };
    const std::string pieces = "[]{}=.,#\"'\\\n -0e:TZ\xC3\xFF%@";
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string text = full_configuration;
        for (std::size_t change = 0; change <= below(4); ++change) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
                case 0:
                    text.erase(at, 1 + below(30));
                    break;
                case 1:
                    text[at] = pieces[below(pieces.size())];
                    break;
                case 2:
                    text.insert(at, 1 + below(3), pieces[below(pieces.size())]);
                    break;
                default:
                    text.insert(at, text.substr(below(text.size()), below(60)));
                    break;
            }
        }
        const std::string message = message_of(text);
        refused += message == "no error" ? 0 : 1;
        EXPECT_TRUE(message == "no error" || message.rfind("k.toml:", 0) == 0) << message;
    }
    EXPECT_GT(refused, 750);
    EXPECT_LT(refused, 1500);
}

}  // namespace
}  // namespace koppelkans::io
