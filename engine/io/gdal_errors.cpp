#include "engine/io/gdal_errors.h"

#include <algorithm>
#include <new>
#include <utility>

#include <cpl_error.h>

#include "engine/domain/text.h"

namespace koppelkans::io {

namespace {

/// Behind a fatal error GDAL aborts; all of them say that memory has run out.
void throw_if_fatal(CPLErr kind) {
    if (kind == CE_Fatal) {
        throw std::bad_alloc();
    }
}

/// Of GDAL's own threads, which have no collector; they may not print either.
void CPL_STDCALL ignore(CPLErr kind, CPLErrorNum /*number*/, const char* /*message*/) {
    throw_if_fatal(kind);
}

void CPL_STDCALL collect(CPLErr kind, CPLErrorNum /*number*/, const char* message) {
    throw_if_fatal(kind);
    if (kind < CE_Warning) {
        return;
    }
    auto& said = *static_cast<GdalErrors::Said*>(CPLGetErrorHandlerUserData());
    std::string text(domain::trimmed(message));
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::vector<std::string>& sentences = kind == CE_Warning ? said.warnings : said.failures;
    // A broken file can say the same of each of a million rows.
    if (sentences.size() < 20 &&
        std::find(sentences.begin(), sentences.end(), text) == sentences.end()) {
        sentences.push_back(std::move(text));
    }
}

}  // namespace

GdalErrors::GdalErrors() {
    CPLErrorReset();
    CPLPushErrorHandlerEx(collect, &said_);
}

GdalErrors::~GdalErrors() {
    CPLPopErrorHandler();
    CPLErrorReset();
}

bool GdalErrors::failed() const {
    return !said_.failures.empty() || CPLGetLastErrorType() >= CE_Failure;
}

std::string GdalErrors::text() const {
    std::string text;
    for (const std::string& failure : said_.failures) {
        text += text.empty() ? failure : "; " + failure;
    }
    return text.empty() && failed() ? std::string("GDAL gives no reason") : text;
}

void GdalErrors::clear() {
    said_ = {};
    CPLErrorReset();
}

void silence_gdal() {
    CPLSetErrorHandler(ignore);
}

}  // namespace koppelkans::io
