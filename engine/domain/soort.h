#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/period.h"

namespace koppelkans::domain {

enum class Aard { fysiek, sociaal };

/// A kind of opgave with what the field knows of it (SPEC §1, data/soorten.toml).
struct Soort {
    std::string code;
    std::string naam;
    std::string domein;
    Aard aard = Aard::fysiek;
    /// Buffer around points and lines, metres.
    double werkafstand_m = 0;
    /// 1 deep ... 9 surface; empty where order means nothing (social tasks).
    std::optional<int> bouwvolgorde;
    bool graaft = false;
    /// How deep it digs, metres.
    std::optional<double> diepte_m;
    /// How long its new surface should stay closed.
    time::Period graafrust;
    /// Words by which the name of a file or layer tells this soort; folded.
    std::vector<std::string> woorden;
};

/// Position of a soort in its catalogue.
using SoortIndex = std::uint16_t;

/// The soorten of a run: those that ship with the program, with what the configuration adds or
/// overrides. Order is by code.
class SoortCatalogus {
  public:
    /// Adds or replaces the soort of that code.
    void put(Soort soort);
    const Soort& operator[](SoortIndex index) const { return soorten_[index]; }
    std::size_t size() const { return soorten_.size(); }
    /// By code, then by naam; trimmed, any case.
    std::optional<SoortIndex> find(std::string_view code_or_naam) const;
    /// The soort whose word is part of a file or layer name; the longest word wins, between equals
    /// the first code. Empty when no word occurs in it.
    std::optional<SoortIndex> recognised_in(std::string_view name) const;
    std::vector<std::string> codes() const;

  private:
    std::vector<Soort> soorten_;
    std::map<std::string, SoortIndex, std::less<>> by_name_;
};

}  // namespace koppelkans::domain
