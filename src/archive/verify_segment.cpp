// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/verify_segment.h"

#include <algorithm>
#include <utility>

#include "archive/segment_copy.h"
#include "catalog/audit.h"
#include "core/error.h"
#include "index/segment_builder.h"

namespace morgue::archive {

using Kind = Check::Kind;
using State = Check::State;

SegmentVerifier::SegmentVerifier(const Layout& layout, catalog::Catalog& catalog, const catalog::SegmentRow& row,
                                 const VerifyOptions& options)
    : catalog_(catalog), articles_(catalog), row_(row), options_(options), folder_(layout.segment(row.location)) {}

Check SegmentVerifier::check(Kind kind, std::string said, Findings found) const {
  return {kind, row_.number, found.none() ? State::Ok : State::Problem, std::move(said), std::move(found)};
}

std::vector<index::ExpectedDocument> SegmentVerifier::living() const {
  std::vector<index::ExpectedDocument> out;
  for (const catalog::Place& place : catalog::Audit(catalog_).living(row_.number)) {
    out.push_back({place.docid, place.id, place.seq, place.date_order, place.current});
  }
  return out;
}

/// Evenly over the segment, and as large a part of it as of all.
std::vector<index::ExpectedDocument> SegmentVerifier::draw(const std::vector<index::ExpectedDocument>& living,
                                                           std::int64_t documents) const {
  std::vector<index::ExpectedDocument> current;
  std::ranges::copy_if(living, std::back_inserter(current), &index::ExpectedDocument::current);
  if (options_.sample <= 0 || documents <= options_.sample) return current;
  std::vector<index::ExpectedDocument> sample;
  for (std::size_t i = 0; i < current.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i);
    if ((number + 1) * options_.sample / documents > number * options_.sample / documents) sample.push_back(current[i]);
  }
  return sample;
}

/// Nothing if it is damaged, which the check of the texts says.
std::optional<StoredArticle> SegmentVerifier::article(const index::ExpectedDocument& document) {
  try {
    return articles_.find_with_changes(document.id);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent) throw;
    return std::nullopt;
  }
}

std::vector<Check> SegmentVerifier::run(std::int64_t documents) {
  std::vector<Check> checks;
  const std::string name = "segment " + std::to_string(row_.number);
  const auto go_on = [this](std::int64_t) { return !options_.go_on || options_.go_on(); };
  checks.push_back(check(Kind::Files, name + ": files as they were published",
                         check_segment_files(folder_, row_, Look::Hashes, go_on)));
  // Damaged bytes are not for Xapian, which trusts them.
  if (checks.back().state == State::Problem) return checks;
  index::SegmentAudit audit(folder_, options_.go_on);
  checks.push_back(check(Kind::Segment, name + ": consistent in itself", audit.structure(row_.documents)));
  if (checks.back().state == State::Problem) return checks;
  if (row_.analyser != index::current_analyser()) {
    Findings found;
    found.add("it was made by another version of morgue, and cannot be searched");
    checks.push_back(check(Kind::Documents, {}, std::move(found)));
    return checks;
  }
  std::vector<index::ExpectedDocument> expected;
  try {
    expected = living();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent) throw;
    checks.push_back(
        {Kind::Documents, row_.number, State::Skipped, name + ": the catalog does not tell what should be in it", {}});
    return checks;
  }
  const auto alive = std::to_string(expected.size());
  checks.push_back(check(Kind::Documents,
                         name + ": " + alive +
                             (expected.size() == 1 ? " living document is that of its article"
                                                   : " living documents are those of their articles"),
                         audit.documents(expected)));
  if (!options_.deep) return checks;
  const auto sample = draw(expected, documents);
  const auto found = audit.terms(sample, [this](const index::ExpectedDocument& document) { return article(document); });
  checks.push_back(check(Kind::Terms,
                         name + ": " + std::to_string(sample.size()) +
                             (sample.size() == 1 ? " document has" : " documents have") +
                             " the words, frequencies and positions of the text",
                         found));
  return checks;
}

}  // namespace morgue::archive
