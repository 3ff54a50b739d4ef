// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "index/document.h"

namespace morgue::index {

/// A batch of neighbouring documents on its way into a segment. One object a thread, used for one batch after the
/// other.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;
  /// `number`: its place among the batches, from 0. Docids go up one by one from `first_docid` and from batch to batch.
  virtual void begin(std::size_t number, std::uint32_t first_docid) = 0;
  virtual void add_document(const Document& document) = 0;
  virtual void add_synonym(std::string_view term, std::string_view synonym) = 0;
  /// `terms`: what the numbers in the documents mean.
  virtual void finish(const TermTable& terms) = 0;
};

/// Writes the database of a segment, whatever is in it. Two implementations of the same contents: through Xapian's API,
/// and straight into the tables of the glass format. In this order: batches, by several threads; join(); the rest.
class SegmentWriter {
 public:
  virtual ~SegmentWriter() = default;

  /// How much is best written at once, after so many bytes of text.
  struct BatchLimits {
    std::size_t articles = 0;
    std::size_t text_bytes = 0;
  };
  [[nodiscard]] virtual BatchLimits batch_limits(std::size_t text_so_far) const = 0;
  virtual std::unique_ptr<BatchWriter> batch_writer() = 0;
  /// All batches are there.
  virtual void join() = 0;
  /// All terms, in order.
  virtual void for_each_term(const std::function<void(std::string_view)>& visit) = 0;
  /// An empty value is none.
  virtual void set_metadata(const std::string& key, std::string value) = 0;
  /// Everything is in the folder then, not yet synced. Throws Error.
  virtual void finish() = 0;
};

/// Small databases of a few hundred documents each (Xapian's in-memory inverter slows down as it grows), then
/// concatenated by compaction. The folder exists and is empty.
std::unique_ptr<SegmentWriter> make_api_writer(const std::filesystem::path& folder, unsigned jobs);

/// See glass_writer.cpp. `memory`: bytes to get along with, besides texts.
std::unique_ptr<SegmentWriter> make_glass_writer(const std::filesystem::path& folder, unsigned jobs,
                                                 std::size_t memory);

}  // namespace morgue::index
