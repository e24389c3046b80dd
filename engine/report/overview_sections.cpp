#include "engine/report/overview_sections.h"

#include <algorithm>
#include <cstring>  // which that of ctemplate needs

#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include "engine/report/overview.h"
#include "engine/report/page_parts.h"

namespace koppelkans::report {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t most_domein_rows = 40;
constexpr std::size_t most_meetings = 3;

/// A cell of a matrix: darker where the count is higher; a 0 is left empty.
void set_cell(TemplateDictionary& row, std::int64_t count, std::int64_t most, const Texts& texts) {
    TemplateDictionary& cell = *row.AddSectionDictionary("CEL");
    if (count == 0) {
        return;
    }
    cell.SetValue("TEKST", texts.number(count));
    constexpr std::int64_t tints = 3;
    cell.SetValue("TINT", fmt::format("t{}", std::min(tints, 1 + (count - 1) * tints / most)));
}

std::string head_of(const Calendar::Column& column, const Texts& texts) {
    switch (column.kind) {
        case CalendarColumn::earlier:
            return texts("overzicht.eerder");
        case CalendarColumn::later:
            return texts("overzicht.later");
        case CalendarColumn::undated:
            return texts("overzicht.geen_datum");
        case CalendarColumn::year:
            break;
    }
    return std::to_string(column.year);
}

}  // namespace

void set_calendar(TemplateDictionary& values, const std::vector<Kans>& kansen,
                  const PageContext& context) {
    const Texts& texts = context.texts;
    const Calendar calendar = calendar_of(context.index.data(), kansen);
    if (calendar.rows.empty()) {
        return;
    }
    TemplateDictionary& part = *values.AddSectionDictionary("KALENDER");
    for (const Calendar::Column& column : calendar.columns) {
        say(part, "KOP", head_of(column, texts));
    }
    std::int64_t most = 1;
    for (const Calendar::Row& row : calendar.rows) {
        most = std::max(most, *std::max_element(row.counts.begin(), row.counts.end()));
    }
    for (const Calendar::Row& row : calendar.rows) {
        TemplateDictionary& line = *part.AddSectionDictionary("RIJ");
        line.SetValueAndShowSection("KLEUR", context.palette.of(row.soort), "STIP");
        line.SetValue("NAAM", shown(texts.word("soort", row.soort)));
        for (const std::int64_t count : row.counts) {
            set_cell(line, count, most, texts);
        }
    }
    for (const auto& [key, counts] : {std::pair("overzicht.totaal", calendar.opgaven),
                                      std::pair("overzicht.koppelkansen", calendar.koppelkansen)}) {
        TemplateDictionary& line = *part.AddSectionDictionary("RIJ");
        line.ShowSection("SOM");
        line.SetValue("NAAM", texts(key));
        for (const std::int64_t count : counts) {
            say(line, "CEL", texts.number(count));
        }
    }
}

void set_soorten(TemplateDictionary& values, const std::vector<Kans>& kansen,
                 const PageContext& context) {
    const Texts& texts = context.texts;
    const SoortMatrix matrix = soort_matrix_of(kansen);
    if (matrix.soorten.empty()) {
        return;
    }
    TemplateDictionary& part = *values.AddSectionDictionary("SOORTEN");
    for (std::size_t i = 0; i < matrix.soorten.size(); ++i) {
        const std::string name = shown(texts.word("soort", matrix.soorten[i]));
        TemplateDictionary& head = *part.AddSectionDictionary("KOP");
        head.SetIntValue("TEKST", static_cast<long>(i + 1));
        head.SetValue("NAAM", name);
        TemplateDictionary& row = *part.AddSectionDictionary("RIJ");
        row.SetIntValue("NR", static_cast<long>(i + 1));
        row.SetValue("KLEUR", context.palette.of(matrix.soorten[i]));
        row.SetValue("NAAM", name);
        for (std::size_t j = 0; j < matrix.soorten.size(); ++j) {
            const auto found = matrix.counts.find({std::max(i, j), std::min(i, j)});
            set_cell(row, found == matrix.counts.end() ? 0 : found->second, matrix.most, texts);
        }
    }
}

void set_domeinen(TemplateDictionary& values, const PageContext& context) {
    const Texts& texts = context.texts;
    const DomeinMatrix matrix = domein_matrix_of(context.index);
    if (matrix.rows.empty()) {
        return;
    }
    const auto name = [&](std::size_t at) {
        return shown(texts.word("domein", matrix.domeinen[at]));
    };
    TemplateDictionary& part = *values.AddSectionDictionary("DOMEINEN");
    for (std::size_t i = 0; i < matrix.domeinen.size(); ++i) {
        say(part, "KOP", name(i));
    }
    const std::size_t count = std::min(matrix.rows.size(), most_domein_rows);
    for (std::size_t i = 0; i < count; ++i) {
        const DomeinMatrix::Row& row = matrix.rows[i];
        TemplateDictionary& line = *part.AddSectionDictionary("RIJ");
        line.SetValue("NAAM", shown(context.index.data().buurten[row.buurt].titel()));
        for (const std::int64_t cell : row.counts) {
            set_cell(line, cell, matrix.most, texts);
        }
        std::vector<std::string> meetings;
        for (const auto& [domeinen, times] : row.pairs) {
            // Who works in one domein talks already.
            if (domeinen.first == domeinen.second || meetings.size() == most_meetings) {
                continue;
            }
            meetings.push_back(texts.filled("overzicht.met", {{"a", name(domeinen.first)},
                                                              {"b", name(domeinen.second)},
                                                              {"n", texts.number(times)}}));
        }
        line.SetValue("WIE", texts.listed(meetings));
    }
    say_more(part, "overzicht.domein_buurt_meer", matrix.rows.size(), count, context);
}

}  // namespace koppelkans::report
