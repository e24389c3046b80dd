#include "engine/domain/embedded_file.h"

namespace koppelkans::domain {

std::string text_of(const std::vector<EmbeddedFile>& files, std::string_view name) {
    std::string text;
    for (const EmbeddedFile& file : files) {
        if (file.name == name) {
            for (const std::string_view part : file.parts) {
                text += part;
            }
        }
    }
    return text;
}

}  // namespace koppelkans::domain
