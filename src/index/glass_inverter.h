// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/byte_log.h"
#include "index/document.h"
#include "index/glass_run.h"

namespace morgue::index::glass {

/// Turns documents into runs. One object a thread.
///
/// Each document is written to a log at once, posting by posting, already in the bytes that the tables will hold; at
/// the same time the bytes of each term are counted. At the end the terms are sorted, the counts say where the bytes of
/// each begin, and one pass over the log deals every posting to its place. So no posting is ever compared with another,
/// and all memory is read and written in long sweeps, except for the places dealt to, one a term.
class Inverter {
 public:
  /// Throws Error{Internal} if the docid is not above the one before, or the document is longer than Xapian can say.
  void add(Docid docid, const Document& document);
  void add_synonym(std::string_view term, std::string_view synonym);
  /// Everything since the last call; `table` is the one that all documents used.
  Run finish(const TermTable& table);

 private:
  void log_posting(Docid docid, const Document& document, const Document::Term& term);
  void write_terms(const TermTable& table);
  void deal();

  std::vector<TermRecord> terms_;    ///< of this run so far, by number of the term
  std::vector<std::uint32_t> used_;  ///< terms of this run
  ByteLog log_;                      ///< term, size and bytes of the posting, size and bytes of the positions
  std::string entry_;
  std::map<std::uint32_t, std::string> values_;
  std::vector<std::pair<std::string, std::string>> synonyms_;
  Run run_;
};

}  // namespace morgue::index::glass
