#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace koppelkans::publish {

/// A class of a choropleth: both borders belong to it. Of two classes that share a border the first
/// takes it, as QGIS does.
struct ClassRange {
    double lower = 0;
    double upper = 0;
    std::string label;  ///< Dutch, "3 – 5"
};

/// Classes of about equally many of the counts above 0, whole numbers, none empty: fewer than
/// `most` where there are fewer different counts; none where all are 0. The last one ends at the
/// largest count. Cost: sorts a copy.
///
///     count_classes({0, 1, 2, 2, 9}, 2)   // 1 – 2, 3 – 9
std::vector<ClassRange> count_classes(std::vector<std::int64_t> counts, std::size_t most);

/// Classes of about equally many of the amounts, from 0 on; borders have two digits that count,
/// so that people can read them. The last class has no end (1e12). At least one. `unit` is said in
/// the labels: "500 m² en meer".
std::vector<ClassRange> amount_classes(std::vector<double> amounts, std::size_t most,
                                       const char* unit);

}  // namespace koppelkans::publish
