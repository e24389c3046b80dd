#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/geometry/wkb.h"
#include "engine/report/dossier.h"
#include "engine/report/palette.h"
#include "engine/report/texts.h"

namespace koppelkans::report {

/// What all pages of a report share.
struct PageContext {
    const ResultIndex& index;
    const Texts& texts;
    const Palette& palette;
    std::string bestand;    ///< name of the result
    std::string versie;     ///< of the program that writes the report
    time::Day gemaakt;      ///< the day it is written
    std::string overzicht;  ///< the overview as a page names it: "../index.html"
    std::string werkmap;    ///< the workbook likewise; empty: there is none
};

/// A buurt beside the gebied.
struct Neighbour {
    std::string naam;
    geometry::Wkb ground;
};

/// What a map draws, in metres of the analysis CRS: what a page needs of the geometry of a result.
struct GebiedGround {
    std::vector<geometry::Wkb> buurten;  ///< of Gebied::buurten
    std::vector<Neighbour> neighbours;
    std::vector<geometry::Wkb> werkgebieden;  ///< of `drawn_opgaven`, in its order
    std::vector<geometry::Wkb> koppelkansen;  ///< of the first `most_drawn_kansen`
};

inline constexpr std::size_t most_drawn_kansen = 200;
/// The opgaven whose werkgebied is drawn: those of the best koppelkansen first, 300 at most.
std::vector<const OpgaveRow*> drawn_opgaven(const Dossier& dossier);

/// The page of a gebied as HTML that needs no other file: title, what stands out, key figures, map,
/// timeline, koppelkansen, combinaties, risicos, social opgaven, and what the data does not say.
/// Sections of layers that the result lacks are absent. Cost: a few ms.
std::string gebied_page(const Dossier& dossier, const GebiedGround& ground,
                        const PageContext& context);

/// A page that the overview leads to.
struct PageLink {
    std::string naam;
    std::string href;
};

/// The page of the overview, likewise: what stands out, the ten best koppelkansen with the latest
/// moment to act, ranking and choropleth of buurten, calendar, who meets whom, what was left out.
/// `pages`: the address of the page of the gebied that holds a buurt, by buurtcode; `links`: all
/// pages. `buurten`: the ground of ResultData::buurten. Cost: a pass over all rows.
std::string overview_page(const std::map<std::string, std::string>& pages,
                          const std::vector<PageLink>& links,
                          const std::vector<geometry::Wkb>& buurten, const PageContext& context);

/// "Peildatum 21 november 2026, horizon 2 jaar, ..."
std::string standing(const PageContext& context);

/// That deadlines may have passed, where the report is made more than a month after the peildatum;
/// else empty.
std::string warning_of_age(const PageContext& context);

}  // namespace koppelkans::report
