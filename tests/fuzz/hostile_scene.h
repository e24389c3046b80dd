#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "engine/io/configuration.h"
#include "tests/fuzz/dice.h"
#include "tests/fuzz/hostile_file.h"

namespace koppelkans::fuzz {

constexpr std::size_t files_a_scene = 4;

/// A folder with four hostile files, one of which may be that of the buurten, and a
/// koppelkans.toml with any settings over them; their plans lie on the same ground, so that what is
/// read of them meets.
class HostileScene {
  public:
    HostileScene(std::filesystem::path folder, Dice& dice);

    /// The configuration as read, without the files that were dropped.
    io::Configuration configuration() const;
    std::string result() const { return (folder_ / "uit.gpkg").string(); }
    /// The files that are left, by the name of their source; that of the buurten is `buurten`.
    struct Used {
        std::string naam;
        HostileFile file;
    };
    const std::vector<Used>& files() const { return files_; }
    /// There is a file left that is not that of the buurten.
    bool has_plans() const;
    /// Takes the file out whose path is in the message; false where none is.
    bool drop_named_in(const std::string& message);
    /// What lies in the folder that a run did not write.
    const std::set<std::string>& before() const { return before_; }
    std::set<std::string> names() const;

  private:
    void write_configuration() const;

    std::filesystem::path folder_;
    std::vector<Used> files_;
    std::string settings_;
    std::vector<std::string> bron_options_;  ///< of each file, as TOML
    std::set<std::string> before_;
};

}  // namespace koppelkans::fuzz
