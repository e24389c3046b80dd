#pragma once

#include <functional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "engine/io/target.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

/// The smallest that counts as a GeoPackage, with one value to know it by.
void make_geopackage(const std::string& path, const std::string& value);
std::vector<std::string> value_in(const std::string& path);

/// A folder with one result in it, whose value is "old".
struct OldResult {
    OldResult() { make_geopackage(path, "old"); }
    TestFolder folder;
    std::string path = folder.file("old.gpkg");
};

/// What check_target says; empty when it has nothing against it.
std::string refused(const std::string& path, io::Overwrite overwrite);

/// Runs in a process of its own, which lives until it is told to end.
class Child {
  public:
    explicit Child(const std::function<void()>& work);
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    bool is_ready() const { return is_ready_; }
    pid_t process() const { return process_; }
    void end();

  private:
    pid_t process_ = 0;
    bool is_ready_ = false;
};

/// All that comes after the last row.
void place(io::Target& target);

pid_t a_dead_process();

}  // namespace koppelkans::test
