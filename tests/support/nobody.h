#pragma once

#include <sys/fsuid.h>
#include <unistd.h>

namespace koppelkans::test {

/// The rights of files bind the thread that holds this, also where root runs the tests, whom they
/// do not bind.
class Nobody {
  public:
    Nobody() {
        constexpr uid_t nobody = 65534;
        if (::geteuid() == 0) {
            ::setfsuid(nobody);
        }
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;
    ~Nobody() { ::setfsuid(::geteuid()); }
};

}  // namespace koppelkans::test
