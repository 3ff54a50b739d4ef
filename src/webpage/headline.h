// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "webpage/linked_data.h"
#include "webpage/outlet.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

constexpr std::size_t kLongestHeadline = 600;

struct PageHeadline {
  std::string text;
  const MarkedNode* node = nullptr;  ///< where the page prints it; null when nowhere
};

/// The headline as the page prints it, without the outlet's name: the text that most of JSON-LD, the metas, <h1> and
/// <title> agree on.
PageHeadline choose_headline(const PageMarks& marks, const LinkedData& linked, const Outlet& outlet);

}  // namespace morgue::webpage
