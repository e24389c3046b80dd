#include "engine/io/field_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

using domain::Veld;

/// "id=nr start=jaar": what is recognised, in the order of the velden.
std::string recognised(const std::vector<std::string>& columns) {
    std::string text;
    for (const auto& [veld, column] : recognised_fields(columns)) {
        text += (text.empty() ? "" : " ") + std::string(domain::to_text(veld)) + "=" +
                columns.at(column);
    }
    return text;
}

TEST(NameKeyTest, LeavesOutCaseAndMarks) {
    EXPECT_EQ(name_key(" Start_Uitvoering "), "startuitvoering");
    EXPECT_EQ(name_key("Risico's"), "risicos");
    EXPECT_EQ(name_key("risico’s"), "risicos");
    EXPECT_EQ(name_key("BU-CODE nr."), "bucodenr");
}

TEST(NameKeyTest, ANameThatNobodyWroteIsLikeNone) {
    EXPECT_EQ(name_key(std::string(150, '_') + "id"), "id");
    EXPECT_EQ(name_key(std::string(300, ' ') + "id"), "id");
    EXPECT_EQ(name_key(std::string(300, '_') + "id"), "");
}

// With a key for each name and column, marks taken out of its middle one by one, this took an hour.
TEST(NameKeyTest, NamesOfAnyLengthTakeNoTime) {
    const std::string marks(1 << 20, '_');
    const std::vector<std::string> columns(20, "a" + marks + "b");
    EXPECT_EQ(recognised(columns), "");
    std::vector<std::string> many(2000, "a" + std::string(150, '_'));
    many.emplace_back("start");
    EXPECT_EQ(recognised(many), "start=start");
}

TEST(UsualNamesTest, AreWrittenAsKeysAndUniqueInTheirVeld) {
    for (const Veld veld : domain::alle_velden()) {
        const Names& names = usual_names(veld);
        EXPECT_EQ(names.empty(), veld == Veld::groep) << domain::to_text(veld);
        for (const std::string_view name : names) {
            EXPECT_EQ(name_key(name), name);
        }
    }
    EXPECT_EQ(usual_names(Veld::x).size(), usual_names(Veld::y).size());
}

struct Register {
    const char* what;
    std::vector<std::string> columns;
    const char* expected;
};

class RegisterTest : public ::testing::TestWithParam<Register> {};

TEST_P(RegisterTest, IsRecognised) {
    EXPECT_EQ(recognised(GetParam().columns), GetParam().expected) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    All, RegisterTest,
    ::testing::Values(
        Register{"the key names of our own",
                 {"id", "naam", "start", "eind", "duur", "status", "trekker", "werkafstand",
                  "gebiedscode", "project", "kansen", "risicos", "doelstelling", "budget"},
                 "id=id naam=naam start=start eind=eind duur=duur status=status trekker=trekker "
                 "werkafstand=werkafstand gebiedscode=gebiedscode project=project kansen=kansen "
                 "risicos=risicos doelstelling=doelstelling budget=budget"},
        Register{"those of the issue, first",
                 {"nummer", "omschrijving", "startdatum", "einddatum", "fase", "opdrachtgever",
                  "bu_code"},
                 "id=nummer naam=omschrijving start=startdatum eind=einddatum status=fase "
                 "trekker=opdrachtgever buurtcode=bu_code"},
        Register{"those of the issue, second",
                 {"projectnummer", "project", "start_uitvoering", "eind_uitvoering", "buurtcode"},
                 "id=projectnummer naam=project start=start_uitvoering eind=eind_uitvoering "
                 "buurtcode=buurtcode"},
        Register{"those of the issue, third", {"van", "tot"}, "start=van eind=tot"},
        Register{"a year only", {"ID", "Jaar"}, "id=ID start=Jaar"},
        Register{"the works of Amsterdam",
                 {"id", "wiorNummer", "projectnaam", "beschrijving", "datumStartUitvoering",
                  "datumEindeUitvoering", "hoofdstatus", "typeWerkzaamheden"},
                 "id=id naam=projectnaam start=datumStartUitvoering eind=datumEindeUitvoering "
                 "status=hoofdstatus"},
        Register{"the works of Schaerbeek",
                 {"id", "id_chantier", "QuartierNum", "VoirieNom", "NomImpetrant", "NatureTravaux",
                  "DateDebut", "DateFin", "DureeJoirs", "start_datum", "eind_datum"},
                 "id=id start=start_datum eind=eind_datum"},
        Register{"French only", {"DateDebut", "DateFin"}, "start=DateDebut eind=DateFin"},
        Register{"English",
                 {"name", "start_date", "end_date", "phase", "owner", "lon", "lat"},
                 "naam=name start=start_date eind=end_date status=phase trekker=owner x=lon y=lat"},
        Register{"a project beside a name is the project",
                 {"id", "naam", "projectnummer"},
                 "id=id naam=naam project=projectnummer"},
        Register{
            "names cut off by a shapefile",
            {"projectnum", "omschrijvi", "start_uitv", "eind_uitvo", "opdrachtge", "gemeenteco"},
            "id=projectnum naam=omschrijvi start=start_uitv eind=eind_uitvo "
            "trekker=opdrachtge gemeentecode=gemeenteco"},
        Register{
            "a whole name before a cut-off one", {"startdatum", "start_uitv"}, "start=startdatum"},
        Register{"nothing", {"kleur", "hoogte"}, ""}, Register{"no columns", {}, ""}));

TEST(RecognisedFieldsTest, XAndYComeTogetherAndOfOneKind) {
    EXPECT_EQ(recognised({"x"}), "");
    EXPECT_EQ(recognised({"x", "lat"}), "");
    EXPECT_EQ(recognised({"lat", "long"}), "x=long y=lat");
    EXPECT_EQ(recognised({"rd_x", "rd_y", "lon", "lat"}), "x=rd_x y=rd_y");
    EXPECT_EQ(recognised({"x", "y", "wkt"}), "wkt=wkt");
}

TEST(RecognisedFieldsTest, AColumnGoesToOneVeldOnly) {
    EXPECT_EQ(recognised({"project"}), "naam=project");
    EXPECT_EQ(recognised({"titel", "project"}), "naam=titel project=project");
    EXPECT_EQ(recognised({"nummer", "nummer"}), "id=nummer");
}

TEST(RecognisedFieldsTest, WhatIsTakenOrKnownIsLeftAlone) {
    const std::vector<std::string> columns = {"id", "nummer", "start"};
    const auto found = recognised_fields(columns, {0}, {Veld::start});
    EXPECT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at(Veld::id), 1U);
}

TEST(RecognisedFieldsTest, ASoortIsNotGuessedByItsName) {
    EXPECT_EQ(recognised({"soort", "type"}), "");
    EXPECT_EQ(recognised_column({"kleur", "Type"}, usual_names(Veld::soort)), 1U);
}

TEST(RecognisedColumnsTest, GivesAllByLikelihoodAndNoneTwice) {
    const Names& names = usual_names(Veld::soort);
    EXPECT_THAT(recognised_columns({"werkzaamhe", "type", "kleur", "soort", "Soort", "type_werkz"},
                                   names, {4}),
                ::testing::ElementsAre(3, 1, 5, 0));
    EXPECT_THAT(recognised_columns({"kleur"}, names), ::testing::IsEmpty());
}

}  // namespace
}  // namespace koppelkans::io
