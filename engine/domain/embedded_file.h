#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::domain {

/// A text file of the repository as it was when the program was built, so that the program needs
/// none at run time. A room declares `const std::vector<domain::EmbeddedFile>& embedded_files()`;
/// koppelkans_embed() of CMake (engine/embed.cmake) writes the definition.
struct EmbeddedFile {
    std::string_view name;                ///< "opgaven.qml", without its folder
    std::vector<std::string_view> parts;  ///< of its text, in their order
};

/// The text of the one with that name; empty where there is none.
std::string text_of(const std::vector<EmbeddedFile>& files, std::string_view name);

}  // namespace koppelkans::domain
