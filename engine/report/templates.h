#pragma once

#include <string>
#include <vector>

#include "engine/report/texts.h"

namespace ctemplate {
class TemplateDictionary;
}

namespace koppelkans::report {

/// The templates of data/report, compiled in. They say how a page is built; ctemplate escapes every
/// value by the place where it stands (text, attribute, address, style). Internal to this room.

/// Makes a page of the template with that name ("gebied"). May be called from any thread. Throws
/// std::logic_error where a template is at fault.
std::string expanded(const std::string& name, const ctemplate::TemplateDictionary& values);

/// Makes each text of the catalogue a value of all templates: `kaart.titel` is {{T_kaart_titel}}.
void set_texts(ctemplate::TemplateDictionary& values, const Texts& texts);

/// Puts a template in the place of {{>MARK}}; the dictionary returned fills it and belongs to
/// `values`.
ctemplate::TemplateDictionary& include(ctemplate::TemplateDictionary& values, const char* mark,
                                       const char* name);

/// A text of a source, readable and at most some 160 characters, as it stands on a page; the whole
/// text is in the workbook.
std::string shown(const std::string& text);

/// The same within a sentence, which must not turn round where a name runs from right to left:
/// such a name is isolated, and characters that direct what follows are left out.
std::string in_sentence(const std::string& text);

/// Shows a section with one sentence in it.
void say(ctemplate::TemplateDictionary& values, const char* section, const std::string& text);

}  // namespace koppelkans::report
