#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace koppelkans::io {

class ChildProcess;

/// What the tests set otherwise.
struct PdfPrinterSettings {
    /// Tried in this order; a name without a slash is looked for on PATH. Debian's WeasyPrint is
    /// known to Debian's Python only, which another may hide.
    std::vector<std::string> interpreters{"/usr/bin/python3", "python3"};
    /// How long an interpreter may take to import WeasyPrint.
    std::chrono::milliseconds start_limit = std::chrono::minutes(2);
    /// How long one file may take.
    std::chrono::milliseconds print_limit = std::chrono::minutes(10);
};

/// Prints HTML files to PDF by WeasyPrint, in a Python process of its own that lives as long as
/// this object (data/report/print_pdf.py): tagged (PDF/UA-1), fonts embedded, headings as
/// bookmarks. The same file gives the same bytes on one machine. Variables of the environment whose
/// name begins with PYTHON do not reach it.
///
/// A page holds all it needs: what it asks for by any URL but data: is an error, as are a link to
/// an anchor that it does not have and whatever else WeasyPrint says it leaves out; styles that
/// only browsers know are not.
///
/// One printer serves one thread. Each uses one core and about 100 MB; start one a core.
///
///     PdfPrinter printer(stop);
///     printer.print("gebied.html", "gebied.pdf", stop);
class PdfPrinter {
  public:
    /// Asked every 50 ms or more often while waiting; throws when the user has stopped the work.
    /// May be empty.
    using Stop = std::function<void()>;

    /// Starts Python: 0.3 s. Throws domain::InputError where there is no WeasyPrint of 57 or later,
    /// saying how to get it, and what `stop` throws.
    explicit PdfPrinter(const Stop& stop = {}, PdfPrinterSettings settings = {});
    PdfPrinter(const PdfPrinter&) = delete;
    PdfPrinter& operator=(const PdfPrinter&) = delete;
    /// Ends the process, by force after half a second.
    ~PdfPrinter();

    /// Answers the number of pages. Writes to `pdf` itself, so give it a temporary place: where
    /// this throws, part of it may be there. Throws domain::InputError with the path and one
    /// sentence where the HTML cannot be read or printed, the PDF cannot be written, the process
    /// died or the limit has passed; and what `stop` throws, after the process is killed. The next
    /// call starts another where needed. Costs 0.02 s for a short page, 0.9 s for a table of 200
    /// rows with a map of 100 shapes.
    std::int64_t print(const std::string& html, const std::string& pdf, const Stop& stop);

    /// Of WeasyPrint: 57.2.
    const std::string& version() const { return version_; }

  private:
    void start(const Stop& stop);
    std::string try_interpreter(const std::string& interpreter, const Stop& stop);
    std::string line_for(const std::string& html, const Stop& stop);

    PdfPrinterSettings settings_;
    std::unique_ptr<ChildProcess> process_;
    std::string version_;
};

}  // namespace koppelkans::io
