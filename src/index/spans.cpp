// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/spans.h"

#include <algorithm>
#include <utility>

namespace morgue::index {
namespace {

using Cursors = std::vector<std::unique_ptr<SpanCursor>>;

void sort_once(Spans& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

class SequenceCursor final : public SpanCursor {
 public:
  struct Place {
    std::unique_ptr<SpanCursor> spans;
    std::uint32_t offset = 0;
    bool last = false;
  };

  explicit SequenceCursor(std::vector<Place> places) : places_(std::move(places)) {
    places_.back().last = true;
    // The rarest first: most documents are ruled out by looking at one of the words.
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return a.spans->frequency() < b.spans->frequency(); });
    plain_ = std::all_of(places_.begin(), places_.end(), [](const Place& place) { return place.spans->is_plain(); });
  }

  void collect(Xapian::docid document, Spans& found) override {
    starts_.clear();
    bool first = true;
    std::uint32_t length = 0;
    for (auto& place : places_) {
      spans_.clear();
      place.spans->collect(document, spans_);
      if (place.last && !spans_.empty()) length = place.offset + spans_.front().end - spans_.front().begin;
      if (first) {
        for (const Span& span : spans_) {
          if (span.begin >= place.offset) starts_.push_back(span.begin - place.offset);
        }
      } else {
        keep_starts_of(place.offset);
      }
      if (starts_.empty()) return;
      first = false;
    }
    for (const std::uint32_t start : starts_) found.push_back({start, start + length});
  }

  /// Of words as they stand, the first place where all meet decides.
  bool any(Xapian::docid document) override {
    if (!plain_) return SpanCursor::any(document);
    walks_.clear();
    for (const auto& place : places_) {
      walks_.push_back(place.spans->walk(document));
      if (walks_.back().at_end()) return false;
    }
    std::uint64_t start = 0;
    for (std::size_t meeting = 0, i = 0; meeting < places_.size(); i = (i + 1) % places_.size()) {
      PositionList::Walk& walk = walks_[i];
      while (!walk.at_end() && walk.position() < start + places_[i].offset) walk.next();
      if (walk.at_end()) return false;
      if (walk.position() == start + places_[i].offset) {
        ++meeting;
      } else {
        start = walk.position() - places_[i].offset;
        meeting = 1;
      }
    }
    return true;
  }

  [[nodiscard]] Xapian::doccount frequency() const override { return places_.front().spans->frequency(); }

 private:
  void keep_starts_of(std::uint32_t offset) {
    auto span = spans_.cbegin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      while (span != spans_.cend() && span->begin < start + offset) ++span;
      return span == spans_.cend() || span->begin != start + offset;
    });
  }

  std::vector<Place> places_;
  bool plain_ = false;
  std::vector<PositionList::Walk> walks_;
  std::vector<std::uint32_t> starts_;
  Spans spans_;
};

class NearCursor final : public SpanCursor {
 public:
  NearCursor(std::unique_ptr<SpanCursor> first, std::unique_ptr<SpanCursor> second, std::uint32_t distance,
             bool ordered)
      : first_(std::move(first)), second_(std::move(second)), distance_(distance), ordered_(ordered) {}

  void collect(Xapian::docid document, Spans& found) override { search(document, &found); }
  bool any(Xapian::docid document) override { return search(document, nullptr); }
  [[nodiscard]] Xapian::doccount frequency() const override {
    return std::min(first_->frequency(), second_->frequency());
  }

 private:
  /// Adds all to `found`, or without one stops at the first.
  bool search(Xapian::docid document, Spans* found) {
    const bool first_is_rarer = first_->frequency() <= second_->frequency();
    rarer_.clear();
    (first_is_rarer ? *first_ : *second_).collect(document, rarer_);
    if (rarer_.empty()) return false;
    other_.clear();
    (first_is_rarer ? *second_ : *first_).collect(document, other_);
    if (other_.empty()) return false;
    const Spans& a = first_is_rarer ? rarer_ : other_;
    const Spans& b = first_is_rarer ? other_ : rarer_;
    std::uint64_t longest = 0;
    for (const Span& span : b) longest = std::max<std::uint64_t>(longest, span.end - span.begin);
    for (const Span& span : a) {
      const std::uint64_t reach = longest + distance_;
      const std::uint64_t from = ordered_ ? span.end : span.begin - std::min<std::uint64_t>(span.begin, reach);
      auto at = std::lower_bound(b.begin(), b.end(), from, [](const Span& s, std::uint64_t p) { return s.begin < p; });
      for (; at != b.end() && at->begin <= std::uint64_t{span.end} + distance_; ++at) {
        const bool after = at->begin > span.end && at->begin - span.end <= distance_;
        const bool before = !ordered_ && span.begin > at->end && span.begin - at->end <= distance_;
        if (!after && !before) continue;
        if (found == nullptr) return true;
        found->push_back({std::min(span.begin, at->begin), std::max(span.end, at->end)});
      }
    }
    if (found == nullptr || found->empty()) return false;
    sort_once(*found);
    return true;
  }

