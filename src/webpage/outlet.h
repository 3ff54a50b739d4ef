// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "webpage/linked_data.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

/// Who publishes the page, by all the names it goes by.
class Outlet {
 public:
  Outlet(const PageMarks& marks, const LinkedData& linked, std::string_view address);

  /// The name to show; the host without one; empty when nothing is known.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& host() const { return host_; }
  /// Whether a text is one of the outlet's names, or its host.
  [[nodiscard]] bool is_named(std::string_view text) const;
  /// A page's title without the outlet's name at its end or beginning.
  [[nodiscard]] std::string without_name(std::string_view title) const;

 private:
  std::string name_;
  std::string host_;
  std::vector<std::string> keys_;
};

/// A text by its letters and digits alone: what is left when case, accents, blanks, quotes and dashes are no
/// difference.
std::string letters_of(std::string_view text);

}  // namespace morgue::webpage
