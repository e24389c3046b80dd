#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace koppelkans::test {

/// An element of a page: `text` is all that can be read in it, `<br>` as a line end, without blanks
/// at its ends.
struct HtmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;
    std::size_t parent = 0;  ///< its position; the first element is its own

    std::string attribute(const std::string& key) const;
};

/// A page as a browser takes it apart, and what a strict reader finds wrong with it: tags that do
/// not match, attributes without quotes or twice, bare & and <, ids twice, bytes that are no UTF-8
/// or no text.
struct HtmlPage {
    std::vector<HtmlElement> elements;
    std::vector<std::string> faults;

    /// Texts of all elements of that name, in their order.
    std::vector<std::string> texts(const std::string& name) const;
    /// The value of an attribute of each element of that name that has it.
    std::vector<std::string> values(const std::string& name, const std::string& attribute) const;
    /// Whether `inner` lies in `outer`.
    bool is_within(std::size_t inner, std::size_t outer) const;
    /// Cells of each row below the head of the table in the region of that label; none where there
    /// is no such region.
    std::vector<std::vector<std::string>> rows(const std::string& label) const;
    /// Texts of the elements of that name in the section with that heading.
    std::vector<std::string> in_section(const std::string& heading, const std::string& name) const;
};

HtmlPage read_html(const std::string& page);

}  // namespace koppelkans::test
