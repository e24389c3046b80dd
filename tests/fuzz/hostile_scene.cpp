#include "tests/fuzz/hostile_scene.h"

#include <algorithm>
#include <fstream>

namespace koppelkans::fuzz {

namespace fs = std::filesystem;

namespace {

constexpr const char* wijkindeling =
    R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
{"type":"Feature","properties":{"buurtcode":"BU03410001","wijkcode":"WK034100","gemeentecode":"GM0341"},"geometry":{"type":"Polygon","coordinates":[[[174000,442000],[174500,442000],[174500,443000],[174000,443000],[174000,442000]]]}},
{"type":"Feature","properties":{"buurtcode":"BU03410002","wijkcode":"WK034100","gemeentecode":"GM0341"},"geometry":{"type":"Polygon","coordinates":[[[174500,442000],[175000,442000],[175000,443000],[174500,443000],[174500,442000]]]}}
]})";

void write_text(const fs::path& path, const std::string& text) {
    std::ofstream file(path);
    file << text;
}

std::string settings_text(Dice& dice) {
    static const std::vector<std::string> lagen = {
        R"("koppelkansen")", R"("combinaties", "risicos")",
        R"("gebiedskansen", "buurten", "wijken")", R"("werkgebieden")"};
    std::string text = "peildatum = 2026-11-21\nuitvoer = \"uit.gpkg\"\n";
    text += dice.one_in(4) ? "min_oppervlakte = 0\n" : "";
    text += dice.one_in(6) ? "onbekende_tijd = \"meenemen\"\n" : "";
    text += dice.one_in(6) ? "koppel = \"verschillende_opgave\"\n" : "";
    const std::string chosen = dice.of(lagen);
    text += dice.one_in(4) ? "" : "lagen = [" + chosen + R"(, "opgaven", "afgekeurd"])" + "\n";
    return text;
}

std::string bron_text(Dice& dice, const std::string& naam, const std::string& path) {
    std::string text = dice.one_in(2) ? "soort = \"" + naam + "\"\n" : "";
    text += dice.one_in(10) ? "groepeer = \"rij\"\n" : "";
    return text + (path.ends_with(".csv") ? "crs = \"EPSG:28992\"\n" : "");
}

}  // namespace

HostileScene::HostileScene(fs::path folder, Dice& dice) : folder_(std::move(folder)) {
    static const std::vector<std::string> namen = {"rioolvervanging", "warmtenet", "herinrichting",
                                                   "groen"};
    fs::create_directories(folder_);
    write_text(folder_ / "wijkindeling.geojson", wijkindeling);
    // Two in three get far: what is odd in them is met by what is not.
    dice.calm(dice.one_in(3) ? 1 : 20);
    settings_ = settings_text(dice);
    const bool has_buurten = dice.one_in(6);
    for (std::size_t i = 0; i < files_a_scene; ++i) {
        const bool is_buurten = has_buurten && i == 0;
        const std::string& naam = is_buurten ? "buurten" : namen[i];
        const HostileFile file = write_hostile_file(
            dice, is_buurten ? Role::buurten : Role::plannen, (folder_ / naam).string());
        files_.push_back({naam, file});
        bron_options_.push_back(is_buurten ? "" : bron_text(dice, naam, file.path));
    }
    write_configuration();
    before_ = names();
}

void HostileScene::write_configuration() const {
    std::string buurten = "wijkindeling.geojson";
    std::string bronnen;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const std::string name = fs::path(files_[i].file.path).filename().string();
        if (files_[i].naam == "buurten") {
            buurten = name;
        } else {
            bronnen += "[[bronnen]]\nnaam = \"" + files_[i].naam + "\"\nbron = \"" + name + "\"\n" +
                       bron_options_[i];
        }
    }
    write_text(folder_ / "koppelkans.toml",
               settings_ + "[buurten]\nbron = \"" + buurten + "\"\n" + bronnen);
}

io::Configuration HostileScene::configuration() const {
    return io::read_configuration((folder_ / "koppelkans.toml").string(), time::Day());
}

bool HostileScene::has_plans() const {
    return std::any_of(files_.begin(), files_.end(),
                       [](const Used& used) { return used.naam != "buurten"; });
}

bool HostileScene::drop_named_in(const std::string& message) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (message.find(files_[i].file.path) != std::string::npos) {
            files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(i));
            bron_options_.erase(bron_options_.begin() + static_cast<std::ptrdiff_t>(i));
            write_configuration();
            return true;
        }
    }
    return false;
}

std::set<std::string> HostileScene::names() const {
    std::set<std::string> all;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        all.insert(entry.path().filename().string());
    }
    return all;
}

}  // namespace koppelkans::fuzz
