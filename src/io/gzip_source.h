// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "io/byte_source.h"
#include "io/expansion.h"

namespace morgue::io {

/// Decompresses gzip, all members in a row, their checksums checked. Every byte in front of a damaged place is given
/// before the error. Zeros behind the last member are padding, anything else there is damage. `name` is for messages.
std::unique_ptr<ByteSource> open_gzip(std::unique_ptr<ByteSource> below, const std::string& name,
                                      const Expansion& expansion);

}  // namespace morgue::io
