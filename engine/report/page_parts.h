#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/page.h"
#include "engine/report/templates.h"

namespace koppelkans::report {

// Parts that the page of a gebied and the overview have in common. Internal to this room.

/// Language, version, style, texts and footer.
void set_frame(ctemplate::TemplateDictionary& values, const PageContext& context);

/// Puts key figures, as pairs of a name and a value, in the place of {{>CIJFERS}}.
void set_figures(ctemplate::TemplateDictionary& values,
                 const std::vector<std::pair<std::string, std::string>>& figures);

/// How a table of kansen is to look.
struct KansenTable {
    std::string label;            ///< for readers of screens
    std::string uitleg;           ///< its caption; empty: none
    std::string meer;             ///< key of the sentence that tells how many are left out
    std::size_t most = 100;       ///< rows
    bool with_buurt = false;      ///< a column with the buurten
    bool with_uiterlijk = false;  ///< a column with the latest moment to act
    /// Address of the page of a buurt by its code, for that column; no entry: no link.
    const std::map<std::string, std::string>* pages = nullptr;
};

/// Puts a table of kansen in the place of {{>KANSEN}}. Rows are numbered from 1.
void set_kansen(ctemplate::TemplateDictionary& values, const std::vector<Kans>& kansen,
                const std::vector<KansRow>& rows, const KansenTable& table,
                const PageContext& context);

/// The class and the word of an aanhaken: {"kansrijk", "Kansrijk"}.
std::pair<std::string, std::string> aanhaken_mark(const std::string& aanhaken, const Texts& texts);

/// Its soort in words.
std::string soort_of(const OpgaveRow& opgave, const Texts& texts);

/// Who pulls it, or that nobody is known.
std::string trekker_of(const OpgaveRow& opgave, const Texts& texts);

/// Shows the section MEER with the sentence of that key, by how many rows are not shown, where a
/// list was cut: {n} is how many, {waar} where they are.
void say_more(ctemplate::TemplateDictionary& values, const std::string& key, std::size_t all,
              std::size_t shown, const PageContext& context);

/// "the workbook", or "the result" where no workbook is written.
std::string where_the_rest_is(const PageContext& context);

/// A link to a page, or the bare name: sections LINK and KAAL.
void set_link(ctemplate::TemplateDictionary& values, const std::string& naam,
              const std::string& href);

}  // namespace koppelkans::report
