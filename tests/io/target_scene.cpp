#include "tests/io/target_scene.h"

#include <stdexcept>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/io/result_file_sqlite.h"

namespace koppelkans::test {

void make_geopackage(const std::string& path, const std::string& value) {
    write_bytes(path, "");
    io::SqliteConnection file(path, io::SqliteMode::read_write, 0);
    ASSERT_TRUE(
        file.run("PRAGMA application_id = 0x47504B47; CREATE TABLE t (v TEXT); "
                 "INSERT INTO t VALUES ('" +
                 value + "')"))
        << file.message();
}

std::vector<std::string> value_in(const std::string& path) {
    return rows_of(path, "SELECT v FROM t");
}

std::string refused(const std::string& path, io::Overwrite overwrite) {
    return refusal([&] { io::check_target(path, overwrite); });
}

Child::Child(const std::function<void()>& work) {
    int ready[2] = {-1, -1};
    if (::pipe(ready) != 0) {
        throw std::runtime_error("no pipe");
    }
    process_ = ::fork();
    if (process_ == 0) {
        work();
        const bool told = ::write(ready[1], "x", 1) == 1;
        while (told) {
            ::pause();
        }
        ::_exit(1);
    }
    ::close(ready[1]);
    char byte = 0;
    is_ready_ = ::read(ready[0], &byte, 1) == 1;
    ::close(ready[0]);
}

void Child::end() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    process_ = 0;
}

void place(io::Target& target) {
    target.make_ready();
    target.replace();
    target.settle();
}

pid_t a_dead_process() {
    Child child([] {});
    const pid_t process = child.process();
    child.end();
    return process;
}

}  // namespace koppelkans::test
