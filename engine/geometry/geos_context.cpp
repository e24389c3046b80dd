#include "engine/geometry/geos_context.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>

namespace koppelkans::geometry {

GeosContext::GeosContext() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(handle_, &GeosContext::store, this);
    GEOSContext_setNoticeMessageHandler_r(handle_, &GeosContext::ignore, nullptr);
}

void GeosContext::fail(const char* what) {
    // Some of its messages end a line.
    std::string words = message_.substr(0, message_.find_last_not_of(" \n\r\t") + 1);
    std::replace(words.begin(), words.end(), '\n', ' ');
    message_.clear();
    if (words.empty()) {
        words = "no reason given";
    }
    // Not a fault of the geometry: left out for it, the row would be missing on a small machine.
    // Word for word, as GEOS also quotes a WKT that it cannot read.
    if (words == std::bad_alloc().what()) {
        throw std::bad_alloc();
    }
    throw GeometryError(fmt::format("GEOS cannot {}: {}", what, words));
}

// Called from C: nothing may be thrown through it.
void GeosContext::store(const char* message, void* context) noexcept {
    try {
        static_cast<GeosContext*>(context)->message_ = message;
    } catch (...) {
        static_cast<GeosContext*>(context)->message_.clear();
    }
}

GeosContext& context() {
    thread_local GeosContext of_this_thread;
    return of_this_thread;
}

GEOSContextHandle_t handle() {
    return context().handle();
}

Geometry owned(GEOSGeom_t* result, const char* what) {
    if (result == nullptr) {
        context().fail(what);
    }
    return Geometry(result);
}

bool answer(char result, const char* what) {
    if (result != 0 && result != 1) {
        context().fail(what);
    }
    return result == 1;
}

double measured(int result, double value, const char* what) {
    if (result != 1) {
        context().fail(what);
    }
    return value;
}

}  // namespace koppelkans::geometry
