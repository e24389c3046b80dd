#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/domain/layers.h"
#include "engine/io/result_file.h"

namespace koppelkans::test {

/// A folder of its own for a test, removed with all that is in it.
class TestFolder {
  public:
    TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder();
    const std::string& path() const { return path_; }
    std::string file(const std::string& name) const { return path_ + "/" + name; }
    /// The names in it, sorted.
    std::vector<std::string> names() const;

  private:
    std::string path_;
};

std::string bytes_of(const std::string& path);
/// SHA-256 of its bytes: short to print where two files should be the same.
std::string fingerprint(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);

/// What an act is refused with; empty where it is not.
std::string refusal(const std::function<void()>& act);

/// The rows of a query, by SQLite alone: one text a row, the columns joined by " | ", NULL as NULL.
std::vector<std::string> rows_of(const std::string& path, const std::string& sql);

/// Three buurten, six opgaven (the last one left out) and what they give, made up so that each
/// layer has a row and each NULL its reason.
struct Scene {
    Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    io::ResultContext context() const;
    /// Gives everything to the file, in order, without finishing it.
    void fill(io::ResultFile& file) const;
    /// Writes a whole result; without names, with all layers.
    void write(const std::string& path, const std::vector<std::string>& lagen = all_lagen()) const;

    static std::vector<std::string> all_lagen();

    domain::BuurtRegister buurten;
    domain::SoortCatalogus soorten;
    std::vector<domain::Opgave> opgaven;
    std::vector<analysis::BuurtResult> found;
    std::vector<analysis::GebiedResult> wijken;
    std::vector<analysis::GebiedResult> gemeenten;
    std::vector<domain::Problem> afgekeurd;
    io::RunRecord run;
    std::vector<io::BronRecord> bronnen;

  private:
    void make_opgaven();
    void make_found();
    void make_account();
};

/// `2027-04-15`
time::Day day(const std::string& iso);
/// The square with that lower left corner and side.
geometry::Wkb square(double x, double y, double side);
/// From text, for short shapes.
geometry::Wkb wkb(const std::string& wkt);

}  // namespace koppelkans::test
