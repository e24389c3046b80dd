#include "engine/io/said_secrets.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/configuration.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string told(const std::string& said, const std::string& bron) {
    return without_secrets(said, bron, masked(bron));
}

TEST(SaidSecrets, APlainSignInAPasswordIsToldInOurWords) {
    struct Case {
        std::string bron;
        std::string said;
    };
    for (const Case& a : {
             Case{"PG:postgresql://u:Wel@geheim@h:9/x", "no host \"geheim@h\""},
             Case{"PG:postgresql://u:geheim/x@h:9/x", "invalid integer value \"geheim\" for port"},
             Case{"postgres://u:geheim%zz@h:9/x", "invalid percent-encoded token: \"geheim%zz\""},
             Case{"postgres://u:geheim%4@h:9/x", "invalid percent-encoded token: \"geheim%4\""},
             Case{"postgresql://u:a@b@h:9/x", "no host \"b@h\""},
         }) {
        EXPECT_THAT(told(a.said, a.bron), HasSubstr("must be written by its number: %40 for @"))
            << a.bron;
    }
    EXPECT_EQ(told("connection refused", "PG:postgresql://u:ge%40heim@h:9/x"),
              "connection refused");
}

TEST(SaidSecrets, NoWordOfASecretIsRepeated) {
    for (const std::string bron :
         {"PG:dbname=x pass\\word=a-geheim", "/vsicurl/http://h/x?code=geheim",
          "/vsicurl?url=http%3A%2F%2Fu%3Ageheim%40h%2Fx", "PG:host=h options='-c geheim'"}) {
        EXPECT_THAT(told("fault near geheim%40h", bron), Not(HasSubstr("geheim"))) << bron;
        EXPECT_EQ(told("no route to h", bron), "no route to h");
    }
}

TEST(SaidSecrets, TheNameItselfIsRepeatedMasked) {
    const std::string bron = "/vsicurl/http://u:geheim@h/x.csv";
    EXPECT_EQ(told("`" + bron + "' does not exist, says " + bron, bron),
              "`/vsicurl/http://u:***@h/x.csv' does not exist, says /vsicurl/http://u:***@h/x.csv");
    EXPECT_EQ(told("plannen.gpkg: not a database", "plannen.gpkg"), "plannen.gpkg: not a database");
}

}  // namespace
}  // namespace koppelkans::io
