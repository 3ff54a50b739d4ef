// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/content_hash.h"

#include <xxhash.h>

#include <cstdint>
#include <memory>
#include <new>

namespace morgue::catalog {
namespace {

struct FreeState {
  void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

std::array<unsigned char, 8> little_endian(std::uint64_t value) {
  std::array<unsigned char, 8> bytes{};
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(value & 0xFFU);
    value >>= 8U;
  }
  return bytes;
}

}  // namespace

ContentHash content_hash(std::initializer_list<std::string_view> parts) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (!state || XXH3_128bits_reset(state.get()) != XXH_OK) throw std::bad_alloc();
  for (const std::string_view part : parts) {
    const auto length = little_endian(part.size());
    XXH3_128bits_update(state.get(), length.data(), length.size());
    if (!part.empty()) XXH3_128bits_update(state.get(), part.data(), part.size());
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  ContentHash hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = std::byte{canonical.digest[i]};
  return hash;
}

ContentHash text_hash(const Article& article) {
  return content_hash({article.headline, article.summary, article.body});
}

std::string identity_key(const Article& article) {
  if (!article.key.empty()) return article.key;
  const std::string published = article.published ? article.published->to_string() : std::string();
  std::string key = "xxh128:";
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const std::byte byte : content_hash({article.headline, published, article.body})) {
    const auto value = std::to_integer<unsigned>(byte);
    key += kDigits[value >> 4U];
    key += kDigits[value & 0xFU];
  }
  return key;
}

}  // namespace morgue::catalog
