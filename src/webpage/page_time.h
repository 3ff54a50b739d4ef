// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/timestamp.h"
#include "webpage/headline.h"
#include "webpage/linked_data.h"
#include "webpage/metadata.h"
#include "webpage/page_lines.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

struct PageDates {
  std::optional<Timestamp> published;
  DateOrigin origin = DateOrigin::None;
  std::optional<Timestamp> updated;
  std::string refused;          ///< what the page declares as the day of publication and cannot be one; else empty
  std::string refused_updated;  ///< the same of the last change
};

/// Where a page's dates are read from.
struct DateEvidence {
  const PageMarks& marks;
  const LinkedData& linked;
  const PageHints& hints;
  const PageHeadline& headline;
  PageLines& lines;
  std::string_view address;
  bool day_first = false;  ///< how `03/04/2017` is meant
};

/// The first sound date in the order of trust: JSON-LD, metas, marked elements near the headline, lines near the
/// headline, the page's address, the file's name. Impossible and future dates count as none.
PageDates find_page_dates(const DateEvidence& evidence);

/// Whether a site writes the day before the month, by its declared language (`en-US` does not) and its host.
bool writes_day_first(std::string_view declared_language, std::string_view host);

}  // namespace morgue::webpage
