// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/batch_input.h"
#include "cli/output.h"
#include "io/growing_file.h"

namespace morgue::cli {

struct BatchAnswer {
  std::int64_t total = 0;
  std::string oldest;  ///< publication, as precise as known
  std::string newest;
  std::string error;  ///< empty: it was answered
  double took_ms = 0;
};

/// The answers as CSV, each written as it comes, to standard output or to a file that a killed run left unfinished.
class BatchOutput {
 public:
  /// To standard output.
  explicit BatchOutput(Output& out);
  /// To a file; `resume`: which may hold answers already. Throws Error{Usage} when it holds something else.
  BatchOutput(const std::string& path, bool resume);

  /// Whether the next query was answered already, and how. Throws Error{Usage} when the file has the answer to another
  /// query in this place.
  std::optional<BatchAnswer> known(const BatchQuery& query);
  void add(const BatchQuery& query, const BatchAnswer& answer);
  /// False when nobody reads any more.
  [[nodiscard]] bool wanted() const;
  void finish();

 private:
  void read_answers();
  void write(const std::string& text);

  Output* out_ = nullptr;
  std::string path_;
  std::unique_ptr<io::GrowingFile> file_;
  std::vector<std::vector<std::string>> answered_;
  std::size_t passed_ = 0;  ///< of those
};

}  // namespace morgue::cli
