#include "engine/report/templates.h"

#include <algorithm>
#include <stdexcept>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <fmt/format.h>

#include "engine/domain/readable_text.h"
#include "engine/report/embedded.h"

namespace koppelkans::report {

namespace {

using ctemplate::STRIP_BLANK_LINES;

constexpr std::size_t most_shown = 160;
constexpr std::string_view template_suffix = ".tpl";

/// Filled once and then frozen: from there on threads may read it together.
class Shelf {
  public:
    Shelf() {
        for (const domain::EmbeddedFile& file : embedded_files()) {
            const std::string text = domain::text_of(embedded_files(), file.name);
            if (file.name.ends_with(template_suffix)) {
                put(std::string(file.name.substr(0, file.name.size() - template_suffix.size())),
                    text);
            } else {
                // Our own style sheet: there is nothing in it to fill or to escape.
                put("stijl", "<style>\n" + text + "</style>\n");
            }
        }
        cache_.Freeze();
    }

    std::string expanded(const std::string& name, const ctemplate::TemplateDictionary& values) {
        std::string page;
        if (!cache_.ExpandNoLoad(name, STRIP_BLANK_LINES, &values, nullptr, &page)) {
            throw std::logic_error(
                fmt::format("the template {} or one within it is at fault", name));
        }
        return page;
    }

  private:
    void put(const std::string& name, const std::string& text) {
        if (!cache_.StringToTemplateCache(name, text, STRIP_BLANK_LINES)) {
            throw std::logic_error(fmt::format("the template {} cannot be read", name));
        }
    }

    ctemplate::TemplateCache cache_;
};

}  // namespace

std::string expanded(const std::string& name, const ctemplate::TemplateDictionary& values) {
    static Shelf shelf;
    return shelf.expanded(name, values);
}

void set_texts(ctemplate::TemplateDictionary& values, const Texts& texts) {
    for (const auto& [key, text] : texts.catalogue()) {
        std::string name = "T_" + key;
        std::replace(name.begin(), name.end(), '.', '_');
        values.SetTemplateGlobalValue(name, text);
    }
}

ctemplate::TemplateDictionary& include(ctemplate::TemplateDictionary& values, const char* mark,
                                       const char* name) {
    ctemplate::TemplateDictionary* const part = values.AddIncludeDictionary(mark);
    part->SetFilename(name);
    return *part;
}

std::string shown(const std::string& text) {
    return domain::shortened(domain::readable(text), most_shown);
}

void say(ctemplate::TemplateDictionary& values, const char* section, const std::string& text) {
    values.AddSectionDictionary(section)->SetValue("TEKST", text);
}

}  // namespace koppelkans::report
