#include "tests/report/html_reader.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "engine/domain/readable_text.h"

namespace koppelkans::test {

namespace {

const std::set<std::string> void_elements{"br", "col", "hr", "img", "input", "link", "meta"};

class Reader {
  public:
    explicit Reader(std::string_view rest) : rest_(rest) {}

    HtmlPage read() {
        if (domain::readable(rest_) != rest_) {
            fault("the page holds what is no text");
        }
        while (!rest_.empty()) {
            if (rest_.front() == '<') {
                read_tag();
            } else {
                add_text(decoded(taken_until("<")));
            }
        }
        for (const std::size_t open : open_) {
            fault("<" + page_.elements[open].name + "> is not closed");
        }
        return std::move(page_);
    }

  private:
    void fault(const std::string& what) { page_.faults.push_back(what); }

    std::string_view taken_until(std::string_view mark) {
        const std::size_t end = std::min(rest_.find(mark), rest_.size());
        const std::string_view taken = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return taken;
    }

    bool takes(std::string_view mark) {
        const bool is_there = rest_.starts_with(mark);
        rest_.remove_prefix(is_there ? mark.size() : 0);
        return is_there;
    }

    /// Blanks are between attributes, and some of them in front of />.
    void skip_blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \n"), rest_.size()));
    }

    std::string decoded(std::string_view raw) {
        static const std::map<std::string_view, std::string> entities{
            {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}};
        std::string out;
        while (!raw.empty()) {
            const std::size_t and_at = std::min(raw.find('&'), raw.size());
            out += raw.substr(0, and_at);
            raw.remove_prefix(and_at);
            if (raw.empty()) {
                break;
            }
            const std::size_t end = std::min(raw.find(';'), raw.size());
            const auto entity = entities.find(raw.substr(1, end - 1));
            if (entity == entities.end()) {
                fault("a bare &");
                out += '&';
                raw.remove_prefix(1);
            } else {
                out += entity->second;
                raw.remove_prefix(end + 1);
            }
        }
        return out;
    }

    void add_text(const std::string& text) {
        for (const std::size_t open : open_) {
            page_.elements[open].text += text;
        }
    }

    void read_tag() {
        if (takes("<!DOCTYPE html>")) {
            if (!page_.elements.empty()) {
                fault("a doctype within the page");
            }
        } else if (takes("</")) {
            close(std::string(taken_until(">")));
            takes(">");
        } else {
            takes("<");
            open();
        }
    }

    void close(const std::string& name) {
        if (open_.empty() || page_.elements[open_.back()].name != name) {
            fault("</" + name + "> closes nothing");
            return;
        }
        trim(page_.elements[open_.back()].text);
        open_.pop_back();
    }

    static void trim(std::string& text) {
        text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
        text.erase(text.find_last_not_of(" \n") + 1);
    }

    void open() {
        HtmlElement element;
        const std::size_t end = std::min(rest_.find_first_of(" />\n"), rest_.size());
        element.name = std::string(rest_.substr(0, end));
        rest_.remove_prefix(end);
        element.parent = open_.empty() ? 0 : open_.back();
        if (element.name.empty() || element.name.find('<') != std::string::npos) {
            fault("a bare <");
        }
        read_attributes(element);
        const bool is_closed = takes("/") || void_elements.contains(element.name);
        if (!takes(">")) {
            fault("<" + element.name + " does not end");
            rest_ = {};
        }
        const std::string name = element.name;
        page_.elements.push_back(std::move(element));
        if (name == "br") {
            add_text("\n");
        }
        if (!is_closed) {
            open_.push_back(page_.elements.size() - 1);
        }
        // Nothing in them is markup.
        if (name == "style" || name == "script") {
            taken_until("</" + name);
        }
    }

    void read_attributes(HtmlElement& element) {
        for (skip_blanks(); !rest_.empty() && rest_.front() != '>' && rest_.front() != '/';
             skip_blanks()) {
            const std::string name(taken_until("="));
            if (name.find_first_of("<>\"' /\n") != std::string::npos || !takes("=\"")) {
                fault("an attribute without quotes: " + name.substr(0, 40));
                return;
            }
            const std::string value = decoded(taken_until("\""));
            takes("\"");
            if (!element.attributes.emplace(name, value).second) {
                fault(name + " twice in <" + element.name + ">");
            }
            if (name == "id" && !ids_.insert(value).second) {
                fault("the id " + value + " twice");
            }
        }
    }

    std::string_view rest_;
    HtmlPage page_;
    std::vector<std::size_t> open_;
    std::set<std::string> ids_;
};

}  // namespace

std::string HtmlElement::attribute(const std::string& key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string() : found->second;
}

std::vector<std::string> HtmlPage::texts(const std::string& name) const {
    std::vector<std::string> found;
    for (const HtmlElement& element : elements) {
        if (element.name == name) {
            found.push_back(element.text);
        }
    }
    return found;
}

std::vector<std::string> HtmlPage::values(const std::string& name,
                                          const std::string& attribute) const {
    std::vector<std::string> found;
    for (const HtmlElement& element : elements) {
        if (element.name == name && element.attributes.contains(attribute)) {
            found.push_back(element.attribute(attribute));
        }
    }
    return found;
}

bool HtmlPage::is_within(std::size_t inner, std::size_t outer) const {
    // A parent stands before its children.
    while (inner > outer) {
        inner = elements[inner].parent;
    }
    return inner == outer;
}

std::vector<std::vector<std::string>> HtmlPage::rows(const std::string& label) const {
    std::vector<std::vector<std::string>> found;
    const std::size_t none = elements.size();
    std::size_t region = none;
    std::size_t body = none;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].attribute("role") == "region" &&
            elements[i].attribute("aria-label") == label) {
            region = i;
        } else if (elements[i].name == "tbody" && region < i && is_within(i, region)) {
            body = i;
        } else if (elements[i].name == "tr" && elements[i].parent == body) {
            found.emplace_back();
        } else if (elements[elements[i].parent].parent == body && body < i &&
                   elements[elements[i].parent].name == "tr") {
            found.back().push_back(elements[i].text);
        }
    }
    return found;
}

std::vector<std::string> HtmlPage::in_section(const std::string& heading,
                                              const std::string& name) const {
    std::vector<std::string> found;
    std::size_t section = elements.size();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].name == "h2" && elements[i].text == heading) {
            section = elements[i].parent;
        } else if (elements[i].name == name && section < i && is_within(i, section)) {
            found.push_back(elements[i].text);
        }
    }
    return found;
}

HtmlPage read_html(const std::string& page) {
    return Reader(page).read();
}

}  // namespace koppelkans::test
