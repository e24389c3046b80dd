#pragma once

#include <string>

#include <geos_c.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {

// How this room calls GEOS: by the context of the thread, and with every failure thrown as GEOS put
// it. Internal to the room.

/// The GEOS context of one thread, with the last thing it said.
class GeosContext {
  public:
    GeosContext();
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;
    ~GeosContext() { GEOS_finish_r(handle_); }

    GEOSContextHandle_t handle() const { return handle_; }
    [[noreturn]] void fail(const char* what);

  private:
    static void store(const char* message, void* context) noexcept;
    static void ignore(const char*, void*) noexcept {}

    GEOSContextHandle_t handle_;
    std::string message_;
};

GeosContext& context();
GEOSContextHandle_t handle();

/// Takes ownership of what GEOS made; null is a failure.
Geometry owned(GEOSGeom_t* result, const char* what);
/// GEOS answers 0, 1, or 2 for a failure.
bool answer(char result, const char* what);
/// GEOS answers 1, or 0 for a failure.
double measured(int result, double value, const char* what);

}  // namespace koppelkans::geometry
