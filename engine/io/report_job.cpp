#include "engine/io/report_job.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/analysis/parallel.h"
#include "engine/domain/errors.h"
#include "engine/io/file_state.h"
#include "engine/io/input_hash.h"
#include "engine/io/job.h"
#include "engine/io/pdf_printer.h"
#include "engine/io/report_folder.h"
#include "engine/io/report_ground.h"
#include "engine/io/report_manifest.h"
#include "engine/io/report_tables.h"
#include "engine/io/report_words.h"
#include "engine/io/result_file_gdal.h"
#include "engine/report/page.h"
#include "engine/report/story.h"
#include "engine/time/time_zone.h"

namespace koppelkans::io {

namespace {

using report::Gebied;
using report::GebiedKind;

constexpr const char* overview_name = "index";

const char* folder_of(GebiedKind kind) {
    switch (kind) {
        case GebiedKind::wijk:
            return "wijk";
        case GebiedKind::gemeente:
            return "gemeente";
        case GebiedKind::buurt:
            break;
    }
    return "buurt";
}

/// Its page below the folder, without an extension.
std::string stem_of(const Gebied& gebied) {
    return fmt::format("{}/{}", folder_of(gebied.kind),
                       gebied.code.empty() ? "zonder-code" : file_name_of(gebied.code));
}

/// Printers are dear to start: each thread that prints takes one and gives it back.
class Printers {
  public:
    explicit Printers(PdfPrinter::Stop stop) : stop_(std::move(stop)) { give(take()); }

    std::int64_t print(const std::string& html, const std::string& pdf) {
        std::unique_ptr<PdfPrinter> printer = take();
        const std::int64_t pages = printer->print(html, pdf, stop_);
        give(std::move(printer));
        return pages;
    }

  private:
    std::unique_ptr<PdfPrinter> take() {
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            if (!free_.empty()) {
                std::unique_ptr<PdfPrinter> printer = std::move(free_.back());
                free_.pop_back();
                return printer;
            }
        }
        return std::make_unique<PdfPrinter>(stop_);
    }
    void give(std::unique_ptr<PdfPrinter> printer) {
        const std::lock_guard<std::mutex> lock(mutex_);
        free_.push_back(std::move(printer));
    }

    PdfPrinter::Stop stop_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<PdfPrinter>> free_;
};

/// Everything that the pages are made from, and where they go.
class Press {
  public:
    Press(const ReportOptions& options, const report::ResultData& data, ReportFolder& folder,
          analysis::Progress& progress)
        : options_(options),
          folder_(folder),
          progress_(progress),
          index_(data),
          texts_(report_texts(options.language)),
          palette_(report::fitted(report_palette(), data.opgaven)),
          ground_(options.result, data),
          gebieden_(report::only(report::gebieden_of(data, options.per), data, options.only)) {
        if (options.formats.pdf) {
            printers_.emplace([&progress] { progress.stop_if_cancelled(); });
        }
    }

    void print_pages() {
        progress_.begin(analysis::Phase::pages, static_cast<std::int64_t>(gebieden_.size()) + 1);
        // The overview takes longest: it goes first, so that no core waits for it at the end.
        analysis::parallel_for(gebieden_.size() + 1, options_.jobs, [this](std::size_t i) {
            progress_.stop_if_cancelled();
            if (i == 0) {
                print_overview();
            } else {
                print_gebied(gebieden_[i - 1]);
            }
            progress_.advance(1);
        });
        progress_.end();
    }

    /// The address of the page about a buurt from the overview, by buurtcode.
    std::map<std::string, std::string> pages_of_buurten(const std::string& extension) const {
        std::map<std::string, std::string> pages;
        for (const Gebied& gebied : gebieden_) {
            for (const std::size_t at : gebied.buurten) {
                pages.emplace(index_.data().buurten[at].buurtcode, stem_of(gebied) + extension);
            }
        }
        return pages;
    }

    const report::Texts& texts() const { return texts_; }
    std::int64_t pages() const { return pages_; }
    std::int64_t pdf_pages() const { return pdf_pages_; }

