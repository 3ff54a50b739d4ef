// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markup/xml_tokens.h"

namespace morgue::markup {

/// The namespaces declared by the open elements.
class XmlNamespaces {
 public:
  static bool declares(std::string_view attribute) { return attribute == "xmlns" || attribute.starts_with("xmlns:"); }

  void enter(const std::vector<XmlTokens::Value>& attributes);
  void leave();

  struct Name {
    std::string_view local;
    std::string_view space;
    bool known = true;  ///< false: the prefix was never declared
  };
  /// An undeclared prefix stands for what feeds mean by it; else `local` keeps it, as does an attribute.
  [[nodiscard]] Name resolve(std::string_view written) const;

 private:
  struct Declared {
    std::string prefix;
    std::string uri;
  };
  std::vector<Declared> declared_;
  std::vector<std::size_t> entered_;
};

}  // namespace morgue::markup
