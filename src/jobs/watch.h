// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "archive/reader.h"
#include "archive/watch.h"
#include "core/timestamp.h"

namespace morgue::jobs {

/// Deliveries in a row that fail before somebody should look: the next run may well do better.
inline constexpr std::int64_t kWorrying = 3;

/// What became of a report that was offered.
struct Delivery {
  enum class End : std::uint8_t {
    Delivered,  ///< it will not come again
    Kept,       ///< nobody wanted it now; what is in it will be in the next one
    Failed,     ///< the same, and that is to be written down
  };
  End end = End::Kept;
  std::string problem;  ///< why it failed
};

/// Hands a report over. The reader is the snapshot it was made of.
using Deliver = std::function<Delivery(const archive::WatchReport&, archive::Reader&)>;

struct WatchOptions {
  std::function<bool(const catalog::SavedSearch&)> wanted;  ///< asked of all saved searches
  bool from_start = false;                                  ///< as if nothing had been reported
  bool dry_run = false;                                     ///< write nothing down, whatever became of the reports
  double wait_seconds = 0;                                  ///< for others who make reports, and then for the writer
  Day today;                                                ///< what relative dates count from
  std::string command;                                      ///< for the locks
  /// Where given, called once when all reports were offered, and before any is written down as delivered: false when
  /// they were not after all.
  std::function<bool()> before_settling;
};

struct WatchOutcome {
  archive::WatchReport report;
  Delivery delivery;
};

/// Makes the reports of saved searches, by name. Those with nothing to say are not delivered. What was reported is
/// written down only after the delivery, in one transaction for each report: a kill in between repeats that report,
/// under the same number. One that cannot be made (its query asks for a search that is gone) is a failure, and the
/// others are made all the same. Throws Error{Locked} when somebody else makes reports, or a writer keeps at it for
/// longer than is waited.
std::vector<WatchOutcome> watch(const archive::Layout& layout, const WatchOptions& options, const Deliver& deliver);

struct WatchStart {
  std::int64_t matches = 0;  ///< how many articles it finds
  bool was_watched = false;
};

/// From now on a saved search is watched; what it finds at this moment counts as reported. One that is watched already
/// gets the command and stays as it is.
WatchStart start_watching(const archive::Layout& layout, const std::string& name, const std::string& command,
                          const WatchOptions& options);

}  // namespace morgue::jobs
