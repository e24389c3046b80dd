#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/result_data.h"

namespace koppelkans::report {

/// What fills a sentence: {naam} stands for the value of that name.
using Filling = std::map<std::string, std::string, std::less<>>;

/// The words of a report in one language, from one catalogue file (data/report/<language>.toml),
/// and how that language writes numbers and days. A text is found by its key, "kaart.titel"; a key
/// that is not there is our own mistake, and throws std::logic_error (a test asks for every one).
///
///     texts("kaart.titel")                              // "Kaart"
///     texts.filled("kop.peildatum", {{"dag", "..."}})   // "Peildatum: ..."
///     texts.counted("koppelkansen", 1)                  // "één koppelkans"
class Texts {
  public:
    using Catalogue = std::map<std::string, std::string, std::less<>>;
    Texts(std::string language, Catalogue catalogue);

    /// As HTML wants it: "nl", "en".
    const std::string& language() const { return language_; }
    const Catalogue& catalogue() const { return catalogue_; }

    const std::string& operator()(std::string_view key) const;
    /// With {name} replaced; what is put in is not looked at again.
    std::string filled(std::string_view key, const Filling& filling) const;
    /// `aantal.<what>.een` for 1, else `aantal.<what>.meer` with {n}.
    std::string counted(std::string_view what, std::int64_t count) const;
    /// A sentence that has a form for one: `<key>.een` for 1, else `<key>.meer`, with {n}.
    std::string by_count(std::string_view key, std::int64_t count, Filling filling = {}) const;
    /// The meaning of a word of the result such as a soort or reden: `<group>.<word>`, or the word
    /// itself with blanks for `_` where the catalogue does not know it.
    std::string word(std::string_view group, std::string_view word) const;

    /// "1.234" or "1,234".
    std::string number(std::integral auto value) const {
        return in_thousands(static_cast<std::int64_t>(value));
    }
    /// "1.234 m²"; what is less than 10 when rounded has one decimal: "3,5 m²".
    std::string area(double square_metres) const;
    /// "15 april 2028".
    std::string day(time::Day day) const;
    /// "apr 2028".
    std::string month(time::Day day) const;
    /// "2 jaar", "1 jaar en 6 maanden", "0 dagen".
    std::string period(time::Period period) const;
    /// From the first start to the last end: "apr 2028 – sep 2029", "vanaf apr 2028, eind
    /// onbekend".
    std::string when(const OpgaveRow& opgave) const;
    /// "a, b en c".
    std::string listed(const std::vector<std::string>& parts) const;

  private:
    std::string in_thousands(std::int64_t value) const;
    std::string language_;
    Catalogue catalogue_;
};

}  // namespace koppelkans::report
