#pragma once

#include <functional>
#include <string>

#include <stdlib.h>
#include <sys/wait.h>

#include "engine/domain/errors.h"

namespace koppelkans::test {

/// The user does not stop the work.
inline const std::function<void()> go_on;

/// A variable of the environment for as long as this object lives.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_(name) {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread runs in these tests
        ::setenv(name, value, 1);
    }
    ~Variable() {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread runs in these tests
        ::unsetenv(name_);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
};

/// What an act is refused with; empty where it is not.
inline std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "";
}

/// No process of ours, neither alive nor dead.
inline bool has_no_child() {
    return ::waitpid(-1, nullptr, WNOHANG) == -1;
}

}  // namespace koppelkans::test
