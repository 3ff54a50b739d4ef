// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/error.h"
#include "io/byte_source.h"
#include "io/content_kind.h"
#include "io/expansion.h"

namespace morgue::io {

/// lseek(2) on the source given with it; empty where the source cannot seek.
using Seek = std::function<std::int64_t(std::int64_t offset, int whence)>;

/// The decompressed bytes of `below`, all members of it in a row. `name` is for messages.
std::unique_ptr<ByteSource> decompress(std::unique_ptr<ByteSource> below, ContentKind kind, const std::string& name,
                                       const Expansion& expansion);

/// A tar or zip, member by member, streaming. With `seek` a zip is read by its central directory.
class Container {
 public:
  Container(std::unique_ptr<ByteSource> below, Seek seek, ContentKind kind, const std::string& name,
            const Expansion& expansion);
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  struct Member {
    std::string path;              ///< as the container says, never to be used as a path
    std::optional<Error> problem;  ///< why it cannot be opened
  };
  /// The next regular file, or nothing at the end, also after a failure of read. Throws Error{Io} when the container
  /// is damaged.
  std::optional<Member> next();
  /// Bytes of the member last returned by next, valid until the next call of it.
  std::unique_ptr<ByteSource> open();

 private:
  class Stream;
  std::shared_ptr<Stream> stream_;
};

}  // namespace morgue::io
