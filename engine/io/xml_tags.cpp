#include "engine/io/xml_tags.h"

#include <algorithm>
#include <cstddef>
#include <new>
#include <utility>

#include <expat.h>

namespace koppelkans::io {

namespace {

/// Of an encoding that expat does not know, byte by byte.
int as_latin_1(void* /*data*/, const char* /*name*/, XML_Encoding* encoding) {
    constexpr int letters = 256;
    for (int i = 0; i < letters; ++i) {
        encoding->map[i] = i;
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
    for (const char** one = attributes; one != nullptr && *one != nullptr; one += 2) {
        if (*one == wanted) {
            return one[1];
        }
    }
    return {};
}

void XmlTags::Free::operator()(XML_ParserStruct* parser) const {
    XML_ParserFree(parser);
}

XmlTags::XmlTags(OnTag on_tag, OnText on_text)
    : on_tag_(std::move(on_tag)), on_text_(std::move(on_text)), parser_(XML_ParserCreate(nullptr)) {
    if (parser_ == nullptr) {
        throw std::bad_alloc();
    }
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &XmlTags::opened, &XmlTags::closed);
    XML_SetCharacterDataHandler(parser_.get(), &XmlTags::told);
    XML_SetUnknownEncodingHandler(parser_.get(), &as_latin_1, nullptr);
}

void XmlTags::follow(std::string_view part) {
    constexpr std::size_t bytes_a_step = 1 << 20;
    while (!part.empty() && !is_at_end_) {
        const std::string_view step = part.substr(0, bytes_a_step);
        part.remove_prefix(step.size());
        is_at_end_ = XML_Parse(parser_.get(), step.data(), static_cast<int>(step.size()),
                               XML_FALSE) != XML_STATUS_OK;
        if (thrown_) {
            std::rethrow_exception(std::exchange(thrown_, nullptr));
        }
    }
}

template <typename Action>
void XmlTags::guarded(const Action& action) {
    if (thrown_) {
        return;  // of an element without content expat tells both tags before it stops
    }
    try {
        action();
    } catch (...) {
        thrown_ = std::current_exception();
        XML_StopParser(parser_.get(), XML_FALSE);
    }
}

void XmlTags::opened(void* tags, const char* name, const char** attributes) {
    auto& self = *static_cast<XmlTags*>(tags);
    self.guarded([&] { self.on_tag_({name, false, attributes}); });
}

void XmlTags::closed(void* tags, const char* name) {
    auto& self = *static_cast<XmlTags*>(tags);
    self.guarded([&] { self.on_tag_({name, true, nullptr}); });
}

void XmlTags::told(void* tags, const char* text, int size) {
    auto& self = *static_cast<XmlTags*>(tags);
    self.guarded([&] { self.on_text_({text, static_cast<std::size_t>(size)}); });
}

}  // namespace koppelkans::io
