// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace morgue::io {

/// The Io error for compressed data or containers that cannot be read to their end.
inline Error damage_error(const std::string& name, std::string_view what) {
  return {ErrorCode::Io, name + ": " + std::string(what),
          "copy or download the file again; all records before the damage were read, and a repeated run takes up the "
          "rest"};
}

}  // namespace morgue::io
