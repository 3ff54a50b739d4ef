// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/annotations.h"

#include <ctime>
#include <functional>

#include "archive/takedown.h"
#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "catalog/takedowns.h"
#include "core/error.h"
#include "io/file_lock.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::archive {
namespace {

constexpr std::size_t kLongestTag = 100;
constexpr std::size_t kLongestNote = 65'536;

void require_shown(catalog::Catalog& catalog, const std::vector<ArticleId>& ids) {
  const std::int64_t now = std::time(nullptr);
  catalog::ArticleStore articles(catalog);
  catalog::TakedownTable takedowns(catalog);
  for (const ArticleId id : ids) {
    if (const auto takedown = takedowns.of(id, now)) {
      throw Error(ErrorCode::Usage, withdrawal_sentence(id, *takedown), "morgue takedowns lists what was withdrawn");
    }
    if (!articles.find(id)) {
      throw Error(ErrorCode::Usage, "there is no article " + std::to_string(id), "ids are what search prints");
    }
    if (articles.hidden_until(id).value_or(0) > now) {
      throw Error(ErrorCode::Usage, "article " + std::to_string(id) + " is not to be shown yet",
                  "morgue show " + std::to_string(id) + " says why");
    }
  }
}

/// Changes articles in one transaction and indexes those of which `change` says that they are different.
std::int64_t annotate(const Layout& layout, const std::vector<ArticleId>& ids, const AnnotationOptions& options,
                      const std::function<bool(catalog::AnnotationTable&, ArticleId)>& change) {
  layout.require();
  layout.create();  // the index folder, when it was lost
  const io::FileLock lock(layout.lock(), options.command, options.wait_seconds);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  std::int64_t changed = 0;
  {
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    require_shown(catalog, ids);
    catalog::AnnotationTable table(catalog);
    for (const ArticleId id : ids) {
      if (!change(table, id)) continue;
      table.mark(id);
      ++changed;
    }
    transaction.commit();
  }
  if (changed > 0) bring_index_up_to_date(layout, catalog, options.indexing);
  return changed;
}

bool add_tag(catalog::AnnotationTable& table, ArticleId id, const std::string& tag) {
  return table.add_tag(id, tag, text::fold_value(tag));
}

}  // namespace

std::string tag_of(std::string_view typed) {
  std::string tag = text::clean_line(text::repair_utf8(typed));
  tag.erase(0, tag.starts_with('#') ? 1 : 0);
  if (tag.find_first_of(";|") != std::string::npos) {
    throw Error(ErrorCode::Usage, "a tag has no ; and no | in it, which stand between tags in lists",
                "give each of them by itself: --add one --add other");
  }
  if (text::fold_value(tag).empty()) {
    throw Error(ErrorCode::Usage, "there is nothing in this tag", "for example: to-check");
  }
  if (tag.size() > kLongestTag) {
    throw Error(ErrorCode::Usage, "a tag is at most " + std::to_string(kLongestTag) + " bytes long",
                "what is longer goes into a note: morgue note ID TEXT");
  }
  return tag;
}

std::int64_t change_tags(const Layout& layout, const TagChange& change, const AnnotationOptions& options) {
  return annotate(layout, change.ids, options, [&](catalog::AnnotationTable& table, ArticleId id) {
    bool changed = false;
    for (const std::string& tag : change.remove) changed = table.remove_tag(id, text::fold_value(tag)) || changed;
    for (const std::string& tag : change.add) changed = add_tag(table, id, tag) || changed;
    return changed;
  });
}

bool change_note(const Layout& layout, ArticleId id, NoteEdit edit, std::string_view text,
                 const AnnotationOptions& options) {
  const std::string typed = text::clean_note(text::repair_utf8(text));
  if (edit != NoteEdit::Remove && typed.empty()) {
    throw Error(ErrorCode::Usage, "there is nothing in this note", "morgue note --remove ID takes a note away");
  }
  return annotate(layout, {id}, options, [&](catalog::AnnotationTable& table, ArticleId article) {
           std::string note = edit == NoteEdit::Append ? table.note(article) : std::string();
           if (!note.empty()) note += '\n';
           note += typed;
           if (note.size() > kLongestNote) {
             throw Error(ErrorCode::Usage, "a note is at most " + std::to_string(kLongestNote) + " bytes long",
                         "shorten it, or give another one with --replace");
           }
           return table.set_note(article, edit == NoteEdit::Remove ? std::string_view() : note);
         }) > 0;
}

bool take_in_annotations(catalog::AnnotationTable& table, ArticleId id, const Article& article) {
  bool changed = false;
  for (const std::string& tag : article.user_tags) {
    if (tag.size() <= kLongestTag && !text::fold_value(tag).empty()) changed = add_tag(table, id, tag) || changed;
  }
  if (!article.user_note.empty() && article.user_note.size() <= kLongestNote && table.note(id).empty()) {
    changed = table.set_note(id, article.user_note) || changed;
  }
  return changed;
}

}  // namespace morgue::archive
