#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/io/pdf_printer.h"
#include "tests/io/printing_scene.h"
#include "tests/tools/scratch_folder.h"

// What PdfPrinter makes of an interpreter that is not as it should be.

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::PdfPrinter;
using io::PdfPrinterSettings;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using tools::ScratchFolder;

/// Shell scripts in the place of Python: `$1 $2` are `-c` and the program.
class FalsePython : public testing::Test {
  protected:
    std::string python(const std::string& name, const std::string& text) {
        folder_.write(name, "#!/bin/sh\n" + text);
        fs::permissions(folder_ / name, fs::perms::owner_all);
        return folder_ / name;
    }
    static PdfPrinterSettings settings(const std::vector<std::string>& interpreters) {
        PdfPrinterSettings settings;
        settings.interpreters = interpreters;
        settings.start_limit = seconds(20);
        return settings;
    }
    std::string refusal_of(const std::vector<std::string>& interpreters) {
        return refusal([&] { PdfPrinter(go_on, settings(interpreters)); });
    }
    std::string refusal_to_print(const std::string& interpreter) {
        PdfPrinter printer(go_on, settings({interpreter}));
        return refusal([&] { printer.print("a.html", "a.pdf", go_on); });
    }

    ScratchFolder folder_;
};

TEST_F(FalsePython, without_the_module_is_told_of_with_what_to_do) {
    const std::string bare = python(
        "bare", "echo \"missing: ModuleNotFoundError: No module named 'weasyprint'\"; exit 3");
    const char* const not_found =
        "PDF needs WeasyPrint, which Python cannot find; install it (Debian: apt install "
        "weasyprint), or leave pdf out of --format";
    EXPECT_EQ(refusal_of({bare}), not_found);
    EXPECT_EQ(refusal_of({folder_ / "none", "no-such-python"}), not_found);
    EXPECT_EQ(refusal_of({bare, python("broken", "echo 'missing: OSError: no pango'"),
                          python("worse", "exit 1")}),
              "PDF needs WeasyPrint, which does not start (OSError: no pango); install it (Debian: "
              "apt install weasyprint), or leave pdf out of --format");
    EXPECT_THAT(refusal_of({python("mad", "echo 'Segmentation\nfault' >&2; exit 4")}),
                HasSubstr("/mad ended with code 4: Segmentation fault)"));
    EXPECT_EQ(
        PdfPrinter(go_on, settings({bare, python("good", "echo ready 99; read a")})).version(),
        "99");
    EXPECT_TRUE(has_no_child());
}

TEST_F(FalsePython, that_is_real_but_lacks_the_module_says_so) {
    const std::string isolated = python("isolated", "exec python3 -S -E \"$@\"");
    EXPECT_THAT(refusal_of({isolated}), HasSubstr("which Python cannot find"));
}

TEST_F(FalsePython, that_dies_is_told_of_and_started_again) {
    const std::string dies = python("dies",
                                    "echo ready 1; read a; [ \"$a\" ] || exit 0; printf "
                                    "'1\\n2\\n3\\nlast words\\n' >&2; exit 5");
    EXPECT_EQ(refusal_to_print(dies),
              "cannot print a.html as PDF: WeasyPrint ended with code 5: 2 3 last words");
    EXPECT_EQ(refusal_to_print(python("killed", "echo ready 1; read a; kill -KILL $$")),
              "cannot print a.html as PDF: WeasyPrint was killed by signal 9 (Killed)");
    const std::string once =
        python("once", "echo ready 1; read a; echo '{\"ok\":true,\"pages\":7}'");
    PdfPrinter printer(go_on, settings({once}));
    EXPECT_EQ(printer.print("a.html", "a.pdf", go_on), 7);
    EXPECT_THAT(refusal([&] { printer.print("a.html", "a.pdf", go_on); }), HasSubstr("ended with"));
    EXPECT_EQ(printer.print("a.html", "a.pdf", go_on), 7);
}

TEST_F(FalsePython, that_talks_nonsense_is_told_of) {
    for (const char* const nonsense : {"hello", "[]", "{}", "{\"ok\":1}", "{\"ok\":true}", ""}) {
        EXPECT_EQ(
            refusal_to_print(python(
                "nonsense", fmt::format("echo ready 1; read a; echo '{}'; read b", nonsense))),
            "cannot print a.html as PDF: WeasyPrint gave no answer that is known")
            << nonsense;
    }
    EXPECT_TRUE(has_no_child());
}

TEST_F(FalsePython, that_hangs_is_killed) {
    const std::string hangs = python("hangs", "echo ready 1; read a; exec sleep 1000");
    PdfPrinterSettings impatient = settings({hangs});
    impatient.print_limit = milliseconds(100);
    PdfPrinter printer(go_on, impatient);
    EXPECT_EQ(refusal([&] { printer.print("a.html", "a.pdf", go_on); }),
              "cannot print a.html as PDF: WeasyPrint was not done after 0.1 s");
    EXPECT_TRUE(has_no_child());
    PdfPrinterSettings hurried = settings({python("mute", "exec sleep 1000")});
    hurried.start_limit = milliseconds(100);
    EXPECT_THAT(refusal([&] { PdfPrinter(go_on, hurried); }), HasSubstr("/mute says nothing"));
    EXPECT_TRUE(has_no_child());
}

TEST_F(FalsePython, that_hangs_is_killed_when_the_user_stops) {
    const std::string hangs = python("hangs", "echo ready 1; read a; exec sleep 1000");
    PdfPrinter printer(go_on, settings({hangs}));
    const auto start = std::chrono::steady_clock::now();
    int asked = 0;
    const auto stop = [&] {
        if (++asked == 4) {
            throw domain::Cancelled();
        }
    };
    EXPECT_THROW(printer.print("a.html", "a.pdf", stop), domain::Cancelled);
    EXPECT_TRUE(has_no_child());
    // Three waits of 50 ms, with room for a busy machine.
    EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(10));
    const auto at_once = [] { throw domain::Cancelled(); };
    EXPECT_THROW(PdfPrinter(at_once, settings({python("mute", "exec sleep 1000")})),
                 domain::Cancelled);
    EXPECT_TRUE(has_no_child());
}

TEST_F(FalsePython, that_does_not_go_when_it_should_is_killed) {
    { PdfPrinter(go_on, settings({python("stays", "echo ready 1; exec sleep 1000")})); }
    EXPECT_TRUE(has_no_child());
}

}  // namespace

}  // namespace koppelkans::test
