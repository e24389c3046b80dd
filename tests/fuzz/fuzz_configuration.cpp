// koppelkans.toml and the catalogues: any bytes at all.

#include <cerrno>

#include <sys/resource.h>

#include "engine/domain/errors.h"
#include "engine/io/catalogue.h"
#include "engine/io/configuration.h"
#include "engine/io/configuration_text.h"
#include "tests/fuzz/target.h"

namespace koppelkans::io {
namespace {

using fuzz::expect;

/// While it lives the program can open no file; an attempt leaves EMFILE behind.
class NoFiles {
  public:
    NoFiles() {
        getrlimit(RLIMIT_NOFILE, &usual_);
        const rlimit none{0, usual_.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
        errno = 0;
    }
    NoFiles(const NoFiles&) = delete;
    NoFiles& operator=(const NoFiles&) = delete;
    ~NoFiles() { setrlimit(RLIMIT_NOFILE, &usual_); }

  private:
    rlimit usual_{};
};

/// What comes of a text: the message of its error, or what was read, in short.
std::string outcome(const std::string& text) {
    try {
        const Configuration run =
            parse_configuration(text, "map/k.toml", *time::Day::from_ymd(2026, 11, 21));
        std::string read = "read: " + run.crs + run.uitvoer + run.buurten.bron + run.text;
        for (const BronConfiguration& bron : run.bronnen) {
            read += bron.naam + bron.bron;
        }
        return read;
    } catch (const domain::InputError& error) {
        return error.what();
    } catch (const domain::UsageError& error) {
        return error.what();
    }
}

/// Once as usual, as a zone of time is looked up in the files of the machine the first time it is
/// named, and once without files.
void read_twice(const std::string& text) {
    const std::string first = outcome(text);
    const NoFiles no_files;
    expect(outcome(text) == first, "reading is the same without files");
    expect(errno != EMFILE, "reading opens no file");
}

bool same_form(const TomlValue& a, const TomlValue& b) {
    bool same = a.kind == b.kind && a.items.size() == b.items.size() &&
                a.entries.size() == b.entries.size();
    for (std::size_t i = 0; same && i < a.items.size(); ++i) {
        same = same_form(a.items[i], b.items[i]);
    }
    for (std::size_t i = 0; same && i < a.entries.size(); ++i) {
        same = same_form(a.entries[i].value, b.entries[i].value);
    }
    return same;
}

void read_parts(std::string_view text) {
    std::string together;
    for (const TomlPart& part : toml_parts(text)) {
        together += part.text;
    }
    expect(together == text, "the parts of a text are the text");
}

/// `text` is TOML.
void mask(const std::string& text, const TomlValue& file) {
    const std::string once = masked_toml(text);
    expect(same_form(parse_toml(once, "k.toml"), file), "masked TOML keeps its form");
    expect(masked_toml(once) == once, "masking twice changes nothing");
}

/// The tables of the file as catalogues of ours, and over ours.
void read_catalogues(const TomlValue& file) {
    domain::SoortCatalogus soorten;
    domain::FaseCatalogus fasen;
    for (const TomlEntry& entry : file.entries) {
        if (entry.value.kind != TomlKind::table) {
            continue;
        }
        for (const auto origin : {CatalogueOrigin::shipped, CatalogueOrigin::configuration}) {
            try {
                read_soorten("soorten.toml", entry.value, origin, soorten);
            } catch (const domain::InputError&) {
            }
        }
        try {
            read_fasen("fasen.toml", entry.value, fasen);
        } catch (const domain::InputError&) {
        }
    }
}

}  // namespace
}  // namespace koppelkans::io

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace io = koppelkans::io;
    const std::string text(koppelkans::fuzz::text_of(data, size));
    io::read_parts(text);
    io::read_twice(text);
    try {
        const io::TomlValue file = io::parse_toml(text, "k.toml");
        io::mask(text, file);
        io::read_catalogues(file);
    } catch (const koppelkans::domain::InputError&) {
        // What is no TOML has no more to be asked.
    }
    return 0;
}
