#pragma once

#include <vector>

#include "engine/report/dossier.h"
#include "engine/report/page.h"
#include "engine/report/templates.h"

namespace koppelkans::report {

// The tables of the overview that say who meets whom and when, each a section of the template that
// is absent where there is nothing to say. Internal to this room.

/// When works begin, by soort and year.
void set_calendar(ctemplate::TemplateDictionary& values, const std::vector<Kans>& kansen,
                  const PageContext& context);
/// Which soorten meet.
void set_soorten(ctemplate::TemplateDictionary& values, const std::vector<Kans>& kansen,
                 const PageContext& context);
/// Which departments must talk to which, by buurt.
void set_domeinen(ctemplate::TemplateDictionary& values, const PageContext& context);

}  // namespace koppelkans::report
