// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/open_dump.h"

#include <cstdio>
#include <utility>

#include "io/head_source.h"

namespace morgue::io {

Opened open_dump(std::unique_ptr<ByteSource> below, const RawFile& raw, RawFile* seekable_from, const std::string& name,
                 const WalkLimits& limits) {
  const Expansion expansion(raw, limits.expansion_ratio, name);
  std::unique_ptr<ByteSource> bytes = std::move(below);
  for (int layers = 0;; ++layers) {
    auto source = std::make_unique<HeadSource>(std::move(bytes));
    const ContentKind kind = content_kind(source->head());
    if (is_compression(kind)) {
      // There are files that decompress to themselves.
      if (layers == limits.nesting) {
        throw Error(ErrorCode::Input, name + ": compressed more than " + std::to_string(limits.nesting) + " times over",
                    "decompress it by hand if you trust it");
      }
      if (needs_dictionary(source->head())) {
        throw Error(ErrorCode::Input, name + ": is compressed with a zstd dictionary, which cannot be read",
                    "decompress it with the tool that wrote it (zstd -D), and pack it again without a dictionary");
      }
      bytes = decompress(std::move(source), kind, name, expansion);
      continue;
    }
    if (!is_container(kind)) return {std::move(source), nullptr, layers > 0};
    Seek seek;
    if (seekable_from != nullptr && seekable_from->seekable() && layers == 0) {
      seek = [seekable_from, head = source.get()](std::int64_t offset, int whence) {
        // The position libarchive knows is that behind the head; only an absolute one means the same to both.
        if (whence == SEEK_CUR) return std::int64_t{-1};
        head->drop_head();
        return seekable_from->seek(offset, whence);
      };
    }
    return {nullptr, std::make_unique<Container>(std::move(source), std::move(seek), kind, name, expansion),
            layers > 0};
  }
}

}  // namespace morgue::io
