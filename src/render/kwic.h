// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/occurrence.h"
#include "render/results.h"

namespace morgue::render {

/// Writes a concordance one line after the other, so that any number of them takes the memory of a page.
class KwicWriter {
 public:
  virtual ~KwicWriter() = default;
  KwicWriter(const KwicWriter&) = delete;
  KwicWriter& operator=(const KwicWriter&) = delete;

  /// What stands before the lines, also when there are none.
  virtual std::string begin() { return {}; }
  /// May hold lines back.
  virtual std::string add(const Occurrence& occurrence) = 0;
  virtual std::string end() { return {}; }

 protected:
  KwicWriter() = default;
};

/// Columns of context.
struct KwicWidth {
  std::size_t side = 40;  ///< to the left
  std::size_t line = 0;   ///< what is behind the match ends where the line is so long; 0: it is as long as it came
};
/// The columns of context that fit on each side of a line of `columns`, when ids have up to six digits and matches are
/// of usual length.
KwicWidth fit_kwic(std::size_t columns);

/// Matches stand one below the other.
std::unique_ptr<KwicWriter> kwic_text(const TextStyle& style, const KwicWidth& width);
/// `id,date,source,headline,left,match,right` with a header row.
std::unique_ptr<KwicWriter> kwic_csv(char separator);
/// Objects with these members: an array of them, or one a line.
std::unique_ptr<KwicWriter> kwic_json();
std::unique_ptr<KwicWriter> kwic_jsonl();

}  // namespace morgue::render
