#include "engine/io/configuration.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/io/configuration_parts.h"
#include "tests/io/configuration_texts.h"

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

time::Day day(int year, int month, int day_of_month) {
    return *time::Day::from_ymd(year, month, day_of_month);
}

Configuration parsed(const std::string& text, const std::string& path = "koppelkans.toml") {
    return parse_configuration(text, path, day(2026, 1, 2));
}

TEST(DefaultConfiguration, HasTheDefaultsOfTheContract) {
    const Configuration run = default_configuration(day(2026, 1, 2));
    EXPECT_EQ(run.settings.peildatum, day(2026, 1, 2));
    EXPECT_EQ(run.settings.horizon.horizon, (time::Period{24, 0}));
    EXPECT_EQ(run.settings.horizon.regel, time::Tijdregel::tussentijd);
    EXPECT_EQ(run.settings.aanloop, (time::Period{24, 0}));
    EXPECT_FALSE(run.settings.venster.has_value());
    EXPECT_EQ(run.settings.min_oppervlakte_m2, 1.0);
    EXPECT_EQ(run.settings.koppel, domain::Koppel::verschillende_soort);
    EXPECT_EQ(run.settings.onbekende_tijd, domain::OnbekendeTijd::tonen);
    EXPECT_EQ(run.settings.tijdzone.name(), "Europe/Amsterdam");
    EXPECT_EQ(run.crs, "EPSG:28992");
    EXPECT_EQ(run.lagen, alle_lagen());
    EXPECT_EQ(run.uitvoer, "koppelkansen.gpkg");
    EXPECT_TRUE(run.text.empty());
    EXPECT_GE(run.soorten.size(), 20U);
    EXPECT_EQ(run.fasen.fase_of(" Opgeleverd "), domain::Fase::gereed);
}

TEST(ParseConfiguration, GivesTheDefaultsForWhatIsNotNamed) {
    const Configuration run = parsed(smallest_configuration);
    EXPECT_EQ(run.settings.peildatum, day(2026, 1, 2));
    EXPECT_EQ(run.settings.min_oppervlakte_m2, 1.0);
    EXPECT_EQ(run.lagen, alle_lagen());
    EXPECT_EQ(run.uitvoer, "koppelkansen.gpkg");
    EXPECT_EQ(run.buurten.laag, "");
    EXPECT_FALSE(run.buurten.jaar.has_value());
    EXPECT_EQ(run.buurten.ballpark, Ballpark::refused);
    ASSERT_EQ(run.bronnen.size(), 1U);
    EXPECT_FALSE(run.bronnen[0].soort.has_value());
    EXPECT_FALSE(run.bronnen[0].werkafstand_m.has_value());
    EXPECT_FALSE(run.bronnen[0].groepeer.has_value());
    EXPECT_TRUE(run.bronnen[0].velden.empty());
    EXPECT_EQ(run.bronnen[0].ballpark, Ballpark::refused);
}

TEST(ParseConfiguration, ReadsTheSettingsOfTheContract) {
    const Configuration run = parsed(full_configuration);
    EXPECT_EQ(run.settings.peildatum, day(2026, 11, 21));
    EXPECT_EQ(run.settings.horizon.horizon, (time::Period{36, 0}));
    EXPECT_EQ(run.settings.horizon.regel, time::Tijdregel::start);
    EXPECT_EQ(run.settings.aanloop, (time::Period{18, 0}));
    ASSERT_TRUE(run.settings.venster.has_value());
    EXPECT_EQ(*run.settings.venster, (time::Interval{day(2026, 1, 1), day(2032, 12, 31)}));
    EXPECT_EQ(run.settings.min_oppervlakte_m2, 2.5);
    EXPECT_EQ(run.settings.koppel, domain::Koppel::verschillende_opgave);
    EXPECT_EQ(run.settings.onbekende_tijd, domain::OnbekendeTijd::meenemen);
    EXPECT_EQ(run.settings.tijdzone.name(), "Europe/Brussels");
    EXPECT_EQ(run.crs, "EPSG:31370");
    EXPECT_THAT(run.lagen, ElementsAre("koppelkansen", "gebiedskansen"));
    EXPECT_EQ(run.uitvoer, "uit/koppelkansen.gpkg");
}

