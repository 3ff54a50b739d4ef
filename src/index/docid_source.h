// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace morgue::index {

using Docids = std::vector<std::uint32_t>;  ///< sorted
/// Documents by the uuid of their segment.
using DocidsBySegment = std::map<std::string, std::shared_ptr<const Docids>>;

/// A fixed set of documents as part of a query. Xapian hands each segment of a combined database to init() on its own;
/// the uuid tells which one it is.
class DocidSource final : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::shared_ptr<const DocidsBySegment> sets);
  static Xapian::Query query(std::shared_ptr<const DocidsBySegment> sets);

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double min_wt) override;
  void skip_to(Xapian::docid did, double min_wt) override;
  [[nodiscard]] bool at_end() const override { return set_ == nullptr || next_ > set_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*set_)[next_ - 1]; }
  [[nodiscard]] DocidSource* clone() const override;
  void init(const Xapian::Database& db) override;
  [[nodiscard]] std::string get_description() const override;

 private:
  [[nodiscard]] Xapian::doccount count() const;
  std::shared_ptr<const DocidsBySegment> sets_;
  const Docids* set_ = nullptr;
  std::size_t next_ = 0;  ///< one past the current place; 0 before the first next()
};

}  // namespace morgue::index
