// Linked into the tests of a mutated build: writes to the file that KOPPELKANS_MUTATION_REACHED
// names which mutants each test reaches, a line a test: its name, its milliseconds, the numbers.
#include <cstdlib>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/mutation/on.h"

namespace koppelkans::mutation {

namespace {

class Listener : public testing::EmptyTestEventListener {
  public:
    explicit Listener(const std::string& path) : file_(path) {}

    void OnTestStart(const testing::TestInfo& test) override {
        static_cast<void>(test);
        for (auto& place : reached) {
            place = false;
        }
    }

    void OnTestEnd(const testing::TestInfo& test) override {
        file_ << test.test_suite_name() << '.' << test.name() << '\t'
              << test.result()->elapsed_time() << '\t';
        for (std::size_t number = 0; number < reached.size(); ++number) {
            if (reached[number]) {
                file_ << number << ' ';
            }
        }
        file_ << std::endl;
    }

  private:
    std::ofstream file_;
};

/// Before main, which is GoogleTest's own. GoogleTest deletes the listener.
const bool listening = [] {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before main there is one thread
    const char* const path = std::getenv("KOPPELKANS_MUTATION_REACHED");
    if (path != nullptr) {
        testing::UnitTest::GetInstance()->listeners().Append(new Listener(path));
    }
    return path != nullptr;
}();

}  // namespace

}  // namespace koppelkans::mutation
