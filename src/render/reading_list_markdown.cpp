// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/marks.h"
#include "render/reading_list.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/web_address.h"

namespace morgue::render {
namespace {

/// What means something wherever it stands.
constexpr std::string_view kSigns = "\\`*_[]<>&~|$#";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : sanitise_line(text)) {
    if (kSigns.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// A line of which the first sign must not make a list, a rule or a heading of it.
std::string plain_start(const std::string& line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  std::size_t at = begin;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  const bool numbered = at > begin && at < line.size() && (line[at] == '.' || line[at] == ')');
  const bool sign = at == begin && at < line.size() && std::string_view("-+=").find(line[at]) != std::string_view::npos;
  std::string out = line.substr(begin);
  if (numbered || sign) out.insert(at - begin, 1, '\\');
  return out;
}

/// Bold begins and ends at a letter, or it is none.
std::string bold(std::string_view run) {
  const std::size_t begin = run.find_first_not_of(' ');
  if (begin == std::string_view::npos) return std::string(run);
  const std::size_t end = run.find_last_not_of(' ') + 1;
  return std::string(run.substr(0, begin)) + "**" + escaped(run.substr(begin, end - begin)) + "**" +
         std::string(run.substr(end));
}

std::vector<std::string> marked_lines(const Snippet& snippet) {
  std::vector<std::string> lines = {""};
  for_each_run(snippet, [&lines](std::string_view run, bool marked) {
    for (bool first = true;; first = false) {
      if (!first) lines.emplace_back();
      const std::string_view piece = run.substr(0, run.find('\n'));
      lines.back() += marked ? bold(piece) : escaped(piece);
      if (run.find('\n') == std::string_view::npos) break;
      run.remove_prefix(run.find('\n') + 1);
    }
  });
  return lines;
}

std::string one_line(const Snippet& snippet) {
  return plain_start(marked_lines(sanitise_line(snippet)).front());
}

class MarkdownReadingList : public ReadingList {
 public:
  std::string begin(std::string_view query) override { return "# Reading list: " + escaped(query) + "\n"; }

  std::string add(const ReadingItem& item) override {
    const StoredArticle& article = item.article;
    const std::string headline = article.headline.empty() ? "(no headline)" : one_line(item.headline);
    std::string out = "\n## ";
    out += is_web_address(article.url) ? "[" + headline + "](<" + uri_characters(article.url) + ">)" : headline;
    out += "\n\n" + plain_start(escaped(reading_byline(article))) + " (id " + std::to_string(article.id) + ")\n";
    if (item.whole) {
      for (const std::string& line : marked_lines(item.text)) {
        if (!line.empty()) out += "\n" + plain_start(line) + "\n";
      }
    } else if (!item.text.text.empty()) {
      out += "\n> " + one_line(item.text) + "\n";
    }
    if (!article.user_tags.empty()) out += "\nTags: " + escaped(join(article.user_tags, ", ")) + "\n";
    if (!article.user_note.empty()) {
      out += "\nNote:\n";
      for (const std::string& line : marked_lines({article.user_note, {}})) {
        if (!line.empty()) out += "\n" + plain_start(line) + "\n";
      }
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<ReadingList> markdown_reading_list() {
  return std::make_unique<MarkdownReadingList>();
}

}  // namespace morgue::render
