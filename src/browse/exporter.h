// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "browse/answer.h"
#include "browse/archive_view.h"

namespace morgue::browse {

/// The matches of a query to be written to a file.
struct ExportOrder {
  std::shared_ptr<const query::Node> query;
  std::string path;
  bool replace = false;  ///< a file that is there
};

/// The export format that the end of a file name means: .jsonl, .csv, .ris, .bib, .json (CSL-JSON). Empty: none.
std::string format_of(const std::string& path);

/// Writes exports in a thread, one at a time, while everything else goes on. What is not complete when it is destroyed
/// is not written at all.
class Exporter {
 public:
  Exporter(Access access, Emit emit) : access_(std::move(access)), emit_(std::move(emit)) {}

  /// False: another one is being written.
  bool start(const ExportOrder& order);

 private:
  void run(const std::stop_token& stop, const ExportOrder& order);

  Access access_;
  Emit emit_;
  std::atomic<bool> busy_{false};
  std::jthread thread_;
};

}  // namespace morgue::browse