TEST(ParseConfiguration, ReadsTheBuurtenOfTheContract) {
    const BuurtenConfiguration buurten = parsed(full_configuration).buurten;
    EXPECT_EQ(buurten.bron, "buurten.gpkg");
    EXPECT_EQ(buurten.laag, "buurten");
    EXPECT_EQ(buurten.jaar, 2025);
    EXPECT_EQ(buurten.crs, "EPSG:4258");
    EXPECT_EQ(buurten.encoding, "UTF-8");
    EXPECT_EQ(buurten.ballpark, Ballpark::allowed);
    EXPECT_THAT(buurten.velden,
                ElementsAre(Pair("buurtcode", "bu_code"), Pair("buurtnaam", "bu_naam"),
                            Pair("gemeentecode", "gm_code"), Pair("wijkcode", "wk_code")));
}

TEST(ParseConfiguration, ReadsASourceWithOneSoort) {
    const Configuration run = parsed(full_configuration);
    ASSERT_EQ(run.bronnen.size(), 2U);
    const BronConfiguration& bron = run.bronnen[0];
    EXPECT_EQ(bron.naam, "riool");
    EXPECT_EQ(bron.bron, "rioolvervanging.gpkg");
    EXPECT_EQ(bron.laag, "strengen");
    EXPECT_EQ(bron.soort, "rioolvervanging");
    EXPECT_FALSE(bron.soort_veld.has_value());
    EXPECT_EQ(bron.werkafstand_m, 3.0);
    EXPECT_EQ(bron.groepeer, "project");
    EXPECT_EQ(bron.filter, "status <> 'concept'");
    EXPECT_EQ(bron.crs, "EPSG:28992");
    EXPECT_EQ(bron.encoding, "CP1252");
    EXPECT_EQ(bron.ballpark, Ballpark::allowed);
}

TEST(ParseConfiguration, ReadsEveryVeld) {
    const BronConfiguration bron = parsed(full_configuration).bronnen[0];
    using domain::Veld;
    EXPECT_EQ(bron.velden.size(), domain::veld_count - 2);
    EXPECT_EQ(bron.velden.at(Veld::id), "streng");
    EXPECT_EQ(bron.velden.at(Veld::start), "begin");
    EXPECT_EQ(bron.velden.at(Veld::buurtcode), "bu_code");
    EXPECT_EQ(bron.velden.at(Veld::doelstelling), "doel");
    EXPECT_EQ(bron.velden.at(Veld::wkt), "wkt");
    for (const Veld veld : domain::alle_velden()) {
        const bool elsewhere = veld == Veld::soort || veld == Veld::groep;
        EXPECT_EQ(bron.velden.count(veld), elsewhere ? 0U : 1U) << domain::to_text(veld);
    }
}

TEST(ParseConfiguration, ReadsASourceWithAColumnForTheSoort) {
    const BronConfiguration bron = parsed(full_configuration).bronnen[1];
    EXPECT_EQ(bron.soort_veld, "type");
    EXPECT_FALSE(bron.soort.has_value());
    // By code or by naam, in any case; what stands in the result is the code.
    EXPECT_THAT(bron.soort_waarden,
                ElementsAre(Pair("Park", "park"), Pair("Riool - vervangen", "rioolvervanging")));
    EXPECT_EQ(bron.bron, "PG:dbname=plannen user=jan password=geheim");
}

TEST(ParseConfiguration, PutsItsSoortenAndFasenOverTheCatalogues) {
    const Configuration run = parsed(full_configuration);
    const auto riool = run.soorten.find("rioolvervanging");
    ASSERT_TRUE(riool.has_value());
    EXPECT_EQ(run.soorten[*riool].werkafstand_m, 4.5);
    EXPECT_EQ(run.soorten[*riool].graafrust, (time::Period{12, 0}));
    const auto park = run.soorten.find("park");
    ASSERT_TRUE(park.has_value());
    EXPECT_EQ(run.soorten[*park].naam, "Parkaanleg");
    EXPECT_EQ(run.fasen.fase_of("In de week gelegd"), domain::Fase::idee);
    EXPECT_EQ(run.fasen.fase_of("opgeleverd"), domain::Fase::uitvoering);
}

