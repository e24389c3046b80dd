#pragma once

#include <string>

#include "engine/report/dossier.h"
#include "engine/report/page.h"
#include "engine/report/templates.h"

namespace koppelkans::report {

// The lists on the page of a gebied, each a section of the template that is absent where there is
// nothing to list or the result lacks the layer. Internal to this room.

void set_koppelkansen(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                      const PageContext& context);
void set_gebiedskansen(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                       const PageContext& context);
void set_combinaties(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                     const PageContext& context);
void set_risicos(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                 const PageContext& context);
void set_sociaal(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                 const PageContext& context);
void set_opgaven(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                 const PageContext& context);
/// What the data does not say.
void set_gegevens(ctemplate::TemplateDictionary& values, const Dossier& dossier,
                  const PageContext& context);

/// A name as a label on a map.
std::string short_name(const std::string& name);

}  // namespace koppelkans::report
