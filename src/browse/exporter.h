// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "browse/answer.h"
#include "browse/archive_view.h"
#include "render/export.h"

namespace morgue::browse {

/// The matches of a query to be written to a file.
struct ExportOrder {
  std::shared_ptr<const query::Node> query;
  std::string path;
  bool replace = false;  ///< a file that is there
};

/// The export format that the end of a file name means: .jsonl, .csv, .ris, .bib, .json (CSL-JSON), .md and .html (a
/// reading list). Empty: none.
std::string format_of(const std::string& path);
/// The endings that mean a format, to be shown.
std::string export_endings();

/// Makes what writes the matches of a query in a format.
using MakeWriter =
    std::function<std::unique_ptr<render::ExportWriter>(const std::string& format, const query::Node& query)>;

/// Writes exports in a thread, one at a time, while everything else goes on. What is not complete when it is destroyed
/// is not written at all.
class Exporter {
 public:
  Exporter(Access access, MakeWriter make_writer, Emit emit)
      : access_(std::move(access)), make_writer_(std::move(make_writer)), emit_(std::move(emit)) {}

  /// False: another one is being written.
  bool start(const ExportOrder& order);

 private:
  void run(const std::stop_token& stop, const ExportOrder& order);
  std::int64_t write(archive::Reader& reader, const ExportOrder& order, const std::stop_token& stop) const;

  Access access_;
  MakeWriter make_writer_;
  Emit emit_;
  std::atomic<bool> busy_{false};
  std::jthread thread_;
};

}  // namespace morgue::browse