TEST(ParseConfiguration, KeepsItsTextWithoutSecrets) {
    const Configuration run = parsed(full_configuration);
    EXPECT_THAT(run.text, HasSubstr("PG:dbname=plannen user=jan password=***"));
    EXPECT_THAT(run.text, ::testing::Not(HasSubstr("geheim")));
    EXPECT_THAT(run.text, HasSubstr("peildatum = 2026-11-21"));
    EXPECT_THAT(run.text, HasSubstr("# the whole of SPEC §8"));
}

TEST(ParseConfiguration, TakesWholeNumbersForNumbers) {
    const Configuration run = parsed(with_top("min_oppervlakte = 0"));
    EXPECT_EQ(run.settings.min_oppervlakte_m2, 0.0);
}

TEST(ParseConfiguration, TakesAByteOrderMarkAndWindowsLineEnds) {
    const Configuration run = parsed(
        "\xEF\xBB\xBFhorizon = \"P1Y\"\r\n[buurten]\r\nbron = \"b.gpkg\"\r\n"
        "[[bronnen]]\r\nnaam = \"a\"\r\nbron = \"a.gpkg\"\r\n");
    EXPECT_EQ(run.settings.horizon.horizon, (time::Period{12, 0}));
    EXPECT_EQ(run.text.substr(0, 7), "horizon");
}

struct DayCase {
    const char* value;
    time::Day expected;
};

TEST(ParseConfiguration, ReadsAPeildatumInEveryFormOfOneDay) {
    const std::vector<DayCase> cases = {
        {"2026-11-21", day(2026, 11, 21)},
        {"\"2026-11-21\"", day(2026, 11, 21)},
        {"\"21-11-2026\"", day(2026, 11, 21)},
        {"\"21 november 2026\"", day(2026, 11, 21)},
        {"2026-11-21T23:30:00", day(2026, 11, 21)},
        // In Amsterdam the next day has begun.
        {"2026-11-21T23:30:00Z", day(2026, 11, 22)},
        {"2026-11-21T23:30:00-01:30", day(2026, 11, 22)},
        {"2026-11-22T00:30:00+05:00", day(2026, 11, 21)},
        // As a date it is that day, though SPEC §3 reads the text as no date.
        {"1970-01-01", day(1970, 1, 1)},
    };
    for (const DayCase& one : cases) {
        const Configuration run = parsed(with_top(std::string("peildatum = ") + one.value));
        EXPECT_EQ(run.settings.peildatum, one.expected) << one.value;
    }
}

struct VensterCase {
    const char* value;
    time::Interval expected;
};

TEST(ParseConfiguration, ReadsAVensterFromTheFirstToTheLastDay) {
    const std::vector<VensterCase> cases = {
        {"[2026-01-01, 2032-12-31]", {day(2026, 1, 1), day(2032, 12, 31)}},
        {"[\"2026\", \"2032\"]", {day(2026, 1, 1), day(2032, 12, 31)}},
        {"[\"april 2026\", \"Q2 2027\"]", {day(2026, 4, 1), day(2027, 6, 30)}},
        {"[\"2026-05-01\", \"2026-05-01\"]", {day(2026, 5, 1), day(2026, 5, 1)}},
        {"[\"\", \"2032\"]", {time::Day::open_before(), day(2032, 12, 31)}},
        {"[\"2026\", \"\"]", {day(2026, 1, 1), time::Day::open_after()}},
        {"[\"2026\", \"doorlopend\"]", {day(2026, 1, 1), time::Day::open_after()}},
    };
    for (const VensterCase& one : cases) {
        const Configuration run = parsed(with_top(std::string("venster = ") + one.value));
        ASSERT_TRUE(run.settings.venster.has_value()) << one.value;
        EXPECT_EQ(*run.settings.venster, one.expected) << one.value;
    }
}

