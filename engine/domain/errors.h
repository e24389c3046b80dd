#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace koppelkans::domain {

/// What the user typed cannot be carried out as typed; the program ends with 2.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Where in the input a fault lies; what is empty is not said.
struct InputPlace {
    std::string path;
    std::string layer;
    std::optional<std::int64_t> row;
};

/// The input does not allow the work to start or to go on; the program ends with 1. The message
/// names file, layer and row as far as known, what is wrong and what to do.
class InputError : public std::runtime_error {
  public:
    explicit InputError(const std::string& message) : std::runtime_error(message) {}
    InputError(const InputPlace& place, const std::string& message);
};

/// The user stopped the work (Ctrl-C); the program ends with 130.
class Cancelled : public std::runtime_error {
  public:
    Cancelled() : std::runtime_error("stopped") {}
};

}  // namespace koppelkans::domain
