// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "markup/tree.h"

namespace morgue::markup {

/// Fills a buffer, as io::ByteSource::read does: 0 at the end.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

struct XmlLimits {
  std::size_t record_bytes = 64U << 20U;
  int depth = 256;
};

/// Reads a whole XML document of any size record by record: the elements that `is_record` names become trees of their
/// own, everything around them is forgotten. In any charset, that of the bytes before the declared one. External
/// entities and DTDs are never loaded, internal entities never expand without end. Broken XML gives what it has, each
/// fault mended in the way it was most likely meant: a bare & is text, HTML's named characters are known, tags that are
/// not ended end with what they stand in, and reading always goes on. A prefix never declared stands for what feeds use
/// it for (dc, content, media ...), else it stays in the name.
class XmlRecords {
 public:
  /// Called at each opening tag that is not inside a record: its local name, namespace and depth (root: 0).
  using IsRecord = std::function<bool(std::string_view name, std::string_view space, int depth)>;

  XmlRecords(ReadBytes read, IsRecord is_record, XmlLimits limits = {});
  ~XmlRecords();
  XmlRecords(const XmlRecords&) = delete;
  XmlRecords& operator=(const XmlRecords&) = delete;

  /// The next record, nothing at the end. The tree's root is the record's element.
  std::optional<Tree> next();
  /// First error of the document so far, with its line; empty: well-formed as far as read.
  [[nodiscard]] const std::string& error() const;
  /// Of the record last given: byte offset of its tag (in a UTF-8 rendering of the document if it is not UTF-8, and
  /// never beyond what was read), and whether it was larger than the limit and lacks its rest.
  [[nodiscard]] std::int64_t offset() const;
  [[nodiscard]] bool cut() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A document in memory as one tree; broken XML gives what it has, with the error in `error` when given.
Tree parse_xml(std::string_view bytes, std::string* error = nullptr, const XmlLimits& limits = {});

}  // namespace morgue::markup