TEST(ParseConfiguration, ReadsPeriodsInWords) {
    const Configuration run =
        parsed(with_top("horizon = \"24 maanden\"\naanloop = \"anderhalf jaar\""));
    EXPECT_EQ(run.settings.horizon.horizon, (time::Period{24, 0}));
    EXPECT_EQ(run.settings.aanloop, (time::Period{18, 0}));
    EXPECT_TRUE(parsed(with_top("horizon = \"P0Y\"")).settings.horizon.horizon.is_zero());
}

TEST(ParseConfiguration, LetsASourceOverruleTheTopAboutTheCrs) {
    const std::string text =
        "crs_onzeker = true\n[buurten]\nbron = \"b.gpkg\"\n"
        "[[bronnen]]\nnaam = \"a\"\nbron = \"a.gpkg\"\n"
        "[[bronnen]]\nnaam = \"b\"\nbron = \"b.gpkg\"\ncrs_onzeker = false\n";
    const Configuration run = parsed(text);
    EXPECT_EQ(run.buurten.ballpark, Ballpark::allowed);
    EXPECT_EQ(run.bronnen[0].ballpark, Ballpark::allowed);
    EXPECT_EQ(run.bronnen[1].ballpark, Ballpark::refused);
}

TEST(ParseConfiguration, TakesInlineTablesForSections) {
    const Configuration run = parsed(
        "buurten = { bron = 'b.gpkg' }\n"
        "bronnen = [ { naam = 'a', bron = 'a.gpkg' }, { naam = 'b', bron = 'b.gpkg' } ]\n"
        "soorten.park.naam = 'Park'\n");
    EXPECT_EQ(run.bronnen.size(), 2U);
    EXPECT_TRUE(run.soorten.find("park").has_value());
}

TEST(ParseConfiguration, TakesPathsFromTheFolderOfTheFile) {
    const Configuration run = parsed(full_configuration, "plannen/2026/koppelkans.toml");
    EXPECT_EQ(run.buurten.bron, "plannen/2026/buurten.gpkg");
    EXPECT_EQ(run.bronnen[0].bron, "plannen/2026/rioolvervanging.gpkg");
    EXPECT_EQ(run.bronnen[1].bron, "PG:dbname=plannen user=jan password=geheim");
    EXPECT_EQ(run.uitvoer, "plannen/2026/uit/koppelkansen.gpkg");
    EXPECT_EQ(parsed(smallest_configuration, "plannen/k.toml").uitvoer,
              "plannen/koppelkansen.gpkg");
}

TEST(ResolvedPath, LeavesWhatIsNoRelativePathAsItIs) {
    const std::vector<std::string> kept = {"/data/riool.gpkg",
                                           "/vsizip/plannen.zip/riool.shp",
                                           "/vsicurl/https://host/a.fgb",
                                           "PG:dbname=plannen",
                                           "MYSQL:db,user=jan",
                                           "https://host/a.geojson",
                                           "WFS:https://host/wfs",
                                           "<OGRVRTDataSource/>",
                                           "{\"type\":\"Feature\"}",
                                           "GPKG:riool.gpkg:laag",
                                           "/vsistdin/"};
    for (const std::string& written : kept) {
        EXPECT_EQ(resolved_path("map/koppelkans.toml", written), written);
    }
}

