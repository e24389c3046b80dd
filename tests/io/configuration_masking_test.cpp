#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/io/configuration.h"

namespace koppelkans::io {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void expect_masked(const Cases& cases) {
    for (const auto& [written, expected] : cases) {
        const std::string once = masked(written);
        EXPECT_EQ(once, expected);
        EXPECT_EQ(masked(once), once) << "twice: " << written;
    }
}

TEST(Masked, LeavesPathsAndConnectionsWithoutSecrets) {
    for (const std::string kept :
         {"", "riool.gpkg", "/data/a=b/riool.gpkg", "PG:dbname=plannen user=jan host=db",
          "https://host/wfs?service=WFS&version=2.0.0", "https://host:8080/pad@2x.png",
          "postgresql://jan@host/db", "/vsizip/plannen.zip/riool.shp", "keyboard=qwerty",
          "password", "PG:password=", "https://jan:@host/"}) {
        EXPECT_EQ(masked(kept), kept);
    }
}

TEST(Masked, LooksAgainWhereAHiddenSecretHeldABlank) {
    expect_masked({
        {"odbc://token=a b;PG:i@h", "odbc://token=***;PG:***@h"},
    });
}

TEST(Masked, HidesThePasswordOfPostgis) {
    expect_masked({
        {"PG:dbname=p user=jan password=geheim", "PG:dbname=p user=jan password=***"},
        {"PG:password=geheim dbname=p", "PG:password=*** dbname=p"},
        {"pg:PASSWORD = geheim host=db", "pg:PASSWORD = *** host=db"},
        {"PG:password='ge heim' dbname=p", "PG:password=*** dbname=p"},
        {"PG:password='ge\\'heim x' dbname=p", "PG:password=*** dbname=p"},
        {"PG:password=\"ge heim\" dbname=p", "PG:password=*** dbname=p"},
        {"PG:password=ge\\ heim dbname=p", "PG:password=*** dbname=p"},
        // Without quotes libpq takes it for two words, but it is a password all the same.
        {"PG:password=ge heim dbname=p", "PG:password=*** dbname=p"},
        {"PG:dbname=p password=ge heim", "PG:dbname=p password=***"},
        {"PG:password=a,b;c&d=e dbname=p", "PG:password=*** dbname=p"},
        {"PG:password='never closed dbname=p", "PG:password=***"},
        {"PG:sslpassword=geheim dbname=p", "PG:sslpassword=*** dbname=p"},
        {"PGPASSWORD=geheim", "PGPASSWORD=***"},
    });
}

TEST(Masked, HidesThePasswordsOfOtherDatabases) {
    expect_masked({
        {"MYSQL:db,user=jan,password=a;b c&d=e,host=h", "MYSQL:db,user=jan,password=***,host=h"},
        {"MSSQL:server=h;uid=jan;pwd=ge heim,x;database=d",
         "MSSQL:server=h;uid=jan;pwd=***;database=d"},
        {"ODBC:DSN=x;PWD={a;b}}c};UID=jan", "ODBC:DSN=x;PWD=***;UID=jan"},
        {"CARTO:jan apikey=abc", "CARTO:jan apikey=***"},
        {"passwd=a pwd=b token=c", "passwd=*** pwd=*** token=***"},
    });
}

TEST(Masked, HidesThePasswordInAUrl) {
    expect_masked({
        {"postgresql://jan:geheim@host:5432/db", "postgresql://jan:***@host:5432/db"},
        {"postgresql://jan:ge@heim@host/db", "postgresql://jan:***@host/db"},
        {"postgresql://jan:ge/heim@host/db", "postgresql://jan:***@host/db"},
        {"/vsicurl/https://jan:geheim@host/a.fgb", "/vsicurl/https://jan:***@host/a.fgb"},
        {"https://ghp_abc123@host/a.json", "https://***@host/a.json"},
        {"mongodb://a:b@h https://c:d@i", "mongodb://a:***@h https://c:***@i"},
    });
}

TEST(Masked, HidesTheSecretsAmongTheParametersOfAUrl) {
    expect_masked({
        {"https://h/a?token=abc", "https://h/a?token=***"},
        {"https://h/a?access_token=abc&f=json", "https://h/a?access_token=***&f=json"},
        {"https://h/a?sv=1&sig=a%2Fb&se=2", "https://h/a?sv=1&sig=***&se=2"},
        {"https://h/a?key=abc;v=2", "https://h/a?key=***;v=2"},
        {"https://h/a?X-Amz-Signature=abc&X-Amz-Credential=d",
         "https://h/a?X-Amz-Signature=***&X-Amz-Credential=***"},
        {"/vsicurl?url=https%3A%2F%2Fh%3Ftoken%3Dabc%26v%3D2&use_head=no",
         "/vsicurl?url=https://h?token=***&v=2&use_head=no"},
        // What may belong to the secret is hidden with it.
        {"https://h/a?token=a&b;c,d", "https://h/a?token=***"},
    });
}

TEST(Masked, HidesAllOfAQueryThatIsNotKnownToBeHarmless) {
    expect_masked({
        {"/vsicurl/http://h/x.csv?code=geheim", "/vsicurl/http://h/x.csv?code=***"},
        {"/vsicurl/http://h/x.csv?f=json&wachtwoord=geheim",
         "/vsicurl/http://h/x.csv?f=json&wachtwoord=***"},
        {"PG:postgresql://u@h/x?pass%77ord=geheim", "PG:postgresql://u@h/x?pass%77ord=***"},
        {"PG:postgresql://u@h/x?sslmode=require", "PG:postgresql://u@h/x?sslmode=require"},
        {"PG:postgresql://u@h/x?a%66=geheim", "PG:postgresql://u@h/x?a%66=***"},
        {"PG:postgresql://u@h/x?geheim~f=geheim", "PG:postgresql://u@h/x?geheim~f=***"},
        {"PG:dbname=x pass\\word=geheim", "PG:dbname=x pass\\word=***"},
        {"PG:dbname=x options='-c x.password=geheim'", "PG:dbname=x options=***"},
        {"PG:dbname='a b' host = h schemas=a,b", "PG:dbname='a b' host = h schemas=a,b"},
    });
}

TEST(Masked, LooksIntoAnAddressThatIsEncoded) {
    expect_masked({
        {"/vsicurl?url=http%3A%2F%2Fu%3Ageheim%40h%3A9%2Fx.gpkg",
         "/vsicurl?url=http://u:***@h:9/x.gpkg"},
        {"/vsicurl?use_head=no&url=http%3a//geheim%40h/g.csv%3Fcode%3Dgeheim",
         "/vsicurl?use_head=no&url=http://***@h/g.csv?code=***"},
        {"/vsicurl?url=http%3A%2F%2Fh%2Fx.gpkg", "/vsicurl?url=http%3A%2F%2Fh%2Fx.gpkg"},
        {"/vsicurl?url=http%3A%2F%2Fh%3Furl%3Dhttp%253A%252F%252Fu%253Ageheim%2540h",
         "/vsicurl?url=http://h?url=***"},
    });
}

TEST(Masked, HidesThePasswordBehindASlash) {
    expect_masked({
        {"ODBC:u/geheim@x", "ODBC:u/***@x"},
        {"oci:u/ge/he@im@h/db", "oci:u/***@h/db"},
        {"OCI:u@h/db", "OCI:u@h/db"},
    });
}

TEST(Masked, TakesAnyBytesInTimeThatGrowsWithTheText) {
    for (const std::string piece : {"://:a", "password=", "%3D", "a:", ",a", "='", "token = ", " ",
                                    "://?url=", "%3F", "&f="}) {
        std::string text;
        while (text.size() < 300'000) {
            text += piece;
        }
        EXPECT_LE(masked(text).size(), 2 * text.size()) << piece;
        EXPECT_EQ(masked("PG:password=a" + text + "x").find("password=a"), std::string::npos);
    }
}

}  // namespace
}  // namespace koppelkans::io
