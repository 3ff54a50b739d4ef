// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/snippet.h"
#include "render/results.h"

namespace morgue::render {

/// How a run of text looks on a terminal with colours.
enum class Look { Plain, Bold, Dim, Heading, HeadingHit, Removed, Added };

/// Turns looks into escape sequences, or into nothing where there is no colour. Takes sanitised text only.
class Painter {
 public:
  explicit Painter(const TextStyle& style) : colour_(style.colour), links_(style.links) {}

  [[nodiscard]] std::string paint(std::string_view text, Look look) const;
  /// One line: its marks in `hit`, the rest in `base`.
  [[nodiscard]] std::string paint(const Snippet& line, Look base, Look hit) const;
  /// An OSC 8 link around painted text, if wanted and the address is one of the web. Parts of one link on several lines
  /// share an `id`.
  [[nodiscard]] std::string link(const std::string& painted, std::string_view url, std::string_view id) const;
  /// Where marks cannot be shown in bold they become `<<` `>>`; done before wrapping, as they take columns.
  [[nodiscard]] Snippet prepare(const Snippet& snippet) const;

 private:
  bool colour_;
  bool links_;
};

}  // namespace morgue::render
