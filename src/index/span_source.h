// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "index/spans.h"

namespace morgue::index {

/// Documents that have a span, as part of a query: meant as the filter of candidates that Xapian finds by its posting
/// lists, looked at one by one as the search comes to them, so that a search that stops early looks at few.
class SpanSource final : public Xapian::PostingSource {
 public:
  SpanSource(SpanPlanPtr plan, const Zone& zone) : plan_(std::move(plan)), zone_(zone) {}
  /// `candidates` must hold every document that has a span; weights are theirs.
  static Xapian::Query filter(const Xapian::Query& candidates, SpanPlanPtr plan, const Zone& zone);

  // Over-estimated on purpose: Xapian walks the list it thinks shortest and only checks the others.
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return last_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return last_; }
  void next(double min_wt) override { skip_to(document_ + 1, min_wt); }
  void skip_to(Xapian::docid document, double min_wt) override;
  bool check(Xapian::docid document, double min_wt) override;
  [[nodiscard]] bool at_end() const override { return document_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }
  [[nodiscard]] SpanSource* clone() const override;
  void init(const Xapian::Database& segment) override;
  [[nodiscard]] std::string get_description() const override { return "SpanSource()"; }

 private:
  SpanPlanPtr plan_;
  Zone zone_;
  std::unique_ptr<SpanCursor> cursor_;
  Xapian::docid document_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace morgue::index
