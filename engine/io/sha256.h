#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // EVP_MD_CTX of OpenSSL

namespace koppelkans::io {

/// SHA-256 of bytes that come in parts.
class Sha256 {
  public:
    /// Throws domain::InputError where OpenSSL has none.
    Sha256();
    void add(std::string_view bytes);
    /// As 64 lower-case hex digits; nothing can be added after that.
    std::string hex();

  private:
    std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> context_;
};

}  // namespace koppelkans::io