  private:
    /// `up`: from the page to the folder of the report, "../".
    report::PageContext context(const std::string& overview, const std::string& up) const {
        return {index_,    texts_,
                palette_,  std::filesystem::path(options_.result).filename().string(),
                version(), gemaakt_,
                overview,  options_.formats.xlsx ? up + workbook_name : ""};
    }

    /// Links lead to pages of the same kind: who mails the PDFs alone has no others.
    void print_gebied(const Gebied& gebied) {
        const GebiedRows rows = ground_.rows_in(gebied);
        const report::Dossier dossier =
            report::dossier_of(index_, gebied, rows.opgaven, rows.afgekeurd);
        const report::GebiedGround ground = ground_.ground_of(dossier);
        print(stem_of(gebied), [&](const std::string& extension) {
            return report::gebied_page(
                dossier, ground, context(fmt::format("../{}{}", overview_name, extension), "../"));
        });
    }

    void print_overview() {
        const std::vector<geometry::Wkb> buurten = ground_.all_buurten();
        print(overview_name, [&](const std::string& extension) {
            std::vector<report::PageLink> links;
            for (const Gebied& gebied : gebieden_) {
                links.push_back({report::name_of(gebied, texts_), stem_of(gebied) + extension});
            }
            return report::overview_page(pages_of_buurten(extension), links, buurten,
                                         context("", ""));
        });
    }

    void print(const std::string& stem,
               const std::function<std::string(const std::string& extension)>& page_with) {
        if (options_.formats.html) {
            folder_.write(stem + ".html", page_with(".html"));
        }
        if (printers_) {
            const std::string on_the_way = stem + ".print.html";
            folder_.write(on_the_way, page_with(".pdf"));
            pdf_pages_ += printers_->print(folder_.place(on_the_way), folder_.place(stem + ".pdf"));
            folder_.drop(on_the_way);
        }
        ++pages_;
    }

