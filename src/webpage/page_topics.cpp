// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_topics.h"

#include <algorithm>

#include "text/normalise.h"
#include "webpage/plain_text.h"
#include "webpage/shown_tags.h"
#include "webpage/topic_list.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

TopicList from_metas(const PageMarks& marks, const Outlet& outlet, std::initializer_list<View> names) {
  TopicList topics(outlet);
  for (const std::string& value : marks.contents(names)) topics.add_list(value);
  return topics;
}

TopicList from_linked(const LinkedData& linked, const Outlet& outlet) {
  TopicList topics(outlet);
  // A list's elements are whole; a lone value is a list in itself.
  const bool list = linked.keywords.size() > 1;
  for (const std::string& keyword : linked.keywords) {
    if (list && keyword.find(',') == std::string::npos) {
      topics.add(keyword);
    } else {
      topics.add_list(keyword);
    }
  }
  return topics;
}

/// Topics of the same page that several places declare agree; a list of its own is the site's, not the article's.
bool agree(const TopicList& a, const TopicList& b) {
  const std::size_t shared = a.shared_with(b);
  return shared > 0 && shared * 2 >= std::min(a.size(), b.size());
}

/// Headline and running text in lower case, made when somebody asks.
class ArticleText {
 public:
  ArticleText(PageLines& lines, const PageHeadline& headline, std::string_view declared)
      : lines_(lines), headline_(headline), declared_(declared) {}
  const std::string& lower() {
    constexpr std::size_t kEnough = 600;
    if (lower_.empty()) {
      const bool declared = declared_.size() >= kEnough;
      lower_ = ascii_lower(headline_.text + '\n' + (declared ? std::string(declared_) : lines_.article_text()));
    }
    return lower_;
  }

 private:
  PageLines& lines_;
  const PageHeadline& headline_;
  std::string_view declared_;  ///< articleBody of JSON-LD
  std::string lower_;
};

/// Keywords that a site puts on every page: none of them is in this one.
bool is_foreign(const TopicList& topics, ArticleText& text) {
  constexpr std::size_t kFewest = 10;
  return topics.size() >= kFewest && topics.mentioned_in(text.lower()) * 5 < topics.size();
}

}  // namespace

std::vector<std::string> find_page_topics(const PageMarks& marks, const LinkedData& linked, const Outlet& outlet,
                                          PageLines& lines, const PageHeadline& headline) {
  TopicList in_linked = from_linked(linked, outlet);
  TopicList tags = from_metas(marks, outlet, {"article:tag"});
  TopicList news_keywords = from_metas(marks, outlet, {"news_keywords"});
  TopicList keywords = from_metas(marks, outlet, {"keywords"});
  if (tags.empty()) tags = from_metas(marks, outlet, {"og:article:tag"});

  // Of the two metas of one name in two spellings the shorter is the one somebody chose.
  TopicList& metas = news_keywords.empty() || (!keywords.empty() && keywords.size() < news_keywords.size() &&
                                               agree(keywords, news_keywords))
                         ? keywords
                         : news_keywords;
  ArticleText text(lines, headline, linked.body);
  for (TopicList* list : {&tags, &keywords, &news_keywords, &in_linked}) {
    if (list->is_coded() || is_foreign(*list, text)) list->clear();
  }
  // A lone long value without commas is the list with its commas lost.
  if (in_linked.size() == 1 && !metas.empty() && !agree(in_linked, metas)) in_linked.clear();

  const bool tags_stand = !tags.empty() && (agree(tags, metas) || agree(tags, in_linked) || metas.empty());
  if (tags_stand && !(agree(in_linked, metas) && !agree(tags, in_linked))) return tags.take();
  if (!metas.empty()) return metas.take();
  if (!in_linked.empty()) return in_linked.take();
  if (!tags.empty()) return tags.take();
  for (const View name : {"parsely-tags", "sailthru.tags", "cxenseparse:keywords", "dc.subject", "dcterms.subject",
                          "dc.keywords", "tags", "topics", "citation_keywords"}) {
    TopicList others = from_metas(marks, outlet, {name});
    if (!others.empty() && !others.is_coded()) return others.take();
  }
  return shown_tags(marks, outlet, headline, text.lower());
}

std::string find_page_section(const PageMarks& marks, const LinkedData& linked) {
  if (!linked.sections.empty()) return linked.sections.front();
  return marks.content({"article:section", "og:article:section", "og:section", "parsely-section", "articlesection",
                        "cxenseparse:section", "dc.type.section", "section", "category"});
}

}  // namespace morgue::webpage
