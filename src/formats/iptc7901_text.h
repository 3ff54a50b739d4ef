// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

/// The text of an IPTC 7901 message: a head that ends with `=`, paragraphs, and what is not for publication.
struct Iptc7901Text {
  std::string headline;  ///< without `1ST LEAD`, `EXTRA` and the like
  std::string byline;    ///< as it stands, `By Jane Doe, agency`
  std::vector<std::string> paragraphs;
};

Iptc7901Text read_iptc7901_text(std::string_view text, std::string_view source);

}  // namespace morgue::formats
