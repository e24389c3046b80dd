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

std::string in_sentence(const std::string& text) {
    const std::string name = shown(text);
    std::string out;
    bool is_isolated = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const std::string_view rest = std::string_view(name).substr(i);
        // U+202A to U+202E and U+2066 to U+2069.
        const bool directs = (rest.starts_with("\xE2\x80") && rest.size() > 2 &&
                              rest[2] >= '\xAA' && rest[2] <= '\xAE') ||
                             (rest.starts_with("\xE2\x81") && rest.size() > 2 &&
                              rest[2] >= '\xA6' && rest[2] <= '\xA9');
        if (directs) {
            i += 2;
            continue;
        }
        // U+0590 to U+08FF: Hebrew, Arabic and their kin.
        is_isolated = is_isolated || (name[i] >= '\xD6' && name[i] <= '\xDF') ||
                      (rest.starts_with("\xE0") && rest.size() > 1 && rest[1] <= '\xA3');
        out += name[i];
    }
    return is_isolated ? "\xE2\x81\xA8" + out + "\xE2\x81\xA9" : out;
}

void say(ctemplate::TemplateDictionary& values, const char* section, const std::string& text) {
    values.AddSectionDictionary(section)->SetValue("TEKST", text);
}

}  // namespace koppelkans::report
