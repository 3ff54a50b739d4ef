// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "formats/reader.h"

namespace morgue::formats {

/// Whether a dump of this format that begins so is in UTF-16 or UTF-32 and has to be decoded before its reader sees it
/// (spreadsheets export "Unicode text" like that). Markup and plain text find out for themselves.
bool is_decoded_first(Format format, std::string_view head);

/// Reads such a dump. The offsets of its records count bytes of UTF-8 and are only near to those of the file.
std::unique_ptr<RecordReader> open_wide(Format format, ReaderInput input);

}  // namespace morgue::formats
