// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include "text/utf8.h"
#include "webpage/page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  morgue::Record record;
  record.kind = morgue::Record::Kind::Html;
  record.where.dump = "folder/page.html";
  for (std::size_t i = 0; i < size; ++i) record.content += static_cast<char>(data[i]);
  std::vector<std::string> remarks;
  const auto result = morgue::webpage::extract_html(record, remarks);
  for (const std::string& remark : remarks) {
    if (!morgue::text::is_valid_utf8(remark)) std::abort();
  }
  if (const auto* article = std::get_if<morgue::Article>(&result)) {
    if (article->body.empty() || !morgue::text::is_valid_utf8(article->body)) std::abort();
  } else if (std::get<morgue::Reject>(result).reason.empty()) {
    std::abort();
  }
  return 0;
}
