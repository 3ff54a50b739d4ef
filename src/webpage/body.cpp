// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body.h"

#include <utility>
#include <vector>

#include "markup/html.h"
#include "text/normalise.h"
#include "webpage/block_context.h"
#include "webpage/body_clean.h"
#include "webpage/body_lead.h"
#include "webpage/body_range.h"
#include "webpage/page_blocks.h"
#include "webpage/script_text.h"

namespace morgue::webpage {
namespace {

void add_paragraph(std::string& body, const std::string& text) {
  if (text.empty()) return;
  if (!body.empty()) body += "\n\n";
  body += text;
}

/// The article as the page shows it.
PageText shown_text(const PageBlocks& blocks, const Metadata& metadata) {
  const BlockContext context = read_context(blocks);
  const auto kept = clean_body(blocks, context, find_body_elements(blocks, context, metadata), metadata);
  PageText out;
  for (const std::uint32_t block : kept) add_paragraph(out.body, block_text(blocks.blocks[block]));
  if (kept.empty()) return out;
  for (const std::uint32_t block : find_lead(blocks, context, kept.front(), metadata)) {
    add_paragraph(out.lead, block_text(blocks.blocks[block]));
  }
  return out;
}

/// The article that scripts of the page would show.
std::string scripted_body(const markup::Tree& page, const Metadata& metadata) {
  const ScriptText found = find_script_text(page);
  std::string best;
  for (const std::string& html : found.html) {
    const markup::Tree shown = markup::parse_html(html);
    std::string body = shown_text(split_into_blocks(shown), metadata).body;
    if (body.size() > best.size()) best = std::move(body);
  }
  if (!best.empty()) return best;
  for (const std::string& paragraph : found.paragraphs) add_paragraph(best, text::clean_line(paragraph));
  return best;
}

}  // namespace

PageText find_text(const markup::Tree& page, const PageBlocks& blocks, const Metadata& metadata) {
  constexpr std::size_t kShort = 400;  // bytes: a caption, a consent notice, the opening that a wall leaves
  constexpr std::size_t kFarMore = 3;  // times
  PageText shown = shown_text(blocks, metadata);
  const std::size_t bytes = shown.body.size();
  if (bytes >= kShort) return shown;
  if (metadata.body.size() > kShort && metadata.body.size() > kFarMore * bytes) {
    shown.body = metadata.body;
    return shown;
  }
  std::string scripted = scripted_body(page, metadata);
  if (scripted.size() > kShort && scripted.size() > kFarMore * bytes) shown.body = std::move(scripted);
  return shown;
}

std::string find_body(const markup::Tree& page, const PageBlocks& blocks, const Metadata& metadata) {
  return find_text(page, blocks, metadata).body;
}

}  // namespace morgue::webpage
