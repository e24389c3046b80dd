#include "tests/io/report_scene.h"

#include <csignal>
#include <memory>
#include <utility>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

report::Table long_table(std::string name, std::vector<report::Column> columns, std::int64_t count,
                         const std::function<Row(std::int64_t)>& row) {
    const auto at = std::make_shared<std::int64_t>(0);
    report::Table made{name, std::move(name), std::move(columns), {}};
    made.next = [at, count, row](Row& cells) {
        if (*at == count) {
            return false;
        }
        cells = row((*at)++);
        return true;
    };
    return made;
}

report::Table table(std::string name, std::vector<report::Column> columns, std::vector<Row> rows) {
    const auto count = static_cast<std::int64_t>(rows.size());
    return long_table(
        std::move(name), std::move(columns), count,
        [rows = std::move(rows)](std::int64_t at) { return rows[static_cast<std::size_t>(at)]; });
}

report::Cell text(std::string value) {
    return report::Cell(std::move(value));
}

std::vector<std::string> hostile_texts() {
    return {"<script>alert('x')</script>",
            "\"quoted\", 'both' & more",
            "=1+1",
            "=HYPERLINK(\"http://example.org\")",
            "+31 6 12345678",
            "-1",
            "@SUM(A1)",
            "\t=1+1",
            "http://example.org",
            "0123",
            "1e5",
            "true",
            "2027-04-15",
            "מים וביוב \u202Ertl",
            "🌳🏗️ é",
            " blanks at both ends ",
            "one\ntwo\r\nthree\rfour",
            std::string("a\0b", 3),
            "\x1B[31mred\x07",
            "caf\xE9",
            "\xED\xA0\x80",
            "_x0041_ _x000D_",
            "]]> &amp; <!--",
            "",
            " ",
            std::string(10000, 'x')};
}

std::string refusal_with_files_up_to(std::uint64_t most_bytes, const std::function<void()>& write) {
    const TestFolder notes;
    const pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(::signal(SIGXFSZ, SIG_IGN));
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit before = limit;
        limit.rlim_cur = most_bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const std::string why = refusal(write);
        ::setrlimit(RLIMIT_FSIZE, &before);
        write_bytes(notes.file("said"), why);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? bytes_of(notes.file("said")) : "the child died";
}

}  // namespace koppelkans::test
