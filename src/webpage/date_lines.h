// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "core/timestamp.h"
#include "text/date_find.h"

namespace morgue::webpage {

/// A date in a line of a page, with what the line says it is.
struct LabelledDate {
  Timestamp when;
  bool is_update = false;       ///< `Updated`, `Aktualisiert`, `Mis à jour`
  bool is_publication = false;  ///< `Published`, `Veröffentlicht`, `Publicado`
  std::size_t other_bytes = 0;  ///< bytes of the line that belong to no date
};

/// The date of a line that `plausible` accepts: of several the one that is labelled as publication, else the first that
/// is not labelled as an update, else the first.
std::optional<LabelledDate> date_of_line(std::string_view line, bool day_first,
                                         const std::function<bool(const Timestamp&)>& plausible);

}  // namespace morgue::webpage
