#include "engine/io/source_soort.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/text.h"
#include "engine/io/field_names.h"

namespace koppelkans::io {

using domain::SoortCatalogus;
using domain::SoortIndex;
using domain::Veld;

namespace {

constexpr int rows_looked_at = 1000;

SoortIndex known_soort(const SourceLayer& layer, const std::string& code,
                       const SoortCatalogus& catalogue) {
    const std::optional<SoortIndex> found = catalogue.find(code);
    if (found) {
        return *found;
    }
    const std::vector<std::string> codes = catalogue.codes();
    const std::string near = domain::nearest(code, codes);
    throw domain::InputError(
        layer.place(),
        fmt::format("there is no soort {}{}; known: {}", code,
                    near.empty() ? std::string() : fmt::format(", is {} meant?", near),
                    fmt::join(codes, ", ")));
}

/// The columns that may hold the soort, likeliest first, less those that are something else.
std::vector<int> soort_columns(const SourceLayer& layer, const SourceFields& fields) {
    std::set<std::size_t> taken;
    for (const int column : fields.column) {
        if (column >= 0) {
            taken.insert(static_cast<std::size_t>(column));
        }
    }
    std::vector<int> columns;
    for (const std::size_t column :
         recognised_columns(layer.columns(), usual_names(Veld::soort), taken)) {
        columns.push_back(static_cast<int>(column));
    }
    return columns;
}

/// Of the values in a column: how many there are, and how many of them name a soort.
struct Tally {
    int filled = 0;
    int known = 0;
};

std::vector<Tally> tallies(SourceLayer& layer, const std::vector<int>& columns,
                           const std::map<std::string, SoortIndex, std::less<>>& words,
                           const SoortCatalogus& catalogue) {
    std::vector<Tally> found(columns.size());
    layer.rewind();
    for (int row = 0; row < rows_looked_at; ++row) {
        const Feature feature = layer.next();
        if (feature == nullptr) {
            break;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string value = layer.text(*feature, columns[i]);
            if (!domain::trimmed(value).empty()) {
                ++found[i].filled;
                found[i].known +=
                    words.count(domain::folded(value)) > 0 || catalogue.find(value) ? 1 : 0;
            }
        }
    }
    layer.rewind();
    return found;
}

/// The columns that may hold the soort and do name one.
struct SoortColumns {
    int telling = no_column;  ///< the first of which at least half of the values are soorten
    int any = no_column;      ///< the first with any soort at all
};

SoortColumns columns_with_soorten(SourceLayer& layer, const std::vector<int>& columns,
                                  const std::map<std::string, SoortIndex, std::less<>>& words,
                                  const SoortCatalogus& catalogue) {
    SoortColumns chosen;
    if (columns.empty()) {
        return chosen;
    }
    const std::vector<Tally> found = tallies(layer, columns, words, catalogue);
    for (std::size_t i = columns.size(); i-- > 0;) {
        if (found[i].known > 0) {
            chosen.any = columns[i];
            chosen.telling = 2 * found[i].known >= found[i].filled ? columns[i] : chosen.telling;
        }
    }
    return chosen;
}

SoortChoice by_column(const SourceLayer& layer, int column) {
    SoortChoice choice;
    choice.column = column;
    choice.by = MatchedBy::usual_name;
    choice.explained = fmt::format("by the column {}", layer.column_name(column));
    return choice;
}

SoortChoice by_name(const SourceLayer& layer, const SoortCatalogus& catalogue) {
    SoortChoice choice;
    choice.by = MatchedBy::usual_name;
    const std::string stem = layer.dataset().stem();
    const bool one_name = domain::folded(stem) == domain::folded(layer.name());
    choice.soort = one_name ? std::nullopt : catalogue.recognised_in(layer.name());
    if (choice.soort) {
        choice.explained =
            fmt::format("{}, by the name of the layer", catalogue[*choice.soort].code);
        return choice;
    }
    choice.soort = catalogue.recognised_in(stem);
    if (choice.soort) {
        choice.explained =
            fmt::format("{}, by the name of the file", catalogue[*choice.soort].code);
    }
    return choice;
}

}  // namespace

std::map<std::string, SoortIndex, std::less<>> soort_waarden(const SourceLayer& layer,
                                                             const BronConfiguration& configuration,
                                                             const SoortCatalogus& catalogue) {
    std::map<std::string, SoortIndex, std::less<>> words;
    for (const auto& [word, code] : configuration.soort_waarden) {
        words.emplace(domain::folded(word), known_soort(layer, code, catalogue));
    }
    return words;
}

SoortChoice choose_soort(SourceLayer& layer, const SourceFields& fields,
                         const BronConfiguration& configuration, const SoortCatalogus& catalogue) {
    SoortChoice choice;
    if (configuration.soort) {
        choice.soort = known_soort(layer, *configuration.soort, catalogue);
        choice.explained = fmt::format("{}, as configured", catalogue[*choice.soort].code);
        return choice;
    }
    if (fields.has(Veld::soort)) {
        choice.column = fields.of(Veld::soort);
        choice.explained =
            fmt::format("by the column {}, as configured", layer.column_name(choice.column));
        return choice;
    }
    // A column in which a word happens to be a soort tells less than the name of a file, so most of
    // its values must be soorten; without such a name it is better than nothing.
    const SoortColumns columns =
        columns_with_soorten(layer, soort_columns(layer, fields),
                             soort_waarden(layer, configuration, catalogue), catalogue);
    if (columns.telling != no_column) {
        return by_column(layer, columns.telling);
    }
    SoortChoice named = by_name(layer, catalogue);
    return named.explained.empty() && columns.any != no_column ? by_column(layer, columns.any)
                                                               : named;
}

}  // namespace koppelkans::io
