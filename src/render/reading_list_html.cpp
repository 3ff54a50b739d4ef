// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/marks.h"
#include "render/reading_list.h"
#include "render/sanitise.h"
#include "render/web_address.h"

namespace morgue::render {
namespace {

// Nothing is loaded and nothing runs, whatever might slip through.
constexpr std::string_view kHead =
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";

constexpr std::string_view kStyle =
    "</title>\n<style>\n"
    "body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 serif; }\n"
    "article { border-top: 1px solid #999; padding-top: 1em; break-inside: avoid-page; }\n"
    "h2 { margin: 0; line-height: 1.25; }\n"
    ".by, .tags { color: #555; font-size: .9em; margin: .3em 0; }\n"
    ".note { border-left: 3px solid #999; padding-left: .8em; white-space: pre-line; }\n"
    "blockquote { margin: .6em 0; }\n"
    "</style>\n</head>\n<body>\n<h1>";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : sanitise(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Each line of the text, marked; a mark ends with its line.
std::vector<std::string> marked_lines(const Snippet& snippet) {
  std::vector<std::string> lines = {""};
  for_each_run(snippet, [&lines](std::string_view run, bool marked) {
    for (bool first = true;; first = false) {
      if (!first) lines.emplace_back();
      const std::string piece = escaped(run.substr(0, run.find('\n')));
      if (!piece.empty()) lines.back() += marked ? "<mark>" + piece + "</mark>" : piece;
      if (run.find('\n') == std::string_view::npos) break;
      run.remove_prefix(run.find('\n') + 1);
    }
  });
  return lines;
}

std::string one_line(const Snippet& snippet) {
  return marked_lines(sanitise_line(snippet)).front();
}

std::string paragraphs(const Snippet& snippet) {
  std::string out;
  for (const std::string& line : marked_lines(snippet)) {
    if (!line.empty()) out += "<p>" + line + "</p>\n";
  }
  return out;
}

class HtmlReadingList : public ReadingList {
 public:
  std::string begin(std::string_view query) override {
    const std::string title = "Reading list: " + escaped(sanitise_line(query));
    return std::string(kHead) + title + std::string(kStyle) + title + "</h1>\n";
  }

  std::string add(const ReadingItem& item) override {
    const StoredArticle& article = item.article;
    std::string out = "<article id=\"article-" + std::to_string(article.id) + "\" dir=\"auto\"";
    if (!article.language.empty()) out += " lang=\"" + escaped(sanitise_line(article.language)) + "\"";
    const std::string headline = article.headline.empty() ? "(no headline)" : one_line(item.headline);
    const bool linked = is_web_address(article.url);
    out += ">\n<h2>";
    if (linked) out += "<a rel=\"noreferrer\" href=\"" + escaped(uri_characters(article.url)) + "\">";
    out += headline + (linked ? "</a>" : "") + "</h2>\n";
    out += "<p class=\"by\">" + escaped(reading_byline(article)) + " (id " + std::to_string(article.id) + ")</p>\n";
    if (item.whole) {
      out += paragraphs(item.text);
    } else if (!item.text.text.empty()) {
      out += "<blockquote>" + one_line(item.text) + "</blockquote>\n";
    }
    if (!article.user_tags.empty()) {
      out += "<p class=\"tags\">Tags: ";
      for (const std::string& tag : article.user_tags) {
        out += (&tag == &article.user_tags.front() ? "" : ", ") + escaped(sanitise_line(tag));
      }
      out += "</p>\n";
    }
    if (!article.user_note.empty()) out += "<p class=\"note\">" + escaped(article.user_note) + "</p>\n";
    return out + "</article>\n";
  }

  std::string end() override { return "</body>\n</html>\n"; }
};

}  // namespace

std::unique_ptr<ReadingList> html_reading_list() {
  return std::make_unique<HtmlReadingList>();
}

}  // namespace morgue::render