TEST(ResolvedPath, IsNormal) {
    EXPECT_EQ(resolved_path("map/koppelkans.toml", "../riool.gpkg"), "riool.gpkg");
    EXPECT_EQ(resolved_path("map/sub/koppelkans.toml", "./a//riool.gpkg"), "map/sub/a/riool.gpkg");
    EXPECT_EQ(resolved_path("/a/koppelkans.toml", "b/riool.gpkg"), "/a/b/riool.gpkg");
    EXPECT_EQ(resolved_path("koppelkans.toml", "riool.gpkg"), "riool.gpkg");
    // A drive of one letter is no connection.
    EXPECT_EQ(resolved_path("map/koppelkans.toml", "C:riool.gpkg"), "map/C:riool.gpkg");
    EXPECT_EQ(resolved_path("map/koppelkans.toml", "plannen/a:b.gpkg"), "map/plannen/a:b.gpkg");
    EXPECT_EQ(resolved_path("map/koppelkans.toml", ""), "");
    // What was written as a path stays one.
    EXPECT_EQ(resolved_path("map/koppelkans.toml", "./PG:a.gpkg"), "map/PG:a.gpkg");
    EXPECT_EQ(resolved_path("koppelkans.toml", "./PG:a.gpkg"), "./PG:a.gpkg");
    EXPECT_EQ(resolved_path("koppelkans.toml", "./{a}.gpkg"), "./{a}.gpkg");
    // What is written is a file, whatever its name.
    EXPECT_EQ(resolved_output("map/koppelkans.toml", "PG:x"), "map/PG:x");
    EXPECT_EQ(resolved_output("map/koppelkans.toml", "file:k.gpkg"), "map/file:k.gpkg");
    EXPECT_EQ(resolved_output("map/koppelkans.toml", "{k}.gpkg"), "map/{k}.gpkg");
    EXPECT_EQ(resolved_output("map/koppelkans.toml", "/uit/../k.gpkg"), "/k.gpkg");
    EXPECT_EQ(resolved_output("map/koppelkans.toml", ""), "");
}

TEST(ChosenLagen, AreInTheOrderOfTheContractEachOnce) {
    EXPECT_THAT(chosen_lagen({"opgaven", "koppelkansen", "opgaven", "run"}),
                ElementsAre("koppelkansen", "opgaven"));
    EXPECT_EQ(chosen_lagen(alle_lagen()), alle_lagen());
    EXPECT_TRUE(chosen_lagen({"run", "bronnen"}).empty());
}

TEST(ChosenLagen, RefuseWhatIsNoLayer) {
    EXPECT_THROW(chosen_lagen({}), domain::InputError);
    EXPECT_THROW(chosen_lagen({"koppelkansen_totaal"}), domain::InputError);
    try {
        chosen_lagen({"kopelkansen"});
        FAIL() << "no error";
    } catch (const domain::InputError& error) {
        EXPECT_STREQ(error.what(), "unknown layer \"kopelkansen\"; did you mean \"koppelkansen\"?");
    }
}

class ReadConfiguration : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::path(::testing::TempDir()) /
                  ("koppelkans_" +
                   std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string written(const std::string& text) const {
        std::string path = (folder_ / "koppelkans.toml").string();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static std::string message_for(const std::string& path) {
        try {
            read_configuration(path, day(2026, 1, 2));
        } catch (const domain::InputError& error) {
            return error.what();
        }
        return "no error";
    }

    std::filesystem::path folder_;
};

TEST_F(ReadConfiguration, ReadsTheFile) {
    const Configuration run = read_configuration(written(full_configuration), day(2026, 1, 2));
    EXPECT_EQ(run.bronnen.size(), 2U);
    EXPECT_EQ(run.buurten.bron, (folder_ / "buurten.gpkg").string());
}

TEST_F(ReadConfiguration, NamesAFileThatIsNotThere) {
    const std::string path = (folder_ / "weg.toml").string();
    EXPECT_EQ(message_for(path), path + ": there is no such file");
}

TEST_F(ReadConfiguration, RefusesAFolder) {
    EXPECT_EQ(message_for(folder_.string()),
              folder_.string() + ": is a folder; name the configuration file in it");
}

TEST_F(ReadConfiguration, RefusesAFileOfMoreThan10Mb) {
    const std::string path = written(std::string(10'000'001, '\n'));
    EXPECT_EQ(message_for(path), path + ": is larger than 10 MB, which no configuration is");
}

TEST_F(ReadConfiguration, SaysThatAFileIsUtf16) {
    const std::string path = written(std::string("\xFF\xFEh\0o\0", 6));
    EXPECT_EQ(message_for(path), path + ": is in UTF-16; save it as UTF-8");
}

}  // namespace
}  // namespace koppelkans::io
