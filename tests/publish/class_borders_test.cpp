#include "engine/publish/class_borders.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::test {

namespace {

using publish::amount_classes;
using publish::ClassRange;
using publish::count_classes;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> labels(const std::vector<ClassRange>& classes) {
    std::vector<std::string> found;
    for (const ClassRange& one : classes) {
        found.push_back(one.label);
    }
    return found;
}

TEST(CountClasses, are_about_equally_full) {
    EXPECT_THAT(labels(count_classes({0, 1, 2, 2, 9}, 2)), ElementsAre("1 – 2", "3 – 9"));
    EXPECT_THAT(labels(count_classes({1, 2, 3, 4, 5, 6}, 3)),
                ElementsAre("1 – 2", "3 – 4", "5 – 6"));
}

TEST(CountClasses, are_none_where_nothing_was_counted) {
    EXPECT_THAT(count_classes({}, 5), IsEmpty());
    EXPECT_THAT(count_classes({0, 0, 0}, 5), IsEmpty());
}

TEST(CountClasses, are_fewer_where_there_are_fewer_counts) {
    EXPECT_THAT(labels(count_classes({7}, 5)), ElementsAre("1 – 7"));
    EXPECT_THAT(labels(count_classes({1, 1, 1, 1}, 5)), ElementsAre("1"));
    EXPECT_THAT(labels(count_classes({1, 1, 1, 2}, 5)), ElementsAre("1", "2"));
}

/// The class whose borders a value lies between; QGIS takes the first.
std::ptrdiff_t class_of(double value, const std::vector<ClassRange>& classes) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (value >= classes[i].lower && value <= classes[i].upper) {
            return static_cast<std::ptrdiff_t>(i);
        }
    }
    return -1;
}

TEST(CountClasses, hold_every_count_and_none_is_empty) {
    std::mt19937 random(20270415);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::int64_t> counts(1 + random() % 40);
        const auto largest = 1 + random() % 60;
        for (std::int64_t& count : counts) {
            count = static_cast<std::int64_t>(random() % largest);
        }
        const std::vector<ClassRange> classes = count_classes(counts, 1 + random() % 6);
        std::vector<int> members(classes.size());
        for (const std::int64_t count : counts) {
            if (count > 0) {
                const std::ptrdiff_t found = class_of(static_cast<double>(count), classes);
                ASSERT_GE(found, 0) << count;
                ++members[static_cast<std::size_t>(found)];
            }
        }
        for (const int count : members) {
            EXPECT_GT(count, 0);
        }
    }
}

TEST(AmountClasses, have_borders_that_people_can_read) {
    EXPECT_THAT(labels(amount_classes({12.345, 123.45, 1234.5, 12345, 123456, 1234567}, 3, "m²")),
                ElementsAre("tot 120 m²", "120 – 12.000 m²", "12.000 m² en meer"));
    EXPECT_THAT(labels(amount_classes({0.005, 0.01234, 0.3, 0.5678, 3, 4}, 3, "m")),
                ElementsAre("tot 0,012 m", "0,012 – 0,57 m", "0,57 m en meer"));
}

TEST(AmountClasses, are_one_where_amounts_do_not_differ) {
    EXPECT_THAT(labels(amount_classes({5, 5, 5}, 3, "m²")), ElementsAre("alle"));
    EXPECT_THAT(labels(amount_classes({}, 3, "m²")), ElementsAre("alle"));
    EXPECT_THAT(labels(amount_classes({0, 0}, 3, "m²")), ElementsAre("alle"));
}

TEST(AmountClasses, have_no_empty_class_at_the_beginning) {
    const std::vector<double> alike(9, 1.04);
    EXPECT_THAT(labels(amount_classes(alike, 3, "m²")), ElementsAre("alle"));
    EXPECT_THAT(labels(amount_classes({1.04, 1.04, 1.04, 9, 9, 9}, 3, "m²")), ElementsAre("alle"));
}

TEST(AmountClasses, hold_every_amount) {
    std::mt19937 random(28992);
    std::lognormal_distribution<double> amount(3, 3);
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> amounts(1 + random() % 30);
        for (double& one : amounts) {
            one = amount(random);
        }
        const std::vector<ClassRange> classes = amount_classes(amounts, 3, "m²");
        for (const double one : amounts) {
            EXPECT_GE(class_of(one, classes), 0) << one;
        }
    }
}

}  // namespace

}  // namespace koppelkans::test
