#include "engine/io/pdf_printer.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "engine/domain/text.h"
#include "engine/io/child_process.h"
#include "engine/io/embedded.h"

namespace koppelkans::io {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds to_end{500};
constexpr std::size_t longest_sentence = 300;
constexpr std::string_view no_module = "ModuleNotFoundError: No module named 'weasyprint'";

/// Fit for a terminal: one line, not too long.
std::string sentence(std::string_view text) {
    std::string line = domain::readable(domain::trimmed(text));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return domain::shortened(line, longest_sentence);
}

/// The last three lines of what a program printed: of a traceback of Python that is the error.
std::string_view last_lines(std::string_view text) {
    text = domain::trimmed(text);
    std::size_t start = text.size();
    for (int lines = 0; lines < 3 && start != 0 && start != std::string_view::npos; ++lines) {
        start = text.rfind('\n', start - 1);
    }
    return start == std::string_view::npos ? text : text.substr(start);
}

/// How a process ended and what it said of it.
std::string ending_of(ChildProcess& process) {
    const std::string how = process.end(to_end);
    const std::string why = sentence(last_lines(process.complaints()));
    return why.empty() ? how : how + ": " + why;
}

/// A path as a text of JSON, which holds no bytes: a character a byte.
std::string character_a_byte(std::string_view path) {
    std::string text;
    for (const char byte : path) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) {
            text += byte;
        } else {
            text += static_cast<char>(0xC0 | (code >> 6));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return text;
}

[[noreturn]] void fail_to_print(const std::string& html, const std::string& reason) {
    throw domain::InputError(fmt::format("cannot print {} as PDF: {}", html, reason));
}

[[noreturn]] void fail_as_told(const std::string& html, const std::string& pdf,
                               const nlohmann::json& answer) {
    const std::string reason = sentence(answer.value("error", "it does not say why"));
    const std::string step = answer.value("step", "print");
    if (step == "read") {
        throw domain::InputError(fmt::format("cannot read {}: {}", html, reason));
    }
    if (step == "write") {
        const bool full = reason.find("No space left") != std::string::npos;
        throw domain::InputError(fmt::format(
            "cannot write {}: {}", pdf,
            full ? "no space left on its disk; make room, or name another --output" : reason));
    }
    fail_to_print(html, reason);
}

/// The object that it is; null where it is none.
nlohmann::json parsed(const std::string& line) {
    nlohmann::json answer = nlohmann::json::parse(line, nullptr, false);
    const bool fits =
        answer.is_object() && answer.contains("ok") && answer["ok"].is_boolean() &&
        (!answer["ok"] || (answer.contains("pages") && answer["pages"].is_number_integer()));
    return fits ? answer : nlohmann::json();
}

}  // namespace

PdfPrinter::PdfPrinter(const Stop& stop, PdfPrinterSettings settings)
    : settings_(std::move(settings)) {
    start(stop);
}

PdfPrinter::~PdfPrinter() {
    if (process_) {
        process_->end(to_end);
    }
}

void PdfPrinter::start(const Stop& stop) {
    std::string reason;
    for (const std::string& interpreter : settings_.interpreters) {
        const std::string refused = try_interpreter(interpreter, stop);
        if (process_) {
            return;
        }
        // That it is not there is said by all that do not have it; the first other reason counts.
        if (reason.empty() && refused != no_module) {
            reason = refused;
        }
    }
    throw domain::InputError(fmt::format(
        "PDF needs WeasyPrint, which {}; install it (Debian: apt install weasyprint), or leave pdf "
        "out of --format",
        reason.empty() ? "Python cannot find" : fmt::format("does not start ({})", reason)));
}

/// Sets `process_`, or answers why not; nothing where there is no such interpreter.
std::string PdfPrinter::try_interpreter(const std::string& interpreter, const Stop& stop) {
    std::unique_ptr<ChildProcess> process;
    try {
        process = std::make_unique<ChildProcess>(
            std::vector<std::string>{interpreter, "-c",
                                     domain::text_of(embedded_files(), "print_pdf.py")},
            // The order of Python's sets must not change from run to run.
            environment_without("PYTHON", {"PYTHONHASHSEED=0"}));
    } catch (const std::system_error& error) {
        return error.code() == std::errc::no_such_file_or_directory ? "" : error.what();
    }
    const ChildProcess::Answer answer = process->answer(stop, settings_.start_limit);
    const std::string_view line = answer.line;
    constexpr std::string_view ready = "ready ";
    constexpr std::string_view missing = "missing: ";
    if (line.starts_with(ready)) {
        version_ = sentence(line.substr(ready.size()));
        process_ = std::move(process);
        return "";
    }
    if (line.starts_with(missing)) {
        return sentence(line.substr(missing.size()));
    }
    return interpreter + " " +
           (answer.heard == ChildProcess::Heard::nothing ? "says nothing" : ending_of(*process));
}

std::int64_t PdfPrinter::print(const std::string& html, const std::string& pdf, const Stop& stop) {
    if (!process_) {
        start(stop);
    }
    const nlohmann::json job{{"html", character_a_byte(html)}, {"pdf", character_a_byte(pdf)}};
    process_->send(job.dump() + "\n");
    const nlohmann::json answer = parsed(line_for(html, stop));
    if (answer.is_null()) {
        process_.reset();
        fail_to_print(html, "WeasyPrint gave no answer that is known");
    }
    if (!answer["ok"]) {
        fail_as_told(html, pdf, answer);
    }
    return answer["pages"];
}

std::string PdfPrinter::line_for(const std::string& html, const Stop& stop) {
    // Given back when it has answered; what happens else it does not survive.
    std::unique_ptr<ChildProcess> process = std::move(process_);
    ChildProcess::Answer answer = process->answer(stop, settings_.print_limit);
    if (answer.heard == ChildProcess::Heard::end) {
        fail_to_print(html, "WeasyPrint " + ending_of(*process));
    }
    if (answer.heard == ChildProcess::Heard::nothing) {
        using Seconds = std::chrono::duration<double>;
        fail_to_print(html, fmt::format("WeasyPrint was not done after {:g} s",
                                        Seconds(settings_.print_limit).count()));
    }
    process_ = std::move(process);
    return answer.line;
}

}  // namespace koppelkans::io
