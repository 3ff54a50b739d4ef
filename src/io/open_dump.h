// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "io/archive_stream.h"
#include "io/raw_file.h"
#include "io/walk.h"

namespace morgue::io {

/// What is found under all layers of compression: a plain dump or a container, one of the two.
struct Opened {
  std::unique_ptr<ByteSource> plain;
  std::unique_ptr<Container> container;
  bool compressed = false;
};

/// Peels compression off a source, as its bytes tell. `raw` is the outermost file; `seekable_from` is the same one if
/// `below` reads right from it, else null. Throws Error{Io} on damage, Error{Input} on compression without end.
Opened open_dump(std::unique_ptr<ByteSource> below, const RawFile& raw, RawFile* seekable_from, const std::string& name,
                 const WalkLimits& limits);

}  // namespace morgue::io
