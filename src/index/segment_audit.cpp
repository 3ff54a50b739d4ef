// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment_audit.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/error.h"
#include "index/folder.h"
#include "index/schema.h"
#include "index/term_audit.h"
#include "index/term_check.h"

namespace morgue::index {
namespace {

constexpr std::size_t kOften = 4096;

std::string named(std::uint32_t docid) {
  return "document " + std::to_string(docid);
}

/// The last line of what Xapian says about a damaged database.
std::string last_line(const std::string& text) {
  std::istringstream lines(text);
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

/// Xapian's own check opens every table for writing, which a read-only disk and an archive of somebody else forbid.
bool may_be_written(const std::filesystem::path& folder) {
  return std::ranges::all_of(files_in_folder(folder),
                             [](const auto& file) { return ::access(file.c_str(), W_OK) == 0; });
}

}  // namespace

struct SegmentAudit::State {
  Xapian::Database open() const { return Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS); }

  void ask() const {
    if (go_on && !go_on()) throw Error(ErrorCode::Interrupted, "interrupted while checking");
  }

  template <typename Look>
  Findings findings(Look&& look) {
    Findings found;
    try {
      look(found);
    } catch (const Xapian::Error& error) {
      found.add("Xapian cannot read it: " + error.get_msg());
    }
    return found;
  }

  void check_blocks(Findings& found) const;
  void read_terms(const Xapian::Database& segment, Findings& found) const;
  void check_documents(const Xapian::Database& segment, std::span<const ExpectedDocument> living, Findings& found);
  void check_ids(const Xapian::Database& segment, std::span<const ExpectedDocument> living, Findings& found);

  std::filesystem::path folder;
  std::function<bool()> go_on;
};

SegmentAudit::SegmentAudit(std::filesystem::path folder, std::function<bool()> go_on)
    : state_(new State{std::move(folder), std::move(go_on)}) {}
SegmentAudit::~SegmentAudit() = default;

void SegmentAudit::State::check_blocks(Findings& found) const {
  std::ostringstream said;
  const auto errors = Xapian::Database::check(folder.string(), 0, &said);
  if (errors != 0) found.add("Xapian finds " + std::to_string(errors) + " errors: " + last_line(said.str()));
}

void SegmentAudit::State::read_terms(const Xapian::Database& segment, Findings& found) const {
  std::size_t read = 0;
  for (auto term = segment.allterms_begin(); term != segment.allterms_end(); ++term) {
    if (read++ % kOften == 0) ask();
    if (const std::string damage = damage_of_term(segment, *term); !damage.empty()) found.add(damage + " is damaged");
  }
}

Findings SegmentAudit::structure(std::int64_t documents) {
  return state_->findings([&](Findings& found) {
    state_->ask();
    const bool writable = may_be_written(state_->folder);
    if (writable) state_->check_blocks(found);
    const auto segment = state_->open();
    if (segment.get_doccount() != documents || segment.get_lastdocid() != documents) {
      found.add("it has " + std::to_string(segment.get_doccount()) + " documents instead of " +
                std::to_string(documents));
    }
    if (!writable) state_->read_terms(segment, found);
  });
}

void SegmentAudit::State::check_documents(const Xapian::Database& segment, std::span<const ExpectedDocument> living,
                                          Findings& found) {
  auto value = segment.valuestream_begin(kSortKeySlot);
  const auto end = segment.valuestream_end(kSortKeySlot);
  for (std::size_t i = 0; i < living.size(); ++i) {
    if (i % kOften == 0) ask();
    const ExpectedDocument& expected = living[i];
    if (value != end) value.skip_to(expected.docid);
    SortKey key;
    if (value == end || value.get_docid() != expected.docid || !decode(*value, key)) {
      found.add(named(expected.docid) + " has no place in date order");
      continue;
    }
    if (key.id != expected.id || (expected.current && key.order != expected.date_order)) {
      found.add(named(expected.docid) + " is that of article " + std::to_string(key.id) + " instead of article " +
                std::to_string(expected.id) + (key.id == expected.id ? " at its date" : ""));
      continue;
    }
    if (segment.get_document(expected.docid, Xapian::DOC_ASSUME_VALID).get_data() != document_data(key, expected.seq)) {
      found.add(named(expected.docid) + " does not say that it is change " + std::to_string(expected.seq) +
                " of article " + std::to_string(expected.id));
    }
  }
}

/// By its Q term each article must be found, in its document and no other living one.
void SegmentAudit::State::check_ids(const Xapian::Database& segment, std::span<const ExpectedDocument> living,
                                    Findings& found) {
  std::unordered_map<std::uint32_t, ArticleId> ids;
  const std::string prefix(prefix::kId);
  std::size_t read = 0;
  for (auto term = segment.allterms_begin(prefix); term != segment.allterms_end(prefix); ++term) {
    if (read++ % kOften == 0) ask();
    const std::string text = *term;
    ArticleId id = 0;
    std::from_chars(text.data() + prefix.size(), text.data() + text.size(), id);
    for (auto posting = segment.postlist_begin(text); posting != segment.postlist_end(text); ++posting) {
      if (!ids.try_emplace(*posting, id).second) found.add(named(*posting) + " has two ids");
    }
  }
  for (const ExpectedDocument& expected : living) {
    const auto at = ids.find(expected.docid);
    if (at == ids.end() || at->second != expected.id) {
      found.add("article " + std::to_string(expected.id) + " is not found by its id");
    }
  }
}

Findings SegmentAudit::documents(std::span<const ExpectedDocument> living) {
  return state_->findings([&](Findings& found) {
    const auto segment = state_->open();
    state_->check_documents(segment, living, found);
    state_->check_ids(segment, living, found);
  });
}

Findings SegmentAudit::terms(std::span<const ExpectedDocument> sample,
                             const std::function<std::optional<StoredArticle>(const ExpectedDocument&)>& read) {
  return state_->findings([&](Findings& found) {
    const auto segment = state_->open();
    TermAudit audit(segment, [this] { state_->ask(); });
    audit.compare(sample, read, found);
  });
}

}  // namespace morgue::index
