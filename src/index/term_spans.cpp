// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "index/spans.h"

namespace morgue::index {
namespace {

/// A posting list that only goes forward.
class Postings {
 public:
  Postings(const Xapian::Database& segment, const std::string& term)
      : at_(segment.postlist_begin(term)), end_(segment.postlist_end(term)) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] Xapian::docid document() const { return *at_; }
  bool skip_to(Xapian::docid document) {
    if (at_ != end_ && *at_ < document) at_.skip_to(document);
    return at_ != end_ && *at_ == document;
  }
  void positions(const Zone& zone, std::uint32_t width, Spans& found) const {
    auto at = at_.positionlist_begin();
    const auto end = at_.positionlist_end();
    if (zone.first > 0 && at != end) at.skip_to(zone.first);
    for (; at != end && *at + (width - 1) <= zone.last; ++at) found.push_back({*at, *at + (width - 1)});
  }

 private:
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

/// Which of some terms that exclude documents a document has; looked up once a document.
class Exclusions {
 public:
  std::size_t add(const Xapian::Database& segment, const std::string& term) {
    const auto known = std::find(terms_.begin(), terms_.end(), term);
    if (known != terms_.end()) return static_cast<std::size_t>(known - terms_.begin());
    terms_.push_back(term);
    postings_.emplace_back(segment, term);
    return terms_.size() - 1;
  }
  bool hold(std::size_t which, Xapian::docid document) { return postings_[which].skip_to(document); }

 private:
  std::vector<std::string> terms_;
  std::vector<Postings> postings_;
};

class TermCursor final : public SpanCursor {
 public:
  TermCursor(const Xapian::Database& segment, const Zone& zone, const std::vector<SpanTerm>& terms, std::uint32_t width)
      : zone_(zone), width_(width) {
    for (const auto& term : terms) {
      Postings postings(segment, term.term);
      if (postings.at_end()) continue;
      frequency_ += segment.get_termfreq(term.term);
      Alternative alternative{std::move(postings), {}, {}};
      if (!term.minus.empty()) alternative.minus.emplace_back(segment, term.minus);
      for (const auto& excluding : term.not_in) alternative.not_in.push_back(exclusions_.add(segment, excluding));
      alternatives_.push_back(std::move(alternative));
    }
    for (std::size_t i = 0; i < alternatives_.size(); ++i) waiting_.push_back(i);
    std::make_heap(waiting_.begin(), waiting_.end(), later());
  }

  void collect(Xapian::docid document, Spans& found) override {
    const std::size_t before = found.size();
    here_.clear();
    while (!waiting_.empty() && alternatives_[waiting_.front()].postings.document() <= document) {
      std::pop_heap(waiting_.begin(), waiting_.end(), later());
      const std::size_t i = waiting_.back();
      waiting_.pop_back();
      Postings& postings = alternatives_[i].postings;
      if (postings.skip_to(document)) {
        here_.push_back(i);
      } else if (!postings.at_end()) {
        wait(i);
      }
    }
    for (const std::size_t i : here_) {
      add(alternatives_[i], document, found);
      wait(i);
    }
    if (here_.size() > 1) std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
  }

  [[nodiscard]] Xapian::doccount frequency() const override { return frequency_; }

 private:
  struct Alternative {
    Postings postings;
    std::vector<Postings> minus;  ///< one or none
    std::vector<std::size_t> not_in;
  };

  /// Order of the heap: of thousands of alternatives few are in a document, and the others are not touched.
  struct Later {
    const std::vector<Alternative>& of;
    bool operator()(std::size_t a, std::size_t b) const {
      return of[a].postings.document() > of[b].postings.document();
    }
  };
  [[nodiscard]] Later later() const { return {alternatives_}; }

  void wait(std::size_t alternative) {
    waiting_.push_back(alternative);
    std::push_heap(waiting_.begin(), waiting_.end(), later());
  }

  void add(Alternative& alternative, Xapian::docid document, Spans& found) {
    for (const std::size_t excluding : alternative.not_in) {
      if (exclusions_.hold(excluding, document)) return;
    }
    if (alternative.minus.empty() || !alternative.minus.front().skip_to(document)) {
      alternative.postings.positions(zone_, width_, found);
      return;
    }
    Spans all;
    Spans not_these;
    alternative.postings.positions(zone_, width_, all);
    alternative.minus.front().positions(zone_, width_, not_these);
    std::set_difference(all.begin(), all.end(), not_these.begin(), not_these.end(), std::back_inserter(found));
  }

  Zone zone_;
  std::uint32_t width_;
  std::vector<Alternative> alternatives_;
  Exclusions exclusions_;
  std::vector<std::size_t> waiting_;  ///< a heap: the alternative with the next document in front
  std::vector<std::size_t> here_;
  Xapian::doccount frequency_ = 0;
};

class TermPlan final : public SpanPlan {
 public:
  TermPlan(std::vector<SpanTerm> terms, std::uint32_t width) : terms_(std::move(terms)), width_(width) {}
  [[nodiscard]] std::unique_ptr<SpanCursor> bind(const Xapian::Database& segment, const Zone& zone) const override {
    return std::make_unique<TermCursor>(segment, zone, terms_, width_);
  }

 private:
  std::vector<SpanTerm> terms_;
  std::uint32_t width_;
};

}  // namespace

SpanPlanPtr term_spans(std::vector<SpanTerm> terms, std::uint32_t width) {
  return std::make_shared<TermPlan>(std::move(terms), width);
}

}  // namespace morgue::index