    const ReportOptions& options_;
    ReportFolder& folder_;
    analysis::Progress& progress_;
    report::ResultIndex index_;
    report::Texts texts_;
    report::Palette palette_;
    /// The day where the plans are, as the peildatum is: one for all pages, and asked before there
    /// are threads, as the first who asks for a time zone has them all read.
    time::Day gemaakt_ =
        time::TimeZone().day_of(std::chrono::floor<std::chrono::seconds>(result_moment()).count());
    ReportGround ground_;
    std::vector<Gebied> gebieden_;
    std::optional<Printers> printers_;
    std::atomic<std::int64_t> pages_{0};
    std::atomic<std::int64_t> pdf_pages_{0};
};

std::string manifest_of(const ReportOptions& options, const std::string& result_hash,
                        const std::vector<ReportFile>& files) {
    nlohmann::ordered_json manifest;
    manifest["koppelkans"] = version();
    manifest["made"] = result_timestamp();
    manifest["result"] = {{"file", std::filesystem::path(options.result).filename().string()},
                          {"sha256", result_hash}};
    manifest["language"] = options.language;
    manifest["per"] = folder_of(options.per);
    manifest["only"] = options.only;
    manifest["files"] = nlohmann::ordered_json::array();
    for (const ReportFile& file : files) {
        manifest["files"].push_back(
            {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return manifest.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// Tells of the hidden folder while it is there.
class FolderNotice {
  public:
    FolderNotice(const ReportOptions& options, const ReportFolder& folder) : options_(options) {
        tell(folder.temporary_folder());
    }
    ~FolderNotice() { tell(""); }
    FolderNotice(const FolderNotice&) = delete;
    FolderNotice& operator=(const FolderNotice&) = delete;

  private:
    void tell(const std::string& path) const {
        if (options_.on_temporary_folder) {
            options_.on_temporary_folder(path);
        }
    }
    const ReportOptions& options_;
};

/// Files are made in a hidden folder, which nobody knows: a message names where they would come.
std::string with_shown_folder(std::string message, const ReportFolder& folder,
                              const std::string& shown) {
    const std::string& hidden = folder.temporary_folder();
    for (std::size_t at = message.find(hidden); at != std::string::npos;
         at = message.find(hidden, at + shown.size())) {
        message.replace(at, hidden.size(), shown);
    }
    return message;
}

bool writes_anything(const ReportFormats& formats) {
    return formats.html || formats.pdf || formats.xlsx || formats.csv;
}

/// Fills the folder and gives all files their places.
ReportSummary filled(const ReportOptions& options, const report::ResultData& data,
                     const std::string& hash, const std::function<void()>& before_placing,
                     ReportFolder& folder, analysis::Progress& progress) {
    Press press(options, data, folder, progress);
    ReportSummary summary;
    summary.folder = options.folder;
    if (options.formats.html || options.formats.pdf) {
        press.print_pages();
    }
    progress.begin(analysis::Phase::tables, -1);
    const WorkbookCounts counts = write_tables(
        options, data, press.texts(),
        press.pages_of_buurten(options.formats.html ? ".html" : ".pdf"), folder, progress);
    progress.end();
    const auto manifest = [&](const auto& files) { return manifest_of(options, hash, files); };
    const ReportFolder::Finished finished = folder.finish(manifest, progress, before_placing);
    summary.removed = finished.removed;
    summary.left = finished.left;
    for (const ReportFile& file : finished.files) {
        ++summary.files;
        summary.bytes += file.bytes;
    }
    summary.pages = options.formats.html ? press.pages() : 0;
    summary.pdf_files = options.formats.pdf ? press.pages() : 0;
    summary.pdf_pages = press.pdf_pages();
    summary.shortened_texts = counts.shortened_texts;
    summary.repaired_texts = counts.repaired_texts;
    summary.left_out_rows = counts.left_out_rows;
    return summary;
}

/// Whatever the manifest says: with it the result would be gone.
void refuse_to_write_over_the_result(const ReportOptions& options) {
    std::error_code error;
    const std::filesystem::path result = std::filesystem::weakly_canonical(options.result, error);
    const std::filesystem::path folder = std::filesystem::weakly_canonical(options.folder, error);
    if (!error && is_path_of_report(result.lexically_relative(folder).generic_string())) {
        throw domain::InputError(
            fmt::format("{}: a report in {} may have a file of this name; rename the result, or "
                        "name another folder",
                        options.result, options.folder));
    }
}

}  // namespace

ReportSummary write_report(const ReportOptions& options, analysis::Progress& progress) {
    const auto began = std::chrono::steady_clock::now();
    if (!writes_anything(options.formats)) {
        throw domain::UsageError("--format names nothing to write");
    }
    refuse_to_write_over_the_result(options);
    // Rows and geometry are read by several connections: they must be of one file.
    const ResultState before = result_state(options.result);
    progress.begin(analysis::Phase::result, -1);
    const report::ResultData data = read_result(options.result);
    progress.advance(static_cast<std::int64_t>(data.opgaven.size() + data.koppelkansen.size()));
    const std::string hash = hash_of_files({options.result}, progress).value_or("");
    progress.end();
    const auto check_unchanged = [&] {
        if (result_state(options.result) != before) {
            throw domain::InputError(fmt::format(
                "{}: it was written anew while its report was made; make the report again",
                options.result));
        }
    };
    const auto before_placing = [&] {
        check_unchanged();
        if (options.on_placing) {
            options.on_placing();
        }
        progress.stop_if_cancelled();
    };
    ReportFolder folder(options.folder, options.overwrite);
    const FolderNotice notice(options, folder);
    try {
        ReportSummary summary = filled(options, data, hash, before_placing, folder, progress);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        summary.seconds = took.count();
        return summary;
    } catch (const domain::InputError& error) {
        check_unchanged();  // of two files, what was read says anything
        throw domain::InputError(with_shown_folder(error.what(), folder, options.folder));
    }
}

}  // namespace koppelkans::io
