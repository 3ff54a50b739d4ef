// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "archive/companions.h"
#include "archive/intake_options.h"
#include "archive/joined_files.h"
#include "core/error.h"
#include "core/record.h"
#include "formats/format.h"
#include "formats/reader.h"
#include "io/buffered_input.h"
#include "io/walk.h"

namespace morgue::archive {

/// Files -> records, in order: walks, decompresses, detects formats and reads. The half of the intake that cannot be
/// shared among threads; nothing is interpreted yet. One object, one thread.
class DumpFeed {
 public:
  explicit DumpFeed(const IntakeOptions& options);
  DumpFeed(const DumpFeed&) = delete;
  DumpFeed& operator=(const DumpFeed&) = delete;

  using What = std::variant<Record, Reject, PassedOver, Skipped, Unreadable>;
  struct Item {
    What what;
    formats::Format format = formats::Format::Text;  ///< of its dump
    IntakePlace place;                               ///< where it ends
    io::RawProgress progress;
  };
  /// Nothing at the end.
  std::optional<Item> next();

 private:
  /// What there is to say about the next dump before its first record, if anything.
  std::optional<What> open_next();
  std::optional<What> open(io::Entry found);
  /// Nothing when the dump has come to its end.
  std::optional<What> read();
  /// A dump that breaks off in the middle gives a Reject that says so.
  template <typename Step>
  std::optional<What> or_broken_off(const Step& step);
  Reject broken_off(const Error& error);
  [[nodiscard]] const IntakeFile* given() const;
  void shift(Location& where) const;
  bool lies_aside(formats::Format format, std::string_view head);
  [[nodiscard]] Error unknown(std::string_view head) const;
  [[nodiscard]] IntakePlace place() const;

  std::optional<formats::Format> forced_;
  std::string records_name_;
  std::vector<IntakeFile> files_;
  JoinedFiles joined_files_;
  io::Walker walker_;
  Companions companions_;
  bool ended_ = false;
  // The reader refers to the input, and the input to the entry's bytes.
  std::optional<io::Entry> entry_;
  std::optional<io::BufferedInput> input_;
  std::unique_ptr<formats::RecordReader> reader_;
  bool decoded_ = false;  ///< the reader's offsets are not those of the file
  formats::Format format_ = formats::Format::Text;
  std::int64_t records_of_dump_ = 0;
  IntakeFile base_;  ///< where the dump was begun
};

}  // namespace morgue::archive
