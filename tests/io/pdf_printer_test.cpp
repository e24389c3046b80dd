#include "engine/io/pdf_printer.h"

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/child_process.h"
#include "tests/io/printing_scene.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::test {

namespace {

using io::ChildProcess;
using io::PdfPrinter;
using std::chrono::seconds;
using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tools::ScratchFolder;

/// What a command prints on stdout, and how it ended where that is not well.
std::string printed_by(const std::vector<std::string>& words) {
    ChildProcess command(words, io::environment_without("PYTHON", {}));
    std::string text;
    for (auto answer = command.answer(go_on, seconds(60));
         answer.heard == ChildProcess::Heard::line; answer = command.answer(go_on, seconds(60))) {
        text += answer.line + "\n";
    }
    const std::string ending = command.end(seconds(60));
    return text + (ending == "ended with code 0" ? "" : ending + ": " + command.complaints());
}

std::string page_with(const std::string& body) {
    return R"(<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Gebied één</title>
<style>body { font-family: "DejaVu Sans", sans-serif; display: grid; color: color-mix(in srgb, red, blue) }
@media (max-width: 600px) { body { color: red } }</style></head><body>)" +
           body + "</body></html>";
}

const char* const all_kinds = R"html(<h1>Gebied één</h1><h2>Tabel</h2>
<table><thead><tr><th scope="col">soort</th><th scope="col">van</th></tr></thead>
<tbody><tr><td>riool</td><td>2027</td></tr></tbody></table>
<h2>Kaart</h2><p><b>vet</b> <a href="#einde">naar het einde</a> <a href="https://example.org/a">web</a>
<a href="../ander.html#x">ander</a></p>
<svg viewBox="0 0 100 50" width="300" height="150"><defs>
<linearGradient id="g"><stop offset="0" stop-color="#06c"/><stop offset="1" stop-color="#06c" stop-opacity="0"/>
</linearGradient><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 4L4 0"
stroke="#c00"/></pattern></defs><rect width="50" height="50" fill="url(#g)"/><rect x="50" width="50" height="50"
fill="url(#p)"/><text x="5" y="20" font-family="DejaVu Sans" font-size="8">kaartnaam</text></svg>
<p><img alt="" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="></p>
<h2 id="einde">Einde</h2>)html";

/// Prints with the WeasyPrint of this machine.
class Printing : public testing::Test {
  protected:
    void SetUp() override {
        const std::string missing = refusal([&] { printer_ = std::make_unique<PdfPrinter>(); });
        if (!missing.empty()) {
            GTEST_SKIP() << missing;
        }
    }
    std::int64_t print(const std::string& body, const std::string& name = "page") {
        folder_.write(name + ".html", page_with(body));
        return printer_->print(folder_ / (name + ".html"), folder_ / (name + ".pdf"), go_on);
    }
    std::string refusal_of(const std::string& body) {
        return refusal([&] { print(body); });
    }

    ScratchFolder folder_;
    std::unique_ptr<PdfPrinter> printer_;
};

TEST_F(Printing, makes_a_sound_and_tagged_pdf_with_its_fonts_in_it) {
    ASSERT_EQ(print(all_kinds), 1);
    EXPECT_THAT(
        printed_by({"qpdf", "--check", folder_ / "page.pdf"}),
        AllOf(HasSubstr("No syntax or stream encoding errors"), Not(HasSubstr("ended with"))));
    EXPECT_THAT(printed_by({"pdfinfo", folder_ / "page.pdf"}),
                AllOf(ContainsRegex("Tagged: +yes"), ContainsRegex("Title: +Gebied één")));
    EXPECT_THAT(printed_by({"pdftotext", "-layout", folder_ / "page.pdf", "-"}),
                AllOf(HasSubstr("Gebied één"), HasSubstr("riool"), HasSubstr("kaartnaam")));
    // name, type (of two words), encoding, emb, sub
    EXPECT_THAT(printed_by({"pdffonts", folder_ / "page.pdf"}),
                AllOf(ContainsRegex("\\+DejaVu-Sans +CID TrueType +Identity-H +yes yes"),
                      ContainsRegex("\\+DejaVu-Sans-Bold +CID TrueType +Identity-H +yes yes"),
                      Not(ContainsRegex("Identity-H +(no|yes no)"))));
}