  std::unique_ptr<SpanCursor> first_;
  std::unique_ptr<SpanCursor> second_;
  std::uint32_t distance_;
  bool ordered_;
  Spans rarer_;
  Spans other_;
};

class AnyCursor final : public SpanCursor {
 public:
  explicit AnyCursor(Cursors of) : of_(std::move(of)) {}

  void collect(Xapian::docid document, Spans& found) override {
    for (auto& cursor : of_) cursor->collect(document, found);
    sort_once(found);
  }
  bool any(Xapian::docid document) override {
    return std::any_of(of_.begin(), of_.end(), [&](auto& cursor) { return cursor->any(document); });
  }
  [[nodiscard]] Xapian::doccount frequency() const override {
    Xapian::doccount most = 0;
    for (const auto& cursor : of_) most = std::max(most, cursor->frequency());
    return most;
  }

 private:
  Cursors of_;
};

class SequencePlan final : public SpanPlan {
 public:
  explicit SequencePlan(std::vector<SpanPlace> places) : places_(std::move(places)) {}
  [[nodiscard]] std::unique_ptr<SpanCursor> bind(const Xapian::Database& segment, const Zone& zone) const override {
    std::vector<SequenceCursor::Place> places;
    for (const auto& place : places_) places.push_back({place.spans->bind(segment, zone), place.offset, false});
    return std::make_unique<SequenceCursor>(std::move(places));
  }

 private:
  std::vector<SpanPlace> places_;
};

class NearPlan final : public SpanPlan {
 public:
  NearPlan(SpanPlanPtr first, SpanPlanPtr second, std::uint32_t distance, bool ordered)
      : first_(std::move(first)), second_(std::move(second)), distance_(distance), ordered_(ordered) {}
  [[nodiscard]] std::unique_ptr<SpanCursor> bind(const Xapian::Database& segment, const Zone& zone) const override {
    return std::make_unique<NearCursor>(first_->bind(segment, zone), second_->bind(segment, zone), distance_, ordered_);
  }

 private:
  SpanPlanPtr first_;
  SpanPlanPtr second_;
  std::uint32_t distance_;
  bool ordered_;
};

class AnyPlan final : public SpanPlan {
 public:
  explicit AnyPlan(std::vector<SpanPlanPtr> of) : of_(std::move(of)) {}
  [[nodiscard]] std::unique_ptr<SpanCursor> bind(const Xapian::Database& segment, const Zone& zone) const override {
    Cursors cursors;
    for (const auto& plan : of_) cursors.push_back(plan->bind(segment, zone));
    return std::make_unique<AnyCursor>(std::move(cursors));
  }

 private:
  std::vector<SpanPlanPtr> of_;
};

}  // namespace

bool SpanCursor::any(Xapian::docid document) {
  spans_.clear();
  collect(document, spans_);
  return !spans_.empty();
}

SpanPlanPtr sequence_spans(std::vector<SpanPlace> places) {
  if (places.size() == 1) return std::move(places.front().spans);
  return std::make_shared<SequencePlan>(std::move(places));
}

SpanPlanPtr near_spans(SpanPlanPtr first, SpanPlanPtr second, std::uint32_t distance, bool ordered) {
  return std::make_shared<NearPlan>(std::move(first), std::move(second), distance, ordered);
}

SpanPlanPtr any_spans(std::vector<SpanPlanPtr> of) {
  if (of.size() == 1) return std::move(of.front());
  return std::make_shared<AnyPlan>(std::move(of));
}

}  // namespace morgue::index
