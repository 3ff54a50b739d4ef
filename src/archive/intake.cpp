// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/intake.h"

#include <atomic>
#include <utility>

#include "archive/dump_feed.h"
#include "archive/extraction.h"
#include "core/ordered_pipeline.h"

namespace morgue::archive {
namespace {

/// On its way: `read` before the extraction, `done` behind it.
struct Passing {
  DumpFeed::Item read;
  std::optional<Extraction::Result> done;  ///< of a record
};

/// About what a record and the article made of it take.
std::size_t weight(const Passing& passing) {
  constexpr std::size_t kFixed = 2048;
  constexpr std::size_t kField = 128;
  constexpr std::size_t kCopies = 3;  // record, article, packed text and what extraction needs in between
  const auto* record = std::get_if<Record>(&passing.read.what);
  if (record == nullptr) return kFixed;
  std::size_t bytes = record->content.size();
  for (const Field& field : record->fields) bytes += kField + field.value.size();
  return kFixed + kCopies * bytes;
}

Intake::Item to_item(Passing& passing) {
  if (passing.done) return std::visit([](auto& what) -> Intake::Item { return std::move(what); }, passing.done->what);
  auto& what = passing.read.what;
  if (auto* reject = std::get_if<Reject>(&what)) return std::move(*reject);
  if (auto* passed = std::get_if<PassedOver>(&what)) return std::move(*passed);
  if (auto* skipped = std::get_if<Skipped>(&what)) return std::move(*skipped);
  return std::move(std::get<Unreadable>(what));
}

}  // namespace

struct Intake::State {
  explicit State(IntakeOptions given)
      : options(std::move(given)), feed(options), pipeline(steps(), options.jobs, options.memory) {}

  OrderedPipeline<Passing>::Steps steps() {
    return {.read = [this] { return read(); },
            .make_work = [this] { return make_work(); },
            .weight = weight,
            // Beyond the limit there may be nothing to read, or nothing yet.
            .may_read =
                [this](std::size_t outstanding) {
                  return options.limit == 0 || records + static_cast<std::int64_t>(outstanding) < options.limit;
                }};
  }

  std::optional<Passing> read() {
    auto item = feed.next();
    if (!item) return std::nullopt;
    return Passing{std::move(*item), {}};
  }

  OrderedPipeline<Passing>::Work make_work() {
    return [this, extraction = std::make_shared<Extraction>(options)](Passing& passing) {
      auto* record = std::get_if<Record>(&passing.read.what);
      if (record == nullptr) return;
      passing.done = extraction->run(*record);
      if (!options.keep_records) *record = {};
    };
  }

  IntakeOptions options;
  DumpFeed feed;  ///< of the thread that reads
  std::atomic<std::int64_t> records = 0;
  Passing last;
  OrderedPipeline<Passing> pipeline;  ///< last: its threads use the rest
};

Intake::Intake(IntakeOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Intake::~Intake() = default;

std::optional<Intake::Item> Intake::next() {
  State& s = *state_;
  if (s.options.limit > 0 && s.records >= s.options.limit) return std::nullopt;
  auto passing = s.pipeline.next();
  if (!passing) return std::nullopt;
  s.last = std::move(*passing);
  Item item = to_item(s.last);
  if (std::holds_alternative<Article>(item) || std::holds_alternative<Reject>(item)) ++s.records;
  return item;
}

const std::vector<std::string>& Intake::remarks() const {
  static const std::vector<std::string> kNone;
  return state_->last.done ? state_->last.done->remarks : kNone;
}

const PreparedArticle& Intake::prepared() const {
  return state_->last.done.value().prepared;
}

const Record& Intake::record() const {
  return std::get<Record>(state_->last.read.what);
}

formats::Format Intake::format() const {
  return state_->last.read.format;
}

io::RawProgress Intake::progress() const {
  return state_->last.read.progress;
}

std::int64_t Intake::records() const {
  return state_->records;
}

IntakePlace Intake::place() const {
  return state_->last.read.place;
}

}  // namespace morgue::archive