TEST_F(Printing, makes_bookmarks_and_links_that_can_be_followed) {
    print(all_kinds);
    // Its newer version writes u: before texts.
    const std::string json = printed_by({"qpdf", "--json", folder_ / "page.pdf"});
    EXPECT_THAT(json, HasSubstr(R"("title": "Einde")"));
    EXPECT_THAT(json, ContainsRegex(R"("/URI": "(u:)?https://example.org/a")"));
    EXPECT_THAT(json, ContainsRegex(R"("/URI": "(u:)?\.\./ander.html#x")"));
    // Flag 2 would hide them.
    EXPECT_THAT(json, HasSubstr(R"("/F": 4)"));
    EXPECT_THAT(json, Not(HasSubstr(R"("/F": 2)")));
}

TEST_F(Printing, gives_the_same_bytes_whenever_and_in_whatever_order) {
    print(all_kinds, "first");
    print("<h1>Iets anders</h1><p><i>schuin</i></p>", "between");
    print(all_kinds, "second");
    const Variable epoch("SOURCE_DATE_EPOCH", "1700000000");
    const Variable seed("PYTHONHASHSEED", "42");
    printer_ = std::make_unique<PdfPrinter>();
    print(all_kinds, "third");
    EXPECT_GT(folder_.read("first.pdf").size(), 10'000U);
    EXPECT_TRUE(folder_.read("first.pdf") == folder_.read("second.pdf"));
    EXPECT_TRUE(folder_.read("first.pdf") == folder_.read("third.pdf"));
    EXPECT_TRUE(folder_.read("first.pdf") != folder_.read("between.pdf"));
}

TEST_F(Printing, takes_any_file_name) {
    const std::string name = "één \"b\"\n\xff";
    folder_.write(name + ".html", page_with("<p>x"));
    EXPECT_EQ(printer_->print(folder_ / (name + ".html"), folder_ / (name + ".pdf"), go_on), 1);
    EXPECT_THAT(folder_.read(name + ".pdf"), StartsWith("%PDF-"));
}

/// A server that answers nothing and knows whether anybody came.
class Server {
  public:
    Server() {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket_, any, size) == 0 && ::listen(socket_, 8) == 0 &&
            ::getsockname(socket_, any, &size) == 0) {
            url_ = fmt::format("http://127.0.0.1:{}/", ntohs(address.sin_port));
        }
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() { ::close(socket_); }
    const std::string& url() const { return url_; }
    bool was_visited() const { return ::accept(socket_, nullptr, nullptr) >= 0; }

  private:
    int socket_;
    std::string url_;
};

TEST_F(Printing, fetches_nothing_from_the_network) {
    const Server server;
    ASSERT_THAT(server.url(), Not(IsEmpty()));
    const std::string url = server.url() + "x";
    for (const std::string& body : {
             "<img src='" + url + "'>",
             "<link rel=stylesheet href='" + url + "'>",
             "<style>@import url(" + url + ");</style>",
             "<style>p { background-image: url(" + url + ") }</style><p>x",
             "<style>@font-face { font-family: x; src: url(" + url + ") }</style><p>x",
             "<svg><image href='" + url + "' width=5 height=5 /></svg>",
             "<svg><use href='" + url + "' /></svg>",
             "<object data='" + url + "'></object>",
             "<base href='" + server.url() + "'><img src=x>",
             "<link rel=attachment href='" + url + "'>",
         }) {
        EXPECT_EQ(refusal_of(body),
                  fmt::format("cannot print {} as PDF: the page asks for {}; a page holds all it "
                              "needs",
                              folder_ / "page.html", url))
            << body;
    }
    EXPECT_FALSE(server.was_visited());
    EXPECT_EQ(print("<a href='" + url + "'>x</a>"), 1);
    EXPECT_FALSE(server.was_visited());
}

TEST_F(Printing, opens_no_file_that_a_page_asks_for) {
    // Whoever opened it would find somebody reading at the other end.
    const std::string pipe = folder_ / "pipe.png";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    EXPECT_THAT(refusal_of("<img src='file://" + pipe + "'>"),
                EndsWith("the page asks for file://" + pipe + "; a page holds all it needs"));
    EXPECT_THAT(refusal_of("<img src='pipe.png'>"), HasSubstr("Relative URI reference"));
    ::close(reader);
}

TEST_F(Printing, refuses_what_would_leave_a_gap) {
    EXPECT_THAT(refusal_of("<a href='#nowhere'>x</a>"), HasSubstr("No anchor #nowhere"));
    EXPECT_THAT(refusal_of("<img src='data:image/png;base64,AAAA'>"),
                HasSubstr("Failed to load image"));
    EXPECT_THAT(refusal_of("<p id=a>x<p id=a>y"), HasSubstr("Anchor defined twice"));
    // Another page is printed after that.
    EXPECT_EQ(print(all_kinds), 1);
}

TEST_F(Printing, says_which_file_cannot_be_read_or_written) {
    folder_.write("page.html", page_with("<p>x"));
    folder_.write("latin.html", "caf\xe9");
    const std::string html = folder_ / "page.html";
    EXPECT_EQ(refusal([&] { printer_->print(folder_ / "no.html", folder_ / "a.pdf", go_on); }),
              "cannot read " + (folder_ / "no.html") + ": No such file or directory");
    EXPECT_THAT(refusal([&] { printer_->print(folder_ / "latin.html", folder_ / "a.pdf", go_on); }),
                HasSubstr("'utf-8' codec can't decode"));
    EXPECT_EQ(refusal([&] { printer_->print(html, folder_ / "no/a.pdf", go_on); }),
              "cannot write " + (folder_ / "no/a.pdf") + ": No such file or directory");
    EXPECT_EQ(refusal([&] { printer_->print(html, "/dev/full", go_on); }),
              "cannot write /dev/full: no space left on its disk; make room, or name another "
              "--output");
}

TEST_F(Printing, is_killed_when_the_user_stops_and_starts_anew) {
    std::string rows;
    for (int row = 0; row < 5'000; ++row) {
        rows += "<tr><td>a</td><td>b</td></tr>";
    }
    folder_.write("long.html", page_with("<table>" + rows + "</table>"));
    int asked = 0;
    const auto stop = [&] {
        if (++asked == 5) {
            throw domain::Cancelled();
        }
    };
    EXPECT_THROW(printer_->print(folder_ / "long.html", folder_ / "long.pdf", stop),
                 domain::Cancelled);
    EXPECT_TRUE(has_no_child());
    EXPECT_EQ(print(all_kinds), 1);
    printer_.reset();
    EXPECT_TRUE(has_no_child());
}

TEST_F(Printing, goes_on_beside_another_printer) {
    std::array<std::string, 2> failures;
    std::vector<std::thread> threads;
    printer_.reset();
    for (std::size_t number = 0; number < failures.size(); ++number) {
        folder_.write(fmt::format("{}.html", number), page_with(all_kinds));
        threads.emplace_back([&, number] {
            failures.at(number) = refusal([&] {
                PdfPrinter printer;
                for (int page = 0; page < 5; ++page) {
                    printer.print(folder_ / fmt::format("{}.html", number),
                                  folder_ / fmt::format("{}-{}.pdf", number, page), go_on);
                }
            });
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_THAT(failures, testing::Each(IsEmpty()));
    EXPECT_TRUE(folder_.read("0-0.pdf") == folder_.read("1-4.pdf"));
    EXPECT_TRUE(has_no_child());
}

}  // namespace

}  // namespace koppelkans::test
