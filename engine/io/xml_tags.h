#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string_view>

struct XML_ParserStruct;

namespace koppelkans::io {

/// A tag that opens or closes an element; `<v/>` does both.
struct XmlTag {
    std::string_view name;  ///< prefix and all
    bool is_closing = false;
    const char** attributes =
        nullptr;  ///< names and values in turn, up to a null; of a closing one none

    std::string_view local_name() const { return name.substr(name.rfind(':') + 1); }
    /// Empty where it is not there.
    std::string_view attribute(std::string_view wanted) const;
};

/// Follows the tags and texts of an XML file in pieces of any size, by expat as GDAL does, up to
/// the first fault: to tell of that is for who reads the file. Opens no other file. Letters of an
/// encoding that expat does not know are taken for Latin-1. What the callbacks throw comes out of
/// `follow`. Memory: the longest tag.
///
///     XmlTags tags([](const XmlTag& tag) {...}, [](std::string_view text) {...});
///     for (VsiParts parts(name); parts.next();) tags.follow(parts.part());
class XmlTags {
  public:
    using OnTag = std::function<void(const XmlTag&)>;
    /// Of one text in one or more pieces, in UTF-8.
    using OnText = std::function<void(std::string_view)>;

    XmlTags(OnTag on_tag, OnText on_text);
    XmlTags(const XmlTags&) = delete;
    XmlTags& operator=(const XmlTags&) = delete;
    void follow(std::string_view part);
    /// Behind the first fault: what follows is not looked at.
    bool is_at_end() const { return is_at_end_; }

  private:
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };

    /// Through expat, which is C, no exception may pass.
    template <typename Action>
    void guarded(const Action& action);
    static void opened(void* tags, const char* name, const char** attributes);
    static void closed(void* tags, const char* name);
    static void told(void* tags, const char* text, int size);

    OnTag on_tag_;
    OnText on_text_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    bool is_at_end_ = false;
    std::exception_ptr thrown_;
};

}  // namespace koppelkans::io
