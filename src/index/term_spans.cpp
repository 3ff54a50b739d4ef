// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "index/blob.h"
#include "index/spans.h"

namespace morgue::index {
namespace {

/// A posting list that only goes forward.
class Postings {
 public:
  Postings(const Xapian::Database& segment, const std::string& term)
      : at_(segment.postlist_begin(term)), end_(segment.postlist_end(term)) {}

  bool skip_to(Xapian::docid document) {
    if (at_ != end_ && *at_ < document) at_.skip_to(document);
    return at_ != end_ && *at_ == document;
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

/// Documents with a way of writing, and where, if the whole word is not always written so.
struct Form {
  Form(const Xapian::Database& segment, const SpanTerm& term)
      : documents(segment, term.form), list(positions_of(segment, term.form)), written(term.written) {}
  Postings documents;
  PositionList list;
  bool written;
};

class TermCursor final : public SpanCursor {
 public:
  TermCursor(const Xapian::Database& segment, const Zone& zone, const std::vector<SpanTerm>& terms, std::uint32_t width)
      : first_(std::max(zone.first, 1U)), last_(zone.last), width_(width) {
    for (const auto& term : terms) {
      PositionList list = positions_of(segment, term.term);
      if (list.at_end()) continue;
      const bool filtered = !term.form.empty() && term.written;
      frequency_ += segment.get_termfreq(filtered ? term.form : term.term);
      Alternative alternative{std::move(list), std::nullopt, {}};
      if (!term.form.empty()) alternative.form.emplace(segment, term);
      for (const auto& excluding : term.not_in) alternative.not_in.push_back(exclusions_.add(segment, excluding));
      alternatives_.push_back(std::move(alternative));
    }
    for (std::size_t i = 0; i < alternatives_.size(); ++i) waiting_.push_back(i);
    std::make_heap(waiting_.begin(), waiting_.end(), later());
  }

  void collect(Xapian::docid document, Spans& found) override {
    if (alternatives_.size() == 1) {
      if (alternatives_.front().list.skip_to(document)) add(alternatives_.front(), document, found);
      return;
    }
    const std::size_t before = found.size();
    here_.clear();
    while (!waiting_.empty() && alternatives_[waiting_.front()].list.document() <= document) {
      std::pop_heap(waiting_.begin(), waiting_.end(), later());
      const std::size_t i = waiting_.back();
      waiting_.pop_back();
      PositionList& list = alternatives_[i].list;
      if (list.skip_to(document)) {
        here_.push_back(i);
      } else if (!list.at_end()) {
        wait(i);
      }
    }
    for (const std::size_t i : here_) {
      add(alternatives_[i], document, found);
      wait(i);
    }
    if (here_.size() > 1) std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
  }

  [[nodiscard]] bool is_plain() const override {
    if (alternatives_.size() != 1 || width_ != 1 || first_ > 1 || last_ < kNoLimit) return false;
    return !alternatives_.front().form && alternatives_.front().not_in.empty();
  }
  PositionList::Walk walk(Xapian::docid document) override {
    PositionList& list = alternatives_.front().list;
    return list.skip_to(document) ? PositionList::Walk(list) : PositionList::Walk();
  }
  [[nodiscard]] Xapian::doccount frequency() const override { return frequency_; }

 private:
  static constexpr std::uint32_t kNoLimit = Zone().last;

  struct Alternative {
    PositionList list;
    std::optional<Form> form;
    std::vector<std::size_t> not_in;
  };

  /// Order of the heap: of thousands of alternatives few are in a document, and the others are not touched.
  struct Later {
    const std::vector<Alternative>& of;
    bool operator()(std::size_t a, std::size_t b) const { return of[a].list.document() > of[b].list.document(); }
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
    if (alternative.form) {
      add_form(alternative, document, found);
    } else {
      add_positions(alternative.list, found);
    }
  }

  void add_form(Alternative& alternative, Xapian::docid document, Spans& found) {
    Form& form = *alternative.form;
    if (!form.documents.skip_to(document)) {
      if (!form.written) add_positions(alternative.list, found);
      return;
    }
    const bool mixed = form.list.skip_to(document);
    if (form.written) {
      add_positions(mixed ? form.list : alternative.list, found);
    } else if (mixed) {
      Spans all;
      Spans not_these;
      add_positions(alternative.list, all);
      add_positions(form.list, not_these);
      std::set_difference(all.begin(), all.end(), not_these.begin(), not_these.end(), std::back_inserter(found));
    }
  }

  void add_positions(const PositionList& list, Spans& found) const {
    list.positions([&](std::uint32_t position) {
      const std::uint32_t end = position + (width_ - 1);
      if (end > last_) return false;
      if (position >= first_) found.push_back({position, end});
      return true;
    });
  }

  std::uint32_t first_;
  std::uint32_t last_;
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
