// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::io {

enum class ContentKind : std::uint8_t { Plain, Gzip, Zstd, Bzip2, Xz, Tar, Zip };

/// As many first bytes as content_kind wants to see (one tar header).
inline constexpr std::size_t kContentHead = 512;

/// What the first bytes are, by signatures strong enough that no text is taken for a container. Plain: anything else.
ContentKind content_kind(std::string_view head);
/// Whether zstd data begin with a dictionary, as in web archives, or name one that they need.
bool needs_dictionary(std::string_view head);
bool is_compression(ContentKind kind);
bool is_container(ContentKind kind);
/// Whether a whole compressed file (of less than kContentHead bytes) is sound and holds nothing. For files of which
/// libarchive could decompress nothing (so not for gzip): to tell the empty from the damaged.
bool is_empty_stream(ContentKind kind, std::string_view file);

}  // namespace morgue::io
