#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace koppelkans::io {

/// A tag as it is written, without its brackets: `c r="A1" t="s"`.
struct XmlTag {
    std::string_view name;  ///< prefix and all; of a closing one without its slash
    std::string_view rest;  ///< what stands behind the name
    bool is_closing = false;
    bool is_whole = false;  ///< `<v/>`: opens and closes

    std::string_view local_name() const { return name.substr(name.rfind(':') + 1); }

    /// The value of an attribute as it is written; empty where it is not there.
    std::string_view attribute(std::string_view wanted) const;
};

/// Follows the tags and texts of an XML file in pieces of any size. Looks for no faults: that is
/// for who reads it. Comments, instructions and declarations are passed over. Memory: 64 KB, as of
/// a longer tag no more is kept.
///
///     XmlTags tags([](const XmlTag& tag) {...}, [](std::string_view text) {...});
///     for (VsiParts parts(name); parts.next();) tags.follow(parts.part());
class XmlTags {
  public:
    using OnTag = std::function<void(const XmlTag&)>;
    /// Of one text in one or more pieces, entities as they are written.
    using OnText = std::function<void(std::string_view)>;

    XmlTags(OnTag on_tag, OnText on_text)
        : on_tag_(std::move(on_tag)), on_text_(std::move(on_text)) {}
    void follow(std::string_view part);

  private:
    /// What began with the last `<`.
    enum class Kind { tag, comment, instruction, data };

    void begin_tag();
    bool is_plain(char letter) const;
    std::size_t take_plain(std::string_view part);
    std::size_t take(char letter);
    void take_special(char letter);
    void end_tag();

    OnTag on_tag_;
    OnText on_text_;
    Kind kind_ = Kind::tag;
    bool is_in_tag_ = false;
    char quote_ = '\0';  ///< that is open in the tag
    std::string tag_;    ///< so far; of what is no tag its last letters
};

}  // namespace koppelkans::io
